import ChatTransport

/// Proofs that who sends from an address also receives there, of which the server keeps none.
///
/// A cookie is a keyed hash of the address and the time, as in RFC 7873 (DNS cookies, which name SipHash-2-4 for
/// this): 64 bits under a 128-bit key from the system's generator, drawn at each start. It holds for its own
/// minute and the next, so that one overheard is of no use later.
struct Cookie: Sendable {
  /// Milliseconds after which the hash changes.
  private static let period = 60_000

  private let hash: SipHash

  init() {
    var generator = SystemRandomNumberGenerator()
    hash = SipHash(key: (generator.next(), generator.next()))
  }

  /// The 16 hex digits for `address` at `now`, in monotonic milliseconds.
  func text(for address: PeerAddress, at now: Int) -> String {
    let word = hash.hash(Array("\(now / Cookie.period) \(address)".utf8))
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  func isValid(_ text: String, for address: PeerAddress, at now: Int) -> Bool {
    text == self.text(for: address, at: now)
      || text == self.text(for: address, at: now - Cookie.period)
  }
}
