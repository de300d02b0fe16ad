/// What is picked out in one pane, so that its other side lights up in the other.
package enum Selection: Equatable, Sendable {
  case block(Block.ID)
  /// A line of the conversation, by its number.
  case line(Int)
}
