import Glibc
import Testing

/// Two clients in two rooms, each in a terminal.
@Suite struct RoomSwitchTests {
  @Test(arguments: [(120, 40), (80, 24)])
  func `rooms are joined, talked in, counted and switched by keys`(columns: Int, rows: Int)
    async throws
  {
    try await Stage.run { stage in
      let server = try await stage.server()
      let guest = try stage.peer("framed_client", "\(server.length)")
      let alice = try await stage.screen(
        ["--port", "\(server.length)", "--nick", "alice"], columns: columns, rows: rows)
      let bob = try await stage.screen(
        ["--line", "--port", "\(server.line)", "--nick", "bob"],
        columns: columns, rows: rows)
      try await alice.joins("length")
      try await bob.joins("line")

      try await alice.enter("/join swift")
      try await alice.shows("[2 swift]")
      try await alice.enter("/topic all things")
      try await alice.shows("swift · length · all things")
      try await bob.enter("/join swift")
      try await bob.shows("swift · line · all things")
      try await bob.enter("hello swift")
      let there = try await alice.shows("bob: hello swift")
      #expect(there.isWhole)

      try await bob.press("M-1")
      try await bob.shows("[1 lobby]  2 swift")
      try await bob.enter("hello lobby")
      try await bob.enter("alice: are you here?")
      let counted = try await alice.shows("1 lobby 2!  [2 swift]")
      #expect(!counted.contains("hello lobby"))

      try await alice.press("d", "r", "a", "f", "t", "M-Up")
      let lobby = try await alice.shows("[1 lobby]  2 swift")
      #expect(lobby.contains("bob: hello lobby"))
      #expect(!lobby.contains("hello swift"))
      #expect(!lobby.contains("> draft"))
      try await alice.press("M-Right")
      try await alice.screen("the draft again") {
        $0.contains("> draft") && $0.contains("[2 swift]")
      }
      try await alice.press("M-Left")
      try await alice.shows("[1 lobby]")
      try await alice.press("M-2")
      try await alice.shows("[2 swift]")
      try await alice.press("C-u")

      try await alice.enter("/part")
      let parted = try await alice.screen("the lobby alone") {
        $0.contains("lobby · length") && !$0.contains("2 swift")
      }
      #expect(parted.contains("bob: hello lobby"))
      try await bob.press("M-Down")
      try await bob.shows("alice left")
      guest.type("good night\n")
      try await alice.shows("good night")
    }
  }

  @Test func `after the server is back, so are the rooms`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let alice = try await stage.screen(["--port", "\(server.length)", "--nick", "alice"])
      try await alice.joins("length")
      try await alice.enter("/join swift")
      try await alice.shows("[2 swift]")
      server.program.send(signal: SIGKILL)
      #expect(try await server.program.exit() == .signalled(SIGKILL))
      try await alice.shows("retrying")
      let again = try await stage.server(["--port", "\(server.length)"])
      try await again.console("the room") { $0 == "[swift] + alice" }
      try await alice.enter("still here")
      try await again.console("its words") { $0 == "[swift] alice: still here" }
      try await alice.shows("alice: still here")
    }
  }
}
