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

  func run() async throws {
    let server = try Contestant.chatServer(beside: Progress.folder)
    let hall = Hall(server, senders: senders, rate: rate, bound: within * 1_000)
    let largest = try await hall.run(tried: Progress.tell) { Progress.show($0) }
    Progress.end()
    print("largest hall: \(largest) clients, \(rate) messages/s, p99 within \(within) ms")
  }
}
