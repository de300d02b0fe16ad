import ChatRoom
import ChatTransport
import ChatWire
import Logging
import NIOCore

/// The room and everybody in it, confined to one event loop.
///
/// What is appended to the log in one wake-up of the loop is sealed at its end and handed to each member with
/// one write and one flush.
final class Hub {
  /// Bytes of a room's log that are gathered at most before they are handed out.
  static let fullBatch = 262_144

  let loop: any EventLoop
  let configuration: Configuration
  let console: Console
  /// Who helps to hand a batch out, if the loop is not to do it alone.
  let crew: Crew?
  private let logger: Logger
  /// Kept once a stop is over.
  private let ended: EventLoopPromise<Void>

  var room: Room
  var encoded: EncodedLog
  /// The rooms beside the lobby, which is `room`.
  var rooms: Rooms
  /// What `/ports` says.
  var ports: [Framing: Int] = [:]
  var datagrams: Datagrams?

  let watch: Watch
  let ledger: Ledger
  /// The limit of open files.
  let descriptors: Int
  var door: Door
  var ban = Ban()
  /// The keys of the names whose words are not passed on.
  var muted: Set<String> = []
  private(set) lazy var laggards = Laggards(self)
  private(set) lazy var turns = RoundRobin(self)
  private var late: Arrivals?

  private(set) var connections = Connections()
  private var peers: [MemberID: any Peer] = [:]
  private var dirty: [Outlet] = []
  private var isWaking = false
  private var accepted = 0
  private let alarm: Alarm
  private(set) var isStopping = false
  /// Drawn at start: numbers of another boot mean nothing.
  private let boot: String

  init(
    loop: any EventLoop, configuration: Configuration, console: Console, crew: Crew? = nil,
    logger: Logger,
    ended: EventLoopPromise<Void>
  ) {
    self.loop = loop
    self.ended = ended
    self.configuration = configuration
    self.console = console
    self.crew = crew
    self.logger = logger
    alarm = Alarm(on: loop)
    watch = Watch(on: loop)
    ledger = Ledger(logger)
    descriptors = DescriptorLimit.raise()
    let limits = configuration.limits
    door = Door(capacity: limits.clients(descriptors: descriptors))
    let history = History(count: limits.history, weight: limits.historyBytes)
    room = Room(retention: limits.retention, history: history)
    rooms = Rooms(limits.rooms, history: history)
    encoded = EncodedLog(maxFrame: configuration.maxFrame)
    let digits = String(UInt32.random(in: 0 ... .max), radix: 16)
    boot = String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Where late readers wait; nil while there is no descriptor for it.
  var arrivals: Arrivals? {
    late = late ?? Arrivals(on: loop)
    return late
  }

  var interpreter: Interpreter { Interpreter(hub: self) }

  func peer(_ member: MemberID) -> (any Peer)? { peers[member] }

  /// Notes what concerns nobody in the room.
  func diagnose(_ sentence: @autoclosure () -> String, _ address: PeerAddress?) {
    let metadata: Logger.Metadata? = address.map { ["peer": "\($0)"] }
    logger.debug("\(sentence())", metadata: metadata)
  }

  func connectionName(_ number: Int) -> String { "\(boot).\(number)" }

  func nextNumber() -> Int {
    accepted += 1
    return accepted
  }
}

// MARK: - The wake-up

extension Hub {
  /// Has `outlet` written at the end of this wake-up.
  func wake(_ outlet: Outlet) {
    guard !outlet.isDirty else { return }
    outlet.isDirty = true
    dirty.append(outlet)
    wake()
  }

  func wake() {
    guard !isWaking else { return }
    isWaking = true
    loop.assumeIsolated().execute { self.woken() }
  }

  /// Does something, and what follows from it at once.
  func take(_ turn: () -> Void) {
    isWaking = true
    turn()
    woken()
  }

  private func woken() {
    turns.next()
    handOutRooms()
    isWaking = false
    seal()
    let outlets = dirty
    dirty = []
    for outlet in outlets {
      outlet.isDirty = false
      outlet.pump()
      outlet.owner?.checkLag()
    }
    laggards.relieve()
    turns.next()
    turns.set()
  }

  /// Closes the open batch and hands it out.
  func seal() {
    guard let batch = room.log.seal()?.number else { return }
    var edition = Edition(batch)
    var needed = batch + 1
    // Members may leave in the middle of this: the array is a copy of its own from then on.
    for outlet in edition.hand(to: connections.outlets, of: self) {
      outlet.sealed(batch)
      outlet.owner?.checkLag()
      needed = min(needed, outlet.oldestNeeded ?? needed)
    }
    datagrams?.sealed(batch)
    room.log.forget(before: needed)
    encoded.forget(before: room.log.start)
  }

