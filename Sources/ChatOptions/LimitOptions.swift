import ArgumentParser
package import ChatService
import ChatRoom
import ChatTransport

/// The limits of a server, each an option; those that nobody gives are the standard ones.
package struct LimitOptions: ParsableArguments {
  private static let standard = Limits()
  private static let keepAlive = KeepAlive()
  private static let rate = Allowance.Rate()
  private static let bounds = Door.Bounds()

  @Option(help: "The longest line that a client may send, in bytes.")
  var maxLine = Count(standard.line)

  @Option(help: "Seconds within which a message has to be complete from its first byte on.")
  var messageTimeout = Seconds(milliseconds: standard.patience.message)

  @Option(
    help: """
      Seconds of silence after which a client that said /hello is sent a /ping, and again after as many.
      """)
  var idle = Seconds(milliseconds: standard.patience.idle)

  @Option(help: "Pings that a silent client may leave without an answer.")
  var missedPings = Count(standard.patience.missed)

  @Option(
    help: """
      Seconds without a segment after which the kernel asks whether the other end is there \
      (TCP_KEEPIDLE, whole ones).
      """)
  var keepAlive = Count(keepAlive.idle)

  @Option(help: "Seconds between two such questions (TCP_KEEPINTVL, whole ones).")
  var keepAliveInterval = Count(keepAlive.interval)

  @Option(help: "How many of them may stay without an answer (TCP_KEEPCNT).")
  var keepAliveProbes = Count(keepAlive.count)

  @Option(help: "Seconds that data may stay without acknowledgement (TCP_USER_TIMEOUT).")
  var userTimeout = Seconds(milliseconds: keepAlive.userTimeout)

  @Option(help: "Bytes that may wait for one client; a client with more is cut.")
  var backlog = Count(standard.lag.limit)

  @Option(help: "Bytes that may wait for one client no longer than --soft-backlog-time.")
  var softBacklog = Count(standard.lag.soft)

  @Option(help: "Seconds for which more than --soft-backlog bytes may wait for a client.")
  var softBacklogTime = Seconds(milliseconds: standard.lag.softTime)

  @Option(help: "Seconds for which the kernel may take no byte of what waits for a client.")
  var stallTimeout = Seconds(milliseconds: standard.lag.stall)

  @Option(
    help: "Bytes that may wait for all clients together; those furthest behind are cut first.")
  var totalBacklog = Count(standard.lag.total)

  @Option(
    help: """
      Messages that a client may send at once, before --message-rate holds; a client that is ahead of it is \
      not read for a while. (default: \(rate.burst), and no bound for clients on loopback unless one of \
      --burst, --message-rate and --byte-rate is given)
      """)
  var burst: Count?

  @Option(
    help: """
      Messages that a client may send per second. (default: \(rate.messages), not on loopback)
      """)
  var messageRate: Count?

  @Option(
    help: "Bytes that a client may send per second. (default: \(rate.bytes), not on loopback)")
  var byteRate: Count?

  @Option(
    help: """
      Connections that one address may have at a time. (default: \(bounds.atOnce), and no bound for \
      loopback unless this or --new-per-address is given)
      """)
  var perAddress: Count?

  @Option(
    help: """
      New connections that one address may make per second. (default: \(bounds.fresh), not on loopback)
      """)
  var newPerAddress: Count?

  @Option(
    help: """
      Clients over TCP at a time; fewer where the limit of open files, less 64 for other things, is lower.
      """)
  var maxClients = Count(standard.clients)

  @Option(help: "Members over UDP at a time.")
  var udpMembers = Count(standard.datagramMembers)

  @Option(help: "Seconds after which a member over UDP that sent nothing is forgotten.")
  var udpTimeout = Seconds(milliseconds: standard.datagramExpiry)

  @Option(
    help: """
      Datagrams a second that are sent back to one address that is not in the room. \
      (default: \(Echoes.standard), not on loopback)
      """)
  var udpEchoes: Count?

  @Option(help: "Rooms at a time beside the lobby; one that everybody has left is gone.")
  var maxRooms = Count(standard.rooms.all)

  @Option(help: "Rooms beside the lobby that one client may be in.")
  var roomsPerClient = Count(standard.rooms.each)

  @Option(help: "Messages that are kept for /history.")
  var history = Count(standard.history)

  @Option(help: "Bytes of messages that are kept for /history.")
  var historyBytes = Count(standard.historyBytes)

  @Option(
    help: "Seconds for which who was kicked is kept out under that name and from that address.")
  var kickTime = Seconds(milliseconds: standard.kick)

  @Option(help: "Seconds that clients have, when the server stops, for what they have coming.")
  var drain = Seconds(milliseconds: standard.drain)

  package init() {}

  /// Puts the limits into a configuration.
  package func apply(to configuration: inout Configuration) {
    configuration.limits = limits
    configuration.keepAlive = KeepAlive(
      idle: keepAlive.value, interval: keepAliveInterval.value, count: keepAliveProbes.value,
      userTimeout: userTimeout.milliseconds)
  }

  private var limits: Limits {
    var limits = Limits()
    limits.line = maxLine.value
    limits.patience = Patience.Policy(
      message: messageTimeout.milliseconds, idle: idle.milliseconds, missed: missedPings.value)
    limits.lag = LagPolicy(
      limit: backlog.value, soft: softBacklog.value, softTime: softBacklogTime.milliseconds,
      stall: stallTimeout.milliseconds, total: totalBacklog.value)
    limits.rate = rate
    limits.address = bounds
    limits.clients = maxClients.value
    limits.datagramMembers = udpMembers.value
    limits.datagramExpiry = udpTimeout.milliseconds
    limits.echoes = udpEchoes?.value
    limits.rooms = Rooms.Bounds(all: maxRooms.value, each: roomsPerClient.value)
    limits.history = history.value
    limits.historyBytes = historyBytes.value
    limits.kick = kickTime.milliseconds
    limits.drain = drain.milliseconds
    return limits
  }

  private var rate: Allowance.Rate? {
    guard burst != nil || messageRate != nil || byteRate != nil else { return nil }
    let standard = LimitOptions.rate
    return Allowance.Rate(
      burst: burst?.value ?? standard.burst, messages: messageRate?.value ?? standard.messages,
      bytes: byteRate?.value ?? standard.bytes)
  }

  private var bounds: Door.Bounds? {
    guard perAddress != nil || newPerAddress != nil else { return nil }
    let standard = LimitOptions.bounds
    return Door.Bounds(
      atOnce: perAddress?.value ?? standard.atOnce, fresh: newPerAddress?.value ?? standard.fresh)
  }
}
