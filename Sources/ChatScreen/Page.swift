/// Something to read that covers both panes until it is closed.
package struct Page: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// The keys and the commands.
    case help
    /// Some bytes through several decoders, one of them with messages of `fixed` bytes.
    case decode(Excerpt, fixed: Int)
    /// What a write or message is wrapped in.
    case layers(LayerSubject)
    case settings
  }

  package let kind: Kind
  /// The first row that is shown.
  package var top = 0

  package init(_ kind: Kind) { self.kind = kind }
}
