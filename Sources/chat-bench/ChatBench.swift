import ArgumentParser

/// The load generator: how many people can this machine hold.
@main
struct ChatBenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat-bench",
    abstract:
      "Load for chat servers on this machine: one run, a comparison, the bars, the largest hall.",
    subcommands: [RunCommand.self, CompareCommand.self, BarsCommand.self, HallCommand.self],
    defaultSubcommand: CompareCommand.self)
}
