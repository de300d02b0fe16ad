/// What a member said or did.
package struct Utterance: Equatable, Sendable {
  /// The SEQ: 1 for the first since the server's start, each the next one.
  package let number: Int
  /// Unix time in milliseconds.
  package let time: Int
  package let nick: String
  /// The bytes as they came; on the raw port they may be anything, UTF-8 or not.
  package let text: [UInt8]

  package init(number: Int, time: Int, nick: String, text: [UInt8]) {
    self.number = number
    self.time = time
    self.nick = nick
    self.text = text
  }
}
