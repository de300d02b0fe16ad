/// The picture of a model: every row exactly as wide as the screen.
package func view(_ model: Model) -> Grid {
  var grid = Grid(size: model.size)
  let layout = model.page == nil ? model.layout : Layout(model.size, input: model.inputHeight)
  let frame = FrameLines(layout: layout)
  if let page = PagePane(model: model) {
    page.draw(on: &grid)
    frame.drawWhole(
      on: &grid, title: StyledRow(page.title[model.language], .title),
      edge: page.footer(width: page.area.width))
  } else {
    let light = Light(of: model)
    let conversation = ConversationPane(model: model, area: layout.conversation, light: light)
    conversation.draw(on: &grid)
    let wire = layout.wire.map { WirePane(model: model, area: $0, light: light) }
    wire?.draw(on: &grid)
    let title = WireTitle(
      wire: model.wire, width: layout.wire?.width ?? 0, language: model.language
    ).row(focused: model.wireHasKeys)
    frame.drawPanes(on: &grid, conversation: conversation.title, wire: title)
    if layout.conversation.height > 0 {
      frame.edge(on: &grid, layout.conversation, conversation.note, beside: title)
    }
    if let wire { frame.edge(on: &grid, wire.area, wire.edge) }
  }
  drawBottom(model, layout, on: &grid)
  return model.appearance.signs == .ascii ? grid.inASCII : grid
}

/// Draws the lines under the panes: the wire's summary where there is no pane, the status, the composer.
private func drawBottom(_ model: Model, _ layout: Layout, on grid: inout Grid) {
  let margin = layout.margin
  let columns = margin..<max(margin, layout.size.columns - margin)
  let echo = KeyEcho(model: model, layout: layout)
  let edge = echo.map { $0.columns.lowerBound - 1 } ?? columns.upperBound
  let free = columns.lowerBound..<min(columns.upperBound, edge)
  if let row = layout.summary {
    var line = ConversationPane(model: model, area: layout.conversation).note ?? StyledRow()
    line.append(
      WireTitle(wire: model.wire, width: free.count - line.width, language: model.language).summary)
    if let page = PagePane(model: model) { line = page.footer(width: free.count) }
    grid.put(line.fitted(to: free.count), row: row, columns: free)
  }
  if model.page == nil, !model.wireHasKeys {
    SuggestionList(model: model, layout: layout)?.draw(on: &grid)
  }
  if let row = layout.status {
    grid.put(StatusLine(model: model).row(width: columns.count), row: row, columns: columns)
  }
  let legend = model.wireHasKeys ? WireKeys.legend(width: columns.count, model.language) : nil
  if let hint = model.hint?[model.language] ?? legend, let row = layout.hint {
    let isBare = layout.mode == .bare
    if isBare { grid.fill(" ", row: row, columns: columns) }
    let room = row == echo?.row ? free : columns
    let text = StyledRow(hint, .hint).fitted(to: room.count - (isBare ? 0 : 2)).text
    grid.put(isBare ? text : " \(text) ", row: row, columns: room, style: .hint)
  }
  echo?.draw(on: &grid)
  ComposerLine(composer: model.composer, width: columns.count, language: model.language)
    .draw(on: &grid, rows: layout.composer, from: columns.lowerBound)
  if model.page != nil || model.wireHasKeys { grid.cursor = nil }
}
