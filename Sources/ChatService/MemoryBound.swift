import ChatRoom
import ChatWire

/// How much memory the server needs at most, as a sum of what its limits allow.
package struct MemoryBound: Equatable, Sendable {
  /// One summand.
  package struct Part: Equatable, Sendable {
    package let name: String
    package let bytes: Int
  }

  package let parts: [Part]

  /// The bytes of all parts.
  package var bound: Int { parts.reduce(0) { $0 &+ $1.bytes } }

  /// The program, its libraries and its event loops, before anybody comes.
  private static let base = 64 << 20
  /// A connection with all that belongs to it while nothing of it waits.
  private static let client = 8_192
  /// A member over UDP.
  private static let datagramMember = 2_048
  /// What an entry of the log takes for each of its bytes, at the most: messages of one byte, in all views.
  private static let entry = 32
  /// Lines for a console that is not read.
  private static let console = 2 << 20

  init(_ limits: Limits, maxFrame: Int, descriptors: Int) {
    let clients = limits.clients(descriptors: descriptors)
    // A buffer that grows doubles.
    let message = 2 * max(maxFrame, limits.line)
    parts = [
      Part(name: "program", bytes: MemoryBound.base),
      Part(
        name:
          "\(clients) clients × (\(MemoryBound.client.binary) + half a message of \(message.binary))",
        bytes: clients * (MemoryBound.client + message)),
      Part(
        name: "\(limits.datagramMembers) UDP members × \(MemoryBound.datagramMember.binary)",
        bytes: limits.datagramMembers * MemoryBound.datagramMember),
      Part(name: "backlog of all", bytes: limits.lag.total),
      Part(
        name: "log of \(limits.retention.binary) × \(MemoryBound.entry)",
        bytes: limits.retention * MemoryBound.entry),
      Part(name: "history, twice at most", bytes: 2 * limits.historyBytes),
      Part(
        name: "\(limits.rooms.all) rooms × their history",
        bytes: limits.rooms.all * limits.historyBytes),
      Part(name: "console", bytes: MemoryBound.console),
    ]
  }

  /// The formula with its numbers, for people.
  package var text: String {
    let lines = parts.map { "  \($0.name): \($0.bytes.binary)" }
    return (["At most \(bound.binary) of memory (\(bound) bytes):"] + lines).joined(separator: "\n")
  }
}

extension Int {
  /// These bytes in the largest unit that leaves at least ten of it or nothing over, rounded up.
  fileprivate var binary: String {
    for (unit, size) in [("MiB", 1 << 20), ("KiB", 1 << 10)] where self >= size {
      if self >= 10 * size || self % size == 0 { return "\((self + size - 1) / size) \(unit)" }
    }
    return "\(self) B"
  }
}
