/// One line of a lesson, as the conversation shows it.
package struct LessonLine: Equatable, Sendable {
  package enum Kind: Sendable {
    case title, prose
    /// A question to the class, and what became of its bet.
    case bet
    /// What the lesson types.
    case typed
    case measured
    /// An expectation that came true, or did not.
    case held, failed
  }

  package var kind: Kind
  package var text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// The mark in front of the text.
  package var mark: String {
    switch kind {
    case .title: "# "
    case .prose: ""
    case .bet: "? "
    case .typed: "> "
    case .measured: "= "
    case .held: "✓ "
    case .failed: "✗ "
    }
  }

  var style: Style {
    switch kind {
    case .title, .bet: .title
    case .prose, .measured: .plain
    case .typed: .keyName
    case .held: .verdictGood
    case .failed: .trouble
    }
  }
}
