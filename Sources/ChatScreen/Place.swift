/// A room that we are in, or a private talk: what the model has of it while it is shown, and this while another one is.
package struct Place: Sendable {
  package internal(set) var name: String
  /// With whom it is a private talk, which has their name; nil for a room.
  var partner: String? {
    didSet { if let partner { name = "@\(partner)" } }
  }
  package internal(set) var topic = ""
  /// Lines of others that came while another room was shown.
  package internal(set) var news = 0
  /// Those among them that are for us.
  package internal(set) var mentions = 0

  var conversation = Scrollback<Utterance>()
  var view = Viewport()
  var unread: Int?
  var people = People()
  var lookup: ChatLookup?
  var catchUp = CatchUp()
  /// What was being typed.
  var draft = EditedLine()

  init(_ name: String) { self.name = name }
}
