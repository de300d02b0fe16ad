import Glibc
import Synchronization
import Testing

/// The programs, the terminals and the folder of one test; all are gone when it ends.
final class Stage: Sendable {
  let folder: String
  private let programs = Mutex<[Program]>([])
  private let terminals = Mutex<[Terminal]>([])

  /// Runs `body` with a stage of its own.
  ///
  /// An error that ends `body` is recorded together with what every program and screen said last.
  static func run(_ body: (Stage) async throws -> Void) async throws {
    let stage = try Stage()
    await Seats.all.take()
    do {
      try await body(stage)
    } catch {
      Issue.record("\(error)\n\(await stage.report())")
    }
    await stage.end()
    await Seats.all.leave()
  }

  private init() throws {
    var template = Array("/tmp/wirechat.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Unmet(description: "no folder: errno \(errno)") }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// A program, with pipes for its streams.
  func start(
    _ path: String, _ arguments: [String] = [], environment: Environment = Environment()
  ) throws -> Program {
    let program = try Program(path, arguments, environment: environment)
    programs.withLock { $0.append(program) }
    return program
  }

  /// A `chat-tui` on a terminal that is nothing but its bytes: no program stands between.
  func bare(
    _ flags: [String], columns: UInt16 = 120, rows: UInt16 = 40, environment: Environment
  ) throws -> Program {
    let program = try Program(
      Built.tui.path(), flags, environment: environment, columns: columns, rows: rows)
    programs.withLock { $0.append(program) }
    return program
  }

  /// A `chat-server`; any port that `flags` does not set is a free one, and `files` the most it may have open.
  func server(_ flags: [String] = [], files: Int? = nil) async throws -> ChatServer {
    let free = ["--port", "--raw-port", "--line-port", "--udp-port"]
      .filter { !flags.contains($0) }.flatMap { [$0, "0"] }
    guard let files else { return try await ChatServer(start(Built.server.path(), free + flags)) }
    let command = ["-c", "ulimit -n \(files); exec \"$0\" \"$@\"", try Built.server.path()]
    return try await ChatServer(start("/bin/sh", command + free + flags))
  }

  /// A `chat-tui` without a terminal.
  func tui(_ flags: String..., flags more: [String] = []) throws -> Program {
    try start(Built.tui.path(), flags + more)
  }

  /// A `chat-tui` without a terminal that is given `input` whole.
  func tui(reading input: String, _ flags: [String]) throws -> Program {
    let program = try start(Built.tui.path(), flags)
    program.type(input)
    program.closeInput()
    return program
  }

  /// A `chat-tui` in a terminal.
  func screen(
    _ flags: [String], columns: Int = 120, rows: Int = 40, environment: Environment = Environment()
  ) async throws -> Terminal {
    try await terminal(
      [Built.tui.path()] + flags, columns: columns, rows: rows, environment: environment)
  }

  /// Any command in a terminal.
  func terminal(
    _ command: [String], columns: Int, rows: Int, environment: Environment = Environment()
  ) async throws -> Terminal {
    let terminal = try await Terminal(
      command, columns: columns, rows: rows, folder: folder, environment: environment)
    terminals.withLock { $0.append(terminal) }
    return terminal
  }

  /// The Python program `Peers/NAME.py`, which knows nothing of this package.
  func peer(_ name: String, _ arguments: String...) throws -> Program {
    try peer(name, arguments)
  }

  func peer(
    _ name: String, _ arguments: [String], environment: Environment = Environment()
  ) throws -> Program {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return try start(
      Tool.python3.path(), ["/\(tests)/Peers/\(name).py"] + arguments, environment: environment)
  }

  /// A Python client on the length port that has said `/hello` and prints every event.
  func watcher(_ server: ChatServer, nick: String = "watcher") async throws -> Program {
    let watcher = try peer("framed_client", "\(server.length)")
    watcher.type("/hello 1 \(nick)\n")
    try await watcher.line("/welcome") { $0.hasPrefix("/welcome 1 ") }
    return watcher
  }

  private func report() async -> String {
    var parts: [String] = []
    for program in programs.withLock({ $0 }) {
      let lines = program.output.text.split(separator: "\n").suffix(15).joined(separator: "\n  ")
      let errors = program.errors.text.split(separator: "\n").suffix(15).joined(separator: "\n  ")
      parts.append("\(program.name) [\(program.ended.map { "\($0)" } ?? "running")]\n  \(lines)")
      if !errors.isEmpty { parts.append("  stderr: \(errors)") }
    }
    for terminal in terminals.withLock({ $0 }) {
      if let screen = try? await terminal.screen() { parts.append(screen.text) }
    }
    return parts.joined(separator: "\n")
  }

  private func end() async {
    for terminal in terminals.withLock({ $0 }) { await terminal.end() }
    for program in programs.withLock({ $0 }).reversed() { program.end() }
    let remover = try? Program("/bin/rm", ["-rf", folder])
    _ = try? await remover?.exit()
    remover?.end()
  }
}
