import ChatWire

/// One write or message wrapped in its headers, from the inside out.
struct LayersPage {
  /// Pages narrower than this have no columns.
  private static let columns = 52

  let subject: LayerSubject
  var language = Language.english

  func rows(width: Int) -> [StyledRow] {
    let stack = subject.stack
    var rows = picture(stack, width) + [StyledRow()]
    rows += application(stack, width)
    for layer in stack.layers {
      rows.append(StyledRow())
      rows += self.rows(of: layer, width)
    }
    return rows + [StyledRow()] + totals(stack, width)
  }

  /// The frame from its first byte to its last, each part with its bytes, in as many rows as it takes.
  private func picture(_ stack: LayerStack, _ width: Int) -> [StyledRow] {
    let layers = stack.layers
    let front = layers.reversed().map { "\($0.name) \($0.header)" }
    let padding = stack.padding > 0 ? [Phrase.padding(stack.padding)[language]] : []
    let parts = front + [Phrase.data(stack.shown)[language]] + padding + ["FCS 4"]
    var rows: [String] = []
    for part in parts {
      if let last = rows.last, CellWidth.of(last) + CellWidth.of(part) + 3 <= width {
        rows[rows.count - 1] += " \(part) │"
      } else {
        rows.append("│ \(part) │")
      }
    }
    return rows.map { StyledRow($0, .size) }
  }

  private func application(_ stack: LayerStack, _ width: Int) -> [StyledRow] {
    let name = Phrase.both(subject.name, Noun.byte.count(stack.payload))
    let arrow = stack.span.direction == .outgoing ? "▶" : "◀"
    var row = StyledRow(Phrase.data[language], .title)
    row.append("  \(arrow) \(name[language])", .size)
    var text = subject.parts
    if stack.packets > 1 {
      text = text + .firstOf(stack.packets)
    }
    if !stack.isDatagram {
      text = text + .mayMerge
    }
    return [row.fitted(to: width)] + wrapped(text, .plain, width)
  }

  private func rows(of layer: Layer, _ width: Int) -> [StyledRow] {
    var title = StyledRow(layer.name, .title)
    let tail = layer.tail > 0 ? " + \(layer.tail) = \(layer.header + layer.tail)" : ""
    title.append("  \(layer.header)\(tail) B", .size)
    title.append("  \(layer.standard)", .titleDetail)
    let fields = (layer.fields + layer.trailer).flatMap { field in
      width < LayersPage.columns ? narrowRows(of: field, width) : rows(of: field, width)
    }
    let note = layer.note.map { wrapped($0, .system, width) } ?? []
    return [title.fitted(to: width)] + note + fields
  }

  /// The size of a field, its name, its value and how that is known, in columns.
  private func rows(of field: Layer.Field, _ width: Int) -> [StyledRow] {
    let room = (name: width < 70 ? 17 : 24, source: 15)
    let size = 9
    let value = min(44, width - size - room.name - room.source)
    let names = parts(field.name, room.name - 1)
    let values = parts(field.value, value - 1)
    return (0..<max(names.count, values.count)).map { turn in
      var row = StyledRow(left(turn == 0 ? "  " + field.size : "", size), .size)
      row.append(left(turn < names.count ? names[turn] : "", room.name), .plain)
      row.append(left(turn < values.count ? values[turn] : "", value), .payload)
      if turn == 0 { row.append(source(of: field)) }
      return row
    }
  }

  /// The same one below the other.
  private func narrowRows(of field: Layer.Field, _ width: Int) -> [StyledRow] {
    var rows = wrapped(Phrase(verbatim: "\(field.size)  \(field.name[language])"), .plain, width)
    rows += parts(field.value, width - 4).map { StyledRow("    " + $0, .payload) }
    let source = source(of: field)
    if let last = rows.indices.last, rows[last].width + 2 + source.width <= width {
      rows[last].append("  ")
      rows[last].append(source)
    } else {
      rows.append(StyledRow("    "))
      rows[rows.count - 1].append(source)
    }
    return rows
  }

  private func source(of field: Layer.Field) -> StyledRow {
    let isCertain = field.source != .inferred && field.source != .unknown
    return StyledRow(Phrase.source(field.source)[language], isCertain ? .verdictGood : .elided)
  }

  /// The rows of a text in a column, without the blanks at their ends.
  private func parts(_ text: Phrase, _ width: Int) -> [String] {
    Wrap(width: width, breaking: .words).rows(of: text[language]).map {
      String($0.last == " " ? $0.dropLast() : $0)
    }
  }

  private func totals(_ stack: LayerStack, _ width: Int) -> [StyledRow] {
    let here = stack.packets * stack.headers
    let frames = stack.frames
    let wire = frames * (stack.headers + 18) + stack.padding
    let place = stack.isLoopback ? Phrase.onLoopback : .asPackets
    return [
      StyledRow(Phrase.totals[language], .title)
    ]
      + wrapped(.total(place, sum(stack.payload, here)), .plain, width)
      + wrapped(
        .total(.asFrames(frames), sum(stack.payload, wire)) + .onTheCable, .plain, width)
  }

  private func sum(_ payload: Int, _ overhead: Int) -> Phrase {
    let total = payload + overhead
    let tenths = total > 0 ? Int((Double(overhead) * 1_000 / Double(total)).rounded()) : 0
    return .sum(payload, overhead, total, percent: "\(tenths / 10).\(tenths % 10)")
  }

  private func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - CellWidth.of(text)))
  }

  private func wrapped(_ text: Phrase, _ style: Style, _ width: Int) -> [StyledRow] {
    parts(text, width - 2).map { StyledRow("  " + $0, style) }
  }
}
