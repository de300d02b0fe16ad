/// A `/said SEQ UNIX-MS NICK TEXT` that a watcher has heard.
struct Said: Equatable, Sendable {
  let seq: Int
  let nick: String
  let text: String

  /// The event on `line`; nil for any other.
  init?(_ line: String) {
    let fields = line.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
    guard fields.count == 5, fields[0] == "/said", let seq = Int(fields[1]) else { return nil }
    self.seq = seq
    nick = String(fields[3])
    text = String(fields[4])
  }
}

extension Program {
  /// The first `count` messages that this watcher heard, once there are so many.
  ///
  /// - Throws: ``Unmet`` if their numbers are not consecutive.
  func said(_ count: Int, within limit: Duration = .seconds(40)) async throws -> [Said] {
    let heard = try await eventually("\(count) messages at \(name)", within: limit) {
      let heard = output.lines.compactMap(Said.init)
      return heard.count >= count ? Array(heard.prefix(count)) : nil
    }
    for (one, next) in zip(heard, heard.dropFirst()) where next.seq != one.seq + 1 {
      throw Unmet(description: "SEQ \(next.seq) after \(one.seq)")
    }
    return heard
  }

  /// The port that a peer's line `WORD PORT` names.
  func port(_ word: String) async throws -> Int {
    let line = try await line(word) { $0.hasPrefix(word + " ") }
    guard let port = Int(line.dropFirst(word.count + 1)) else { throw Unmet(description: line) }
    return port
  }
}
