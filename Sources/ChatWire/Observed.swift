/// The state of an observed connection at the server's end.
package struct Observed: Equatable, Sendable {
  package var framing: Framing
  /// The source port of the connection.
  package var port: Int
  package var nick: String
  /// Bytes that one read there may return.
  package var readSize: Int
  /// Milliseconds that the server waits before each read.
  package var late: Int
  package var noDelay: Bool
  package var quickAck: Bool

  package init(
    framing: Framing, port: Int, nick: String, readSize: Int, late: Int = 0, noDelay: Bool = true,
    quickAck: Bool = true
  ) {
    self.framing = framing
    self.port = port
    self.nick = nick
    self.readSize = readSize
    self.late = late
    self.noDelay = noDelay
    self.quickAck = quickAck
  }

  /// What is set there.
  package var knobs: Knobs {
    Knobs(late: late, readSize: readSize, noDelay: noDelay, quickAck: quickAck)
  }

  init?(_ words: inout Words) {
    guard let framing = words.next().flatMap({ Framing(rawValue: $0) }),
      let port = words.number(), let nick = words.name()
    else { return nil }
    var values: [Substring: Int] = [:]
    while let word = words.next() {
      let pair = word.split(separator: "=", maxSplits: 1)
      if pair.count == 2, let value = Int(pair[1]) { values[pair[0]] = value }
    }
    guard let readSize = values["read"], let late = values["late"],
      let noDelay = values["nodelay"], let quickAck = values["quickack"]
    else { return nil }
    self.init(
      framing: framing, port: port, nick: nick, readSize: readSize, late: late,
      noDelay: noDelay == 1, quickAck: quickAck == 1)
  }

  var text: String {
    "\(framing.rawValue) \(port) \(nick) read=\(readSize) late=\(late)"
      + " nodelay=\(noDelay ? 1 : 0) quickack=\(quickAck ? 1 : 0)"
  }
}
