import Glibc

/// What one client reads, cut into messages.
struct Stream {
  private let dialect: Dialect
  private let size: Int
  /// The bytes of a message whose rest has not come.
  private var held: [UInt8] = []
  /// The lines that `ncat --chat` has cut, by the name in front of each chunk.
  private var chunks = Chunks()

  /// - Parameters:
  ///   - dialect: says where a message ends.
  ///   - size: the bytes of a text, by which the raw port's are told apart.
  init(_ dialect: Dialect, size: Int) {
    self.dialect = dialect
    self.size = size
  }

  /// Takes what one read returned, and hands on each message in it, in order and without its end mark.
  mutating func take(_ bytes: UnsafeRawBufferPointer, _ found: (UnsafeRawBufferPointer) -> Void) {
    guard held.isEmpty else {
      held += bytes
      let all = held
      let used = all.withUnsafeBytes { scan($0, found) }
      held = Array(all[used...])
      return
    }
    let used = scan(bytes, found)
    if used < bytes.count { held = Array(bytes[used...]) }
  }

  /// - Returns: how many bytes belong to messages that are whole.
  private mutating func scan(
    _ bytes: UnsafeRawBufferPointer, _ found: (UnsafeRawBufferPointer) -> Void
  ) -> Int {
    switch dialect {
    case .length, .floor: frames(bytes, found)
    case .line, .irc, .nats: lines(bytes, found)
    case .raw: run(bytes, found)
    case .ncat: chunks.take(bytes, found)
    }
  }

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

  private func lines(
    _ bytes: UnsafeRawBufferPointer, _ found: (UnsafeRawBufferPointer) -> Void
  ) -> Int {
    var place = 0
    while place < bytes.count, let start = bytes.baseAddress.map({ $0 + place }),
      let mark = memchr(start, 10, bytes.count - place)
    {
      let end = place + (UnsafeRawPointer(mark) - start)
      let last = end > place && bytes[end - 1] == 13 ? end - 1 : end
      found(UnsafeRawBufferPointer(rebasing: bytes[place..<last]))
      place = end + 1
    }
    return place
  }

  /// The raw port has no messages: texts are found by what they begin with.
  private func run(
    _ bytes: UnsafeRawBufferPointer, _ found: (UnsafeRawBufferPointer) -> Void
  ) -> Int {
    var place = 0
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "#")), start + size <= bytes.count
    {
      let text = UnsafeRawBufferPointer(rebasing: bytes[start..<start + size])
      let isToken = Token(text) != nil
      if isToken { found(text) }
      place = start + (isToken ? size : 1)
    }
    return max(place, bytes.count - size)
  }
}
