import ChatRoom
import ChatTransport
import ChatWire

/// Carries out what whoever sits at the server asks of it, and answers on the console.
struct Steward {
  unowned let hub: Hub

  func carryOut(_ order: Order) {
    switch order {
    case .say(let text):
      hub.room.notice(text.onOneLine)
      hub.console.said(text)
      hub.appended()
    case .who: who()
    case .stats: for line in Stats(hub).lines { hub.console.tell("stats \(line)") }
    case .help: for (order, meaning) in Order.summary { hub.console.tell("\(order): \(meaning)") }
    case .kick(let nick): kick(nick)
    case .mute(let nick): mute(nick)
    case .unmute(let nick):
      let wasMuted = hub.muted.remove(Names.key(nick)) != nil
      hub.console.tell(wasMuted ? "\(nick) may speak again" : "\(nick) was not muted")
    case .incomplete(let usage): hub.console.tell("usage: \(usage)")
    case .unknown(let line): hub.console.tell("\(line.onOneLine) is no order; /help lists them")
    }
  }

  private func who() {
    let names = hub.room.roster.names(for: nil)
    hub.console.tell("\(names.count) here")
    for name in names {
      guard let peer = hub.room.member(named: name).flatMap({ hub.peer($0) }) else { continue }
      let muted = hub.muted.contains(Names.key(name)) ? " muted" : ""
      hub.console.tell("\(name) \(peer.address) \(peer.framing.rawValue)\(muted)")
    }
  }

  private func kick(_ nick: String) {
    guard let peer = hub.room.member(named: nick).flatMap({ hub.peer($0) }) else {
      return hub.console.tell("\(nick.onOneLine) is not here")
    }
    hub.ban.add(
      nick, peer.address.host, for: hub.configuration.limits.kick, at: Clock.monotonic())
    peer.reply(.notice(Dismissal.sentence))
    peer.depart(.kicked, reason: "")
  }

  private func mute(_ nick: String) {
    guard let peer = hub.room.member(named: nick).flatMap({ hub.peer($0) }) else {
      return hub.console.tell("\(nick.onOneLine) is not here")
    }
    hub.muted.insert(Names.key(nick))
    peer.reply(.notice("you are muted: nothing you say is passed on"))
    hub.console.tell("\(nick) is muted")
  }
}
