import ArgumentParser

/// A time as it is written behind a flag: seconds, fractions too.
package struct Seconds: Equatable, Sendable {
  package let milliseconds: Int

  package init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }
}

extension Seconds: ExpressibleByArgument {
  /// From a millisecond to a day.
  package init?(argument: String) {
    guard let seconds = Double(argument), (0.001...86_400).contains(seconds) else { return nil }
    self.init(milliseconds: Int((seconds * 1_000).rounded()))
  }

  package var defaultValueDescription: String {
    milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000)" : "\(Double(milliseconds) / 1_000)"
  }
}
