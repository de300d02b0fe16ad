import Testing

/// One room seen through every framing at once.
@Suite struct RoomTests {
  @Test func `four screens, nc and Python hear each other in one order`() async throws {
    try await Stage.run { stage in
      let room = try await FullRoom(stage)
      let speakers = room.speakers
      for speaker in speakers {
        try await speaker.say("\(speaker.nick) here")
        for listener in speakers where listener.nick != speaker.nick {
          try await listener.hears("\(speaker.nick): \(speaker.nick) here")
        }
      }
      for number in 1...4 {
        for speaker in speakers { try await speaker.say("\(number)-\(speaker.nick)") }
        // Without framing, a message keeps its borders only if it is read before the next is written.
        try await room.watcher.line("bob's") { $0.hasSuffix(" bob \(number)-bob") }
      }
      let said = try await room.watcher.said(speakers.count * 5).dropFirst(speakers.count)
      #expect(Set(said.map(\.text)).count == speakers.count * 4)
      #expect(said.allSatisfy { $0.text.hasSuffix("-\($0.nick)") })
      let order = said.map { "\($0.nick): \($0.text)" }
      for listener in speakers {
        try await listener.hears(order.last ?? "")
        let heard = try await listener.order(of: order)
        #expect(heard.count >= listener.depth, "\(listener.nick) heard \(heard)")
        #expect(heard == Array(order.suffix(heard.count)), "\(listener.nick)")
      }
    }
  }

  @Test(arguments: ["你好", "👩‍👩‍👧‍👦", "👍🏽🇨🇳", "e\u{301}ｱ한"])
  func `wide text leaves the divider and the borders straight`(text: String) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let sizes = [(120, 40), (80, 24), (30, 8)]
      var screens: [(Terminal, Int)] = []
      for (number, size) in sizes.enumerated() {
        let screen = try await stage.screen(
          ["--port", "\(server.length)", "--nick", "n\(number)"], columns: size.0, rows: size.1)
        screens.append((screen, size.0))
      }
      for (screen, _) in screens { try await screen.joins("length") }
      let guest = try stage.peer("framed_client", "\(server.length)")
      guest.type("/nick guest\n\(text)\(text) x\nend\n")
      for (screen, columns) in screens {
        let shown = try await screen.shows("guest: end")
        // tmux keeps 21 bytes of a cell: what it shows of a long cluster is not compared.
        let wide = try #require(
          shown.rows.firstIndex { $0.contains("guest: ") && $0.contains(" x") }, "\(shown.text)")
        let plain = try #require(shown.row(of: "guest: end"))
        let bars = try await screen.bars(row: plain)
        #expect(bars.count == [120: 3, 80: 2][columns] ?? 0, "\(bars)\n\(shown.text)")
        if columns > 30 { #expect(bars.first == 0 && bars.last == columns - 1, "\(bars)") }
        #expect(try await screen.bars(row: wide) == bars, "\(shown.text)")
      }
    }
  }
}
