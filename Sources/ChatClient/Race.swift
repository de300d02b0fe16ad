import ChatScreen
import ChatWire
import NIOCore

/// The same burst over length, raw and UDP connections of their own, sent at the same moment.
///
/// It lives on one event loop, and ends when all is known or after 3 s.
final class Race {
  private static let patience = TimeAmount.seconds(3)

  private let loop: any EventLoop
  private let ended: ([Heard]) -> Void
  private var racers: [Racer] = []
  private let title: Phrase
  private var deadline: Scheduled<Void>?
  private var isRunning = false

  /// - Parameters:
  ///   - count: the writes of each burst.
  ///   - text: that of each message.
  ///   - loop: where everything happens.
  ///   - ended: called once, with what there is to say.
  init(
    count: Int, text: String, on loop: any EventLoop, ended: @escaping ([Heard]) -> Void
  ) {
    self.loop = loop
    self.ended = ended
    title = .race(count, text)
    racers = [Framing.length, .raw, .udp].map { framing in
      Racer(framing, count: count, text: text, on: loop) { [weak self] in self?.check() }
    }
  }

  /// - Parameters:
  ///   - host: the server's.
  ///   - ports: the server's; a framing without one is off there.
  func start(host: String, ports: [Framing: Int]) {
    deadline = loop.assumeIsolated().scheduleTask(in: Race.patience) { self.end() }
    for racer in racers {
      guard let port = ports[racer.framing] else {
        racer.fail(.isOff)
        continue
      }
      racer.connect(host: host, port: port)
    }
  }

  private func check() {
    guard deadline != nil else { return }
    if !isRunning, racers.allSatisfy({ $0.isReady || $0.failure != nil }) {
      isRunning = true
      for racer in racers { racer.run() }
    }
    if isRunning, racers.allSatisfy(\.isDone) { end() }
  }

  private func end() {
    guard let deadline else { return }
    deadline.cancel()
    self.deadline = nil
    let table = RaceTable(racers.map { RaceTable.Row($0.framing, $0.outcome) })
    for racer in racers { racer.stop() }
    ended([.notice(title), .table(Phrase.lines(of: table))] + notes(table).map { .notice($0) })
  }

  private func notes(_ table: RaceTable) -> [Phrase] {
    var notes = [Phrase.raceDatagrams]
    let isCut = table.rows.contains { row in
      guard row.framing == .raw, case .measured(let tally) = row.outcome else { return false }
      return tally.half > 0
    }
    if isCut { notes.append(.raceCut) }
    return notes
  }
}
