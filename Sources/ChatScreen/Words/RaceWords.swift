package import ChatWire

// The table of a race.
extension Phrase {
  /// The table, line by line; the heads stand over the same columns in each language.
  package static func lines(of table: RaceTable) -> [Phrase] {
    let lines = table.lines
    return [Phrase("\(lines.first ?? "")", "     发出 读到 消息   粘包 半包 丢失")]
      + zip(table.rows, lines.dropFirst()).map { row, line in
        guard case .unknown(let reason) = row.outcome else { return Phrase(verbatim: line) }
        let name = RaceTable.name(of: row.framing)
        return Phrase("\(name) ? \(word(reason))", "\(name) ? \(word(reason))")
      }
  }

  private static func word(_ reason: RaceTable.Reason) -> Phrase {
    let english = reason.rawValue
    return switch reason {
    case .isOff: Phrase("\(english)", "这个服务器没有开")
    case .notReady: Phrase("\(english)", "没有及时准备好")
    case .over: Phrase("\(english)", "已结束")
    case .noConnection: Phrase("\(english)", "没有连接")
    case .broke: Phrase("\(english)", "连接断了")
    }
  }
}
