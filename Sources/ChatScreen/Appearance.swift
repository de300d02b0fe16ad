/// What a reader has chosen about the look of the screen.
package struct Appearance: Equatable, Sendable {
  package var theme = Theme.standard
  package var signs = Signs.unicode
  /// Whether the terminal tells of its mouse, and so takes no selection of its own.
  package var hasMouse = false
  /// Whether there are lines around the panes; without them the terminal's own selection has nothing but text.
  package var hasFrame = true
  /// The wire pane's part of the room of both, from 0 to 1; nil is what suits the screen.
  package var share: Double?

  package init() {}
}
