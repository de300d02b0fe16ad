import ChatClient
import ChatScreen
import ChatWire
import Logging
import NIOPosix

/// A session, and all that it told so far.
final class Witness {
  let session: Session
  private let mailbox: Mailbox<Message>
  private(set) var messages: [Message] = []

  init(_ framing: Framing, _ ports: [Framing: Int], nick: Nick, foreign: Bool = false) async throws
  {
    let endpoint = Endpoint(framing: framing, host: "127.0.0.1", port: ports[framing] ?? 1)
    let mailbox = Mailbox<Message>()
    self.mailbox = mailbox
    session = try await Session.start(
      SessionConfiguration(endpoint: endpoint, nick: nick, foreign: foreign),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      on: MultiThreadedEventLoopGroup.singleton.next()
    ) { mailbox.put($0) }
  }

  /// Waits for what `find` looks for in all that was told.
  func first<Found>(_ find: (Message) -> Found?) async -> Found {
    var seen = 0
    while true {
      for message in messages[seen...] {
        if let found = find(message) { return found }
      }
      seen = messages.count
      await mailbox.wait()
      messages += mailbox.take()
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

  /// Waits for a text of the room.
  func said(_ text: String) async -> Event {
    await first { message in
      guard case .heard(.event(let event), _) = message, case .said(_, _, _, text) = event else {
        return nil
      }
      return event
    }
  }
}
