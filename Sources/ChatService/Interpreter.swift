import ChatRoom
import ChatWire

/// Carries out the commands of version 1.
struct Interpreter {
  unowned let hub: Hub

  func carryOut(_ command: Command, for peer: any Peer) {
    switch command {
    case .observe(let framing, let port): peer.observe(framing, port: port)
    case .knob(let knobs): peer.turn(knobs)
    case .ping(let token): peer.reply(.pong(token))
    case .pong: break
    case .quit(let reason): peer.depart(.quit, reason: reason.onOneLine)
    case .unknown(let name):
      peer.reply(.error(.unknown, "/\(name.onOneLine.prefix(32)) is no command; //text says /text"))
    case .malformed(let code, let text): peer.reply(.error(code, text))
    default:
      guard let member = peer.member else {
        return peer.reply(.error(.unknown, "an observer is in no room"))
      }
      carryOut(command, for: peer, member)
    }
  }

  private func carryOut(_ command: Command, for peer: any Peer, _ member: MemberID) {
    switch command {
    case .say(let text): hub.say(Array(text.utf8), by: peer)
    case .me(let text): hub.act(Array(text.utf8), by: peer)
    case .hello(let version, let nick, _): hello(version, nick, peer)
    case .nick(let nick): rename(nick, peer)
    case .msg(let nick, let text): tell(nick, text, peer, member)
    case .who: peer.reply(hub.names(for: member))
    case .history(let count):
      let answer = hub.room.history.last(count)
      if let gap = answer.gap { peer.reply(.gap(from: gap.lowerBound, to: gap.upperBound)) }
      peer.recall(answer.messages)
    case .join, .part, .rooms, .topic, .inRoom: hub.visit(command, by: peer, member)
    default: break
    }
  }

  private func hello(_ version: Int, _ text: String, _ peer: any Peer) {
    guard peer.framing != .raw else {
      let text = "the raw port has no /hello; /nick NICK takes a name"
      return peer.reply(.error(.unknown, text))
    }
    guard version == Event.version else {
      let text = "this server speaks version \(Event.version), not \(version)"
      return peer.reply(.error(.version, text))
    }
    guard let nick = nick(text, peer) else { return }
    hub.greet(peer, as: nick)
  }

  private func rename(_ text: String, _ peer: any Peer) {
    guard let nick = nick(text, peer) else { return }
    hub.rename(peer, to: nick)
  }

  private func nick(_ text: String, _ peer: any Peer) -> String? {
    if let nick = Nick(text) { return nick.text }
    hub.ledger.count(.refused(.nick), peer.address)
    let refusal = Event.error(
      .nickBad, "a nick has 1 to \(Nick.maximum) of \(Nick.characters)")
    peer.reply(refusal)
    peer.tellObserver(refusal)
    return nil
  }

  private func tell(_ nick: String, _ text: String, _ peer: any Peer, _ member: MemberID) {
    guard !text.isEmpty, !hub.isMuted(peer, member) else { return }
    hub.announce(member)
    // Who has said nothing for less than a second may still be about to say its name.
    guard let other = hub.room.member(named: nick), let receiver = hub.peer(other),
      let from = hub.room.roster[member]?.nick, let to = hub.room.roster[other]?.nick,
      hub.room.roster[other]?.isAnnounced == true
    else { return peer.reply(.error(.noNick, "\(nick.onOneLine.prefix(64)) is not here")) }
    hub.room.disclosed()
    let ms = Clock.unix()
    peer.told(ms: ms, from: from, to: to, text: text, isSender: true)
    if other != member { receiver.told(ms: ms, from: from, to: to, text: text, isSender: false) }
  }
}

extension String {
  /// The text with a space for each C0 and C1 control, DEL and line separator.
  var onOneLine: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isBreak = (0x2028...0x2029).contains(scalar.value)
          return scalar.properties.generalCategory == .control || isBreak ? " " : scalar
        }))
  }
}
