package import ChatScreen
import ChatWire

/// One thing that the loop that owns a model waits for.
package enum Occurrence: Sendable {
  case message(Message)
  /// Lines from standard input; nil at its end.
  case input([String]?)
  /// The terminal has another size.
  case resized
  /// Somebody stopped the program from outside (SIGTSTP), or let it go on (SIGCONT).
  case stopped, continued
  /// What a lesson waits for did not come in time; the number says which wait it was, nil that the whole took too long.
  case expired(wait: Int?)
  /// It is time to paint.
  case frame
  /// A signal wants the program to end, or the terminal is gone.
  case terminated
}

extension Occurrence {
  /// The message, if it is one.
  package var message: Message? {
    guard case .message(let message) = self else { return nil }
    return message
  }

  /// Bytes of the wire that it holds.
  var bytes: Int {
    guard case .message(.wire(let entry)) = self else { return 0 }
    return switch entry {
    case .read(let bytes, _), .wrote(let bytes, _, _): bytes.count
    default: 0
    }
  }
}
