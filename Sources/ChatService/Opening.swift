import NIOCore

/// The first bytes of a raw connection: a `/observe` that small reads have cut, or the reads that they are.
///
/// Only a read that filled its buffer can have been cut by it, so only such ones are held, for as long as what
/// they add up to still may become the command.
struct Opening {
  private static let command = Array("/observe ".utf8)
  /// More than any `/observe raw 65535` has.
  private static let longest = 64

  /// The most bytes that one read returns.
  var readSize: Int
  private var held: [ByteBuffer] = []
  private var isOver = false

  init(readSize: Int) {
    self.readSize = readSize
  }

  /// Takes one read.
  ///
  /// - Returns: what is to be taken as reads now; a command that was cut is one of them again.
  mutating func take(_ read: ByteBuffer) -> [ByteBuffer] {
    guard !isOver else { return [read] }
    held.append(read)
    let bytes = held.flatMap(\.readableBytesView)
    guard bytes.starts(with: Opening.command) || Opening.command.starts(with: bytes) else {
      return rest()
    }
    let isWhole = read.readableBytes < readSize || bytes.last == UInt8(ascii: "\n")
    guard isWhole || bytes.count > Opening.longest else { return [] }
    if bytes.starts(with: Opening.command) { held = [ByteBuffer(bytes: bytes)] }
    return rest()
  }

  /// Gives up what is held: no more bytes come, or they are no command.
  mutating func rest() -> [ByteBuffer] {
    isOver = true
    defer { held = [] }
    return held
  }
}
