import ChatScreen
import CNcurses
import Dispatch
import Glibc

/// The keyboard: readiness of the terminal turned into keys.
///
/// It costs nothing while nobody types.
@MainActor
final class Keyboard {
  /// The most keys taken at one go, so that a long paste leaves room for painting.
  private static let burst = 1024

  let keys: AsyncStream<Key>
  private let continuation: AsyncStream<Key>.Continuation
  private let input: Int32
  /// A pad, because reading from a window would refresh it.
  private let pad: UnsafeMutablePointer<WINDOW>?
  private let source: any DispatchSourceRead

  init(input: Int32) {
    self.input = input
    (keys, continuation) = AsyncStream.makeStream(of: Key.self)
    pad = newpad(1, 1)
    keypad(pad, true)
    nodelay(pad, true)
    source = DispatchSource.makeReadSource(fileDescriptor: input, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.drain() }
    }
    source.activate()
  }

  func close() {
    source.cancel()
    continuation.finish()
    delwin(pad)
  }

  private func drain() {
    for turn in 0..<Keyboard.burst {
      var code: UInt32 = 0
      let kind = wget_wch(pad, &code)
      if kind == ERR {
        if turn == 0, isGone { close() }
        return
      }
      let key = kind == KEY_CODE_YES ? Keyboard.key(code: Int32(code)) : key(scalar: code)
      if let key { continuation.yield(key) }
    }
  }

  /// Whether the terminal hung up.
  private var isGone: Bool {
    var state = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard poll(&state, 1, 0) > 0 else { return false }
    return state.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
  }

  private func key(scalar: UInt32) -> Key? {
    guard scalar == 0x1b else { return Keyboard.key(scalar: scalar) }
    // Alt is an Escape right before the key; ncurses has waited for it already.
    var next: UInt32 = 0
    guard wget_wch(pad, &next) == OK, next != 0x1b else { return .escape }
    guard case .character(let character) = Keyboard.key(scalar: next) else { return .escape }
    return .alt(character)
  }

  /// The key of a scalar that was typed; nil for what no key writes.
  static func key(scalar: UInt32) -> Key? {
    switch scalar {
    case 0x0a, 0x0d: return .enter
    case 0x09: return .tab
    case 0x1b: return .escape
    case 0x7f: return .backspace
    case 0x01...0x1a:
      return Unicode.Scalar(scalar + 0x60).map { .control(Character($0)) }
    case 0x00, 0x1c...0x1f, 0x80...0x9f: return nil
    default: return Unicode.Scalar(scalar).map { .character(Character($0)) }
    }
  }

  /// The key of one of ncurses' codes; nil for those that nothing is bound to.
  static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_IC: .insert
    case KEY_ENTER: .enter
    case KEY_BTAB: .backTab
    case KEY_F0 + 1...KEY_F0 + 63: .function(Int(code - KEY_F0))
    default: nil
    }
  }
}
