import ArgumentParser
import ChatBench
import Foundation

struct BarsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bars",
    abstract: "What chat-server promises about many people at once: idle, joins, class, deaf, raw.",
    discussion: """
      idle: 10,000 silent clients. joins: 10,000 that come, 1,000 a second. class: 200 clients, 50 messages a \
      second. deaf: 50 clients that never read among 1,000. raw: whether members on the raw port make the others dearer.
      """)

  @Option(help: "How often each is run; the median counts.")
  var repeats = 5

  @Option(help: "Seconds of each run.")
  var seconds = 2.0

  @Option(help: "Only these, parted by commas.")
  var only: String?

  @Option(help: "Options for the server, like --server=\"--threads 2\".")
  var server = ""

  @Flag(help: "The result as JSON.")
  var json = false

  func run() async throws {
    let chosen = only?.split(separator: ",").map(String.init) ?? Bars.names
    let contestant = try Contestant.chatServer(beside: Progress.folder, options: server)
    let floor = try Contestant.floor(beside: Progress.folder)
    let bars = Bars(contestant, floor: floor, repeats: repeats, seconds: seconds)
    var measured: [Bar] = []
    for name in chosen {
      guard let bar = try await bars.run(name, progress: { Progress.show($0) }) else {
        throw ValidationError(
          "There is no bar \(name); there are \(Bars.names.joined(separator: ", ")).")
      }
      Progress.end()
      if !json { print(bar.line) }
      measured.append(bar)
    }
    if json { print(try JSON.text(measured)) }
    guard measured.allSatisfy(\.isMet) else { throw ExitCode(1) }
  }
}
