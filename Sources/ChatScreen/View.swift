/// The picture of a model: every row exactly as wide as the screen.
package func view(_ model: Model) -> Grid {
  var grid = Grid(size: model.size)
  let layout = Layout(model.size)
  let conversation = ConversationPane(model: model, area: layout.conversation)
  let help = model.help.map { ($0, HelpPane(model: model)) }
  if help == nil {
    conversation.draw(on: &grid)
    if let area = layout.wire { WirePane(model: model, area: area).draw(on: &grid) }
  }
  var edges = [(layout.conversation, ConversationPane.more(model.conversationView))]
  if let area = layout.wire { edges.append((area, ConversationPane.more(model.wireView))) }
  FrameLines(layout: layout).draw(
    on: &grid, left: conversation.title,
    right: WirePane.title(of: model.wire, focused: model.focus == .wire),
    edges: help == nil ? edges : [])
  if let (top, pane) = help {
    pane.draw(on: &grid, top: top)
    if layout.mode != .bare {
      let footer = pane.footer(top: top)
      let end = pane.area.columns.upperBound
      grid.put(footer, row: pane.area.rows.upperBound, columns: max(1, end - footer.width)..<end)
    }
  }
  drawBottom(model, layout, on: &grid)
  return grid
}

/// Draws the lines under the panes: the wire's summary where there is no pane, the status, the composer.
private func drawBottom(_ model: Model, _ layout: Layout, on grid: inout Grid) {
  let margin = layout.mode == .bare ? 0 : 2
  let columns = margin..<max(margin, layout.size.columns - margin)
  if let row = layout.summary {
    var line = ConversationPane.more(model.conversationView) ?? StyledRow()
    line.append(WirePane.summary(of: model.wire))
    grid.put(line, row: row, columns: columns)
  }
  if let row = layout.status {
    grid.put(StatusLine(model: model).row(width: columns.count), row: row, columns: columns)
  } else if let hint = model.hint, !layout.conversation.rows.isEmpty {
    grid.put(hint, row: 0, columns: columns, style: .hint)
  }
  if let row = layout.composer {
    ComposerLine(composer: model.composer, width: columns.count)
      .draw(on: &grid, row: row, from: columns.lowerBound)
  }
  if model.help != nil { grid.cursor = nil }
}
