import ChatRoom
import ChatWire
import NIOCore

/// Writes entries and events in one view.
struct Scribe: Sendable {
  /// The bytes of names in one message on a stream: as many as in a line, and one at least behind what may be
  /// before it; on UDP the datagram bounds them.
  private static let names = 256...WireLimit.line

  /// More bytes than are before any text: 6 + 19 + 13 + 16 × 4 and the spaces.
  private static let longestPrefix = 128

  private static let space: StaticString = " "

  let view: View
  /// The largest payload of one message, in bytes.
  private let limit: Int

  /// - Parameters:
  ///   - view: the dialect and the framing.
  ///   - maxFrame: the largest payload that a client may send.
  init(_ view: View, maxFrame: Int) {
    self.view = view
    switch view.framing {
    case .length: limit = maxFrame + WireLimit.frameSlack
    case .line: limit = maxFrame + WireLimit.lineSlack
    case .udp: limit = WireLimit.datagram
    case .raw: limit = .max
    }
  }

  func write(_ entry: Entry, to encoding: inout Encoding) {
    switch entry {
    case .said(let utterance): write(utterance, "/said ", "", ": ", to: &encoding)
    case .did(let utterance): write(utterance, "/did ", "* ", " ", to: &encoding)
    default: if let event = Event(entry) { write(event, to: &encoding) }
    }
  }

  private func write(
    _ utterance: Utterance, _ event: StaticString, _ before: StaticString, _ after: StaticString,
    to encoding: inout Encoding
  ) {
    func prefix(_ pen: inout Pen) {
      guard view.isEvents else {
        pen.write(before)
        pen.write(utterance.nick)
        pen.write(after)
        return
      }
      pen.write(event)
      pen.write(decimal: utterance.number)
      pen.write(Scribe.space)
      pen.write(decimal: utterance.time)
      pen.write(Scribe.space)
      pen.write(utterance.nick)
      pen.write(Scribe.space)
    }
    let text = utterance.text
    if !view.isPackets, text.count <= limit - Scribe.longestPrefix, TextBytes.isSimple(text) {
      return encoding.message(view.framing, capacity: Scribe.longestPrefix + text.count) { pen in
        prefix(&pen)
        pen.write(text)
      }
    }
    write(text, to: &encoding) { $0.write(capacity: Scribe.longestPrefix, prefix) }
  }

  /// Writes an event, to a plain client what it reads in its place; what it doesn't know is left out.
  func write(_ event: Event, to encoding: inout Encoding) {
    switch event {
    case .names(let count, let nicks):
      write(view.isEvents ? "/names \(count)" : "*** \(count) here:", nicks, to: &encoding)
    case .joined(let nicks) where view.isEvents: write("/joined", nicks, to: &encoding)
    case .told(let ms, let from, let to, let text) where view.isEvents:
      write("/told \(ms) \(from) \(to) ", text, to: &encoding)
    case .error(let code, let text): write("/error \(code.rawValue) ", text, to: &encoding)
    case .pong(let token): write("/pong ", token, to: &encoding)
    case .inRoom(let room, let event): write(event, in: room, to: &encoding)
    case .notice(let text) where view.isEvents: write("/notice ", text, to: &encoding)
    default:
      if view.isEvents { return write(whole: event.text, to: &encoding) }
      if let line = PlainLine.of(event) { write("*** ", line, to: &encoding) }
    }
  }

  /// What a plain client reads of a private message, at the end where `nick` is the other one.
  func write(told nick: String, isSender: Bool, text: String, to encoding: inout Encoding) {
    write(isSender ? "[you → \(nick)] " : "[\(nick) → you] ", text, to: &encoding)
  }
}

// MARK: - Bounds and controls

extension Scribe {
  /// Writes an event that has to be one message, cut where it is too long: a piece of it could be taken for another.
  func write(whole event: String, to encoding: inout Encoding) {
    encoding.message(view.framing) { bytes in
      bytes.writeBytes(TextBytes.cut(Array(event.utf8), limit: limit))
    }
  }

  private func write(_ prefix: String, _ text: String, to encoding: inout Encoding) {
    write(Array(text.utf8), to: &encoding) { $0.writeString(prefix) }
  }

  /// Writes `text` behind its prefix: in one message, or in several with the same prefix where the view has
  /// lines or a bound.
  func write(
    _ text: [UInt8], to encoding: inout Encoding, margin: Int = Scribe.longestPrefix,
    prefix: (inout ByteBuffer) -> Void
  ) {
    if view == .raw || (text.count <= limit - margin && TextBytes.isSimple(text)) {
      return encoding.message(view.framing) { bytes in
        prefix(&bytes)
        bytes.writeBytes(text)
      }
    }
    var start = ByteBuffer()
    prefix(&start)
    let room = limit - start.readableBytes
    for piece in pieces(text, limit: room) {
      encoding.message(view.framing) { bytes in
        bytes.writeImmutableBuffer(start)
        bytes.writeBytes(piece)
      }
    }
  }

  private func pieces(_ text: [UInt8], limit: Int) -> [ArraySlice<UInt8>] {
    let text = TextBytes.repaired(text)
    switch view {
    case .raw: return [text[...]]
    case .datagram: return [TextBytes.cut(text, limit: limit)[...]]
    case .lengthEvents: return TextBytes.parts(text[...], limit: limit)
    case .lineEvents: return TextBytes.lines(text).flatMap { TextBytes.parts($0, limit: limit) }
    case .lengthLines, .lineLines:
      return TextBytes.lines(text).flatMap {
        TextBytes.parts(TextBytes.visible($0)[...], limit: limit)
      }
    }
  }

  /// Writes as many messages as the names need.
  func write(_ prefix: String, _ nicks: [String], to encoding: inout Encoding) {
    let limit = max(Scribe.names.lowerBound, min(limit, Scribe.names.upperBound))
    var rest = nicks[...]
    repeat {
      encoding.message(view.framing, capacity: limit) { pen in
        pen.write(prefix)
        while let nick = rest.first, pen.count + 1 + nick.utf8.count <= limit {
          pen.write(Scribe.space)
          pen.write(nick)
          rest.removeFirst()
        }
      }
    } while !rest.isEmpty
  }
}
