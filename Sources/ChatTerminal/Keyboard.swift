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
  /// How long a paste may be silent before what there is of it goes in: its closing bracket may be lost for good.
  private static let patience = Duration.seconds(1)

  let keys: AsyncStream<Key>
  private let continuation: AsyncStream<Key>.Continuation
  private let input: Int32
  /// A pad, because reading from a window would refresh it.
  private let pad: UnsafeMutablePointer<WINDOW>?
  private let source: any DispatchSourceRead
  private var paste: PasteCollector?
  private var pasteEnd: Task<Void, Never>?
  /// Whether it has been silent for longer than that: what comes at one go may be the rest of it.
  private var isLate = false
  private var assembler = ScalarAssembler()
  /// What was read too far, the last one first.
  private var ahead: [(kind: Int32, code: UInt32)] = []
  private var isClosed = false

  init(input: Int32) {
    self.input = input
    (keys, continuation) = AsyncStream.makeStream(of: Key.self)
    pad = newpad(1, 1)
    keypad(pad, true)
    nodelay(pad, true)
    KeySequences.define()
    source = DispatchSource.makeReadSource(fileDescriptor: input, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.drain() }
    }
    source.activate()
  }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    pasteEnd?.cancel()
    source.cancel()
    continuation.finish()
    delwin(pad)
  }

  /// Takes the keys that are there.
  func drain() {
    for turn in 0..<Keyboard.burst {
      guard !isClosed else { return }
      let (kind, code) = next()
      if kind == ERR {
        if let key = lateKey() { continuation.yield(key) }
        if turn == 0, isGone { close() }
        return
      }
      if let key = key(kind, code) { continuation.yield(key) }
    }
    // What ncurses has read already wakes nobody.
    DispatchQueue.main.async { [weak self] in
      MainActor.assumeIsolated { self?.drain() }
    }
  }

  /// A scalar or one of ncurses' codes; ERR while there is none.
  ///
  /// wget_wch(3) would drop a character of which the terminal has only brought a part.
  private func next() -> (kind: Int32, code: UInt32) {
    while true {
      if let next = ahead.popLast() { return next }
      let code = wgetch(pad)
      guard code != ERR else { return (ERR, 0) }
      let byte = UInt8(exactly: code)
      if byte == nil { ahead = [(KEY_CODE_YES, UInt32(code))] }
      let scalars = byte.map { assembler.take($0) } ?? assembler.end()
      ahead += scalars.reversed().map { (OK, $0.value) }
    }
  }

  /// Whether the terminal hung up.
  private var isGone: Bool {
    var state = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard poll(&state, 1, 0) > 0 else { return false }
    return state.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
  }

  private func key(_ kind: Int32, _ code: UInt32) -> Key? {
    if kind == KEY_CODE_YES, isLate, Int32(code) != KeySequences.pasteEnd {
      if let key = endPaste() { continuation.yield(key) }
    }
    if kind == KEY_CODE_YES, Int32(code) == KeySequences.pasteStart {
      paste = paste ?? PasteCollector()
      pasteEnd = pasteEnd ?? Task { [weak self] in await self?.waitForPaste() }
    } else if kind == KEY_CODE_YES, Int32(code) == KeySequences.pasteEnd {
      return endPaste()
    } else if paste != nil {
      paste?.take(kind, code)
    } else if kind == KEY_CODE_YES, Int32(code) == KEY_MOUSE {
      for mouse in Keyboard.mice() { continuation.yield(.mouse(mouse)) }
    } else if kind == KEY_CODE_YES {
      return Keyboard.key(code: Int32(code))
    } else {
      return code == 0x1b ? keyBehindEscape() : Keyboard.key(scalar: code)
    }
    return nil
  }

  /// Alt is an Escape right before the key; ncurses has waited for it already.
  private func keyBehindEscape() -> Key {
    let (kind, code) = next()
    if kind != ERR {
      let isCode = kind == KEY_CODE_YES
      let key = isCode ? Keyboard.key(code: Int32(code)) : Keyboard.key(scalar: code)
      if let key = key.flatMap(Keyboard.alt) { return key }
      ahead.append((kind, code))
    }
    return .escape
  }

  private func endPaste() -> Key? {
    pasteEnd?.cancel()
    (pasteEnd, isLate) = (nil, false)
    defer { paste = nil }
    return paste?.isEmpty == true ? nil : paste?.key
  }

  /// What came at one go behind a paste that fell silent: more of it, unless it is a single key.
  private func lateKey() -> Key? {
    guard isLate, let paste, !paste.isEmpty else { return nil }
    pasteEnd?.cancel()
    guard let scalar = paste.single else {
      self.paste = PasteCollector(behind: paste)
      return paste.key
    }
    guard scalar != "\n", scalar != "\r" else {
      pasteEnd = Task { [weak self] in await self?.waitBehindEnter() }
      return nil
    }
    (self.paste, isLate) = (nil, false)
    return Keyboard.key(scalar: scalar.value)
  }

  /// The end of a line by itself is of the paste if more of it comes; else somebody has pressed Enter.
  private func waitBehindEnter() async {
    guard (try? await Task.sleep(for: Keyboard.patience)) != nil, isLate, paste?.single != nil
    else { return }
    (paste, isLate) = (nil, false)
    continuation.yield(.enter)
  }

  /// Lets a paste go in that brings nothing any more, and waits for its end without a clock.
  private func waitForPaste() async {
    var size: Int?
    while let paste, paste.bytes != size {
      size = paste.bytes
      guard (try? await Task.sleep(for: Keyboard.patience)) != nil else { return }
    }
    guard !Task.isCancelled, let part = paste else { return }
    let key = endPaste()
    (paste, isLate) = (PasteCollector(behind: part), true)
    if let key { continuation.yield(key) }
  }

  /// What the mouse did, without what nothing is bound to.
  ///
  /// Where curses has read several events for one KEY_MOUSE it gives the last one first.
  private static func mice() -> [Mouse] {
    var mice: [Mouse] = []
    var (row, column): (Int32, Int32) = (0, 0)
    while true {
      let kind: Mouse.Kind
      switch cn_mouse_event(&row, &column) {
      case 0: return mice.reversed()
      case 1: kind = .press
      case 2: kind = .release
      case 3: kind = .wheelUp
      case 4: kind = .wheelDown
      case 5: kind = .drag
      default: continue
      }
      mice.append(Mouse(kind, row: Int(row), column: Int(column)))
    }
  }

  /// The key that another one is with Alt; nil for those that nothing is bound to.
  static func alt(_ key: Key) -> Key? {
    switch key {
    case .character(let character): .alt(character)
    case .enter: .altEnter
    case .backspace, .control("h"): .altBackspace
    case .up: .altUp
    case .down: .altDown
    case .left: .altLeft
    case .right: .altRight
    case .home: .altHome
    case .end: .altEnd
    default: nil
    }
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
    case 0x1f: return .control("_")
    case 0x00, 0x1c...0x1e, 0x80...0x9f: return nil
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
    case KEY_SUSPEND: .control("z")
    case KEY_F0 + 1...KEY_F0 + 63: .function(Int(code - KEY_F0))
    default: KeySequences.key(code: code)
    }
  }
}
