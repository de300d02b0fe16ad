import ChatScreen
import ChatWire
import Testing

@Suite struct ClientCommandTests {
  @Test(
    arguments: [
      ("hello", .text), ("//me", .text), (" /me", .text),
      ("/help", .intent(.help)), ("/help msg", .intent(.explain("msg"))),
      ("/help /msg", .intent(.explain("msg"))),
      ("/query bob psst", .intent(.room(.talk("bob", text: "psst")))),
      ("/list", .intent(.room(.list))),
      ("/whois bob", .intent(.command("/who"))), ("/connect", .intent(.reconnect)),
      ("/j #den", .intent(.room(.join("den")))), ("/leave", .intent(.room(.part(reason: "")))),
      ("/exit", .intent(.quit(reason: ""))), ("/reconnect", .intent(.reconnect)),
      (
        "/burst 20 Hello, Hello. How are you?",
        .intent(.burst(count: 20, text: "Hello, Hello. How are you?"))
      ),
      ("/framing", .intent(.framing(nil))),
      ("/framing raw", .intent(.framing(.raw))),
      ("/framing udp", .intent(.framing(.udp))),
      ("/raw on", .intent(.framing(.raw))),
      ("/raw off", .intent(.framing(.length))),
      ("/capture a b.pcapng", .intent(.capture("a b.pcapng"))),
      ("/capture off", .intent(.capture(nil))),
      ("/quit", .intent(.quit(reason: ""))),
      ("/quit so long", .intent(.quit(reason: "so long"))),
      ("/nick ann", .intent(.command("/nick ann"))),
      ("/me waves  twice", .intent(.command("/me waves  twice"))),
      ("/msg bob psst, you", .intent(.command("/msg bob psst, you"))),
      ("/history 20", .intent(.command("/history 20"))),
      ("/who", .intent(.command("/who"))),
      ("/names", .intent(.command("/who"))),
      ("/search needle in hay", .intent(.chat(.look("needle in hay")))),
      ("/search", .intent(.chat(.lookAgain(.back)))),
      ("/older", .intent(.chat(.lookAgain(.back)))),
      ("/newer", .intent(.chat(.lookAgain(.forward)))),
      ("/top", .intent(.chat(.start))), ("/unread", .intent(.chat(.unread))),
      ("/timestamps", .intent(.chat(.timestamps(nil)))),
      ("/timestamps off", .intent(.chat(.timestamps(false)))),
      ("/bell on", .intent(.chat(.bell(true)))),
      ("/width 80", .intent(.chat(.textWidth(80)))),
      ("/width off", .intent(.chat(.textWidth(nil)))),
      ("/joins", .intent(.chat(.presence(nil)))),
      ("/joins folded", .intent(.chat(.presence(.folded)))),
      ("/ignore", .intent(.chat(.ignore(nil)))), ("/ignore eve", .intent(.chat(.ignore("eve")))),
      ("/unignore eve", .intent(.chat(.listen("eve")))),
      ("/ping t", .intent(.command("/ping t"))),
      ("/late 200", .intent(.knob(Knobs(late: 200), [.there]))),
      ("/late 0 here", .intent(.knob(Knobs(late: 0), [.here]))),
      ("/late 5000 there", .intent(.knob(Knobs(late: 5_000), [.there]))),
      ("/rbuf 5", .intent(.knob(Knobs(readSize: 5), [.there]))),
      ("/rbuf 65536  here", .intent(.knob(Knobs(readSize: 65_536), [.here]))),
      ("/nagle on", .intent(.knob(Knobs(noDelay: false), [.here, .there]))),
      ("/nagle off here", .intent(.knob(Knobs(noDelay: true), [.here]))),
      ("/nagle on there", .intent(.knob(Knobs(noDelay: false), [.there]))),
      ("/quickack off", .intent(.knob(Knobs(quickAck: false), [.there]))),
      ("/quickack on here", .intent(.knob(Knobs(quickAck: true), [.here]))),
      ("/slice 3", .intent(.sending(.slice(Sending.Slice(bytes: 3, pause: 0))))),
      ("/slice 65536 5000", .intent(.sending(.slice(Sending.Slice(bytes: 65_536, pause: 5_000))))),
      ("/slice off", .intent(.sending(.slice(nil)))),
      ("/split-header on", .intent(.sending(.splitHeader(true)))),
      ("/cork off", .intent(.sending(.cork(false)))),
      ("/gap 0", .intent(.sending(.gap(0)))),
      ("/gap 5000", .intent(.sending(.gap(5_000)))),
      ("/flip 0", .intent(.sending(.damage(.flip(0))))),
      ("/flip off", .intent(.sending(.damage(nil)))),
      ("/drop 65539", .intent(.sending(.damage(.drop(65_539))))),
      ("/race 20 Hello, you", .intent(.race(count: 20, text: "Hello, you"))),
    ] as [(String, ClientCommand.Reading)])
  func reads(line: String, reading: ClientCommand.Reading) {
    #expect(ClientCommand.read(line) == reading)
  }

  @Test(arguments: [
    "/burst", "/burst 20", "/burst x hi", "/burst 0 hi", "/burst 10001 hi", "/framing tcp", "/raw",
    "/raw maybe", "/nick", "/nick a b", "/me", "/msg", "/msg bob", "/history", "/history 0",
    "/history 1001", "/history x", "/who all", "/ping", "/clear all", "/capture",
    "/burst 99999999999999999999 x", "/late", "/late x", "/late -1", "/late 5001",
    "/late 1 everywhere", "/late 1 here there", "/late here", "/rbuf 0", "/rbuf 65537", "/nagle",
    "/nagle yes", "/quickack", "/quickack on of", "/slice", "/slice 0", "/slice 65537",
    "/slice 3 5001", "/slice 3 1 1", "/slice off 1", "/split-header", "/split-header 4", "/cork",
    "/gap", "/gap 5001", "/gap -1", "/gap +1", "/flip", "/flip -1", "/flip 65540", "/drop x",
    "/width", "/width 19", "/width 1001", "/width x", "/timestamps yes", "/bell loud",
    "/joins some",
    "/ignore a b", "/unignore", "/top 1", "/unread 1", "/older x", "/newer x",
    "/race", "/race 20", "/race 0 x", "/race 1001 x", "/late 99999999999999999999",
  ])
  func wrongArgumentsGetTheUsage(line: String) {
    guard case .wrong(let sentence) = ClientCommand.read(line) else {
      Issue.record("\(line) was taken")
      return
    }
    #expect(sentence.description.hasPrefix("usage: " + line.prefix { $0 != " " }))
  }

  @Test(arguments: [
    ("/late 6000", "0 to 5000 ms"), ("/rbuf 0", "1 to 65536 bytes"), ("/gap 6000", "0 to 5000 ms"),
    ("/slice 0", "1 to 65536 bytes, 0 to 5000 ms"), ("/flip 70000", "0 to 65539"),
    ("/drop 70000", "0 to 65539"), ("/race 2000 x", "1 to 1000"),
  ])
  func valuesOutOfRangeGetTheRange(line: String, range: String) {
    guard case .wrong(let sentence) = ClientCommand.read(line) else {
      Issue.record("\(line) was taken")
      return
    }
    #expect(sentence.description.contains(range))
  }

  @Test(arguments: ["/foo", "/hello 1 x", "/observe raw 1", "/", "/FOO bar"])
  func unknownOnesMentionTheDoubleSlash(line: String) {
    guard case .wrong(let sentence) = ClientCommand.read(line) else {
      Issue.record("\(line) was taken")
      return
    }
    #expect(sentence.description.contains("/" + line.prefix { $0 != " " }))
  }
}