  func appended() {
    if room.log.openWeight > Hub.fullBatch { seal() } else { wake() }
  }

  /// When the rooms have something to do, nil while nothing waits.
  private var due: Int? { [room.wakeUp, rooms.wakeUp].compactMap(\.self).min() }

  /// Does what is due already: one read may change more than is to wait for the loop's next turn.
  func hurry() {
    if let due, due <= Clock.monotonic() { tick() }
  }

  /// Sets the alarm for what the rooms have to do later.
  func arm() {
    guard let due else { return }
    alarm.set(.uptimeNanoseconds(UInt64(clamping: due) * 1_000_000)) { self.tick() }
  }

  private func tick() {
    report(room.tick(at: Clock.monotonic()))
    if !room.log.isOpenEmpty { appended() }
    rooms.tick(at: Clock.monotonic())
    if rooms.hasNews { wake() }
    arm()
  }

  func report(_ news: [News]) {
    for item in news {
      switch item {
      case .came(let member, let nick):
        guard let peer = peers[member] else { break }
        console.came(nick, peer.address, peer.framing)
      case .went(let nick, let reason): console.went(nick, reason)
      case .renamed(let old, let new): console.renamed(old, new)
      }
    }
    arm()
  }

  func announce(_ member: MemberID) {
    if let news = room.announce(member, at: Clock.monotonic()) { report([news]) }
  }
}

// MARK: - Coming and going

extension Hub {
  /// Takes on a connection that was just accepted.
  func enter(_ connection: Connection, _ outlet: Outlet) -> MemberID {
    connections.insert(connection, outlet)
    laggards.begin()
    let member = room.enter(from: connection.address.host, at: Clock.monotonic())
    peers[member] = connection
    arm()
    return member
  }

  /// Lets in somebody who has proved their address and says their name.
  func enter(_ peer: any Peer, as nick: String) throws(NameTaken) -> MemberID {
    let (member, news) = try room.enter(as: nick, from: peer.address.host, at: Clock.monotonic())
    peers[member] = peer
    report([news])
    return member
  }

  func leave(
    _ member: MemberID, _ departure: Departure, reason: String = "", from address: PeerAddress
  ) {
    let reason = heard(reason, of: member)
    leaveRooms(member, departure, reason: reason)
    peers[member] = nil
    ledger.count(.left(departure), address)
    let news = room.leave(member, departure, reason: reason, at: Clock.monotonic())
    if let news { report([news]) }
  }

  /// Lets in a client over TCP, or says why not.
  func admit(_ address: PeerAddress) -> Refusal? {
    ledger.count(.accepted)
    let bounds = configuration.limits.bounds(isLoopback: address.isLoopback)
    let refusal = door.enter(address.host, bounds, at: Clock.monotonic())
    if let refusal { ledger.count(.refused(refusal), address) }
    return refusal
  }

  /// What somebody is told who is not let in.
  func sentence(_ refusal: Refusal) -> String {
    let bounds = configuration.limits.address ?? Door.Bounds()
    return switch refusal {
    case .addressFull: "\(refusal.rawValue): \(bounds.atOnce) connections from there are here"
    case .addressHurries: "\(refusal.rawValue): more than \(bounds.fresh) new connections a second"
    default: "\(refusal.rawValue): \(door.count) clients are here"
    }
  }

  /// The connection is closed.
  func forget(_ connection: Connection) {
    connections.remove(connection)
    door.leave(connection.address.host)
    endIfEmpty()
  }

  /// The connection that a client at `address` has to the listener of `framing`, if it may be observed.
  func observable(_ framing: Framing, _ address: PeerAddress) -> Connection? {
    guard let connection = connections[framing, address], connection.isObservable else {
      return nil
    }
    return connection
  }
}

// MARK: - Stopping

extension Hub {
  /// Tells everybody, and lets them have what they have coming as long as `limit` allows.
  func stop(within limit: TimeAmount) {
    guard !isStopping else { return }
    isStopping = true
    room.notice("the server is stopping")
    handOutRooms()
    seal()
    for connection in connections.all { connection.depart(.stopping, within: limit) }
    datagrams?.stop()
    loop.assumeIsolated().scheduleTask(in: limit) { self.abort() }
    endIfEmpty()
  }

  /// Closes everything at once.
  func abort() {
    isStopping = true
    for connection in connections.all { connection.abort() }
    datagrams?.stop()
    endIfEmpty()
  }

  private func endIfEmpty() {
    guard isStopping, connections.isEmpty else { return }
    laggards.end()
    ended.succeed()
  }
}
