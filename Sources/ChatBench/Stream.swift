import Glibc

/// What one client reads, cut into messages.
struct Stream {
  private let dialect: Dialect
  private let size: Int
  /// The lines that `ncat --chat` has cut, by the name in front of each chunk.
  private var chunks = Chunks()

  /// - Parameters:
  ///   - dialect: says where a message ends.
  ///   - size: the bytes of a text, by which the raw port's are told apart.
  init(_ dialect: Dialect, size: Int) {
    self.dialect = dialect
    self.size = size
  }

  /// Hands on each message in `bytes`, in order and without its end mark.
  ///
  /// - Returns: how many bytes belong to messages that are whole; the rest has to come again with what follows.
  @inline(__always)
  mutating func take(
    _ bytes: UnsafeRawBufferPointer, _ found: (UnsafeRawBufferPointer) -> Void
  ) -> Int {
    switch dialect {
    case .length, .floor: frames(bytes, found)
    case .line, .irc, .nats: lines(bytes, found)
    case .raw: texts(bytes, found)
    case .ncat: chunks.take(bytes, found)
    }
  }

  @inline(__always)
  private func frames(
    _ bytes: UnsafeRawBufferPointer, _ found: (UnsafeRawBufferPointer) -> Void
  ) -> Int {
    var place = 0
    while place + 4 <= bytes.count {
      let length = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
      let end = place + 4 + Int(UInt32(littleEndian: length))
      guard end <= bytes.count else { break }
      found(UnsafeRawBufferPointer(rebasing: bytes[(place + 4)..<end]))
      place = end
    }
    return place
  }

  @inline(__always)
  private func lines(
    _ bytes: UnsafeRawBufferPointer, _ found: (UnsafeRawBufferPointer) -> Void
  ) -> Int {
    var place = 0
    while let end = bytes.first(10, from: place) {
      let last = end > place && bytes[end - 1] == 13 ? end - 1 : end
      found(UnsafeRawBufferPointer(rebasing: bytes[place..<last]))
      place = end + 1
    }
    return place
  }

  /// The raw port has no messages: texts are found by what they begin with.
  @inline(__always)
  private func texts(
    _ bytes: UnsafeRawBufferPointer, _ found: (UnsafeRawBufferPointer) -> Void
  ) -> Int {
    var place = 0
    while let start = bytes.first(UInt8(ascii: "#"), from: place) {
      guard start + size <= bytes.count else { return start }
      let isToken = Token.number(bytes, at: start) != nil
      if isToken { found(UnsafeRawBufferPointer(rebasing: bytes[start..<start + size])) }
      place = start + (isToken ? size : 1)
    }
    return bytes.count
  }
}

extension UnsafeRawBufferPointer {
  /// Where a byte is first, from `place` on (memchr(3)).
  @inline(__always)
  fileprivate func first(_ byte: UInt8, from place: Int) -> Int? {
    guard let baseAddress, place < count,
      let found = memchr(baseAddress + place, Int32(byte), count - place)
    else { return nil }
    return UnsafeRawPointer(found) - baseAddress
  }
}
