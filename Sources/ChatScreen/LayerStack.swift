import ChatWire

/// What one write or message is wrapped in on its way.
struct LayerStack {
  /// Of an Ethernet frame (IEEE 802.3, 3.2.7): the most and the fewest bytes of data.
  static let data = 46...1_500

  let span: WireSpan
  let isDatagram: Bool
  let from: (host: String, port: Int?)
  let to: (host: String, port: Int?)
  /// nil where the kernel told nothing of this connection.
  let facts: LinkFacts?

  var payload: Int { span.range.count }
  var isIPv6: Bool { from.host.contains(":") || to.host.contains(":") }
  var isLoopback: Bool { to.host.hasPrefix("127.") || to.host == "::1" || to.host == "localhost" }

  /// Bytes of transport and IP headers in each packet.
  var headers: Int { transport.header + internet.header }

  /// The most payload bytes of a packet here; nil if it isn't known.
  var segment: Int? {
    guard !isDatagram else { return nil }
    return facts.map { max(1, span.direction == .outgoing ? $0.mssOut : $0.mssIn) }
  }

  /// Packets if each write has its own.
  var packets: Int { segment.map { (payload + $0 - 1) / $0 } ?? 1 }

  /// Payload bytes of the packet that is shown, the first.
  var shown: Int { min(payload, segment ?? payload) }

  /// Frames that the payload would take on Ethernet.
  var frames: Int {
    let room = LayerStack.data.upperBound - headers
    return isDatagram ? 1 : max(1, (payload + room - 1) / room)
  }

  /// Bytes that Ethernet adds to a packet with so little in it that a frame would be too short.
  var padding: Int {
    frames == 1 ? max(0, LayerStack.data.lowerBound - headers - payload) : 0
  }

  var layers: [Layer] { [transport, internet, link] }

  private var transport: Layer { isDatagram ? udp : tcp }

  private func port(_ name: String, _ port: Int?, isOurs: Bool) -> Layer.Field {
    let source: Layer.Source = facts != nil || isOurs ? .kernel : .call
    return Layer.Field(
      name: name, bits: 16, value: port.map { "\($0)" } ?? "?",
      source: port == nil ? .unknown : source)
  }

  private var ports: [Layer.Field] {
    let isOut = span.direction == .outgoing
    return [
      port("source port", from.port, isOurs: isOut),
      port("destination port", to.port, isOurs: !isOut),
    ]
  }

  private var tcp: Layer {
    let size = facts?.tcpHeader ?? 20
    var fields =
      ports + [
        Layer.Field(
          name: "sequence number", bits: 32,
          value: "\(Number.grouped(span.range.lowerBound + 1)) (relative)",
          source: .counted),
        Layer.Field(
          name: "acknowledgement number", bits: 32, value: "what has come, + 1", source: .unknown),
        Layer.Field(
          name: "data offset", bits: 4, value: "\(size / 4) words of 4 B",
          source: facts == nil ? .inferred : .kernel),
        Layer.Field(name: "reserved", bits: 4, value: "0", source: .standard),
        Layer.Field(name: "flags", bits: 8, value: "PSH ACK", source: .inferred),
        Layer.Field(name: "window", bits: 16, value: "?", source: .unknown),
        Layer.Field(name: "checksum", bits: 16, value: "?", source: .unknown),
        Layer.Field(name: "urgent pointer", bits: 16, value: "0", source: .inferred),
      ]
    if facts?.hasTimestamps == true {
      fields.append(
        Layer.Field(
          name: "options", bits: 96, value: "NOP NOP timestamps (RFC 7323)", source: .kernel))
    }
    return Layer(
      name: "TCP", standard: "RFC 9293", fields: fields,
      note: facts == nil ? "options, up to 40 B, are not known" : mss)
  }

  private var mss: String? {
    guard let facts, let segment else { return nil }
    let sack = facts.hasSack ? " · SACK permitted (RFC 2018)" : ""
    return "MSS \(Number.grouped(segment)) B, path MTU \(Number.grouped(facts.pathMTU)) B,"
      + " round trip \(Number.grouped(facts.roundTrip)) µs (kernel)\(sack)"
  }

  private var udp: Layer {
    Layer(
      name: "UDP", standard: "RFC 768",
      fields: ports + [
        Layer.Field(
          name: "length", bits: 16, value: Number.grouped(8 + payload), source: .counted),
        Layer.Field(name: "checksum", bits: 16, value: "?", source: .unknown),
      ])
  }

  private var internet: Layer { isIPv6 ? ipv6 : ipv4 }

  private func address(_ name: String, _ host: String) -> Layer.Field {
    Layer.Field(
      name: name, bits: isIPv6 ? 128 : 32, value: VisibleText.row(host),
      source: facts == nil ? .call : .kernel)
  }

  private var ipv4: Layer {
    let length = 20 + transport.header + shown
    return Layer(
      name: "IPv4", standard: "RFC 791",
      fields: [
        Layer.Field(name: "version", bits: 4, value: "4", source: .standard),
        Layer.Field(
          name: "header length", bits: 4, value: "5 words of 4 B", source: .inferred),
        Layer.Field(name: "DSCP and ECN", bits: 8, value: "0", source: .inferred),
        Layer.Field(
          name: "total length", bits: 16, value: Number.grouped(length), source: .counted),
        Layer.Field(name: "identification", bits: 16, value: "?", source: .unknown),
        Layer.Field(name: "flags", bits: 3, value: "DF", source: .inferred),
        Layer.Field(name: "fragment offset", bits: 13, value: "0", source: .inferred),
        Layer.Field(name: "time to live", bits: 8, value: "64", source: .inferred),
        protocolField("protocol"),
        Layer.Field(name: "header checksum", bits: 16, value: "?", source: .unknown),
        address("source address", from.host), address("destination address", to.host),
      ])
  }

  private var ipv6: Layer {
    Layer(
      name: "IPv6", standard: "RFC 8200",
      fields: [
        Layer.Field(name: "version", bits: 4, value: "6", source: .standard),
        Layer.Field(name: "traffic class", bits: 8, value: "0", source: .inferred),
        Layer.Field(name: "flow label", bits: 20, value: "?", source: .unknown),
        Layer.Field(
          name: "payload length", bits: 16, value: Number.grouped(transport.header + shown),
          source: .counted),
        protocolField("next header"),
        Layer.Field(name: "hop limit", bits: 8, value: "64", source: .inferred),
        address("source address", from.host), address("destination address", to.host),
      ])
  }

  private func protocolField(_ name: String) -> Layer.Field {
    Layer.Field(
      name: name, bits: 8, value: isDatagram ? "17 UDP" : "6 TCP", source: .standard)
  }

  private var link: Layer {
    let none = isLoopback ? "none: loopback has no cards" : "?"
    return Layer(
      name: "Ethernet", standard: "IEEE 802.3",
      fields: [
        Layer.Field(name: "destination", bits: 48, value: none, source: .unknown),
        Layer.Field(name: "source", bits: 48, value: none, source: .unknown),
        Layer.Field(
          name: "EtherType", bits: 16, value: isIPv6 ? "86dd IPv6" : "0800 IPv4",
          source: .inferred),
      ],
      trailer: [
        Layer.Field(name: "frame check sequence", bits: 32, value: "CRC-32", source: .unknown)
      ], note: linkNote)
  }

  private var linkNote: String {
    let data = "data 46 to 1,500 B" + (padding > 0 ? ", \(padding) B of padding here" : "")
    return isLoopback
      ? "loopback has no Ethernet: this is what a cable would add · \(data)"
      : "inferred, not captured · \(data)"
  }
}
