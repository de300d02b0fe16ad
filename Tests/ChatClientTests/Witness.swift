import ChatClient
import ChatScreen
import ChatWire
import Logging
import NIOCore
import NIOPosix

/// A session, and all that it told so far.
final class Witness {
  let session: Session
  private let mailbox: Mailbox
  private(set) var messages: [Message] = []
  /// Messages that were looked at already.
  private var seen = 0

  init(
    _ framing: Framing, _ ports: [Framing: Int], nick: Nick, foreign: Bool = false,
    given: [Framing: Int] = [:],
    on loop: any EventLoop = MultiThreadedEventLoopGroup.singleton.next()
  ) async throws {
    let endpoint = Endpoint(framing: framing, host: "127.0.0.1", port: ports[framing] ?? 1)
    let mailbox = Mailbox()
    self.mailbox = mailbox
    session = try await Session.start(
      SessionConfiguration(endpoint: endpoint, nick: nick, foreign: foreign, ports: given),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      on: loop
    ) { mailbox.put(.message($0)) }
  }

  /// Waits for what `find` looks for in what was told since the last time.
  func first<Found>(_ find: (Message) -> Found?) async -> Found {
    while true {
      while seen < messages.count {
        seen += 1
        if let found = find(messages[seen - 1]) { return found }
      }
      await mailbox.wait()
      messages += mailbox.take(.max).items.compactMap(\.message)
    }
  }

  /// Waits until the session may send, and says under which name, and whether to a foreign server.
  func joined(_ framing: Framing) async -> (nick: String, foreign: Bool) {
    await first { message in
      guard case .link(.joined(let endpoint, let nick, let foreign)) = message,
        endpoint.framing == framing
      else { return nil }
      return (nick, foreign)
    }
  }

  /// Waits until the server has shown the connection, be it before it was joined or after.
  func observed() async {
    let shows = { (message: Message) -> Bool? in
      if case .link(.observed) = message { true } else { nil }
    }
    if !messages.contains(where: { shows($0) == true }) { _ = await first(shows) }
  }

  /// Waits until a write of this text was seen so many times since the last time.
  func wrote(_ text: String, times: Int = 1) async {
    var left = times
    await first { message -> Void? in
      guard case .wire(.wrote(let bytes, _, _)) = message, bytes == Array(text.utf8) else {
        return nil
      }
      left -= 1
      return left == 0 ? () : nil
    }
  }

  /// Waits for the next sentence about something that went wrong.
  func trouble() async -> String {
    await first { message in
      guard case .heard(.trouble(let sentence), _, _) = message else { return nil }
      return "\(sentence)"
    }
  }

  /// Waits for a text of the room.
  func said(_ text: String) async -> Event {
    await first { message in
      guard case .heard(.event(let event), _, _) = message, case .said(_, _, _, text) = event else {
        return nil
      }
      return event
    }
  }
}
