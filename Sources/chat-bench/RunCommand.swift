import ArgumentParser
import ChatBench
import Foundation

extension Dialect: ExpressibleByArgument {}

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "One load against a server that is running.")

  @Argument(help: "What the server speaks: length, line, raw, irc, nats, floor or ncat.")
  var target: Dialect

  @Option(help: "The server's port on 127.0.0.1.")
  var port: Int

  @Option(help: "The server's process, for its CPU and memory.")
  var pid: Int32?

  @Option(help: "How many clients listen.")
  var clients = 100

  @Option(help: "How many of them speak; with none the run shows joining and idling.")
  var senders = 1

  @Option(help: "Messages in all; without it the load runs for --seconds.")
  var messages: Int?

  @Option(help: "Seconds of the measured part.")
  var seconds = 2.0

  @Option(help: "Clients that join a second; 0 is as fast as the server lets them in.")
  var joins = 0

  @Option(help: "Further clients that join and never read.")
  var deaf = 0

  @Option(help: "Bytes of each message, 10 at least.")
  var size = 64

  @Option(help: "Messages on their way at once, all senders together.")
  var window = 64

  @Option(help: "Messages a second, all senders together; 0 is as fast as the window allows.")
  var rate = 0

  @Flag(help: "Looks for what comes without sleeping: takes a core, and no server has to wake it.")
  var spin = false

  @Flag(help: "The result as JSON.")
  var json = false

  func run() async throws {
    var load = Load(
      clients: clients, senders: senders, size: size, window: window, rate: rate,
      amount: messages.map { .messages($0) } ?? .seconds(seconds))
    (load.deaf, load.joins, load.spins) = (deaf, joins, spin)
    let outcome = try await Generator(target, port: port, pid: pid)
      .run(load) { Progress.show($0) }
    Progress.end()
    print(json ? try JSON.text(outcome) : outcome.table(target.rawValue))
    if let trouble = outcome.trouble {
      Progress.tell(trouble)
      throw ExitCode(1)
    }
  }
}
