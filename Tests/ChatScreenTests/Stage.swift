import ChatScreen
import ChatWire

/// A model under test, fed like the program feeds it.
struct Stage {
  var model: Model
  var effects: [Effect] = []

  init(_ columns: Int, _ rows: Int, framing: Framing = .raw, nick: String = "alice") {
    let endpoint = Endpoint(framing: framing, host: "127.0.0.1", port: framing.defaultPort)
    model = Model(size: Size(columns: columns, rows: rows), endpoint: endpoint, nick: nick)
  }

  /// A stage whose connection is joined and observed.
  static func joined(
    _ columns: Int, _ rows: Int, framing: Framing = .raw, nick: String = "alice"
  ) -> Stage {
    var stage = Stage(columns, rows, framing: framing, nick: nick)
    let endpoint = stage.model.endpoint
    stage.take(.wire(.opened(framing)))
    stage.take(.link(.joined(endpoint, nick: nick, foreign: false)))
    stage.take(
      .link(.observed(Observed(framing: framing, port: 51_234, nick: nick, readSize: 1024))))
    return stage
  }

  mutating func take(_ message: Message) { effects += update(&model, message) }

  mutating func hear(_ event: Event, at second: Int = 0) {
    take(.heard(.event(event), at: WallTime(hour: 15, minute: 2, second: second)))
  }

  mutating func type(_ text: String) {
    for character in text { take(.key(.character(character))) }
  }

  mutating func press(_ keys: Key...) {
    for key in keys { take(.key(key)) }
  }

  /// Types a line and presses Enter.
  mutating func enter(_ line: String) {
    type(line)
    press(.enter)
  }

  /// The screen as text, trailing spaces of each row removed.
  var screen: String {
    let grid = view(model)
    return (0..<grid.size.rows).map { row in
      var text = Substring(grid.text(row: row))
      while text.last == " " { text.removeLast() }
      return String(text)
    }.joined(separator: "\n")
  }
}
