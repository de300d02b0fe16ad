import ChatWire

/// What one write or message is wrapped in on its way.
struct LayerStack {
  /// Of an Ethernet frame (IEEE 802.3, 3.2.7): the most and the fewest bytes of data.
  static let data = 46...1_500

  let span: WireSpan
  let isDatagram: Bool
  /// nil for what is not known.
  let from: (host: String?, port: Int?)
  let to: (host: String?, port: Int?)
  /// nil where the kernel told nothing of this connection.
  let facts: LinkFacts?

  var payload: Int { span.range.count }
  var isIPv6: Bool { [from.host, to.host].contains { $0?.contains(":") == true } }
  var isLoopback: Bool { to.host.map(LayerStack.isLoopback) ?? false }

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

  static func isLoopback(_ host: String) -> Bool {
    host.hasPrefix("127.") || host == "::1" || host == "localhost"
  }

  var layers: [Layer] { [transport, internet, link] }

  private var transport: Layer { isDatagram ? udp : tcp }

  private func port(_ name: Phrase, _ port: Int?, isOurs: Bool) -> Layer.Field {
    let source: Layer.Source = facts != nil || isOurs ? .kernel : .call
    return Layer.Field(
      name: name, bits: 16, value: port.map { "\($0)" } ?? "?",
      source: port == nil ? .unknown : source)
  }

  private var ports: [Layer.Field] {
    let isOut = span.direction == .outgoing
    return [
      port(.sourcePort, from.port, isOurs: isOut),
      port(.destinationPort, to.port, isOurs: !isOut),
    ]
  }

  private var tcp: Layer {
    let size = facts?.tcpHeader ?? 20
    var fields =
      ports + [
        Layer.Field(
          name: .sequenceNumber, bits: 32,
          value: .relative(span.range.lowerBound + 1),
          source: .counted),
        Layer.Field(
          name: .acknowledgementNumber, bits: 32, value: .whatHasCome, source: .unknown),
        Layer.Field(
          name: .dataOffset, bits: 4, value: .words(size / 4),
          source: facts == nil ? .inferred : .kernel),
        Layer.Field(name: .reserved, bits: 4, value: "0", source: .standard),
        Layer.Field(name: .flags, bits: 8, value: "PSH ACK", source: .inferred),
        Layer.Field(name: .window, bits: 16, value: "?", source: .unknown),
        Layer.Field(name: .checksum, bits: 16, value: "?", source: .unknown),
        Layer.Field(name: .urgentPointer, bits: 16, value: "0", source: .inferred),
      ]
    if facts?.hasTimestamps == true {
      fields.append(
        Layer.Field(
          name: .options, bits: 96, value: .timestamps, source: .kernel))
    }
    return Layer(
      name: "TCP", standard: "RFC 9293", fields: fields,
      note: facts == nil ? .optionsUnknown : mss)
  }

  private var mss: Phrase? {
    guard let facts, let segment else { return nil }
    let kernel = Phrase.kernelFacts(
      mss: segment, mtu: facts.pathMTU, roundTrip: facts.roundTrip)
    return facts.hasSack ? kernel + .sack : kernel
  }

  private var udp: Layer {
    Layer(
      name: "UDP", standard: "RFC 768",
      fields: ports + [
        Layer.Field(
          name: .length, bits: 16, value: Number.grouped(8 + payload), source: .counted),
        Layer.Field(name: .checksum, bits: 16, value: "?", source: .unknown),
      ])
  }

  private var internet: Layer { isIPv6 ? ipv6 : ipv4 }

  private func address(_ name: Phrase, _ host: String?) -> Layer.Field {
    Layer.Field(
      name: name, bits: isIPv6 ? 128 : 32, value: host.map { VisibleText.row($0) } ?? "?",
      source: host == nil ? .unknown : facts == nil ? .call : .kernel)
  }

  private var ipv4: Layer {
    let length = 20 + transport.header + shown
    return Layer(
      name: "IPv4", standard: "RFC 791",
      fields: [
        Layer.Field(name: .version, bits: 4, value: "4", source: .standard),
        Layer.Field(
          name: .headerLength, bits: 4, value: .words(5), source: .inferred),
        Layer.Field(name: .serviceField, bits: 8, value: "0", source: .inferred),
        Layer.Field(
          name: .totalLength, bits: 16, value: Number.grouped(length), source: .counted),
        Layer.Field(name: .identification, bits: 16, value: "?", source: .unknown),
        Layer.Field(name: .flags, bits: 3, value: "DF", source: .inferred),
        Layer.Field(name: .fragmentOffset, bits: 13, value: "0", source: .inferred),
        Layer.Field(name: .timeToLive, bits: 8, value: "64", source: .inferred),
        protocolField(.protocolNumber),
        Layer.Field(name: .headerChecksum, bits: 16, value: "?", source: .unknown),
        address(.sourceAddress, from.host), address(.destinationAddress, to.host),
      ])
  }

  private var ipv6: Layer {
    Layer(
      name: "IPv6", standard: "RFC 8200",
      fields: [
        Layer.Field(name: .version, bits: 4, value: "6", source: .standard),
        Layer.Field(name: .trafficClass, bits: 8, value: "0", source: .inferred),
        Layer.Field(name: .flowLabel, bits: 20, value: "?", source: .unknown),
        Layer.Field(
          name: .payloadLength, bits: 16, value: Number.grouped(transport.header + shown),
          source: .counted),
        protocolField(.nextHeader),
        Layer.Field(name: .hopLimit, bits: 8, value: "64", source: .inferred),
        address(.sourceAddress, from.host), address(.destinationAddress, to.host),
      ])
  }

  private func protocolField(_ name: Phrase) -> Layer.Field {
    Layer.Field(
      name: name, bits: 8, value: isDatagram ? "17 UDP" : "6 TCP", source: .standard)
  }

  private var link: Layer {
    let none = isLoopback ? Phrase.noCards : .unknown
    return Layer(
      name: "Ethernet", standard: "IEEE 802.3",
      fields: [
        Layer.Field(name: .destination, bits: 48, value: none, source: .unknown),
        Layer.Field(name: .sourceCard, bits: 48, value: none, source: .unknown),
        Layer.Field(
          name: Phrase(verbatim: "EtherType"), bits: 16, value: isIPv6 ? "86dd IPv6" : "0800 IPv4",
          source: .inferred),
      ],
      trailer: [
        Layer.Field(name: .frameCheck, bits: 32, value: "CRC-32", source: .unknown)
      ], note: linkNote)
  }

  private var linkNote: Phrase {
    let data = Phrase.ethernetData(padding: padding)
    return isLoopback ? .noEthernet(data) : .inferredEthernet(data)
  }
}
