/// The beginning of a text for one line of the console.
enum Preview {
  /// How many characters are shown.
  static let length = 44

  /// The first characters of `text`, what is not UTF-8 as U+FFFD and controls visible, then `…` if there is more.
  static func of(_ text: some Collection<UInt8>) -> [UInt8] {
    if text.count <= length, TextBytes.isSimple(Array(text)) { return Array(text) }
    // Enough for the characters that are shown, unless marks are piled on them.
    let start = String(decoding: text.prefix(length * 16), as: UTF8.self)
    let shown = start.prefix(length)
    let isCut = shown.utf8.count < start.utf8.count || text.count > length * 16
    return TextBytes.visible(shown.utf8) + (isCut ? Array("…".utf8) : [])
  }
}
