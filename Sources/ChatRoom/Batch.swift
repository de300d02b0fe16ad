/// The entries that one wake-up of the event loop gathered; no longer changed.
package struct Batch: Sendable {
  /// Counted from 0, without gaps.
  package let number: Int
  /// At least one.
  package let entries: [Entry]
  /// The number that the first utterance in it has, or the next one after it would have.
  package let next: Int
  /// The sum of its entries' weights, in bytes.
  package let weight: Int
}
