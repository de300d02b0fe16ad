import ArgumentParser
import ChatBench

struct HallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hall", abstract: "The largest hall in which every message is there in time.")

  @Option(help: "How many of the clients speak.")
  var senders = 50

  @Option(help: "Messages a second, all senders together.")
  var rate = 50

  @Option(help: "Milliseconds within which 99 of 100 deliveries have to be there.")
  var within = 50

  @Flag(help: "The result as JSON.")
  var json = false

  func run() async throws {
    let server = try Contestant.chatServer(beside: Progress.folder)
    let hall = Hall(server, senders: senders, rate: rate, bound: within * 1_000)
    let largest = try await hall.run(tried: Progress.tell) { Progress.show($0) }
    Progress.end()
    let result = LargestHall(clients: largest, senders: senders, rate: rate, within: within)
    print(json ? try JSON.text(result) : result.sentence)
  }
}

/// What was asked for, and what was found.
private struct LargestHall: Encodable {
  let clients: Int
  let senders: Int
  /// Messages a second.
  let rate: Int
  /// Milliseconds.
  let within: Int

  var sentence: String {
    "largest hall: \(clients) clients, \(rate) messages/s, p99 within \(within) ms"
  }
}
