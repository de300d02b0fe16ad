import ChatWire

/// The same bytes through several decoders, each with what it makes of them.
struct DecodePage {
  /// The most messages that one decoder shows.
  private static let most = 500
  /// A blank at which no row ends.
  private static let tie = "\u{a0}"
  /// Rows of one message.
  private static let height = 3

  let excerpt: Excerpt
  let fixed: Int
  var language = Language.english

  /// The rows for a number of columns: the decoders side by side where they fit, else one below the other.
  func rows(width: Int) -> [StyledRow] {
    let decoders: [StreamDecoder] = [.none, .line, .fixed(fixed), .little, .big]
    let intro = introduction(width: width) + [StyledRow()]
    guard width >= 90 else {
      return intro
        + decoders.flatMap {
          heading(of: $0, width: width) + column(of: $0, width: width) + [StyledRow()]
        }
    }
    let room = (width - 3 * (decoders.count - 1)) / decoders.count
    let headings = decoders.map { heading(of: $0, width: room) }
    let columns = decoders.map { column(of: $0, width: room) }
    return intro + DecodePage.beside(headings, width: room)
      + DecodePage.beside(columns, width: room)
  }

  /// The name of a decoder, and whether it is the port's: below the name if there is no room beside it.
  private func heading(of decoder: StreamDecoder, width: Int) -> [StyledRow] {
    var name = StyledRow(name(of: decoder)[language], .title)
    guard decoder == right else { return [name] }
    let mark = StyledRow(Phrase.thisPort[language], .verdictGood)
    guard name.width + 1 + mark.width <= width else { return [name, mark] }
    name.append(" ")
    name.append(mark)
    return [name]
  }

  private func introduction(width: Int) -> [StyledRow] {
    let arrow = excerpt.direction == .outgoing ? "▶" : "◀"
    var text = Phrase.excerpt(arrow, excerpt.count, from: excerpt.start, origin)
    if excerpt.isInside { text = text + .beginsInside }
    return Wrap(width: width, breaking: .words).rows(of: text[language]).map {
      StyledRow(String($0))
    }
  }

  private var origin: Phrase {
    let count = excerpt.pieces.count
    return switch excerpt.cut {
    case .ours: .inReads(count)
    case .server: .inServerReads(count)
    case .writes: .inWrites(count)
    case .block(let name): .alone(name)
    }
  }

  private func column(of decoder: StreamDecoder, width: Int) -> [StyledRow] {
    let outcome = decoder.decode(excerpt.pieces, limit: limit)
    let messages = outcome.items.filter { if case .message = $0 { true } else { false } }.count
    var rows = [StyledRow(Noun.message.count(messages)[language], .size)]
    var number = 0
    for item in outcome.items.prefix(DecodePage.most) {
      switch item {
      case .message(let bytes):
        number += 1
        rows += message(bytes, number, width: width)
      case .refused(let field):
        rows += lines(sentence(of: field, decoder, lost: outcome.lost), .trouble, width: width)
      case .tooLong:
        rows += lines(.longer(than: limit), .trouble, width: width)
      }
    }
    if outcome.items.count > DecodePage.most {
      let rest = outcome.items.count - DecodePage.most
      rows += lines(.moreItems(rest), .elided, width: width)
    }
    if outcome.waiting > 0 {
      rows += lines(waiting(outcome, decoder), .unfinished, width: width)
    }
    return rows
  }

  private func name(of decoder: StreamDecoder) -> Phrase {
    switch decoder {
    case .none: .byReads
    case .line: .byLines
    case .fixed(let size): .fixed(size)
    case .little: .littleEndian
    case .big: .bigEndian
    }
  }

  /// The decoder that the port's framing asks for.
  private var right: StreamDecoder {
    switch excerpt.framing {
    case .length: .little
    case .line: .line
    case .raw, .udp: .none
    }
  }

  private var limit: Int {
    let framing: Framing = excerpt.framing == .line ? .line : .length
    return excerpt.direction == .outgoing ? framing.limit : WireLimit.fromServer(framing)
  }

  private func message(_ bytes: [UInt8], _ number: Int, width: Int) -> [StyledRow] {
    let label = "\(number) "
    guard !bytes.isEmpty else { return [StyledRow(label + Phrase.empty[language], .elided)] }
    let text = VisibleText.row(String(decoding: bytes, as: UTF8.self))
    let parts = Wrap(width: width - label.count, breaking: .anywhere).rows(of: text)
    let indent = String(repeating: " ", count: label.count)
    var rows: [StyledRow] = []
    for (turn, part) in parts.prefix(DecodePage.height).enumerated() {
      var row = StyledRow(turn == 0 ? label : indent, .elided)
      row.append(String(part), .payload)
      rows.append(row)
    }
    if parts.count > DecodePage.height {
      rows += lines(.inAll(bytes.count), .elided, width: width, indent: indent)
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      rows += lines(.notUTF8, .trouble, width: width, indent: indent)
    }
    return rows
  }

  private func sentence(
    of field: LengthField, _ decoder: StreamDecoder, lost: Int
  ) -> Phrase {
    let isBig = decoder == .big
    let value = isBig ? field.unsigned.byteSwapped : field.unsigned
    // The bytes stay together in a row.
    let hex = field.bytes.map(\.hex).joined(separator: DecodePage.tie)
    var text = Phrase.over(Int(value), hex, limit)
    let other = isBig ? field.little : field.big
    switch LengthGuess(bytes: field.bytes, limit: limit) {
    case .byteOrder, nil:
      if (1...limit).contains(other) {
        text = text + .otherOrder(isBig: isBig, other)
      }
    case .letters(let letters): text = text + .asText(VisibleText.row(letters))
    case let guess?: text = text + .and(.guess(guess))
    }
    return lost > 0 ? text + .bytesLost(lost) : text
  }

  private func waiting(_ outcome: StreamDecoder.Outcome, _ decoder: StreamDecoder) -> Phrase {
    return decoder == .line
      ? .waitsForLF(outcome.waiting) : .waits(outcome.waiting, of: outcome.need)
  }

  private func lines(
    _ text: Phrase, _ style: Style, width: Int, indent: String = ""
  ) -> [StyledRow] {
    Wrap(width: width - indent.count, breaking: .words).rows(of: text[language]).map {
      StyledRow(indent + $0.replacing(DecodePage.tie, with: " "), style)
    }
  }

  private static func beside(_ columns: [[StyledRow]], width: Int) -> [StyledRow] {
    (0..<(columns.map(\.count).max() ?? 0)).map { place in
      var row = StyledRow()
      for (turn, column) in columns.enumerated() {
        if turn > 0 {
          let edge = turn * (width + 3) - 2
          row.append(String(repeating: " ", count: max(0, edge - row.width)))
          row.append("│ ", .frame)
        }
        if place < column.count { row.append(column[place]) }
      }
      return row
    }
  }
}
