/// What a length header over the limit most likely is instead.
///
/// The numbers that people report in bug trackers: 1195725860 less 4 is `GET `, 369296132 begins a TLS
/// record, 83886080 is 5 in the other byte order.
package enum LengthGuess: Equatable, Sendable {
  /// The first letters of an HTTP request.
  case http(String)
  /// The start of a TLS record (RFC 8446, section 5.1: type 22, legacy version 3.x).
  case tls
  /// A plausible length if its bytes are read from the other end.
  case byteOrder(Int)
  /// Printable text: a client without framing on the length port.
  case letters(String)

  /// Looks at the four bytes of a header.
  ///
  /// - Returns: nil where the number looks like nothing known.
  package init?(bytes: [UInt8], limit: Int) {
    let field = LengthField(bytes: bytes)
    let text = String(decoding: field.bytes, as: UTF8.self)
    if ["GET ", "POST", "PUT ", "HEAD", "OPTI", "DELE", "CONN", "PATC", "PRI "].contains(text) {
      self = .http(text)
    } else if field.bytes[0] == 0x16, field.bytes[1] == 0x03 {
      self = .tls
    } else if field.bytes.allSatisfy({ (0x20..<0x7f).contains($0) || (0x09...0x0d).contains($0) }) {
      self = .letters(text)
    } else if field.big > 0, field.big <= limit {
      self = .byteOrder(field.big)
    } else {
      return nil
    }
  }
}

extension LengthGuess: CustomStringConvertible {
  package var description: String {
    switch self {
    case .http(let text): "the bytes are '\(text)': a browser or another HTTP client"
    case .tls: "16 03 begins a TLS record: a TLS client"
    case .byteOrder(let length): "big-endian it would be \(length): the other byte order"
    case .letters(let text):
      "the bytes are the letters '\(text.visible)': a raw client on the length port"
    }
  }
}

extension String {
  /// The text with C0 controls and DEL written as `^X`.
  fileprivate var visible: String {
    unicodeScalars.map { scalar in
      guard scalar.value < 0x20 || scalar.value == 0x7f else { return String(scalar) }
      return "^" + String(UnicodeScalar(UInt8(scalar.value) ^ 0x40))
    }.joined()
  }
}
