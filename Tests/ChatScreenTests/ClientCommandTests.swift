import ChatScreen
import ChatWire
import Testing

@Suite struct ClientCommandTests {
  @Test(
    arguments: [
      ("hello", .text), ("//me", .text), (" /me", .text),
      ("/help", .intent(.help)),
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
      ("/ping t", .intent(.command("/ping t"))),
    ] as [(String, ClientCommand.Reading)])
  func reads(line: String, reading: ClientCommand.Reading) {
    #expect(ClientCommand.read(line) == reading)
  }

  @Test(arguments: [
    "/burst", "/burst 20", "/burst x hi", "/burst 0 hi", "/burst 10001 hi", "/framing tcp", "/raw",
    "/raw maybe", "/nick", "/nick a b", "/me", "/msg", "/msg bob", "/history", "/history 0",
    "/history 1001", "/history x", "/who all", "/ping", "/clear all", "/capture",
    "/burst 99999999999999999999 x",
  ])
  func wrongArgumentsGetTheUsage(line: String) {
    guard case .wrong(let sentence) = ClientCommand.read(line) else {
      Issue.record("\(line) was taken")
      return
    }
    #expect(sentence.hasPrefix("usage: " + line.prefix { $0 != " " }))
  }

  @Test(arguments: ["/foo", "/hello 1 x", "/observe raw 1", "/", "/FOO bar"])
  func unknownOnesMentionTheDoubleSlash(line: String) {
    guard case .wrong(let sentence) = ClientCommand.read(line) else {
      Issue.record("\(line) was taken")
      return
    }
    #expect(sentence.contains("/" + line.prefix { $0 != " " }))
  }
}
