import ChatScreen
import Testing

@Suite struct WrapTests {
  @Test(arguments: [
    ("", 5, [""]), ("abc", 5, ["abc"]), ("abcde", 5, ["abcde"]), ("abcdef", 5, ["abcde", "f"]),
    ("你好吗", 5, ["你好", "吗"]), ("a👩\u{200d}👩b", 2, ["a", "👩\u{200d}👩", "b"]), ("你", 1, ["你"]),
    ("ab cd", 3, ["ab ", "cd"]),
  ])
  func anywhere(text: String, width: Int, rows: [String]) {
    #expect(Wrap(width: width, breaking: .anywhere).rows(of: text).map(String.init) == rows)
  }

  @Test(arguments: [
    ("the quick brown fox", 10, ["the quick ", "brown fox"]),
    ("the quick brown", 9, ["the quick ", "brown"]),
    ("a verylongword", 10, ["a verylong", "word"]),
    ("one  two", 5, ["one  ", "two"]),
    ("你好 吗吗吗", 6, ["你好 ", "吗吗吗"]),
    ("see http://a.b/c now", 14, ["see ", "http://a.b/c ", "now"]),
    ("see http://a.b/cdefghijk", 12, ["see http://a", ".b/cdefghijk"]),
    ("ab (http://a.b/c).", 14, ["ab (", "http://a.b/c)."]),
    ("你好http://a.b/c", 12, ["你好", "http://a.b/c"]),
    ("http://a.b/c http://d.e/f", 12, ["http://a.b/c ", "http://d.e/f"]),
    ("http://a.b/c,x", 12, ["http://a.b/c", ",x"]),
    ("a :// b", 5, ["a :// ", "b"]),
    // What fits in a row is not cut.
    ("a wonderful day", 10, ["a ", "wonderful ", "day"]),
    ("or (acknowledges", 14, ["or ", "(acknowledges"]),
    // Between ideographs a row may end, but not before what closes nor behind what opens.
    ("读一次 read(2) 读到的", 10, ["读一次 ", "read(2) 读", "到的"]),
    ("你好世界你好", 5, ["你好", "世界", "你好"]),
    ("没有连接，正在重试", 8, ["没有连", "接，正在", "重试"]),
    ("写入文件（.pcapng）。", 14, ["写入文件", "（.pcapng）。"]),
    ("它说“好”。再见", 6, ["它说", "“好”。", "再见"]),
    ("文件名.hex", 8, ["文件", "名.hex"]),
    ("，，，，，", 4, ["，，", "，，", "，"]),
    ("看http://a.b/c，好", 12, ["看", "http://a.b/c", "，好"]),
  ])
  func words(text: String, width: Int, rows: [String]) {
    #expect(Wrap(width: width, breaking: .words).rows(of: text).map(String.init) == rows)
  }

  @Test(arguments: [
    ("made of 20 messages", 11, ["made of ", "20 messages"]),
    ("a buffer of 8 B cut", 13, ["a buffer of ", "8 B cut"]),
    ("合并了其中 14 次写", 14, ["合并了其中 ", "14 次写"]),
    ("see http://a.b/2 now", 14, ["see ", "http://a.b/2 ", "now"]),
    ("1 2 3 4 5 6", 6, ["1 2 3 ", "4 5 6"]),
  ])
  func aNumberStaysWithWhatItCounts(text: String, width: Int, rows: [String]) {
    #expect(Wrap(width: width, breaking: .sentence).rows(of: text).map(String.init) == rows)
  }

  /// Behind 4 columns, the text 12 wide, on a screen of 20: an address that fits nowhere runs from edge to edge.
  @Test(arguments: [
    ("see http://a.b/cdefghijk", ["see http://a.b/c", "defghijk"]),
    (
      "http://a.b/0123456789abcdefghijABCDEFGHIJ now here",
      ["http://a.b/01234", "56789abcdefghijABCDE", "FGHIJ now here"]
    ),
    ("http://a.b/0123456789abc and words", ["http://a.b/01234", "56789abc and ", "words"]),
    ("see http://a.b/c now", ["see ", "http://a.b/c ", "now"]),
    ("one twos three four", ["one twos ", "three four"]),
    ("http://a.b/你好你好你好", ["http://a.b/你好", "你好你好"]),
  ])
  func longAddressesReachTheEdge(text: String, rows: [String]) {
    var wrap = Wrap(width: 12, breaking: .words)
    (wrap.indent, wrap.edge) = (4, 20)
    #expect(wrap.rows(of: text).map(String.init) == rows)
  }

  /// A row is filled as far as the rules for its end allow: one sign and what closes behind it.
  @Test(arguments: 8...40)
  func chineseFillsItsRows(width: Int) {
    let text = "服务器已经读到 520 B（20 次写），判定是“粘包”；对方每次只读 1,024 B。下一条消息从 write(2) 开始！"
    let rows = Wrap(width: width, breaking: .words).rows(of: text)
    #expect(rows.joined() == text)
    for row in rows.dropLast() { #expect(CellWidth.of(row) >= width - 8, "\(row)") }
    for row in rows { #expect(!"，。；！”）".contains(row.first ?? "，"), "\(row)") }
    for row in rows.dropLast() { #expect(!"（“".contains(row.last ?? "（"), "\(row)") }
  }

  @Test(arguments: 1...12)
  func rowsPutTogetherAreTheText(width: Int) {
    let text = "some wörds, 你好, 👩\u{200d}👩\u{200d}👧\u{200d}👦 and   spaces "
    for breaking in [Wrap.Breaking.anywhere, .words, .sentence] {
      let rows = Wrap(width: width, breaking: breaking).rows(of: text)
      #expect(rows.joined() == text)
      for row in rows { #expect(CellWidth.of(row) <= max(2, width + 1)) }
    }
  }
}
