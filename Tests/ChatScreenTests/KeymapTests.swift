import ChatScreen
import Testing

@Suite struct KeymapTests {
  @Test func noKeyIsBoundTwice() {
    for bindings in [Keymap.bindings, WireKeys.bindings] {
      let keys = bindings.flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test func everyRowHasItsHelp() {
    for binding in Keymap.bindings + WireKeys.bindings {
      #expect(!binding.name.isEmpty && !binding.help.isEmpty && !binding.keys.isEmpty)
    }
  }

  /// Keys that do more than edit have a command that exists.
  @Test func everyKeyHasACommand() throws {
    let commands = Set(ClientCommand.own.map(\.name))
    for binding in Keymap.bindings + WireKeys.bindings {
      switch binding.intent {
      case .edit, .submit, .complete, .searchLines: continue
      default:
        let command = try #require(binding.command)
        #expect(commands.contains(String(command.dropFirst().prefix { $0 != " " })))
      }
    }
  }

  @Test func helpNamesEveryKeyAndEveryCommand() {
    var stage = Stage.joined(120, 200)
    stage.press(.function(1))
    let help = stage.screen
    for binding in Keymap.bindings + WireKeys.bindings { #expect(help.contains(binding.name)) }
    for entry in ClientCommand.own + ClientCommand.wire + ClientCommand.server {
      #expect(help.contains(entry.usage[.english]))
    }
  }
}
