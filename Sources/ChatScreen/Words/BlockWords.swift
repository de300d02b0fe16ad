// What a block of the wire is called.
extension Phrase {
  /// `write 3`.
  static func name(of block: Block) -> Phrase {
    Phrase("\(kind(of: block)) \(block.number)", "\(kind(of: block)) \(block.number)")
  }

  /// `write`, `read` or `server read`.
  static func kind(of block: Block) -> Phrase {
    switch block.kind {
    case .write: write
    case .read: read
    case .peerRead: serverRead
    case .opened: Phrase(verbatim: "")
    }
  }

  static let write = Phrase("write", "写")
  static let read = Phrase("read", "读")
  static let serverRead = Phrase("server read", "服务器读")

  // From when times count.
  static let timesDelta = Phrase("times count from the block above", "时间从上一块算起")
  static let timesRelative = Phrase(
    "times count from the connection's first byte", "时间从连接的第一个字节算起")
  static let timesAbsolute = Phrase("times are the time of day", "显示的是钟点")
}
