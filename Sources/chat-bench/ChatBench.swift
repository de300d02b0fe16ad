import ArgumentParser
import ChatBench
import Glibc
import UnixSignals

@main
enum Main {
  static func main() async {
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup)
    let watching = Task {
      for await signal in signals {
        Launch.stopAll()
        Progress.end()
        exit(128 + signal.rawValue)
      }
    }
    await ChatBenchCommand.main()
    watching.cancel()
  }
}

/// The load generator: how many people can this machine hold.
struct ChatBenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat-bench",
    abstract:
      "Load for chat servers on this machine: one run, a comparison, the bars, the largest hall.",
    subcommands: [RunCommand.self, CompareCommand.self, BarsCommand.self, HallCommand.self],
    defaultSubcommand: CompareCommand.self)
}
