import ChatClient
import ChatScreen
import ChatWire
import Testing

@Suite(.timeLimit(.minutes(1))) struct WrongPortTests {
  @Test(
    arguments: [
      (Framing.length, "guest1: \r\0\0\0/hello 1 ann", Framing.raw),
      (.length, "*** ann joined\n", .line),
      (.length, "GET / HTTP/1.1\n", .line),
      (.raw, "\u{7f}\0\0\0*** ann joined", nil),
      (.raw, "\u{e}\0\0\0*** ann joined", .length),
      (.line, "\u{c}\0\0\0/error frame", .length),
      (.raw, "ann: \u{c}\0\0\0/error frame", nil),
      (.raw, "ann", nil), (.line, "/welcome 1 0.1 ann lobby 1\n", nil),
      (.length, "\u{5}\0\0\0hello", nil), (.udp, "\u{5}\0\0\0/away", nil),
    ] as [(Framing, String, Framing?)])
  func whatItsFirstBytesShow(dialled: Framing, text: String, framing: Framing?) {
    #expect(WrongPort.framing(of: Array(text.utf8), dialled: dialled) == framing)
  }

  /// A script has to learn that nobody read its words.
  @Test(arguments: [(Framing.length, Framing.raw), (.line, .length), (.raw, .length)])
  func plainModeSaysSoToo(dialled: Framing, real: Framing) async throws {
    try await withServer { ports in
      let port = try #require(ports[real])
      let run = try await PlainRun.of(dialled, port: port, input: "hello there\n".utf8)
      #expect(run.status == 1)
      #expect(
        run.errors.hasPrefix("chat-tui: 127.0.0.1:\(port) looks like a \(real.rawValue) port: try ")
      )
    }
  }

  /// It says so in one sentence, and comes back no more.
  @Test(arguments: [(Framing.length, Framing.raw), (.line, .length)])
  func aPortOfAnotherFramingIsNamedAndLeft(dialled: Framing, real: Framing) async throws {
    try await withServer { ports in
      let port = try #require(ports[real])
      let ann = try await Witness(dialled, [dialled: port], nick: #require(Nick("ann")))
      let sentence = await ann.first { message -> String? in
        switch message {
        case .link(.closed(let reason)): "\(reason)"
        case .link(.waiting(_, _, let reason)): "waits: \(reason)"
        default: nil
        }
      }
      let flags = real == .raw ? "--raw" : "--framing length"
      #expect(
        sentence == "127.0.0.1:\(port) looks like a \(real.rawValue) port: "
          + "try \(flags) --port \(port), or --port \(dialled.defaultPort) for \(dialled.rawValue)")
      await ann.session.leave(reason: "")
    }
  }

  /// A port that was given for the framing is the one to go to, also after another try.
  @Test func thePortThatWasGivenIsNamed() async throws {
    try await withServer { ports in
      let (port, raw) = (try #require(ports[.length]), try #require(ports[.raw]))
      let ending = "try --framing length --port \(port), or --port \(raw) for raw"
      let ann = try await Witness(
        .raw, [.raw: port], nick: #require(Nick("ann")), given: [.raw: raw])
      for _ in 0..<2 {
        let sentence = await ann.first { message -> String? in
          if case .link(.closed(let reason)) = message { "\(reason)" } else { nil }
        }
        #expect(sentence.hasSuffix(ending))
        ann.session.perform(.reconnect)
      }
      await ann.session.leave(reason: "")
      let run = try await PlainRun.of(.raw, port: port, input: "hello there\n".utf8) {
        $0.given = raw
      }
      #expect(run.errors.hasSuffix(ending + "\n"))
    }
  }
}
