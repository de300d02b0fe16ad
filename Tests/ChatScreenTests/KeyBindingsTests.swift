import ChatScreen
import ChatWire
import Testing

/// Keys of the reader's own choice.
@Suite struct KeyBindingsTests {
  @Test func aKeyGivesItsCommandAndWhatIsTypedStays() {
    var stage = Stage.joined(120, 40)
    stage.enter("/keys F10 /theme rich; Alt+q /me waves; nods")
    #expect(stage.screen.contains("keys: Alt+q /me waves; nods; F10 /theme rich"))
    stage.type("half a line")
    stage.press(.function(10))
    #expect(stage.model.appearance.theme == .rich)
    stage.effects = []
    stage.press(.alt("q"))
    #expect(stage.effects == [.send("/me waves; nods")])
    #expect(stage.model.composer.text == "half a line")
  }

  @Test func aKeyIsTakenFromItsOwnMeaningAndGivenBack() {
    var stage = Stage.joined(120, 40)
    stage.enter("/keys PgUp /theme rich")
    stage.press(.pageUp)
    #expect(stage.model.appearance.theme == .rich)
    stage.enter("/keys PgUp off; Up /theme projector")
    stage.press(.up)
    #expect(stage.model.appearance.theme == .projector)
    stage.enter("/keys off")
    stage.press(.up)
    #expect(stage.model.composer.text == "/keys off")
    #expect(stage.screen.contains("no keys of your own"))
  }

  @Test(
    arguments: [
      "F10", "F10 theme", "F13 /theme", "a /theme", "Enter /theme", "F10 /nosuch", "F10 /burst 0 x",
      "F10 /theme;", "F10 //x", "Space /theme", "; F10 /theme", "^ä /theme",
    ])
  func whatIsNoKeyOrNoCommandIsRefused(text: String) {
    var stage = Stage.joined(120, 40)
    stage.enter("/keys \(text)")
    #expect(stage.screen.contains("KEY /COMMAND|off"))
    #expect(!Setting.keys.accepts(text))
  }

  @Test func whatCanNotBeDoneIsSaid() {
    var stage = Stage(120, 40)
    stage.enter("/keys F10 /me waves")
    stage.effects = []
    stage.press(.function(10))
    #expect(stage.effects.isEmpty && stage.screen.contains("not sent"))
  }

  @Test func theyAreASettingAndOnTheHelpPage() throws {
    var stage = Stage.joined(120, 40)
    let text = "keys = ^O /theme; Alt+Left /room 2\n"
    stage.take(.settings(try SettingsFile(text).settings()))
    #expect(!stage.screen.contains("keys:"))
    #expect(Setting.keys.value(in: stage.model) == "Alt+← /room 2; ^O /theme")
    let choice = Choice(.keys, Setting.keys.value(in: stage.model))
    #expect(
      try SettingsFile(SettingsFile("").text(with: [choice])).settings()[.keys]
        == "Alt+← /room 2; ^O /theme")
    stage.press(.function(1))
    #expect(stage.screen.contains("Your own keys") && stage.screen.contains("^O         /theme"))
    stage.press(.escape, .control("o"))
    #expect(stage.model.appearance.theme == .rich)
  }
}
