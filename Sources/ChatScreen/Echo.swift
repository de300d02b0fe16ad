import ChatWire

/// Our own words at both of their places: in what we wrote, and where they came back as a line.
package struct Echo: Equatable, Sendable {
  /// Lines of the conversation.
  var lines: Set<Int> = []
  /// Bytes that we wrote.
  var spans: [WireSpan] = []
}

extension Model {
  /// The other place of what is picked, if it is of our own words; the server sends them back in order.
  func otherPlace(of selection: Selection) -> Echo? {
    switch selection {
    case .line(let number):
      guard let own = conversation[number], own.message(of: nick) != nil else { return nil }
      return Echo(spans: echoes().filter { $0.line == number }.map(\.span))
    case .block(let id):
      guard let span = wire.number(of: id).flatMap({ wire.blocks[$0]?.span }),
        span.direction == .outgoing
      else { return nil }
      return Echo(lines: Set(echoes().filter { $0.span.overlap(span) != nil }.map(\.line)))
    }
  }

  /// Our lines of this connection with the bytes that we wrote for them, the newest first.
  private func echoes() -> [(line: Int, span: WireSpan)] {
    /// How many messages that came back as no line may stand between two that did.
    let reach = 256
    let messages = wire.messages()
    var result: [(line: Int, span: WireSpan)] = []
    var next = messages.count - 1
    for number in conversation.numbers.reversed() {
      guard let utterance = conversation[number], let span = utterance.span else { continue }
      guard span.connection == wire.connection, next >= 0 else { break }
      guard let text = utterance.message(of: nick).map({ addressed($0) }) else { continue }
      let near = max(0, next - reach)...next
      guard let place = near.last(where: { messages[$0].text == text }) else { continue }
      result.append((number, messages[place].span))
      next = place - 1
    }
    return result
  }
}

extension Utterance {
  /// The message that a client called `nick` sends to say this; nil if it is not its own.
  fileprivate func message(of nick: String) -> String? {
    let nick = own ?? nick
    return switch kind {
    case .said(nick, let text): text.utf8.first == UInt8(ascii: "/") ? "/" + text : text
    case .did(nick, let text): "/me " + text
    case .told(from: nick, let to, let text): "/msg \(to) \(text)"
    default: nil
    }
  }
}

extension WireLog {
  /// The messages that we wrote on this connection, as far as their bytes are there.
  fileprivate func messages() -> [(text: String, span: WireSpan)] {
    let own = blocks.items.reversed().prefix { $0.connection == connection }
      .filter { $0.isWrite }
    let kept = Array(own.prefix { !$0.bytes.isEmpty }.reversed())
    guard let first = kept.first else { return [] }
    let bytes = kept.flatMap(\.bytes)
    let start = first.range.lowerBound
    return WireLog.frames(bytes, first).map { frame, text in
      (
        String(decoding: bytes[text], as: UTF8.self),
        WireSpan(
          connection: connection, direction: .outgoing,
          range: start + frame.lowerBound..<start + frame.upperBound)
      )
    }
  }

  /// Where the whole messages in some bytes are, each with its text; `first` is the block that they begin with.
  private static func frames(
    _ bytes: [UInt8], _ first: Block
  ) -> [(frame: Range<Int>, text: Range<Int>)] {
    var result: [(frame: Range<Int>, text: Range<Int>)] = []
    switch first.framing {
    case .length:
      var place = first.range.lowerBound == 0 ? 0 : first.dissection?.lengths.first?.offset ?? -1
      while place >= 0, place + WireLimit.header <= bytes.count {
        let field = LengthField(bytes: Array(bytes[place..<place + WireLimit.header]))
        let text = place + WireLimit.header
        guard field.unsigned <= WireLimit.frame, text + field.little <= bytes.count else { break }
        result.append((place..<text + field.little, text..<text + field.little))
        place = text + field.little
      }
    case .line:
      var place = 0
      for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
        result.append((place..<index + 1, place..<index))
        place = index + 1
      }
    case .raw, .udp: break
    }
    return result
  }
}
