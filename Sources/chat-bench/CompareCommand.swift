import ArgumentParser
import ChatBench
import Foundation

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Four regimes against the floor, chat-server, and the peers that are installed.")

  @Option(help: "How often each is run; the median counts.")
  var repeats = 5

  @Option(help: "Seconds of each run.")
  var seconds = 2.0

  @Option(help: "Only these regimes: firehose, crowd, talk, hall.")
  var only: [String] = []

  @Flag(help: "The result as JSON.")
  var json = false

  func run() async throws {
    let contestants = try Contestant.all(beside: Progress.folder)
    let regimes = Regime.all.filter { only.isEmpty || only.contains($0.name) }
    let comparison = Comparison(
      contestants, regimes: regimes, repeats: repeats, seconds: seconds)
    let entries = await comparison.run { Progress.show($0) }
    Progress.end()
    print(json ? try JSON.text(entries) : Comparison.Entry.table(entries))
    guard entries.allSatisfy({ $0.runs.allSatisfy(\.isClean) }) else { throw ExitCode(1) }
  }
}
