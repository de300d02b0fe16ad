/// The name of a room: what a nick may be, under case folding.
package struct RoomName: Hashable, Sendable {
  package let text: String

  /// The room that everybody is in.
  package static let lobby = RoomName(unchecked: "lobby")

  private init(unchecked text: String) {
    self.text = text
  }

  /// - Returns: nil if `text` is no name.
  package init?(_ text: String) {
    guard let nick = Nick(text) else { return nil }
    self.text = nick.key
  }
}
