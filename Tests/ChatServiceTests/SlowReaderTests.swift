import ChatRoom
import ChatService
import ChatWire
import Testing

@Suite struct SlowReaderTests {
  /// The kernel takes some of what a client does not read; the server holds no more than its bound.
  @Test(arguments: [Framing.length, .line, .raw]) func whoNeverReadsIsCutAndToldWhy(
    framing: Framing
  )
    async throws
  {
    try await LiveServer.run({
      $0.lag = LagPolicy(limit: 100_000)
    }) { server in
      let ann = try server.join("ann")
      let slow = try server.connect(framing, receiveBuffer: 4_096)
      try slow.send(framing == .length ? Wire.framed("/nick sloth") : Array("/nick sloth\n".utf8))
      // Of whom nobody was told, nobody is told that it left.
      #expect(try await server.console.line("+ sloth 127.0.0.1:\(slow.port) \(framing.rawValue)"))
      let text = String(repeating: "x", count: 8_000)
      var count = 0
      while count < 3_000, !server.console.lines.contains("- sloth left (slow reader)") {
        try ann.frame(text)
        #expect(try ann.talk()?.hasSuffix(text) == true)
        count += 1
      }
      #expect(try await server.console.line("- sloth left (slow reader)"))
      // Whole messages, as many as were in flight, and then the reason.
      let heard = try slow.all().split(separator: "ann: " + text, omittingEmptySubsequences: false)
      let isToldWhy = heard.last?.contains(
        "/error slow more than 100000 bytes waited for you to read them")
      #expect(isToldWhy == true)
      #expect(heard.count > 1)
      try ann.frame("still here")
      #expect(try ann.talk()?.hasSuffix(" ann still here") == true)
    }
  }

  @Test func repliesThatAreNotReadCountToo() async throws {
    try await LiveServer.run({
      $0.lag = LagPolicy(limit: 100_000)
    }) { server in
      let slow = try server.connect(.line, receiveBuffer: 4_096)
      try slow.send("/nick sloth\n/me waves\n")
      let ping = Array(("/ping " + String(repeating: "x", count: 4_000) + "\n").utf8)
      var count = 0
      while count < 5_000, !server.console.lines.contains("- sloth left (slow reader)") {
        do { try slow.send(ping) } catch { break }
        count += 1
      }
      #expect(try await server.console.line("- sloth left (slow reader)"))
    }
  }
}
