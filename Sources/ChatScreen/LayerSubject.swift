import ChatWire

/// The write or message of which the layers are shown, as it was when they were asked for.
package struct LayerSubject: Equatable, Sendable {
  /// `write #3`, `message at byte 14`.
  let name: Phrase
  /// What the bytes are to the framing of the port.
  let parts: Phrase
  let span: WireSpan
  let endpoint: Endpoint
  /// Our port as the server told it; nil if it didn't.
  let ownPort: Int?
  let facts: LinkFacts?
  /// Where the bytes of a replay went its file does not say.
  let isReplayed: Bool

  private var dialled: String? { isReplayed ? nil : endpoint.host }

  var stack: LayerStack {
    // Who dials a loopback address does so from it; how else we are called only the kernel knows.
    let ownHost = dialled.flatMap { LayerStack.isLoopback($0) ? $0 : nil }
    let own = (host: facts?.localHost ?? ownHost, port: facts?.localPort ?? ownPort)
    let other = (
      host: facts?.remoteHost ?? dialled,
      port: facts?.remotePort ?? dialled.map { _ in endpoint.port }
    )
    let isOut = span.direction == .outgoing
    return LayerStack(
      span: span, isDatagram: endpoint.framing == .udp, from: isOut ? own : other,
      to: isOut ? other : own, facts: facts)
  }
}

extension Model {
  /// What is picked, or the last write or read; nil if nothing has been sent on this connection.
  var layerSubject: LayerSubject? {
    if case .line(let number) = selection, let span = conversation[number]?.span {
      return subject(.messageAtByte(span.range.lowerBound), .messageAndEnd, span)
    }
    var block = wire.blocks.items.last { !$0.range.isEmpty && $0.isWrite }
    block = block ?? wire.blocks.items.last { !$0.range.isEmpty }
    if case .block(let id) = selection { block = wire.number(of: id).flatMap { wire.blocks[$0] } }
    guard let block, let span = block.span, !span.range.isEmpty else { return nil }
    return subject(.numbered(block), parts(of: block), span)
  }

  private func subject(_ name: Phrase, _ parts: Phrase, _ span: WireSpan) -> LayerSubject? {
    guard span.connection == wire.connection else { return nil }
    return LayerSubject(
      name: name, parts: parts, span: span, endpoint: endpoint, ownPort: observed?.port,
      facts: wire.link, isReplayed: replay != nil)
  }

  private func parts(of block: Block) -> Phrase {
    guard let dissection = block.dissection, !block.isForgotten else { return .whatOneCallReturned }
    let headers = dissection.roles.count { $0 == .header }
    let marks = dissection.roles.count { $0 == .delimiter }
    let rest = block.range.count - headers - marks
    return switch block.framing {
    case .length:
      .framed(dissection.messages, headers: headers, rest: rest)
    case .line:
      .lines(dissection.messages, marks: marks, rest: rest)
    case .raw: .noFraming
    case .udp: .oneDatagram
    }
  }
}
