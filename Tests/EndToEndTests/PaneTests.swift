import Glibc
import Testing

/// The habits of the panes in a real terminal.
@Suite struct PaneTests {
  @Test func `a line is picked, found, copied with its header, and the pane zoomed`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let alice = try await stage.screen(["--port", "\(server.length)", "--nick", "alice"])
      try await alice.joins("length")
      // Told a moment later than we are in: what we say has to be the last line.
      try await alice.shows("*** alice joined")
      try await alice.enter("hello 你")
      try await alice.shows("alice: hello 你")

      try await alice.press("C-p")
      try await alice.screen("the line and its read") { screen in
        screen.rows.contains { $0.hasPrefix("│▸") && $0.contains("alice: hello 你") }
          && screen.rows.contains { $0.contains("│•#") && $0.contains("◀ read") }
      }
      try await alice.enter("/copy hex")
      try await alice.shows("copied to the terminal's clipboard (OSC 52): message at ")
      let copied = try await alice.clipboard()
      let bytes = copied.split(whereSeparator: \.isWhitespace).compactMap { UInt8($0, radix: 16) }
      // A frame: its length, then the event whose text ends in ours.
      let length = try #require(bytes.first)
      #expect(bytes.count == Int(length) + 4 && Array(bytes[1..<4]) == [0, 0, 0])
      #expect(String(decoding: bytes.dropFirst(4), as: UTF8.self).hasSuffix(" alice hello 你"))

      let file = "\(stage.folder)/frame.swift"
      try await alice.enter("/copy swift \(file)")
      try await alice.shows("--- saved in")
      let cat = try stage.start("/bin/cat", [file])
      #expect(try await cat.exit() == .exited(0))
      #expect(cat.output.text.hasPrefix("let message_at_"))
      #expect(cat.output.text.hasSuffix(" 0xa0,\n]\n"))

      try await alice.enter("/find hex e4 bd a0")
      try await alice.shows("e4 bd a0 at byte ")
      try await alice.press("F3", "z")
      try await alice.screen("the wire alone") { $0.rows.first?.hasPrefix("┌ wire ▶") == true }
      try await alice.press("z", "n")
      try await alice.screen("both panes again") {
        $0.rows.first?.contains("┬ wire ▶") == true && $0.contains("e4 bd a0 at byte ")
      }
      // The keys are the chat's again.
      try await alice.press("Escape")
      try await eventually("the keys in the chat, where the cursor is") {
        try await alice.value("#{cursor_flag}") == "1" ? true : nil
      }
      try await alice.enter("pntz")
      try await alice.shows("alice: pntz")
    }
  }

  @Test func `the layers have the kernel's ports, and loopback no Ethernet`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let alice = try await stage.screen(["--port", "\(server.length)", "--nick", "alice"])
      try await alice.joins("length")
      try await alice.enter("hello")
      try await alice.shows("alice: hello")
      try await alice.enter("/layers")
      let shown = try await alice.shows("loopback has no Ethernet")
      #expect(
        shown.rows.contains {
          $0.contains("destination port") && $0.contains("\(server.length)")
            && $0.contains("kernel")
        }, "\(shown.text)")
      #expect(shown.contains("│ Ethernet 14 │ IPv4 20 │ TCP 32 │ data 9 │ FCS 4 │"))
      try await alice.press("Escape")
      try await alice.screen("the panes again") { !$0.contains("┌ layers") }
      try await alice.enter("/decode")
      try await alice.shows("length BE")
    }
  }
}
