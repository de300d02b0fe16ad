import ChatScreen
import ChatWire
import FuzzSupport

/// Text that may be a command, an event, a nick or a line of the composer: what is read prints as what it is read from.
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
  return 0
}
