/// The help screen, made of the table of keys and the table of commands.
struct HelpPane {
  let area: Layout.Area
  let rows: [StyledRow]

  init(model: Model) {
    area = Layout(model.size).inside
    let keys = HelpPane.keys + [StyledRow()] + HelpPane.marks
    let commands = HelpPane.commands
    rows =
      area.width < 98
      ? commands + [StyledRow()] + keys : HelpPane.beside(commands, keys, at: area.width / 2)
  }

  var height: Int { max(1, area.height) }

  /// The row that is at the top when the last one is in view.
  var lastTop: Int { max(0, rows.count - height) }

  func draw(on grid: inout Grid, top: Int) {
    let top = min(max(0, top), lastTop)
    for (place, row) in area.rows.enumerated() {
      let line = top + place < rows.count ? rows[top + place] : StyledRow()
      grid.fill(" ", row: row, columns: area.columns)
      grid.put(line, row: row, columns: area.columns)
    }
  }

  /// What to press, for the lower edge.
  func footer(top: Int) -> StyledRow {
    StyledRow(top < lastTop ? " PgDn more · any other key closes " : " any key closes ", .hint)
  }

  private static var keys: [StyledRow] {
    [StyledRow("Keys", .title)]
      + Keymap.bindings.map { binding in
        entry(binding.name, binding.help, binding.command, column: 11)
      }
  }

  private static var commands: [StyledRow] {
    [StyledRow("Commands", .title)]
      + ClientCommand.own.map { entry($0.usage, $0.help, nil, column: 20) }
      + [StyledRow(), StyledRow("Commands for the server", .title)]
      + ClientCommand.server.map { entry($0.usage, $0.help, nil, column: 20) }
      + [entry("//text", "say /text", nil, column: 20)]
  }

  private static var marks: [StyledRow] {
    let table: [(String, Style, String)] = [
      ("▶ write", .write, "what one write(2) took; ≥ where it took more calls"),
      ("◀ read", .read, "what one read(2) returned"),
      ("⇥ read", .peerRead, "what one read(2) of the server returned"),
      ("[05 00]", .header, "length header"),
      ("‹0a›", .delimiter, "the mark behind a line"),
      ("~48~65", .unfinished, "part of a message that is not whole yet"),
      ("!48!65", .garbage, "bytes without a meaning"),
      ("1:1", .verdictGood, "the read is one write"),
      ("STICKY ×n", .verdictBad, "the read is n whole writes"),
      ("HALF a/b", .verdictBad, "the read is a of the b bytes of one write"),
      ("MIXED", .verdictBad, "the read cuts a write and joins others"),
      ("?", .verdictOpen, "the writes are not known"),
    ]
    return [StyledRow("Reading the wire", .title)]
      + table.map { mark, style, help in
        var row = StyledRow(mark, style)
        row.append(String(repeating: " ", count: max(1, 11 - row.width)))
        row.append(help)
        return row
      }
  }

  private static func entry(_ name: String, _ help: String, _ command: String?, column: Int)
    -> StyledRow
  {
    var row = StyledRow(name, .keyName)
    row.append(String(repeating: " ", count: max(2, column - row.width)))
    row.append(help)
    if let command { row.append("  \(command)", .keyName) }
    return row
  }

  /// Two lists in two columns, the second from `column` on.
  private static func beside(_ left: [StyledRow], _ right: [StyledRow], at column: Int)
    -> [StyledRow]
  {
    (0..<max(left.count, right.count)).map { place in
      var row = place < left.count ? left[place] : StyledRow()
      guard place < right.count else { return row }
      row.append(String(repeating: " ", count: max(2, column - row.width)))
      row.append(right[place])
      return row
    }
  }
}
