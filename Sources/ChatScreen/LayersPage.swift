import ChatWire

/// One write or message wrapped in its headers, from the inside out.
struct LayersPage {
  let subject: LayerSubject
  var language = Language.english

  func rows(width: Int) -> [StyledRow] {
    let stack = subject.stack
    var rows = [StyledRow(picture(stack), .size), StyledRow()]
    rows += application(stack, width)
    for layer in stack.layers {
      rows.append(StyledRow())
      rows += self.rows(of: layer, width)
    }
    return rows + [StyledRow()] + totals(stack, width)
  }

  /// The frame from its first byte to its last, each part with its bytes.
  private func picture(_ stack: LayerStack) -> String {
    let layers = stack.layers
    let front = layers.reversed().map { "\($0.name) \($0.header)" }
    let padding = stack.padding > 0 ? [Phrase.padding(stack.padding)[language]] : []
    let parts = front + [Phrase.data(stack.shown)[language]] + padding + ["FCS 4"]
    return "│ " + parts.joined(separator: " │ ") + " │"
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
    return [row] + wrapped(text, .plain, width)
  }

  private func rows(of layer: Layer, _ width: Int) -> [StyledRow] {
    var title = StyledRow(layer.name, .title)
    let tail = layer.tail > 0 ? " + \(layer.tail) = \(layer.header + layer.tail)" : ""
    title.append("  \(layer.header)\(tail) B", .size)
    title.append("  \(layer.standard)", .titleDetail)
    let fields = (layer.fields + layer.trailer).map { field in
      var row = StyledRow("  " + left(field.size, 7), .size)
      row.append(left(field.name[language], width < 70 ? 20 : 24), .plain)
      let isCertain = field.source != .inferred && field.source != .unknown
      row.append(left(field.value[language], max(0, min(44, width - row.width - 16))), .payload)
      row.append(Phrase.source(field.source)[language], isCertain ? .verdictGood : .elided)
      return row
    }
    return [title] + (layer.note.map { wrapped($0, .system, width) } ?? []) + fields
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
    Wrap(width: max(1, width - 2), breaking: .words).rows(of: text[language]).map {
      StyledRow("  " + $0, style)
    }
  }
}
