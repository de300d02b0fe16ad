/// How a client's messages become writes.
package struct Sending: Equatable, Sendable {
  /// Milliseconds between the writes of a burst.
  package var gap = 0
  /// One message in several writes, nil for one.
  package var slice: Slice?
  /// The length header and the payload in two writes.
  package var splitHeader = false
  /// TCP_CORK: the kernel sends full segments only, until it is taken off (tcp(7)).
  package var cork = false
  /// What happens to the next message, and to that one only.
  package var damage: Damage?

  /// Milliseconds that a gap, or a pause between slices, may have.
  package static let pauseRange = 0...5_000
  /// Bytes that a slice may have.
  package static let sliceRange = 1...WireLimit.frame
  /// The bytes of a message on the wire that damage may name.
  package static let damageRange = 0...WireLimit.frame + WireLimit.header - 1

  package init() {}

  package struct Slice: Equatable, Sendable {
    /// Bytes of each write, at least 1.
    package var bytes: Int
    /// Milliseconds between them.
    package var pause: Int

    package init(bytes: Int, pause: Int) {
      self.bytes = bytes
      self.pause = pause
    }
  }

  /// One byte of a message on the wire, counted from 0, the header included.
  package enum Damage: Equatable, Sendable {
    /// All of its bits are inverted.
    case flip(Int)
    case drop(Int)
  }

  /// One change of it.
  package enum Change: Equatable, Sendable {
    case gap(Int)
    case slice(Slice?)
    case splitHeader(Bool)
    case cork(Bool)
    case damage(Damage?)
  }

  package mutating func apply(_ change: Change) {
    switch change {
    case .gap(let gap): self.gap = gap
    case .slice(let slice): self.slice = slice
    case .splitHeader(let isOn): splitHeader = isOn
    case .cork(let isOn): cork = isOn
    case .damage(let damage): self.damage = damage
    }
  }
}
