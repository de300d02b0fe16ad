import ArgumentParser
import ChatClient
import ChatScreen
import ChatWire
import Glibc
import Logging
import NIOPosix

/// The chat client: a conversation, and beside it the bytes that carry it.
@main
struct ChatTUI: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat-tui",
    abstract: "A terminal chat that shows its own wire.",
    version: "1.0.0")

  @OptionGroup var destination: Destination

  @Option(
    help:
      "The name to take, up to 16 letters, digits, '-', '_' or '.'; $USER, the account's name or guest if not given."
  )
  var nick: Nick?

  @Flag(
    help:
      "No screen: lines from standard input go out, received messages to standard output, one a line. The default when standard output is no terminal or TERM can't move its cursor."
  )
  var plain = false

  @Flag(
    help: "With --plain: show each write and read as a hexdump with its verdict on standard error.")
  var wire = false

  @Option(
    help:
      "With --plain: seconds to go on receiving after the end of input, unless the server closes before."
  )
  var linger = 1.0

  func validate() throws {
    guard linger >= 0, linger <= 86_400 else {
      throw ValidationError("--linger takes 0 to 86400 seconds")
    }
  }

  func run() async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    var client = PlainClient(endpoint: destination.endpoint)
    client.nick = nick
    client.wire = wire
    client.foreign = destination.foreign
    client.linger = linger
    throw ExitCode(await client.run(on: loop))
  }
}

extension Nick: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}
