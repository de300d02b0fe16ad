/// The capabilities of a terminal with which a program draws on it (terminfo(5)).
///
/// Those of keys, of the printer, of resets and of queries are none of them; the bell is none either.
struct TerminalEntry: Sendable {
  /// Cursor, erasing, scrolling, attributes, colours, character sets, and the modes that are off again at the end.
  private static let drawing: Set<String> = [
    "cup", "home", "cub", "cub1", "cuf", "cuf1", "cuu", "cuu1", "cud", "cud1", "cr", "hpa", "vpa",
    "ht", "cbt", "nel", "sc", "rc", "clear", "el", "el1", "ed", "ech", "rep",
    "ind", "indn", "ri", "rin", "il", "il1", "dl", "dl1", "csr", "ich", "ich1", "dch", "dch1",
    "smir", "rmir", "sgr", "sgr0", "bold", "dim", "smul", "rmul", "rev", "smso", "rmso",
    "setaf", "setab", "op", "smacs", "rmacs", "enacs",
    "smcup", "rmcup", "civis", "cnorm", "smkx", "rmkx", "smam", "rmam", "XM", "BE", "BD",
  ]

  /// By the byte that they begin with; nil for those that begin with any.
  private let capabilities: [UInt8?: [Capability]]

  /// The entry that `infocmp -1x` prints.
  init(_ text: String) throws {
    var texts: [String: String] = [:]
    for line in text.split(separator: "\n") where line.first == "\t" {
      let pair = line.dropFirst().dropLast().split(separator: "=", maxSplits: 1)
      if pair.count == 2 { texts[String(pair[0])] = String(pair[1]) }
    }
    // ncurses takes the switch of the character set out of sgr0, where it is at one of its ends.
    if let all = texts["sgr0"], let set = texts["rmacs"] {
      for part in [set, "\\017"] where all.hasSuffix(part) {
        texts["rest of sgr0"] = String(all.dropLast(part.count))
      }
      if all.hasPrefix(set) { texts["rest of sgr0"] = String(all.dropFirst(set.count)) }
    }
    // Its way to ask for the mouse where terminfo has no other: kmous says that there is one (curs_mouse(3X)).
    if texts["kmous"] != nil, texts["XM"] == nil {
      texts["XM"] = "\\E[?1000%?%p1%{1}%=%th%el%;"
    }
    let names = TerminalEntry.drawing.union(["rest of sgr0"])
    let drawing = try texts.filter { names.contains($0.key) }.map { try Capability($0.value) }
    capabilities = Dictionary(grouping: drawing, by: \.first)
  }

  /// The entry of a terminal by its name.
  static func named(_ name: String) async throws -> TerminalEntry {
    let infocmp = try Program(Tool.infocmp.path(), ["-1x", name])
    defer { infocmp.end() }
    guard try await infocmp.exit() == .exited(0) else {
      throw Unmet(description: infocmp.errors.text)
    }
    return try TerminalEntry(infocmp.output.text)
  }

  /// How many bytes at the front of `bytes` are the longest capability that they can be; 0 for none.
  func length(in bytes: ArraySlice<UInt8>) -> Int {
    let candidates = (capabilities[bytes.first] ?? []) + (capabilities[.none] ?? [])
    return candidates.map { $0.length(in: bytes) }.max() ?? 0
  }
}
