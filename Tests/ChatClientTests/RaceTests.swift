import ChatClient
import ChatScreen
import ChatWire
import Testing

@Suite(.timeLimit(.minutes(3))) struct RaceTests {
  /// The fields of one row of a table.
  private func fields(_ line: String) -> [String] {
    line.split(separator: " ").map { String($0) }
  }

  @Test func theSameBurstOverThreeFramings() async throws {
    try await withServer { ports in
      let bob = try await Witness(.length, ports, nick: #require(Nick("bob")))
      _ = await bob.joined(.length)
      let ann = try await Witness(.length, ports, nick: #require(Nick("ann")))
      _ = await ann.joined(.length)
      await ann.observed()
      ann.session.perform(.race(count: 20, text: "Hello, Hello. How are you?"))
      let lines = await ann.first { message -> [String]? in
        guard case .heard(.table(let lines), _, _) = message else { return nil }
        return lines.map(\.description)
      }
      try #require(lines.count == 4)
      let rows = lines.dropFirst().map(fields)
      #expect(rows.map { $0[0] } == ["len", "raw", "udp"])
      #expect(rows.map { $0[1] } == ["20", "20", "20"])
      #expect(rows.map { $0[6] } == ["0", "0", "0"])
      #expect(rows[0][3] == "20")
      #expect(rows[1][2] == rows[1][3])
      #expect(rows[2] == ["udp", "20", "20", "20", "0", "0", "0"])
      // The room hears no word of it; on a busy machine the guests that race may be there long enough to be announced.
      ann.session.perform(.send("done"))
      _ = await bob.said("done")
      let heard = bob.messages.compactMap { message -> String? in
        guard case .heard(.event(let event), _, _) = message else { return nil }
        return event.text
      }
      #expect(!heard.contains { $0.contains("Hello") }, "\(heard)")
      await ann.session.leave(reason: "")
      await bob.session.leave(reason: "")
    }
  }

  @Test func withoutPortsThereIsNone() async throws {
    let peer = try await Peer { _, _ in }
    let ann = try await Witness(
      .line, [.line: peer.port], nick: #require(Nick("ann")), foreign: true)
    _ = await ann.joined(.line)
    ann.session.perform(.race(count: 20, text: "hi"))
    #expect(await ann.trouble().hasPrefix("no race: the server has not told its ports"))
    await ann.session.leave(reason: "")
    try await peer.stop()
  }
}
