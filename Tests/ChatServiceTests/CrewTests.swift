import ChatService
import ChatWire
import Testing

@testable import ChatService

/// Messages that several threads hand out.
@Suite struct CrewTests {
  /// More readers than one thread takes, and more bytes than the kernel holds for those who begin to read late.
  @Test func everyReaderGetsEveryByteInOrder() async throws {
    let readers = 40
    let rounds = 40
    try await LiveServer.run({ $0.threads = 3 }) { server in
      let speaker = try server.connect(.line)
      try speaker.send("/nick ann\n")
      let wires = try (0..<readers).map {
        let wire = try server.connect(.line, receiveBuffer: $0 == 0 ? 4_096 : nil)
        // It is in once it can be observed, which is so for 2 s.
        _ = try server.observe(wire)
        return wire
      }
      let text = String(repeating: "x", count: 1_000)
      for round in 1...rounds { try speaker.send("\(round) \(text)\n") }
      for round in 1...rounds { #expect(try speaker.talkLine() == "ann: \(round) \(text)") }
      for wire in wires {
        for round in 1...rounds { #expect(try wire.talkLine() == "ann: \(round) \(text)") }
      }
    }
  }
}
