import Glibc
import Synchronization

/// A terminal of a given size, in a tmux server of its own, that runs one program.
final class Terminal: Sendable {
  private static let count = Atomic<Int>(0)
  private let tmux: String
  private let socket: String
  private let environment: Environment

  /// Runs `command` in a terminal of `columns` × `rows`; the screen stays when it has ended.
  init(
    _ command: [String], columns: Int, rows: Int, folder: String, environment: Environment
  ) async throws {
    tmux = try Tool.tmux.path()
    let number = Terminal.count.wrappingAdd(1, ordering: .relaxed).newValue
    socket = "\(folder)/tmux\(number)"
    self.environment = environment
    try await run(
      [
        "start-server", ";", "set-option", "-g", "remain-on-exit", "on", ";",
        "set-option", "-g", "default-terminal", "screen-256color", ";",
        "set-option", "-s", "set-clipboard", "on", ";",
        "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "--",
      ] + command)
  }

  /// Presses keys by their tmux names: `Enter`, `C-d`, `F2`.
  func press(_ keys: String...) async throws {
    try await run(["send-keys", "--"] + keys)
  }

  /// Types `text` as it is, then Enter.
  func enter(_ text: String) async throws {
    try await run(["send-keys", "-l", "--", text, ";", "send-keys", "Enter"])
  }

  /// Types `text` as it is.
  func type(_ text: String) async throws {
    try await run(["send-keys", "-l", "--", text])
  }

  /// Sends bytes as the terminal's keyboard or mouse would.
  func send(_ bytes: [UInt8]) async throws {
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    try await run(["send-keys", "-H"] + digits)
  }

  /// Pastes `text`, in brackets if the program has asked for them.
  func paste(_ text: String) async throws {
    try await run(["set-buffer", "--", text, ";", "paste-buffer", "-p"])
  }

  /// What the terminal shows now.
  func screen() async throws -> Screen {
    Screen(try await run(["capture-pane", "-p"]))
  }

  /// What the terminal's own selection finds: rows that it broke itself are one.
  func lines() async throws -> [String] {
    Screen(try await run(["capture-pane", "-J", "-p"])).rows
  }

  /// What the terminal shows now, with the sequences of its colours and attributes (SGR).
  func picture() async throws -> String { try await run(["capture-pane", "-e", "-p"]) }

  /// What the terminal shows, once `predicate` holds for it.
  @discardableResult
  func screen(
    _ what: String, within limit: Duration = .seconds(40), until predicate: (Screen) -> Bool
  ) async throws -> Screen {
    let last = Mutex("")
    return try await eventually(
      "\(what) on screen\n\(last.withLock { $0 })", within: limit, every: .milliseconds(20)
    ) {
      let screen = try await screen()
      last.withLock { $0 = screen.text }
      return predicate(screen) ? screen : nil
    }
  }

  /// What the terminal shows, once `text` is on it, be it broken over rows.
  @discardableResult
  func shows(_ text: String, within limit: Duration = .seconds(40)) async throws -> Screen {
    try await screen("“\(text)”", within: limit) { $0.contains(text) }
  }

  /// Waits until the client says that it has joined under `framing`.
  func joins(_ framing: String) async throws {
    try await screen("joined · \(framing)") { $0.joined == framing }
  }

  /// The value of a tmux format, such as `#{alternate_on}`.
  func value(_ format: String) async throws -> String {
    try await run(["display-message", "-p", format]).trimmingSuffix(while: \.isNewline)
  }

  /// The columns at which row `row` shows `│`, as the terminal's own cells count them.
  ///
  /// Only the terminal knows how wide it drew each character: its copy mode jumps from bar to bar.
  func bars(row: Int) async throws -> [Int] {
    let down = row > 0 ? ["send-keys", "-X", "-N", "\(row)", "cursor-down", ";"] : []
    try await run(
      ["copy-mode", ";", "send-keys", "-X", "top-line", ";"] + down
        + ["send-keys", "-X", "start-of-line"])
    var columns: [Int] = []
    if try await screen().rows[row].first == "│" { columns.append(0) }
    while let column = Int(try await jumped("│")), column > columns.last ?? -1, column > 0 {
      columns.append(column)
    }
    try await run(["send-keys", "-X", "cancel"])
    return columns
  }

  /// Where copy mode stands after a jump to the next `character` of the row.
  private func jumped(_ character: Character) async throws -> String {
    try await run(["send-keys", "-X", "jump-forward", String(character)])
    return try await value("#{copy_cursor_x}")
  }

  /// What the program has put into the terminal's clipboard.
  func clipboard() async throws -> String {
    try await eventually("a clipboard", within: .seconds(40), every: .milliseconds(20)) {
      try? await run(["show-buffer"])
    }
  }

  func resize(columns: Int, rows: Int) async throws {
    try await run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Copies everything that the program writes to its terminal from now on to the file at `path`.
  func record(to path: String) async throws {
    try await run(["pipe-pane", "cat > '\(path)'"])
  }

  /// Sends signal `number` to the `chat-tui` that the terminal's shell runs.
  func signalForeground(_ number: Int32) async throws {
    let shell = try await value("#{pane_pid}")
    let list = try Program(
      "/bin/cat", ["/proc/\(shell)/task/\(shell)/children"], environment: environment)
    defer { list.end() }
    _ = try await list.exit()
    for child in list.output.text.split(whereSeparator: \.isWhitespace) {
      if let pid = pid_t(child) { kill(pid, number) }
    }
  }

  /// Ends the program and the terminal.
  func end() async {
    _ = try? await run(["kill-server"])
  }

  @discardableResult
  private func run(_ arguments: [String]) async throws -> String {
    let program = try Program(
      tmux, ["-u", "-S", socket, "-f", "/dev/null"] + arguments, environment: environment)
    defer { program.end() }
    program.closeInput()
    guard try await program.exit() == .exited(0) else {
      throw Unmet(description: "tmux \(arguments.first ?? ""): \(program.errors.text)")
    }
    return program.output.text
  }
}

extension String {
  /// The string without the characters at its end that `predicate` holds for.
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, predicate(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
