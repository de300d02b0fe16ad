/// One entry of the conversation.
package struct Utterance: Equatable, Sendable, Weighted {
  /// Whose words they are, and so how they look.
  ///
  /// Texts are as they came.
  package enum Kind: Equatable, Sendable {
    case said(nick: String, String)
    case did(nick: String, String)
    case told(from: String, to: String, String)
    /// Who came, went, or has another name.
    case moved(Movement)
    /// What else the server tells about the room.
    case system(Phrase)
    /// What one read returned on the raw port.
    case raw(String)
    /// A line of a server that knows no events.
    case text(String)
    case datagram(String, from: String)
    case notice(Phrase)
    /// Lines that stand as they are, as wide as the pane.
    case table([Phrase])
    case trouble(Phrase)
    case lesson(LessonLine)
  }

  package var kind: Kind
  /// nil for what the client says by itself while it has no clock at hand.
  package var time: WallTime?
  /// The bytes that it came in, its header or delimiter included; nil for what no bytes of this connection said.
  package var span: WireSpan?
  /// What we were called when it came; nil for who knows no names.
  package var own: String?
  /// Whether it has our name in it.
  package var isMention = false

  package init(_ kind: Kind, at time: WallTime?, from span: WireSpan? = nil) {
    self.kind = kind
    self.time = time
    self.span = span
  }

  package var weight: Int {
    switch kind {
    case .said(_, let text), .did(_, let text), .told(_, _, let text): text.utf8.count
    case .raw(let text), .text(let text), .datagram(let text, _): text.utf8.count
    case .moved(let movement): movement.weight
    case .system(let phrase), .notice(let phrase), .trouble(let phrase): phrase.weight
    case .table(let lines): lines.map(\.weight).reduce(0, +)
    case .lesson: 0
    }
  }

  /// Whose words they are; nil for what no person said.
  var speaker: String? {
    switch kind {
    case .said(let nick, _), .did(let nick, _): nick
    case .told(let from, _, _): from
    default: nil
    }
  }

  /// What a person said, without the name; nil for what no person said.
  var words: String? {
    switch kind {
    case .said(_, let text), .did(_, let text), .told(_, _, let text): text
    default: nil
    }
  }
}
