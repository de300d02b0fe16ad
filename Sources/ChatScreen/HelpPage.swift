/// The help page, made of the table of keys and the table of commands.
enum HelpPage {
  /// The rows for a number of columns.
  static func rows(width full: Int) -> [StyledRow] {
    let isWide = full >= 96
    let width = isWide ? full / 2 - 2 : full
    let gap = [StyledRow()]
    let keys =
      keys(Keymap.bindings, "Keys", width: width) + gap
      + keys(WireKeys.bindings, "Keys in the wire pane (F3)", width: width)
    let wire = wireCommands(width: width)
    let marks = marks(width: width) + gap + verdicts(width: width)
    return isWide
      ? beside(keys + gap + marks, commands(width: width) + gap + wire, at: full / 2)
      : keys + gap + commands(width: width) + gap + wire + gap + marks
  }

  private static func keys(
    _ table: [Keymap.Binding], _ title: String, width: Int
  ) -> [StyledRow] {
    [StyledRow(title, .title)]
      + table.flatMap { binding in
        let command = binding.command.map { " (\($0))" } ?? ""
        return entry(StyledRow(binding.name, .keyName), binding.help + command, at: 11, width)
      }
  }

  private static func commands(width: Int) -> [StyledRow] {
    func rows(_ table: [ClientCommand.Entry]) -> [StyledRow] {
      table.flatMap { entry(StyledRow($0.usage, .keyName), $0.help, at: 16, width) }
    }
    return [StyledRow("Commands", .title)] + rows(ClientCommand.own)
      + [StyledRow(), StyledRow("Commands for the server", .title)] + rows(ClientCommand.server)
      + entry(StyledRow("//text", .keyName), "say /text", at: 16, width)
  }

  private static func wireCommands(width: Int) -> [StyledRow] {
    [StyledRow("Commands for the wire", .title)]
      + ClientCommand.wire.flatMap {
        entry(StyledRow($0.usage, .keyName), $0.help, at: 24, width)
      }
  }

  private static func marks(width: Int) -> [StyledRow] {
    let table: [(String, Style, String)] = [
      ("▶ write", .write, "what one write(2) took (≥1: more calls)"),
      ("◀ read", .read, "what one read(2) returned"),
      ("⇥ read", .peerRead, "what one read(2) of the server returned"),
      ("= #1", .elided, "the same bytes as write 1"),
      ("[05 00]", .header, "length header"),
      ("‹0a›", .delimiter, "the mark behind a line"),
      ("~48~65", .unfinished, "part of a message that is not whole yet"),
      ("!48!65", .garbage, "bytes without a meaning"),
    ]
    return section("Reading the wire", table, width: width)
  }

  private static func verdicts(width: Int) -> [StyledRow] {
    let table: [(String, Style, String)] = [
      ("1:1", .verdictGood, "it is one write"),
      ("STICKY ×n", .verdictBad, "it is n whole writes"),
      ("HALF a/b", .verdictBad, "it is a of the b bytes of one write"),
      ("MIXED", .verdictBad, "it has several writes, not all of them whole"),
      ("?", .verdictOpen, "the writes are not known"),
    ]
    return section("Verdicts on a read", table, width: width)
  }

  private static func section(
    _ title: String, _ table: [(String, Style, String)], width: Int
  ) -> [StyledRow] {
    [StyledRow(title, .title)] + table.flatMap { entry(StyledRow($0, $1), $2, at: 11, width) }
  }

  /// A name and its explanation, which begins at `column`, or below the name if that is too long.
  private static func entry(
    _ name: StyledRow, _ help: String, at column: Int, _ width: Int
  ) -> [StyledRow] {
    let column = width < 40 ? 2 : column
    var rows = [name]
    for (turn, part) in Wrap(width: width - column, breaking: .words).rows(of: help).enumerated() {
      let joins = turn == 0 && name.width + 2 <= column
      var row = joins ? name : StyledRow()
      row.append(String(repeating: " ", count: column - row.width))
      row.append(String(part))
      if joins { rows = [row] } else { rows.append(row) }
    }
    return rows
  }

  /// Two lists in two columns, the second from `column` on.
  private static func beside(
    _ left: [StyledRow], _ right: [StyledRow], at column: Int
  ) -> [StyledRow] {
    (0..<max(left.count, right.count)).map { place in
      var row = place < left.count ? left[place] : StyledRow()
      guard place < right.count else { return row }
      row.append(String(repeating: " ", count: max(2, column - row.width)))
      row.append(right[place])
      return row
    }
  }
}
