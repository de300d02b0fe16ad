import ChatRoom
import ChatTransport
import Glibc

/// How the server is at one moment: each line a name and a number.
struct Stats {
  private let hub: Hub

  init(_ hub: Hub) {
    self.hub = hub
  }

  var lines: [String] {
    let counters = hub.ledger.now
    let state = [
      ("members", hub.room.roster.count), ("connections", hub.door.count),
      ("rooms", hub.rooms.count),
      ("backlog bytes", hub.laggards.backlog), ("memory bytes", Stats.memory),
      ("memory bound bytes", hub.configuration.memory(descriptors: hub.descriptors).bound),
    ]
    return (state + Counter.allCases.map { ($0.name, counters[$0]) }).map { "\($0) \($1)" }
  }

  /// Bytes of this process in memory, 0 where /proc tells nothing (proc(5)).
  static var memory: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, CInt(line.count), file) != nil else { return 0 }
    let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      .split(separator: " ")
    guard words.count > 1, let pages = Int(words[1]) else { return 0 }
    return pages * Int(sysconf(CInt(_SC_PAGESIZE)))
  }
}
