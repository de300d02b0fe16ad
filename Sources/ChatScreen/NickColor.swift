/// The colour of a name, the same in every session and on every terminal.
///
/// People remember others by it, so neither the hash nor its order may change: FNV-1a, 64 bits, over
/// the name under case folding in UTF-8.
package enum NickColor {
  /// The colours of `Style.nicks` where there are 256 of them, by their number there: each has a contrast of at
  /// least 4 to black and to white (WCAG 2.2, "contrast ratio").
  package static let of256: [UInt8] = [31, 64, 164, 130, 29, 99, 161, 28, 27, 131, 129, 30]

  static func style(of nick: String) -> Style {
    let all = Style.nicks
    return all[Int(hash(nick) % UInt64(all.count))]
  }

  static func hash(_ nick: String) -> UInt64 {
    People.key(nick).utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
