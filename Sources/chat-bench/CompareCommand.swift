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

  @Option(help: "Only these regimes, parted by commas: firehose, crowd, talk, hall.")
  var regime: String?

  @Option(
    help: "Only these servers, parted by commas: floor, chat-server, nats-server, ngircd, ncat.")
  var only: String?

  @Option(
    help: "Options of a further chat-server in the comparison, like --variant=\"--max-frame 1024\"."
  )
  var variant: [String] = []

  @Flag(help: "The result as JSON.")
  var json = false

  @Flag(help: "The result as a Markdown table.")
  var markdown = false

  func run() async throws {
    var contestants = try Contestant.all(beside: Progress.folder).filter {
      chosen($0.name, by: only)
    }
    contestants += try variant.map {
      try Contestant.chatServer(beside: Progress.folder, options: $0)
    }
    let regimes = Regime.all.filter { chosen($0.name, by: regime) }
    guard !contestants.isEmpty, !regimes.isEmpty else {
      throw ValidationError("There is nothing to compare; --help tells the names.")
    }
    let comparison = Comparison(
      contestants, regimes: regimes, repeats: repeats, seconds: seconds)
    let entries = await comparison.run(ended: Progress.tell) { Progress.show($0) }
    let table = Comparison.Entry.table(entries)
    print(json ? try JSON.text(entries) : markdown ? table.markdown : table.text)
    let ours = Set(contestants.filter(\.isOurs).map(\.name))
    guard entries.allSatisfy({ $0.failure == nil || !ours.contains($0.contestant) }) else {
      throw ExitCode(1)
    }
  }

  private func chosen(_ name: String, by list: String?) -> Bool {
    list.map { $0.split(separator: ",").contains { name.hasPrefix($0) } } ?? true
  }
}
