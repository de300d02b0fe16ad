import ChatScreen
import ChatWire
import Testing

@Suite struct CompletionTests {
  /// A room in which bob spoke first, then Bill, then 小明; barbara has said nothing.
  private var stage: Stage {
    var stage = Stage.joined(100, 30, framing: .length)
    stage.hear(.welcome(connection: "0badcafe.1", nick: "alice", room: "lobby", next: 1))
    stage.hear(.names(count: 5, ["alice", "bob", "Bill", "barbara", "小明"]))
    for nick in ["bob", "Bill", "小明", "alice"] {
      stage.hear(.said(seq: 1, ms: 0, nick: nick, text: "hi"))
    }
    return stage
  }

  private func text(_ typed: String, _ keys: Key...) -> String {
    var stage = stage
    stage.type(typed)
    for key in keys { stage.take(.key(key)) }
    return stage.model.composer.text
  }

  @Test func theLatestSpeakerComesFirst() {
    #expect(text("b", .tab) == "Bill: ")
    #expect(text("b", .tab, .tab) == "bob: ")
    #expect(text("b", .tab, .tab, .tab) == "barbara: ")
    #expect(text("b", .tab, .tab, .tab, .tab) == "Bill: ")
    #expect(text("b", .backTab) == "barbara: ")
    #expect(text("b", .tab, .tab, .backTab) == "Bill: ")
  }

  @Test(arguments: [
    ("", "小明: "), ("小", "小明: "), ("hello b", "hello Bill "), ("BO", "bob: "), ("x", "x"),
    ("/msg bo", "/msg bob "), ("/msg bob see b", "/msg bob see Bill "),
    ("/me waves to ba", "/me waves to barbara "),
    ("/fr", "/framing "), ("/framing l", "/framing length"), ("/framing x", "/framing x"),
    ("/late 2", "/late 200 "), ("/late 200 h", "/late 200 here"), ("/nagle o", "/nagle on "),
    ("/slice o", "/slice off "), ("/rbuf 10", "/rbuf 1024 "), ("/who", "/who"),
    ("/nope x", "/nope x"),
    ("/ignore ba", "/ignore barbara "), ("/joins f", "/joins folded"), ("//msg b", "//msg Bill "),
    ("one\nb", "one\nBill "),
  ])
  func tabCompletes(typed: String, result: String) {
    #expect(text(typed, .tab) == result)
  }

  @Test func nothingToCompleteIsSaid() {
    var stage = stage
    stage.type("xyz")
    stage.press(.tab)
    #expect(stage.screen.contains("nothing to complete"))
  }

  @Test func anyOtherKeyEndsIt() {
    #expect(text("b", .tab, .character("x"), .tab) == "Bill: x")
    #expect(text("b", .tab, .control("_")) == "b")
  }

  @Test func whoLeftIsForgottenAndWhoIsRenamedIsKnown() {
    var stage = stage
    stage.hear(.left("Bill", reason: ""))
    stage.hear(.renamed("bob", to: "bert"))
    stage.type("b")
    stage.press(.tab)
    #expect(stage.model.composer.text == "bert: ")
  }

  @Test func commandsAreListedWhileOneIsTyped() {
    var stage = stage
    stage.type("/la")
    #expect(stage.screen.contains("  /layers  "))
    #expect(stage.screen.contains("/late MS [here]  the server waits 0 to 5000 ms"))
    stage.press(.tab)
    #expect(stage.screen.contains("▸ /la"))
    stage.type("x")
    #expect(!stage.screen.contains("▸"))
  }

  @Test func aCommandsUsageStaysWhileItsArgumentsAreTyped() {
    var stage = stage
    stage.type("/slice 3")
    #expect(stage.screen.contains("/slice BYTES [MS]|off  "))
    stage.press(.enter)
    #expect(!stage.screen.contains("/slice BYTES"))
  }

  @Test func theListSaysHowManyMoreThereAre() {
    var stage = stage
    stage.type("/")
    #expect(stage.screen.firstMatch(of: #/… \d\d more/#) != nil)
  }

  @Test(arguments: [(100, 30), (80, 24), (40, 12), (30, 8), (20, 4), (1, 1)])
  func everySizeHasRoomOrNone(columns: Int, rows: Int) {
    var stage = stage
    stage.take(.resized(Size(columns: columns, rows: rows)))
    for character in "/slice 3" {
      stage.type(String(character))
      #expect(stage.screen.split(separator: "\n", omittingEmptySubsequences: false).count == rows)
    }
  }
}
