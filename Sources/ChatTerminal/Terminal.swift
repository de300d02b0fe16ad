package import ChatScreen
import CNcurses
import FoundationEssentials
import Glibc

/// The terminal while the screen is shown on it.
///
/// One actor owns curses, and this is the only way to it.
@MainActor
package final class Terminal {
  /// Key presses in order; it ends when the terminal is gone.
  package var keys: AsyncStream<Key> { keyboard.keys }
  /// Requests from outside to call `suspend`.
  package var stops: AsyncStream<Void> { stopSignal.requests }
  /// What the locale can write: lines only if it is one of UTF-8.
  package let signs: Signs
  /// The size when the terminal was last asked.
  package private(set) var size: Size

  private let output: Int32
  private let painter: Painter
  private let keyboard: Keyboard
  private let stopSignal: StopSignal
  private var modes: Modes

  fileprivate init(
    _ name: String, _ signs: Signs, _ stopSignal: StopSignal, input: Int32, output: Int32
  ) {
    self.output = output
    self.stopSignal = stopSignal
    self.signs = signs
    modes = Modes(name, output: output)
    size = Terminal.kernelSize(of: output)
    painter = Painter(output: output)
    keyboard = Keyboard(input: input)
    modes.turnOn()
  }

  /// Looks for keys now: while its thread is busy, nobody else does.
  package func listen() { keyboard.drain() }

  /// Shows a picture with one `doupdate`; only what differs from the last one is sent.
  package func paint(_ grid: Grid, _ theme: Theme = .standard) {
    painter.paint(grid, theme)
    modes.painted()
  }

  /// Lets the terminal tell of its mouse, or no more; it is the terminal's own again at every exit.
  ///
  /// - Returns: whether it tells now.
  package func mouse(_ isOn: Bool) -> Bool {
    let tells = cn_mouse(isOn)
    modes.drags(tells)
    return tells
  }

  /// Lets the next picture be painted whole, whatever is on the screen.
  package func redraw() {
    reset_prog_mode()
    modes.turnOn()
    painter.forget()
  }

  /// Whether the terminal has another size than when it was last asked.
  package var isResized: Bool { Terminal.kernelSize(of: output) != size }

  /// Asks for the size anew, to be called after SIGWINCH.
  ///
  /// - Returns: the size, for the model.
  package func resize() -> Size {
    size = Terminal.kernelSize(of: output)
    resizeterm(Int32(size.rows), Int32(size.columns))
    painter.forget()
    return size
  }

  /// Gives the terminal back and stops the whole job until the shell continues it; the next
  /// picture is painted whole.
  ///
  /// The size may have changed: call `resize` after it.
  package func suspend() {
    modes.turnOff()
    endwin()
    // The others of the job first; then this thread, which stands still before it returns, so that nothing is
    // painted over the shell.
    var stop = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &stop, nil)
    let handler = signal(SIGTSTP, SIG_IGN)
    kill(0, SIGTSTP)
    signal(SIGTSTP, SIG_DFL)
    raise(SIGTSTP)
    signal(SIGTSTP, handler)
    redraw()
  }

  package func bell() { beep() }

  /// Names the terminal's window, where it can be told to; the text has no control in it.
  package func name(_ title: String) { modes.name(title) }

  /// Puts text into the clipboard of the terminal by OSC 52 (xterm's control sequences, "Manipulate Selection
  /// Data"); a terminal that knows no such thing ignores it.
  package func copy(_ text: String) {
    let sequence = "\u{1b}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}"
    sequence.utf8CString.withUnsafeBufferPointer { bytes in
      cn_text(bytes.baseAddress, bytes.count - 1)
    }
    cn_flush(output)
  }

  fileprivate func close() {
    modes.turnOff()
    keyboard.close()
  }

  private static func kernelSize(of output: Int32) -> Size {
    var rows: Int32 = 24
    var columns: Int32 = 80
    cn_kernel_size(output, &rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }
}

/// Shows the screen for as long as `body` runs, and puts the terminal back however it ends.
///
/// Pictures go to standard output; keys come from standard input, or from the controlling terminal where that
/// is a pipe. Nothing else may print to the terminal meanwhile. A crash and `exit` restore it too; other signals
/// have to end `body`.
/// - Throws: `TerminalError` before anything is shown, or what `body` throws.
@MainActor
package func withTerminal<Result>(
  _ body: @MainActor (Terminal) async throws -> Result
) async throws -> Result {
  guard isatty(STDOUT_FILENO) == 1 else { throw TerminalError.notATerminal }
  let keyboard =
    isatty(STDIN_FILENO) == 1 ? dup(STDIN_FILENO) : open("/dev/tty", O_RDWR | O_CLOEXEC)
  guard keyboard >= 0 else { throw TerminalError.noKeyboard }
  let name = getenv("TERM").map { String(cString: $0) } ?? ""
  return try await withTerminal(name, input: keyboard, output: dup(STDOUT_FILENO), body)
}

/// The same on a terminal of one's own choice; both descriptors are closed at the end.
@MainActor
func withTerminal<Result>(
  _ name: String, input: Int32, output: Int32,
  _ body: @MainActor (Terminal) async throws -> Result
) async throws -> Result {
  // The streams are ncurses' own, so that closing them leaves 0 and 1 alone.
  guard let source = fdopen(input, "r") else { throw TerminalError.noKeyboard }
  defer { fclose(source) }
  guard let sink = fdopen(output, "w") else { throw TerminalError.notATerminal }
  defer { fclose(sink) }
  let signs = try useUTF8()
  if name.isEmpty { throw TerminalError.termNotSet }
  guard cn_find_terminal(name, output) == 1 else { throw TerminalError.unknownTerm(name) }
  guard cn_has("cup") else { throw TerminalError.cannotMove(name) }

  cn_arm(output)
  set_escdelay(25)
  let stopSignal = await StopSignal()
  defer { stopSignal.cancel() }
  guard let screen = newterm(name, sink, source) else {
    cn_disarm()
    throw TerminalError.unknownTerm(name)
  }
  defer {
    endwin()
    cn_disarm()
    delscreen(screen)
  }
  raw()
  noecho()
  nonl()
  let terminal = Terminal(name, signs, stopSignal, input: input, output: output)
  defer { terminal.close() }
  return try await body(terminal)
}

/// Sets the locale of characters from the environment, or C.UTF-8 where that one has no UTF-8: in any other,
/// wide-character calls succeed and CJK vanishes.
///
/// - Returns: what to draw with: where the locale is none of UTF-8, be it one that is not installed, who knows what
///   the terminal makes of lines.
private func useUTF8() throws(TerminalError) -> Signs {
  setlocale(LC_CTYPE, "")
  let codeset = String(cString: cn_codeset())
  if codeset == "UTF-8" { return .unicode }
  setlocale(LC_CTYPE, "C.UTF-8")
  guard String(cString: cn_codeset()) == "UTF-8" else { throw TerminalError.notUTF8(codeset) }
  return namesUTF8 ? .unicode : .ascii
}

/// Whether the environment asks for a locale of UTF-8 (locale(7)).
private var namesUTF8: Bool {
  let names: [String] = ["LC_ALL", "LC_CTYPE", "LANG"]
  let values = names.compactMap { name in getenv(name).map { String(cString: $0) } }
  let name = values.first { !$0.isEmpty }?.lowercased() ?? ""
  return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
}
