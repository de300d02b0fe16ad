/// The help page, made of the table of keys and the table of commands.
struct HelpPage {
  let language: Language
  /// The reader's own keys.
  var own = KeyBindings()

  /// The rows for a number of columns: what this is about first, the keys last.
  func rows(width full: Int) -> [StyledRow] {
    let isWide = full >= 96
    let width = isWide ? full / 2 - 2 : full
    let gap = [StyledRow()]
    let commands =
      serverCommands(width: width) + gap + wireCommands(width: width) + gap
      + ownCommands(width: width)
    let reading = marks(width: width) + gap + verdicts(width: width)
    let keys =
      ownKeys(width: width) + keys(Keymap.bindings, .keys, width: width) + gap
      + keys(WireKeys.bindings, .keysInWirePane, width: width)
    let rest = reading + gap + keys
    return isWide ? beside(commands, rest, at: full / 2) : commands + gap + rest
  }

  private func keys(
    _ table: [Keymap.Binding], _ title: Phrase, width: Int
  ) -> [StyledRow] {
    [StyledRow(title[language], .title)]
      + table.flatMap { binding in
        let command = binding.command.map { " (\($0))" } ?? ""
        return entry(
          StyledRow(binding.name, .keyName), binding.help[language] + command, at: 11, width)
      }
  }

  private func ownKeys(width: Int) -> [StyledRow] {
    guard !own.isEmpty else { return [] }
    return [StyledRow(Phrase.ownKeysTitle[language], .title)]
      + own.all.flatMap { entry(StyledRow($0.name, .keyName), $0.command, at: 11, width) }
      + [StyledRow()]
  }

  private func serverCommands(width: Int) -> [StyledRow] {
    commands(ClientCommand.server, .serverCommands, at: 16, width)
      + entry(StyledRow("//text", .keyName), Phrase.saysSlash[language], at: 16, width)
  }

  private func wireCommands(width: Int) -> [StyledRow] {
    commands(ClientCommand.wire, .wireCommands, at: 24, width)
  }

  private func ownCommands(width: Int) -> [StyledRow] {
    commands(ClientCommand.own, .commands, at: 16, width)
  }

  private func commands(
    _ table: [ClientCommand.Entry], _ title: Phrase, at column: Int, _ width: Int
  ) -> [StyledRow] {
    [StyledRow(title[language], .title)]
      + table.flatMap {
        entry(StyledRow($0.usage[language], .keyName), $0.help[language], at: column, width)
      }
  }

  private func marks(width: Int) -> [StyledRow] {
    let table: [(Phrase, Style, Phrase)] = [
      (.markWrite, .write, .meansWrite), (.markRead, .read, .meansRead),
      (.markPeerRead, .peerRead, .meansPeerRead), (Phrase(verbatim: "= #1"), .elided, .meansSame),
      (Phrase(verbatim: "[05 00]"), .header, .meansHeader),
      (Phrase(verbatim: "‹0a›"), .delimiter, .meansDelimiter),
      (Phrase(verbatim: "~48~65"), .unfinished, .meansUnfinished),
      (Phrase(verbatim: "!48!65"), .garbage, .meansGarbage),
      (Phrase(verbatim: "⋄ • ×"), .payload, .meansNoLetter),
      (Phrase(verbatim: "│ ┃"), .size, .meansSeams), (Phrase(verbatim: "┊"), .size, .meansAside),
      (Phrase(verbatim: "─"), .size, .meansCall), (Phrase(verbatim: "┄2┄"), .size, .meansCrowd),
      (Phrase(verbatim: "▕██··▏"), .decoded, .meansBar),
    ]
    return section(.readingTheWire, table, width: width)
  }

  private func verdicts(width: Int) -> [StyledRow] {
    let table: [(Phrase, Style, Phrase)] = [
      (Phrase(verbatim: "1:1"), .verdictGood, .meansOneToOne),
      (.sticky, .verdictBad, .meansSticky), (.half, .verdictBad, .meansHalf),
      (.mixed, .verdictBad, .meansMixed),
      (Phrase(verbatim: "?"), .verdictOpen, .meansUnknown),
    ]
    return section(.verdicts, table, width: width)
  }

  private func section(
    _ title: Phrase, _ table: [(Phrase, Style, Phrase)], width: Int
  ) -> [StyledRow] {
    [StyledRow(title[language], .title)]
      + table.flatMap { entry(StyledRow($0[language], $1), $2[language], at: 11, width) }
  }

  /// A name and its explanation, which begins at `column`, or below the name if that is too long.
  private func entry(
    _ name: StyledRow, _ help: String, at column: Int, _ width: Int
  ) -> [StyledRow] {
    let column = width < 40 ? 2 : column
    var rows = [name]
    for (turn, part) in Wrap(width: width - column, breaking: .words).rows(of: help).enumerated() {
      let joins = turn == 0 && name.width + 2 <= column
      var row = joins ? name : StyledRow()
      row.append(String(repeating: " ", count: column - row.width))
      // A blank that hangs over the edge would move what stands beside it.
      row.append(String(part.last == " " ? part.dropLast() : part))
      if joins { rows = [row] } else { rows.append(row) }
    }
    return rows
  }

  /// Two lists in two columns, the second from `column` on.
  private func beside(
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
