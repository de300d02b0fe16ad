import Glibc
import Testing

/// The place where the server runs.
@Suite struct SeatTests {
  @Test func `whoever sits at a terminal of the server has a say`() async throws {
    try await Stage.run { stage in
      let ports = ["--port", "0", "--raw-port", "off", "--line-port", "off", "--udp-port", "off"]
      // The shell tells of the end: tmux 3.3 now and then misses the status of a pane that is dead.
      let script = "trap : INT; \"$0\" \"$@\"; echo ended $?; exec sleep 60"
      let seat = try await stage.terminal(
        ["/bin/sh", "-c", script, Built.server.path()] + ports, columns: 100, rows: 40)
      let screen = try await seat.shows("ready")
      let listening = try #require(
        screen.text.firstMatch(of: #/listening length 127\.0\.0\.1:(\d+)/#))
      let bob = try stage.peer("framed_client", "\(listening.1)")
      bob.type("/hello 1 bob\n")
      try await bob.line("names") { $0.hasPrefix("/names") }
      try await seat.enter("say pens down")
      try await bob.line("the notice") { $0 == "/notice pens down" }
      try await seat.shows("*** pens down")
      try await seat.enter("/who")
      try await seat.shows("bob 127.0.0.1:")
      try await seat.enter("/mute bob")
      try await bob.line("muted") { $0.hasPrefix("/notice you are muted") }
      bob.type("hello?\n")
      try await bob.line("nothing was said") { $0 == "/notice you are muted: nothing was said" }
      try await seat.enter("/stats")
      try await seat.shows("stats muted 1")
      try await seat.enter("hello")
      try await seat.shows("hello is no order; /help lists them")
      try await seat.enter("/kick bob")
      try await bob.line("why") { $0 == "/notice you were asked to leave" }
      #expect(try await bob.exit() == .exited(0))
      try await seat.shows("- bob left (kicked)")
      // The end of the input ends nothing else; the keyboard's interrupt does.
      try await seat.press("C-d")
      try await seat.press("C-c")
      try await seat.shows("ended 0")
    }
  }

  @Test func `without a terminal nothing is read, and SIGUSR1 prints the counters`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      server.program.type("say hello\n/stats\n")
      watcher.type("words\n")
      _ = try await watcher.said(1)
      server.program.send(signal: SIGUSR1)
      try await server.console("the counters") { $0 == "stats datagram not sent 0" }
      let stats = server.console.filter { $0.hasPrefix("stats ") }
      #expect(stats.prefix(2) == ["stats members 1", "stats connections 1"])
      #expect(stats.contains("stats said 1"))
      #expect(!watcher.output.text.contains("hello"))
      #expect(server.console.count { $0.hasPrefix("stats members ") } == 1)
    }
  }
}
