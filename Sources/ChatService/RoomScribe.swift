import ChatRoom
import ChatWire
import NIOCore

// What happens in a room beside the lobby; plain clients are told nothing of it.
extension Scribe {
  func write(_ entry: Entry, in room: String, to encoding: inout Encoding) {
    switch entry {
    case .said(let utterance): write(utterance, "said", in: room, to: &encoding)
    case .did(let utterance): write(utterance, "did", in: room, to: &encoding)
    default: if let event = Event(entry) { write(event, in: room, to: &encoding) }
    }
  }

  func write(_ event: Event, in room: String, to encoding: inout Encoding) {
    guard view.isEvents else { return }
    let lead = "/in \(room)"
    switch event {
    case .names(let count, let nicks): write("\(lead) /names \(count)", nicks, to: &encoding)
    case .joined(let nicks): write("\(lead) /joined", nicks, to: &encoding)
    default: write(whole: "\(lead) \(event.text)", to: &encoding)
    }
  }

  private func write(
    _ utterance: Utterance, _ word: String, in room: String, to encoding: inout Encoding
  ) {
    guard view.isEvents else { return }
    write(
      utterance.text,
      "/in \(room) /\(word) \(utterance.number) \(utterance.time) \(utterance.nick) ", to: &encoding
    )
  }

  private func write(_ text: [UInt8], _ prefix: String, to encoding: inout Encoding) {
    write(text, to: &encoding, margin: prefix.utf8.count) { $0.writeString(prefix) }
  }
}
