/// The room: who is in it, what was said, and what everybody is told, in one order.
///
/// A value that one owner keeps. It neither sends nor waits: entries go to the log, which the owner seals and
/// hands out, and `wakeUp` says when `tick` has something to do. `now` is monotonic, `time` is Unix time, both
/// in milliseconds.
package struct Room: Sendable {
  /// How long a member that has said nothing is not announced.
  package static let silence = 1_000
  /// The most scalars of a topic, or of a reason, that the others are told.
  package static let longestText = 200

  package var log: Log
  package private(set) var history: History
  package private(set) var roster = Roster()
  private var names = Names()
  private var presence = Presence()
  private var silent = Queue<(member: MemberID, due: Int)>()
  private var lastMember = 0
  /// Which of all rooms that ever began this is, 0 for the lobby.
  package let serial: Int
  /// What the room is about, as somebody said.
  package private(set) var topic: Topic?

  /// - Parameters:
  ///   - retention: bytes of the log that are kept for those who are behind.
  ///   - history: what `/history` is answered from.
  ///   - serial: which of all rooms this is.
  package init(retention: Int = 2 << 20, history: History = History(), serial: Int = 0) {
    self.serial = serial
    log = Log(retention: retention)
    self.history = history
  }

  /// When `tick` is to be called, nil while nothing waits.
  package var wakeUp: Int? {
    guard let due = silent.first?.due else { return presence.next }
    return min(due, presence.next ?? due)
  }
}

// MARK: - Coming and going

extension Room {
  /// Lets in a plain client, under a guest's name and unannounced.
  package mutating func enter(from address: String, at now: Int) -> MemberID {
    let member = nextMember()
    let nick = names.takeGuest(for: member)
    roster[member] = Occupant(
      nick: nick, address: address, choseNick: false, isAnnounced: false, since: now)
    silent.append((member, now + Room.silence))
    return member
  }

  /// Lets in a client that says its name with its first word, and announces it.
  package mutating func enter(
    as nick: String, from address: String, at now: Int
  ) throws(NameTaken) -> (MemberID, News) {
    let member = MemberID(lastMember + 1)
    try names.take(nick, for: member)
    lastMember = member.number
    roster[member] = Occupant(
      nick: nick, address: address, choseNick: true, isAnnounced: true, since: now)
    presence.joined(nick, from: address, at: now)
    return (member, .came(member, nick: nick))
  }

  /// Lets in a member of the lobby, under the name that it has there, and announces it.
  mutating func enter(_ member: MemberID, _ occupant: Occupant, at now: Int) {
    guard (try? names.take(occupant.nick, for: member)) != nil else { return }
    roster[member] = occupant
    presence.joined(occupant.nick, from: occupant.address, at: now)
  }

  /// Gives `member` another name; who is not announced yet will be announced under it.
  ///
  /// - Returns: nil if nobody knew the old name, or it is the same.
  package mutating func rename(
    _ member: MemberID, to nick: String, at now: Int
  ) throws(NameTaken) -> News? {
    guard let occupant = roster[member] else { return nil }
    try names.take(nick, for: member)
    if Names.key(occupant.nick) != Names.key(nick) { names.release(occupant.nick) }
    roster[member]?.nick = nick
    roster[member]?.choseNick = true
    guard occupant.isAnnounced, occupant.nick != nick else { return nil }
    presence.renamed(occupant.nick, to: nick, at: now)
    return .renamed(occupant.nick, to: nick)
  }

  /// Announces `member`, unless that was done.
  package mutating func announce(_ member: MemberID, at now: Int) -> News? {
    guard let occupant = roster[member], !occupant.isAnnounced else { return nil }
    roster[member]?.isAnnounced = true
    presence.joined(occupant.nick, from: occupant.address, at: now)
    return .came(member, nick: occupant.nick)
  }

  /// Lets `member` go.
  ///
  /// The others are told `reason`, or the departure's own name where there is none.
  ///
  /// - Returns: nil if it was never announced: then neither its coming nor its going is told.
  package mutating func leave(
    _ member: MemberID, _ departure: Departure, reason: String = "", at now: Int
  ) -> News? {
    guard let occupant = roster[member] else { return nil }
    roster[member] = nil
    names.release(occupant.nick)
    guard occupant.isAnnounced else { return nil }
    let reason = reason.isEmpty ? departure.rawValue : reason.cut
    presence.left(
      occupant.nick, from: occupant.address, reason: reason,
      mayReturn: departure.mayReturn && occupant.choseNick, at: now)
    return .went(nick: occupant.nick, reason: reason)
  }

  private mutating func nextMember() -> MemberID {
    lastMember += 1
    return MemberID(lastMember)
  }
}

// MARK: - Talking

extension Room {
  /// - Returns: the name under which it was said; empty if `member` is not in the room, and says nothing.
  @discardableResult
  package mutating func say(_ text: [UInt8], by member: MemberID, time: Int) -> String {
    utter(text, by: member, time: time, Entry.said)
  }

  /// - Returns: the name under which it was done; empty if `member` is not in the room, and does nothing.
  @discardableResult
  package mutating func act(_ text: [UInt8], by member: MemberID, time: Int) -> String {
    utter(text, by: member, time: time, Entry.did)
  }

  package mutating func notice(_ text: String) {
    log.append(.notice(text))
  }

  /// Says what the room is about, of which the beginning is kept, and tells everybody.
  ///
  /// - Returns: whether `member` is in the room, and so may.
  @discardableResult
  package mutating func discuss(_ text: String, by member: MemberID) -> Bool {
    guard let nick = roster[member]?.nick else { return false }
    introduce(nick)
    let topic = Topic(text: text.cut, nick: nick)
    self.topic = topic
    log.append(.topic(topic.text, by: topic.nick))
    return true
  }

  /// Lets everybody know who speaks, before they hear a name that is new to them.
  private mutating func introduce(_ nick: String) {
    for entry in presence.due(before: nick) { log.append(entry) }
  }

  /// Somebody is given names as they are now, otherwise than by the log.
  package mutating func disclosed() { presence.disclosed() }

  /// The names of all who are here as far as the room was told, for `asker`, who is here in any case; nil for nobody in
  /// particular.
  ///
  /// Who has just gone and may be back is among them: whoever is given these names hears of it if not.
  package mutating func names(for asker: MemberID?) -> [String] {
    presence.disclosed()
    // Nobody who was announced has the name of an absentee; who asks may have it, unannounced.
    let own = asker.flatMap { roster[$0]?.nick }
    return roster.names(for: asker) + presence.absent.filter { $0 != own }
  }

  /// The member of this name, whatever its case.
  package func member(named nick: String) -> MemberID? { names[nick] }

  private mutating func utter(
    _ text: [UInt8], by member: MemberID, time: Int, _ make: (Utterance) -> Entry
  ) -> String {
    guard let nick = roster[member]?.nick else { return "" }
    introduce(nick)
    let entry = make(Utterance(number: log.next, time: time, nick: nick, text: text))
    history.append(entry)
    log.append(entry)
    return nick
  }
}

// MARK: - Time

extension Room {
  /// Does what is due: announces who has been silent long enough, and tells of the changes that waited.
  package mutating func tick(at now: Int) -> [News] {
    var news: [News] = []
    while let (member, due) = silent.first, due <= now {
      silent.popFirst()
      if let arrival = announce(member, at: now) { news.append(arrival) }
    }
    for entry in presence.due(at: now) { log.append(entry) }
    return news
  }
}

extension String {
  fileprivate var cut: String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(Room.longestText)))
  }
}
