import ChatWire

/// The conversation, as it is seen in an area.
struct ConversationPane {
  let model: Model
  let area: Layout.Area
  var light = Light.none

  var list: Viewport.List {
    let rows = ConversationRows(model: model, width: area.width, light: light)
    return Viewport.List(numbers: model.conversation.numbers) { rows[$0] }
  }

  /// The title on the frame: the room, the framing, and what fell off.
  var title: StyledRow {
    var title = StyledRow(VisibleText.row(model.room), .title)
    title.append(" · \(model.endpoint.framing.rawValue)", .title)
    if !model.rooms.place.topic.isEmpty {
      title.append(" · \(VisibleText.row(model.rooms.place.topic))", .titleDetail)
    }
    if model.conversation.dropped > 0 {
      let lost = Phrase.fellOff(Noun.line.count(model.conversation.dropped))
      title.append(" · \(lost[model.language])", .titleDetail)
    }
    return title
  }

  /// What its lower edge says: that there is more, or what a lesson waits for.
  var note: StyledRow? {
    ConversationPane.more(model.conversationView, model.language)
      ?? model.lesson.map { StyledRow(" \($0.text[model.language]) ", .hint) }
  }

  func draw(on grid: inout Grid) {
    let rows = model.conversationView.visible(list, height: area.height)
    for (row, line) in zip(area.rows, rows) {
      grid.put(line, row: row, columns: area.columns)
      if line.isJoined, row > area.rows.lowerBound { grid.join(row: row) }
      grid.put(line.mark, row: row, columns: area.margin, style: .selected)
    }
  }

  /// What a pane says at its lower edge while its end is out of sight.
  static func more(_ view: Viewport, _ language: Language) -> StyledRow? {
    if view.follows { return nil }
    return StyledRow(" \((view.news > 0 ? Phrase.new(view.news) : .pageDown)[language]) ", .hint)
  }
}
