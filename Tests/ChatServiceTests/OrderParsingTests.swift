import ChatService
import Testing

@Suite struct OrderParsingTests {
  @Test(
    arguments: [
      ("say hello there ", .say("hello there")), ("  say  two  blanks", .say("two  blanks")),
      ("/who", .who), ("/stats ", .stats), ("/help", .help), ("/kick bob", .kick("bob")),
      ("/mute bob", .mute("bob")), ("/unmute  bob ", .unmute("bob")),
      ("", nil), ("   ", nil), ("say", .incomplete("say TEXT")),
      ("/kick ", .incomplete("/kick NICK")),
      ("/mute", .incomplete("/mute NICK")), ("/unmute", .incomplete("/unmute NICK")),
      ("/who bob", .unknown("/who bob")), ("hello", .unknown("hello")),
    ] as [(String, Order?)])
  func linesAsTheyAreTyped(line: String, order: Order?) {
    #expect(Order(line) == order)
  }
}
