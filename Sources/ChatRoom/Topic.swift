/// What a room is about.
package struct Topic: Equatable, Sendable {
  package let text: String
  /// Who said so, as they were called then.
  package let nick: String

  package init(text: String, nick: String) {
    self.text = text
    self.nick = nick
  }
}
