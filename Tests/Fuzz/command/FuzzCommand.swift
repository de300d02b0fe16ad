import ChatScreen
import ChatWire
import FuzzSupport

/// Text that may be a command, an event, a nick or a line of the composer: what is read prints as what it is read from,
/// and events, a line each, are shown without a control in them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = Input(start, count).text
  let command = Command(text)
  switch command {
  case .malformed, .unknown: break
  default: require(Command(command.text) == command, "\(command) is written \(command.text)")
  }
  if let event = Event(text) {
    require(Event(event.text) == event, "\(event) is written \(event.text)")
  }
  if let nick = Nick(text) {
    require(Nick(nick.text) == nick, "\(nick) is no nick")
    require(nick.text.count <= Nick.maximum, "\(nick) is too long")
  }
  if let nick = Nick.cleaned(text) { require(Nick(nick.text) == nick, "\(nick) is not clean") }
  _ = ClientCommand.read(text)
  show(text.split(separator: "\n").compactMap { Event(String($0)) })
  return 0
}

private func show(_ events: [Event]) {
  if events.isEmpty { return }
  let size = Size(columns: 60, rows: 14)
  let endpoint = Endpoint(framing: .length, host: "127.0.0.1", port: 1)
  var model = Model(size: size, endpoint: endpoint, nick: "alice")
  let time = WallTime(hour: 1, minute: 2, second: 3)
  for event in events { _ = update(&model, .heard(.event(event), at: time)) }
  let grid = view(model)
  for row in 0..<size.rows {
    let text = grid.text(row: row)
    let isText = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7f..<0xa0).contains($0.value)
    }
    require(isText, "a control in \(text)")
  }
}
