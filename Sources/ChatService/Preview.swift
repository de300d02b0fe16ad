/// The beginning of a text for one line of the console.
enum Preview {
  /// How many characters are shown.
  static let length = 44

  private static let more = Array("…".utf8)

  /// Appends the first characters of `text`, what is not UTF-8 as U+FFFD and controls visible, then `…` if there
  /// is more.
  static func write(_ text: some Collection<UInt8>, to line: inout [UInt8]) {
    let head = text.prefix(length + 1)
    // No mark can follow the last byte that is shown: the one behind it is ASCII too.
    guard !head.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) else {
      line += head.prefix(length)
      if head.count > length { line += more }
      return
    }
    // Enough for the characters that are shown, unless marks are piled on them.
    let start = String(decoding: text.prefix(length * 16), as: UTF8.self)
    let shown = start.prefix(length)
    let isCut = shown.utf8.count < start.utf8.count || text.count > length * 16
    line += TextBytes.visible(shown.utf8)
    if isCut { line += more }
  }
}
