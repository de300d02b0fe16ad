import ChatScreen
import ChatWire

/// How far the server has read what we wrote, as its observer tells.
struct ServerProgress {
  private var written = 0
  private var read = 0
  /// Whether the server has said anything about the connection: it knows the protocol then.
  private(set) var isKnown = false

  /// Whether nothing that we write from now on can stick to what we wrote so far.
  var hasReadAll: Bool { read >= written }

  mutating func take(_ message: Message) {
    switch message {
    case .link(.observed): isKnown = true
    case .wire(.wrote(let bytes, _, _)): written += bytes.count
    case .wire(.peerRead(let offset, let length, _)):
      let (end, overflow) = offset.addingReportingOverflow(length)
      if !overflow { read = max(read, end) }
    default: break
    }
  }
}
