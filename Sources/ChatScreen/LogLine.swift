/// A line of the chat log: when, and what was said or told by the server, as it stands in the conversation.
package struct LogLine: CustomStringConvertible {
  package let description: String

  /// The line for one entry of a room's conversation, nil for what the client itself or a lesson says.
  ///
  /// `nick` is our own name; the lobby, whose `room` is nil, is not named.
  package init?(_ utterance: Utterance, nick: String, room: String? = nil, _ language: Language) {
    switch utterance.kind {
    case .notice, .table, .trouble, .lesson: return nil
    default: break
    }
    let parts = UtteranceParts(utterance, nick: nick, language)
    let text = VisibleText.rows(parts.text).joined(separator: " ↳ ")
    let time = utterance.time.map { "\(LogLine.date($0))\($0) " } ?? ""
    let place = room.map { "[\(VisibleText.row($0))] " } ?? ""
    description = time + place + parts.lead.text + VisibleText.row(parts.label) + text
  }

  /// The day as ISO 8601 writes it.
  private static func date(_ time: WallTime) -> String {
    guard let day = time.day else { return "" }
    let date = CalendarDay(days: day)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.year)-\(two(date.month))-\(two(date.day)) "
  }
}
