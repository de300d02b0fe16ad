import ChatScreen
import Foundation
import Dispatch
import Glibc
import Synchronization
import Testing

@testable import ChatTerminal

/// The terminal on a pseudoterminal: what it is sent, byte by byte.
@MainActor
@Suite(.serialized) struct TerminalTests {
  /// Runs `body` on a new terminal.
  ///
  /// - Returns: everything that the terminal was sent.
  private func bytes(
    _ name: String = "xterm", _ columns: UInt16 = 20, _ rows: UInt16 = 4,
    typing keys: String = "", _ body: @MainActor (Terminal) async throws -> Void,
    failing expected: (any Error) -> Bool = { _ in false }
  ) async throws -> [UInt8] {
    var (main, other): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&main, &other, nil, nil, &size) == 0)
    // A program that another test starts meanwhile must not hold them open.
    for end in [main, other] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let input = fcntl(other, F_DUPFD_CLOEXEC, 0)
    let master = main
    // On a thread of its own: a read that blocks one of Swift's few threads would block other tests.
    let reader = Task {
      await withCheckedContinuation { (all: CheckedContinuation<[UInt8], Never>) in
        DispatchQueue(label: "terminal").async { all.resume(returning: Self.drain(master)) }
      }
    }
    let outcome: Result<Void, any Error>
    do {
      try await withTerminal(name, input: input, output: other) { terminal in
        // Not before: what is typed into a terminal with line discipline is edited.
        _ = write(master, keys, keys.utf8.count)
        try await body(terminal)
      }
      outcome = .success(())
    } catch {
      outcome = .failure(error)
    }
    // Closed only when nobody reads it any more: the number is somebody's socket a moment later.
    let sent = await reader.value
    close(main)
    if case .failure(let error) = outcome, !expected(error) { throw error }
    return sent
  }

  private nonisolated static func drain(_ descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &part, part.count)
      guard count > 0 else { return all }
      all += part.prefix(count)
    }
  }

  private func grid(_ text: String, columns: Int = 20, rows: Int = 4) -> Grid {
    var grid = Grid(size: Size(columns: columns, rows: rows))
    grid.put(text, row: 0, columns: 0..<columns)
    return grid
  }

  @Test func itIsRestored() async throws {
    let sent = String(decoding: try await bytes { $0.paint(grid("hi")) }, as: UTF8.self)
    #expect(sent.contains("\u{1b}[?1049h") && sent.contains("hi"))
    let end = try #require(sent.range(of: "\u{1b}[?1049l"))
    #expect(!sent[end.lowerBound...].contains("hi"))
  }

  @Test func itIsRestoredWhenTheBodyThrows() async throws {
    struct Stop: Error {}
    let sent = try await bytes { terminal in
      terminal.paint(grid("hi"))
      throw Stop()
    } failing: {
      $0 is Stop
    }
    #expect(String(decoding: sent, as: UTF8.self).contains("\u{1b}[?1049l"))
  }

  @Test(arguments: [
    ("dumb", TerminalError.cannotMove("dumb")), ("", .termNotSet),
    ("no-such-terminal", .unknownTerm("no-such-terminal")),
  ])
  func terminalsThatWontDo(name: String, error: TerminalError) async {
    await #expect(throws: error) { try await bytes(name) { _ in } }
  }

  @Test func keysArrive() async throws {
    var keys: [Key] = []
    _ = try await bytes("xterm", typing: "a你\u{1b}OA\u{1b}[6~\u{3}\u{1b}x\u{7f}\r") { terminal in
      for await key in terminal.keys {
        keys.append(key)
        if key == .enter { break }
      }
    }
    #expect(
      keys == [
        .character("a"), .character("你"), .up, .pageDown, .control("c"), .alt("x"), .backspace,
        .enter,
      ])
  }

  /// F1 to F12 as a terminal's own entry has them (kf1 to kf12), and as xterm and tmux send them whatever TERM says.
  @Test(
    arguments: [
      ("xterm-256color", "OP OQ OR OS [15~ [17~ [18~ [19~ [20~ [21~ [23~ [24~"),
      ("screen", "OP OQ OR OS [15~ [17~ [18~ [19~ [20~ [21~ [23~ [24~"),
      ("linux", "[[A [[B [[C [[D [[E [17~ [18~ [19~ [20~ [21~ [23~ [24~"),
      ("linux", "OP OQ OR OS [15~ [17~ [18~ [19~ [20~ [21~ [23~ [24~"),
      ("vt100", "OP OQ OR OS Ot Ou Ov Ol Ow Ox"),
      ("vt100", "OP OQ OR OS [15~ [17~ [18~ [19~ [20~ [21~ [23~ [24~"),
    ])
  func functionKeysAre(name: String, sequences: String) async throws {
    var keys: [Key] = []
    let endings = sequences.split(separator: " ")
    let typed = endings.map { "\u{1b}\($0)" }.joined()
    _ = try await bytes(name, typing: typed + "\u{1a}\r") { terminal in
      for await key in terminal.keys {
        keys.append(key)
        if key == .enter { break }
      }
    }
    #expect(keys == endings.indices.map { .function($0 + 1) } + [.control("z"), .enter])
  }

  /// Curses ignores SIGTSTP while it writes, if nobody else has it.
  @Test func aRequestToStopIsHeardWhilePainting() async throws {
    let isOver = Atomic(false)
    _ = try await bytes("xterm", 200, 60) { terminal in
      let (looks, continuation) = AsyncStream.makeStream(of: Bool.self)
      DispatchQueue(label: "looks").async {
        repeat { continuation.yield(Self.isIgnored) } while !isOver.load(ordering: .relaxed)
        continuation.finish()
      }
      var look = looks.makeAsyncIterator()
      #expect(await look.next() == false)
      for letter in "abcdefghijklmnopqrstuvwxyz" {
        var grid = Grid(size: Size(columns: 200, rows: 60))
        for row in 0..<60 { grid.fill(letter, row: row, columns: 0..<200) }
        terminal.paint(grid)
      }
      isOver.store(true, ordering: .relaxed)
      #expect(await !looks.contains(true))
      kill(getpid(), SIGTSTP)
      for await _ in terminal.stops { break }
    }
  }

  private nonisolated static var isIgnored: Bool {
    var action = sigaction()
    sigaction(SIGTSTP, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// What is there at once comes in its order, as xterm tells it (X10 and SGR encoding, "Mouse Tracking").
  @Test(
    arguments: [
      ("screen", "\u{1b}[M *%\u{1b}[M@&%\u{1b}[M#!%"),
      ("xterm", "\u{1b}[<0;10;5M\u{1b}[<32;6;5M\u{1b}[<0;1;5m"),
    ])
  func aDragIsWhole(name: String, typed: String) async throws {
    var keys: [Key] = []
    _ = try await bytes(name, typing: typed + "\r") { terminal in
      #expect(terminal.mouse(true))
      for await key in terminal.keys {
        keys.append(key)
        if key == .enter { break }
      }
    }
    #expect(
      keys == [
        .mouse(Mouse(.press, row: 4, column: 9)), .mouse(Mouse(.drag, row: 4, column: 5)),
        .mouse(Mouse(.release, row: 4, column: 0)), .enter,
      ])
  }

  @Test func whatDidNotChangeIsNotSentAgain() async throws {
    let once = try await bytes { $0.paint(grid("some text")) }
    let thrice = try await bytes { terminal in
      for _ in 0..<3 { terminal.paint(grid("some text")) }
    }
    #expect(once == thrice)
  }

  /// A joined emoji goes out whole, after its stand-in, and what is right of it is put by absolute column.
  @Test func joinedEmojiAreOverlaid() async throws {
    let family = "👩\u{200d}👩\u{200d}👧\u{200d}👦"
    let sent = String(decoding: try await bytes { $0.paint(grid("a\(family)|")) }, as: UTF8.self)
    let overlay = try #require(sent.range(of: "\u{1b}[1;2H\(family)"))
    #expect(sent[..<overlay.lowerBound].contains("👩"))
    #expect(sent[overlay.upperBound...].hasPrefix("\u{1b}[1;4H|\u{1b}[1;5H "))
  }

  @Test func aFlagThatGoesLeavesNothingBehind() async throws {
    let sent = try await bytes { terminal in
      terminal.paint(grid("🇩🇪x"))
      terminal.paint(grid("  x"))
    }
    // Its neighbour goes out with the row, behind the flag, and with the row that has no flag any more.
    let text = String(decoding: sent, as: UTF8.self)
    #expect(text.filter { $0 == "x" }.count == 3)
  }

  /// Nothing but text and what terminfo has for a terminal goes out, whatever peers say.
  @Test(arguments: ["xterm", "xterm-256color", "tmux-256color", "screen", "linux", "vt100"])
  func noForeignSequenceReachesTheTerminal(name: String) async throws {
    let hostile =
      "\u{1b}]0;title\u{7}\u{9b}2J\u{90}q\u{9c}\u{202e}x\u{200b}a\(String(repeating: "\u{301}", count: 500))"
      + "👩\u{200d}👩\u{200d}👧\u{200d}👦🇩🇪❤\u{fe0f}\u{2028}\u{e0041}你"
    let sent = try await bytes(name, 60, 10) { terminal in
      var grid = Grid(size: Size(columns: 60, rows: 10))
      for row in 0..<9 {
        grid.put(VisibleText.row(hostile), row: row, columns: row..<60, style: .trouble)
      }
      terminal.paint(grid)
      grid.fill(" ", row: 3, columns: 0..<60)
      terminal.paint(grid)
      terminal.redraw()
      terminal.paint(grid)
    }
    // What is left when the sequences that curses may use are taken out has no control but line ends.
    let known = try Regex("\u{1b}(\\[[?>]?[0-9;]*[A-Za-z]|[()][AB0]|[=>78MHc]|\\][RP][0-9a-f]*)")
    let left = String(decoding: sent, as: UTF8.self).replacing(known, with: "")
    for scalar in left.unicodeScalars {
      let isText = scalar.value >= 0x20 && !(0x7f..<0xa0).contains(scalar.value)
      #expect(isText || "\r\n\u{8}\u{e}\u{f}\t".unicodeScalars.contains(scalar), "\(scalar.value)")
      #expect(scalar.value != 0x202e && scalar.value != 0x2028)
    }
    #expect(!left.contains("\u{7}"))
  }
}
