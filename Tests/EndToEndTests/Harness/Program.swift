import Glibc
import Synchronization

/// A child process with all three standard streams piped to the test.
final class Program: Sendable {
  /// Held from the first pipe to the spawn, so that no other child inherits an end.
  private static let spawning = Mutex(())
  let name: String
  let pid: pid_t
  let output: Output
  let errors: Output
  private let input: Mutex<Int32?>
  private let status = Mutex<ExitStatus?>(nil)

  /// Starts the program at `path`.
  ///
  /// - Throws: ``Unmet`` if it cannot be started.
  init(_ path: String, _ arguments: [String] = [], environment: Environment = Environment()) throws
  {
    signal(SIGPIPE, SIG_IGN)
    name = ([path.split(separator: "/").last.map(String.init) ?? path] + arguments)
      .joined(separator: " ")
    let (pid, ends) = try Program.spawning.withLock { _ in
      let pipes = [try Pipe(), try Pipe(), try Pipe()]
      let theirs = [pipes[0].reading, pipes[1].writing, pipes[2].writing]
      defer { for end in theirs { close(end) } }
      return (
        try spawn(path, arguments, environment, streams: .descriptors(theirs)),
        [pipes[0].writing, pipes[1].reading, pipes[2].reading]
      )
    }
    self.pid = pid
    input = Mutex(ends[0])
    output = Output(descriptor: ends[1])
    errors = Output(descriptor: ends[2])
  }

  /// Starts the program at `path` on a terminal of its own, whose keyboard is `type` and whose bytes are `output`.
  ///
  /// - Throws: ``Unmet`` if there is no terminal, or the program cannot be started.
  init(
    _ path: String, _ arguments: [String], environment: Environment, columns: UInt16, rows: UInt16
  ) throws {
    name = ([path.split(separator: "/").last.map(String.init) ?? path] + arguments)
      .joined(separator: " ")
    let main: Int32
    (pid, main) = try Program.spawning.withLock { _ in
      var (main, other): (Int32, Int32) = (-1, -1)
      var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
      var file = [CChar](repeating: 0, count: 64)
      guard openpty(&main, &other, &file, nil, &size) == 0 else {
        throw Unmet(description: "no terminal: errno \(errno)")
      }
      defer { close(other) }
      for end in [main, other] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return (try spawn(path, arguments, environment, streams: .terminal(file)), main)
    }
    input = Mutex(fcntl(main, F_DUPFD_CLOEXEC, 0))
    output = Output(descriptor: main)
    errors = Output(descriptor: open("/dev/null", O_RDONLY | O_CLOEXEC))
  }

  /// Gives the program's terminal another size.
  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    input.withLock { if let open = $0 { _ = ioctl(open, UInt(TIOCSWINSZ), &size) } }
  }

  /// Writes `text` to the program's standard input.
  func type(_ text: String) { type(Array(text.utf8)) }

  func type(_ bytes: [UInt8]) {
    input.withLock { descriptor in
      guard let descriptor else { return }
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Ends the program's standard input.
  func closeInput() {
    input.withLock { descriptor in
      if let open = descriptor { close(open) }
      descriptor = nil
    }
  }

  /// Sends signal `number`, unless the program has been waited for already.
  func send(signal number: Int32) {
    status.withLock { if $0 == nil { kill(pid, number) } }
  }

  /// Stops every thread of the program, as `SIGSTOP` does, and waits until they stand.
  func stop() async throws {
    send(signal: SIGSTOP)
    try await eventually("\(name) stands still", every: .milliseconds(1)) {
      var raw: Int32 = 0
      return waitpid(pid, &raw, WNOHANG | WUNTRACED) == pid && raw & 0xff == 0x7f ? true : nil
    }
  }

  /// Lets a stopped program go on.
  func resume() { send(signal: SIGCONT) }

  /// How the program ended; nil while it runs.
  var ended: ExitStatus? {
    status.withLock { known in
      var raw: Int32 = 0
      if known == nil, waitpid(pid, &raw, WNOHANG) == pid { known = ExitStatus(waitStatus: raw) }
      return known
    }
  }

  /// How the program ended, once it has and all it wrote is there.
  func exit(within limit: Duration = .seconds(40)) async throws -> ExitStatus {
    try await eventually("\(name) ends", within: limit, every: .milliseconds(3)) {
      output.isComplete && errors.isComplete ? ended : nil
    }
  }

  /// The lines on standard output, once `predicate` holds for them.
  @discardableResult
  func lines(
    _ what: String, within limit: Duration = .seconds(40), until predicate: ([String]) -> Bool
  ) async throws -> [String] {
    try await heard(what, within: limit) { predicate($0) ? $0 : nil }
  }

  /// The first line on standard output that `predicate` holds for, once there is one.
  @discardableResult
  func line(
    _ what: String, within limit: Duration = .seconds(40), where predicate: (String) -> Bool
  ) async throws -> String {
    try await heard(what, within: limit) { $0.first(where: predicate) }
  }

  /// What `answer` finds in the lines on standard output; throws ``Unmet`` at the end of the stream.
  private func heard<Answer>(
    _ what: String, within limit: Duration, answer: ([String]) -> Answer?
  ) async throws -> Answer {
    try await eventually("\(what) from \(name)", within: limit) {
      let complete = output.isComplete
      if let found = answer(output.lines) { return found }
      guard complete else { return nil }
      throw Unmet(description: "\(name) ended without \(what)")
    }
  }

  /// Kills the program, if it still runs, and waits for its end.
  func end() {
    closeInput()
    status.withLock { known in
      guard known == nil else { return }
      var raw: Int32 = 0
      kill(pid, SIGKILL)
      while waitpid(pid, &raw, 0) < 0, errno == EINTR {}
      known = ExitStatus(waitStatus: raw)
    }
  }
}
