import ChatService
import ChatWire
import Testing

@Suite struct OrderTests {
  /// What you see is what they saw: all four framings, all talking at once.
  @Test func everybodyHearsEverythingInOneOrder() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let bob = try server.join("bob")
      let line = try server.connect(.line)
      let raw = try server.connect(.raw)
      try line.send("/nick lin\n")
      try raw.send("/nick raw")
      _ = try server.observe(line)
      _ = try server.observe(raw)
      let rounds = 100
      for round in 1...rounds {
        try ann.frame("a\(round)")
        try line.send("l\(round)\n")
        try bob.frame("b\(round)")
      }
      func heard(_ wire: Wire) throws -> [String] {
        try (1...(3 * rounds)).map { number in
          let words = try wire.talk()?.split(separator: " ", maxSplits: 4) ?? []
          try #require(words.count == 5)
          #expect(words[0] == "/said")
          #expect(words[1] == "\(number)")
          return "\(words[3]): \(words[4])"
        }
      }
      let order = try heard(ann)
      #expect(try heard(bob) == order)
      for said in order { #expect(try line.talkLine() == said) }
      let run = order.joined()
      var bytes = ""
      while bytes.utf8.count < run.utf8.count, let more = try raw.read(), !more.isEmpty {
        bytes += String(decoding: more, as: UTF8.self)
        bytes.replace(/\*\*\* [a-z, ]+ joined/, with: "")
      }
      let isTheSame = bytes.hasPrefix(run)
      #expect(isTheSame)
      for (name, letter) in [("ann", "a"), ("bob", "b"), ("lin", "l")] {
        #expect(
          order.filter { $0.hasPrefix(name) } == (1...rounds).map { "\(name): \(letter)\($0)" })
      }
    }
  }
}
