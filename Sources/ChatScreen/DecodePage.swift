import ChatWire

/// The same bytes through several decoders, each with what it makes of them.
struct DecodePage {
  /// The most messages that one decoder shows.
  private static let most = 500
  /// Rows of one message.
  private static let height = 3

  let excerpt: Excerpt
  let fixed: Int

  /// The rows for a number of columns: the decoders side by side where they fit, else one below the other.
  func rows(width: Int) -> [StyledRow] {
    let decoders: [StreamDecoder] = [.none, .line, .fixed(fixed), .little, .big]
    let intro = introduction(width: width) + [StyledRow()]
    guard width >= 90 else {
      return intro + decoders.flatMap { column(of: $0, width: width) + [StyledRow()] }
    }
    let room = (width - 3 * (decoders.count - 1)) / decoders.count
    return intro + DecodePage.beside(decoders.map { column(of: $0, width: room) }, width: room)
  }

  private func introduction(width: Int) -> [StyledRow] {
    let arrow = excerpt.direction == .outgoing ? "▶" : "◀"
    let bytes = "\(Number.grouped(excerpt.count)) B from byte \(Number.grouped(excerpt.start))"
    var text = "\(arrow) \(bytes), \(origin)."
    if excerpt.isInside { text += " They begin inside a message." }
    return Wrap(width: width, breaking: .words).rows(of: text).map { StyledRow(String($0)) }
  }

  private var origin: String {
    let count = excerpt.pieces.count
    return switch excerpt.cut {
    case .ours: "in \(Number.count(count, "read")) of ours"
    case .server: "in \(Number.count(count, "read")) of the server"
    case .writes: "in \(Number.count(count, "write")) of ours; the server's reads are not known"
    case .block(let name): "\(name) alone"
    }
  }

  private func column(of decoder: StreamDecoder, width: Int) -> [StyledRow] {
    let outcome = decoder.decode(excerpt.pieces, limit: limit)
    var rows = [StyledRow(name(of: decoder), .title)]
    if decoder == right { rows[0].append(" ✓ this port", .verdictGood) }
    let messages = outcome.items.filter { if case .message = $0 { true } else { false } }.count
    rows.append(StyledRow(Number.count(messages, "message"), .size))
    var number = 0
    for item in outcome.items.prefix(DecodePage.most) {
      switch item {
      case .message(let bytes):
        number += 1
        rows += message(bytes, number, width: width)
      case .refused(let field):
        rows += lines(sentence(of: field, decoder, lost: outcome.lost), .trouble, width: width)
      case .tooLong:
        rows += lines("! longer than \(Number.grouped(limit)) B", .trouble, width: width)
      }
    }
    if outcome.items.count > DecodePage.most {
      let rest = outcome.items.count - DecodePage.most
      rows.append(StyledRow("… \(Number.grouped(rest)) more", .elided))
    }
    if outcome.waiting > 0 {
      rows += lines(waiting(outcome, decoder), .unfinished, width: width)
    }
    return rows
  }

  private func name(of decoder: StreamDecoder) -> String {
    switch decoder {
    case .none: "none: a read"
    case .line: "line: to LF"
    case .fixed(let size): "fixed: \(size) B"
    case .little: "length LE"
    case .big: "length BE"
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
    guard !bytes.isEmpty else { return [StyledRow(label + "(empty)", .elided)] }
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
      rows.append(StyledRow(indent + "… \(Number.grouped(bytes.count)) B in all", .elided))
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      rows.append(StyledRow(indent + "not UTF-8", .trouble))
    }
    return rows
  }

  private func sentence(
    of field: LengthField, _ decoder: StreamDecoder, lost: Int
  ) -> String {
    let isBig = decoder == .big
    let value = isBig ? field.unsigned.byteSwapped : field.unsigned
    var text =
      "! \(Number.grouped(Int(value))) (\(field.hex)) is over \(Number.grouped(limit))"
    let other = isBig ? field.little : field.big
    switch LengthGuess(bytes: field.bytes, limit: limit) {
    case .byteOrder, nil:
      if (1...limit).contains(other) {
        text += "; as \(isBig ? "LE" : "BE") it is \(Number.grouped(other))"
      }
    case .letters(let letters): text += "; as text it is '\(VisibleText.row(letters))'"
    case let guess?: text += "; \(guess)"
    }
    return text + (lost > 0 ? "; \(Number.grouped(lost)) B behind it are lost" : "")
  }

  private func waiting(_ outcome: StreamDecoder.Outcome, _ decoder: StreamDecoder) -> String {
    let have = Number.grouped(outcome.waiting)
    return decoder == .line
      ? "… waits for LF, has \(have) B" : "… waits: \(have) of \(Number.grouped(outcome.need)) B"
  }

  private func lines(_ text: String, _ style: Style, width: Int) -> [StyledRow] {
    Wrap(width: width, breaking: .words).rows(of: text).map { StyledRow(String($0), style) }
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
