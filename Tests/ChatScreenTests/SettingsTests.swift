import ChatScreen
import ChatWire
import Testing

/// Settings: their file, `/set` and `/save`.
@Suite struct SettingsTests {
  @Test func `a file sets things, comments and blanks aside`() throws {
    let text = "# mine\n\ntheme = rich\n  nick=ann \nwidth =  80\nbell = off\nbell = on\n"
    #expect(
      try SettingsFile(text).settings()
        == [.theme: "rich", .nick: "ann", .width: "80", .bell: "on"])
    #expect(try SettingsFile("").settings().isEmpty)
  }

  @Test(arguments: [
    ("theme = rich\ncolour = red\n", 2, "'colour' is no setting"),
    ("# x\n\nmouse = maybe\n", 3, "mouse takes on|off, not 'maybe'"),
    ("theme rich", 1, "'theme rich' is no `name = value`"),
    ("port = 70000", 1, "port takes 0-65535, not '70000'"), ("nick = a b", 1, "nick takes NICK"),
  ])
  func `what is wrong is told with its line`(text: String, line: Int, sentence: String) {
    let fault = #expect(throws: SettingsFile.Fault.self) { try SettingsFile(text).settings() }
    #expect(fault?.line == line && fault?.sentence.hasPrefix(sentence) == true)
    #expect(fault?.description.hasPrefix("line \(line): ") == true)
  }

  @Test func `no name is set at a server that knows none`() {
    var stage = Stage.joined(80, 24, framing: .line)
    stage.take(.link(.joined(stage.model.endpoint, nick: "alice", foreign: true)))
    stage.effects = []
    stage.enter("/set nick bob")
    #expect(stage.effects.isEmpty)
  }

  @Test func `what is saved stands where it stood, comments kept, the usual left out`() {
    let file = SettingsFile("# mine\ntheme = rich\n\nbell = on\nlog-file = x\n# end\n")
    let text = file.text(
      with: [
        Choice(.theme, "projector"), Choice(.bell, "off"), Choice(.mouse, "on"),
        Choice(.width, "100"), Choice(.logFile, nil), Choice(.nick, nil),
      ], unless: [.width: "100", .mouse: "off"])
    #expect(text == "# mine\ntheme = projector\n\nbell = off\n# end\nmouse = on\n")
  }

  /// What `/save` writes, as it is read again.
  private func saved(_ stage: inout Stage) throws -> [Setting: String] {
    stage.enter("/save")
    guard case .save(let choices)? = stage.effects.first else {
      Issue.record("nothing to save")
      return [:]
    }
    return try SettingsFile(SettingsFile("").text(with: choices)).settings()
  }

  @Test func `every setting is saved as it can be read again`() throws {
    var stage = Stage.joined(120, 40)
    stage.take(.settings([.nick: "ann", .host: "::1", .port: "1", .mouse: "on", .theme: "rich"]))
    #expect(stage.effects == [.mouse(true)])
    stage.effects = []
    let settings = try saved(&stage)
    #expect(settings[.nick] == "ann" && settings[.host] == "::1" && settings[.theme] == "rich")
    #expect(settings[.language] == "en" && settings[.mouse] == "on" && settings[.width] == "100")
    #expect(settings[.logFile] == nil)
  }

  @Test func `who is ignored stays so, in the file and under another name`() throws {
    var stage = Stage.joined(120, 40, framing: .length)
    stage.enter("/ignore Eve")
    stage.hear(.renamed("eve", to: "adam"))
    stage.hear(.said(seq: 1, ms: 0, nick: "adam", text: "apple"))
    #expect(!stage.screen.contains("apple"))
    stage.hear(.renamed("adam", to: "eve2"))
    stage.hear(.said(seq: 2, ms: 0, nick: "adam", text: "another adam"))
    #expect(stage.screen.contains("another adam"))
    stage.effects = []
    let settings = try saved(&stage)
    #expect(settings[.ignore] == "eve")
    var later = Stage.joined(120, 40, framing: .length)
    later.take(.settings(settings))
    later.hear(.said(seq: 1, ms: 0, nick: "Eve", text: "apple"))
    #expect(!later.screen.contains("apple"))
    later.enter("/set ignore off")
    #expect(later.screen.contains("apple"))
    #expect(!Setting.ignore.accepts("a/b"))
  }

  @Test func `a setting is changed at once, or for the next start, and all are listed`() {
    var stage = Stage.joined(120, 40)
    stage.enter("/set language zh")
    #expect(stage.screen.contains("F1 帮助"))
    stage.enter("/set width 40")
    #expect(stage.model.preferences.textWidth == 40)
    stage.enter("/set nick ann2")
    #expect(stage.effects.contains(.send("/nick ann2")))
    stage.enter("/set language en")
    stage.enter("/set host example.org")
    #expect(stage.screen.contains("host = example.org at the next start"))
    stage.enter("/set")
    #expect(stage.screen.contains("host        example.org         HOST  at the next start"))
    #expect(stage.screen.contains("theme       standard            standard|rich|projector"))
  }

  @Test func `the name in use is shown where none is set`() {
    var stage = Stage.joined(100, 30)
    stage.enter("/set")
    #expect(stage.screen.contains(#/nick +alice /#))
  }

  @Test func `a name that the server refuses is none of the settings`() {
    var stage = Stage.joined(120, 40)
    stage.model.startup[.nick] = "ann"
    stage.enter("/set nick bob")
    #expect(stage.model.startup[.nick] == "bob")
    stage.hear(.error(.nickTaken, "bob is taken"))
    #expect(stage.model.startup[.nick] == "ann")
    stage.enter("/set nick eve")
    stage.hear(.renamed(stage.model.nick, to: "eve"))
    stage.enter("/nick bob")
    stage.hear(.error(.nickTaken, "bob is taken"))
    #expect(stage.model.startup[.nick] == "eve")
  }

  @Test func `the log of what is said has a line for each message and none of ours`() {
    let time = WallTime(hour: 1, minute: 2, second: 3, day: 20_000)
    func line(_ kind: Utterance.Kind) -> String? {
      LogLine(Utterance(kind, at: time), nick: "ann", .english)?.description
    }
    #expect(
      line(.said(nick: "bob", "hi\nthere\u{1b}[0m")) == "2024-10-04 01:02:03 bob: hi ↳ there^[[0m")
    #expect(line(.did(nick: "bob", "waves")) == "2024-10-04 01:02:03 * bob waves")
    #expect(line(.system(Phrase(verbatim: "2 here: a b"))) == "2024-10-04 01:02:03 *** 2 here: a b")
    #expect(line(.notice(Phrase(verbatim: "x"))) == nil)
    #expect(line(.lesson(LessonLine(.prose, "x"))) == nil)
  }
}
