import ChatScreen
import Testing

/// The words on screen are there in both languages.
@Suite struct PhraseTests {
  struct Row: CustomTestStringConvertible {
    let file: String
    let english: Literal
    let chinese: Literal

    var testDescription: String { "\(file): \(english.words)" }
  }

  /// Words that Chinese keeps, as the course does.
  private static let technical: Set<String> = [
    "ACK", "B", "C", "Esc", "ESC", "FIN", "HTTP", "IP", "LE", "BE", "LF", "MIXED", "N", "Nagle",
    "PgDn",
    "PgUp", "TCP", "TLS", "UDP", "UTF", "WireChat", "clipboard", "cork", "ms", "s", "raw", "length",
    "line", "udp", "read", "write", "shell", "fg", "off", "on", "here", "there", "hex", "jsonl",
    "pcapng",
    "FILE", "TEXT", "OSC", "CORK", "chat", "tui", "serve", "find", "filter", "drop", "flip", "ping",
    "help",
    "p", "P", "n", "f", "t", "z", "y", "d", "l", "F", "U", "a", "b", "MSS", "FCS", "RFC",
    "Ethernet",
    "quickack", "SVG", "svg", "ASCII", "standard", "rich", "projector", "set", "save", "DSCP",
    "ECN",
    "MTU", "SACK", "NOP", "EtherType", "nagle", "frame", "IPv4", "IPv6",
    "DF", "CRC", "autocorking", "F1", "F2", "F3", "F5",
    "Alt", "text", "P", "R", "Y", "ROWS", "part", "copy",
    "search", "unignore", "away", "join", "quit", "reconnect", "next", "previous",
  ]

  /// Every phrase in the sources, row by row.
  static let rows: [Row] = Source.files.flatMap { file in
    file.text.split(separator: "Phrase(").dropFirst().compactMap { rest in
      var rest = rest.drop(while: \.isWhitespace)
      guard rest.first == "\"", let english = Literal(&rest) else { return nil }
      rest = rest.drop(while: \.isWhitespace)
      guard rest.popFirst() == ",", let chinese = Literal(&rest) else {
        return Row(file: file.name, english: english, chinese: english)
      }
      return Row(file: file.name, english: english, chinese: chinese)
    }
  }

  @Test func `there are rows to look at`() { #expect(PhraseTests.rows.count > 200) }

  @Test(arguments: rows)
  func `neither language is empty, and both say the same of the same`(row: Row) {
    #expect(!row.english.words.isEmpty || !row.english.expressions.isEmpty)
    #expect(!row.chinese.words.isEmpty || !row.chinese.expressions.isEmpty)
    // The whole sentence of another module, in whose place a phrase of ours is built.
    let wholes = [["(english)"], ["(lines.first ?? )"]]
    guard !wholes.contains(row.english.expressions) else { return }
    let english = row.english.expressions.filter { $0 != "(plural)" }
    #expect(Set(english).isSubset(of: row.chinese.expressions))
  }

  @Test(arguments: rows)
  func `no English is left in Chinese but technical words`(row: Row) {
    let words = row.chinese.words.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      .map(String.init).filter { Int($0) == nil }
    let left = words.filter { !PhraseTests.technical.contains($0) }
    #expect(left.isEmpty, "\(row.chinese.words)")
    let isWord = row.english.words.contains { $0.isLetter }
    let onlyTechnical = row.english.words == row.chinese.words
    let isChinese = row.chinese.words.contains { ("\u{4e00}"..."\u{9fff}").contains($0) }
    #expect(!isWord || isChinese || onlyTechnical, "\(row.english.words)")
  }

  @Test(arguments: Source.files.map(\.name))
  func `no sentence stands anywhere else`(name: String) throws {
    // Code that is copied out; and the words beside the tables of keys and commands are phrases.
    // And markup; and what is said on standard error, before there is a screen.
    let others = ["CopyFormat.swift", "Picture.swift", "SettingsFile.swift"]
    guard !others.contains(name) else { return }
    let text = try #require(Source.files.first { $0.name == name }?.text)
    for line in text.split(separator: "\n") where !line.contains("Phrase") {
      var rest = line.drop(while: \.isWhitespace)
      guard !rest.hasPrefix("//"), !text.contains("extension Phrase") else { continue }
      while let start = rest.firstIndex(of: "\"") {
        rest = rest[start...]
        guard let literal = Literal(&rest), !literal.words.hasPrefix("/") else { continue }
        #expect(!literal.words.contains(#/[a-z]{2,} [a-z]{2,}/#), "\(literal.words)")
      }
    }
  }

  @Test func `a phrase within speaks the language of the whole`() {
    let phrase = Phrase(
      "not sent: \(Phrase("no connection", "没有连接")) \(1_024)",
      "未发送：\(Phrase("no connection", "没有连接")) \(1_024)")
    #expect(phrase[.english] == "not sent: no connection 1,024")
    #expect(phrase[.chinese] == "未发送：没有连接 1,024")
  }

  @Test func `what others said stays as it is`() {
    for language in Language.allCases { #expect(Phrase(verbatim: "bob")[language] == "bob") }
  }
}
