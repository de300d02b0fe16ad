/// What one run of a load gave.
package struct Outcome: Equatable, Sendable, Codable {
  package var seconds = 0.0
  package var deliveries = 0
  /// Messages that those deliveries are of.
  package var messages = 0.0
  /// Microseconds of the server's CPU for each delivery, in user and in kernel mode; nil without a process to look at.
  package var user: Double?
  package var system: Double?
  /// The share of one core that the server used, all threads.
  package var core: Double?
  /// The share of one core that the generator itself used.
  package var generator = 0.0
  /// From the write to each delivery, in microseconds.
  package var p50 = 0
  package var p99 = 0
  package var max = 0
  /// Resident memory of the server at the end, in bytes.
  package var memory: Int?
  /// The same for each client, over what the server had before the first one came.
  package var memoryEach: Int?
  /// Seconds from the first connection to the last welcome.
  package var joined = 0.0
  package var lost = 0
  package var duplicated = 0
  package var reordered = 0

  package init() {}

  package var isClean: Bool { lost == 0 && duplicated == 0 && reordered == 0 }
  package var rate: Double { seconds > 0 ? Double(deliveries) / seconds : 0 }
  /// Microseconds of the server's CPU for each delivery.
  package var cost: Double? {
    guard let user, let system else { return nil }
    return user + system
  }
}

/// Why a load could not be run, as a sentence.
package struct LoadFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
