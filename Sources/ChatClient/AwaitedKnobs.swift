package import ChatScreen
package import ChatWire

/// The knobs that the server was asked to turn and does not show as turned yet.
package struct AwaitedKnobs: Equatable, Sendable {
  /// Seconds that a server may take to show them.
  package static let patience = 2

  private var knobs = Knobs()

  package init() {}

  package var isEmpty: Bool { knobs == Knobs() }

  package mutating func asked(_ change: Knobs) {
    knobs = knobs.turned(by: change)
  }

  /// The server shows how its end is now.
  package mutating func shown(_ observed: Observed) {
    if knobs.late == observed.late { knobs.late = nil }
    if knobs.readSize == observed.readSize { knobs.readSize = nil }
    if knobs.noDelay == observed.noDelay { knobs.noDelay = nil }
    if knobs.quickAck == observed.quickAck { knobs.quickAck = nil }
  }

  /// Waits no longer.
  ///
  /// - Returns: a sentence for what the server never showed, nil if there is nothing.
  package mutating func expired() -> Phrase? {
    guard !isEmpty else { return nil }
    defer { knobs = Knobs() }
    return .unacknowledged(Command.knob(knobs).text, seconds: AwaitedKnobs.patience)
  }
}
