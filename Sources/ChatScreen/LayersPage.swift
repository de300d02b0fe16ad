import ChatWire

/// One write or message wrapped in its headers, from the inside out.
struct LayersPage {
  let subject: LayerSubject

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
    let padding = stack.padding > 0 ? ["padding \(stack.padding)"] : []
    let parts = front + ["data \(Number.grouped(stack.shown))"] + padding + ["FCS 4"]
    return "│ " + parts.joined(separator: " │ ") + " │"
  }

  private func application(_ stack: LayerStack, _ width: Int) -> [StyledRow] {
    let arrow = stack.span.direction == .outgoing ? "▶" : "◀"
    var row = StyledRow("data", .title)
    row.append("  \(arrow) \(subject.name), \(Number.count(stack.payload, "byte"))", .size)
    var text = subject.parts
    if stack.packets > 1 {
      text += " · \(Number.count(stack.packets, "segment")); the headers of the first are shown"
    }
    if !stack.isDatagram {
      text += " · as if in segments of its own: the kernel may merge it with others"
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
      row.append(left(field.name, width < 70 ? 20 : 24), .plain)
      let isCertain = field.source != .inferred && field.source != .unknown
      row.append(left(field.value, max(0, min(44, width - row.width - 16))), .payload)
      row.append(field.source.rawValue, isCertain ? .verdictGood : .elided)
      return row
    }
    return [title] + (layer.note.map { wrapped($0, .system, width) } ?? []) + fields
  }

  private func totals(_ stack: LayerStack, _ width: Int) -> [StyledRow] {
    let here = stack.packets * stack.headers
    let frames = stack.frames
    let wire = frames * (stack.headers + 18) + stack.padding
    let place = stack.isLoopback ? "as IP packets on loopback" : "as IP packets"
    let each = frames == 1 ? "" : ", \(Number.grouped(frames)) frames"
    return [
      StyledRow("Totals", .title)
    ]
      + wrapped("\(place): \(sum(stack.payload, here))", .plain, width)
      + wrapped(
        "as Ethernet frames\(each): \(sum(stack.payload, wire))"
          + " · on the cable also 8 B preamble and start, 12 B gap for each frame", .plain, width)
  }

  private func sum(_ payload: Int, _ overhead: Int) -> String {
    let total = payload + overhead
    let tenths = total > 0 ? (overhead * 1_000 + total / 2) / total : 0
    return "payload \(Number.grouped(payload)) B + overhead \(Number.grouped(overhead)) B"
      + " = \(Number.grouped(total)) B, overhead \(tenths / 10).\(tenths % 10) %"
  }

  private func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - CellWidth.of(text)))
  }

  private func wrapped(_ text: String, _ style: Style, _ width: Int) -> [StyledRow] {
    Wrap(width: max(1, width - 2), breaking: .words).rows(of: text).map {
      StyledRow("  " + $0, style)
    }
  }
}
