package import ChatWire

/// Reads a pcapng file of ours back into what the wire pane was told.
///
/// Every byte of it may be anything. Times are Unix time in microseconds.
package struct PcapReader {
  package struct Capture: Equatable, Sendable {
    package var entries: [WireEntry] = []
    /// Whether the file ends inside a block, as one does that is being written.
    package var isCut = false
  }

  /// The most bytes of one block; a longer one is damage.
  private static let blockLimit = 16 << 20
  /// The latest time that is believed: arithmetic on it can't overflow.
  private static let timeLimit = 1 << 53

  private var capture = Capture()
  /// The bytes so far of a call that has several packets.
  private var parts: [UInt8] = []

  /// Whether a file that begins so may be one; four bytes at least.
  package static func mayRead(_ start: [UInt8]) -> Bool {
    ByteView(start[...]).little(0, 4) == Int(PcapBlock.section)
  }

  /// - Returns: the entries, as far as the file goes.
  /// - Throws: if it is not ours, or damaged.
  package static func read(_ file: [UInt8]) throws(CaptureError) -> Capture {
    var reader = PcapReader()
    let view = ByteView(file[...])
    guard mayRead(file) else { throw .notPcapng }
    var offset = 0
    var number = 1
    while offset < view.count {
      guard let type = view.little(offset, 4), let length = view.little(offset + 4, 4) else {
        reader.capture.isCut = true
        break
      }
      if number == 1 { try PcapReader.checkOrder(view) }
      guard length >= 12, length.isMultiple(of: 4), length <= blockLimit else {
        throw .damaged(block: number, offset: offset)
      }
      guard let body = view.part(offset + 8, length - 12),
        let trailer = view.little(offset + length - 4, 4)
      else {
        reader.capture.isCut = true
        break
      }
      guard trailer == length,
        try reader.take(UInt32(truncatingIfNeeded: type), body, isFirst: number == 1)
      else { throw .damaged(block: number, offset: offset) }
      offset += length
      number += 1
    }
    return reader.capture
  }

  /// A file of ours is little-endian.
  private static func checkOrder(_ view: ByteView) throws(CaptureError) {
    switch view.little(8, 4) {
    case Int(PcapBlock.byteOrderMagic), nil: break
    case 0x4d3c_2b1a: throw .foreign(nil)
    default: throw .notPcapng
    }
  }

  /// - Returns: false if the block is damaged.
  private mutating func take(
    _ type: UInt32, _ body: ByteView, isFirst: Bool
  ) throws(CaptureError) -> Bool {
    switch type {
    case PcapBlock.section:
      guard isFirst, let options = PcapReader.options(body, from: 16) else { return false }
      let maker = options.first { $0.code == 4 }.map { String(decoding: $0.value, as: UTF8.self) }
      guard let maker, maker.hasPrefix("WireChat ") else { throw .foreign(maker) }
    case PcapBlock.interface: return body.little(0, 2) == Int(PcapBlock.ethernet)
    case PcapBlock.packet:
      guard let at = PcapReader.time(body), let length = body.little(12, 4),
        let data = body.part(20, length),
        let options = PcapReader.options(body, from: 20 + (length + 3) / 4 * 4)
      else { return false }
      take(PcapReader.comments(options), on: data, at: at)
    case PcapBlock.statistics:
      guard let options = PcapReader.options(body, from: 12) else { return false }
      for case let remark? in PcapReader.comments(options) { take(remark) }
    default: break
    }
    return true
  }

  private static func time(_ body: ByteView) -> Microseconds? {
    guard let high = body.little(4, 4), let low = body.little(8, 4) else { return nil }
    let time = high << 32 | low
    return (0...timeLimit).contains(time) ? time : nil
  }

  /// The options of a block, nil if they run over its end.
  private static func options(
    _ body: ByteView, from start: Int
  ) -> [(code: Int, value: [UInt8])]? {
    var options: [(code: Int, value: [UInt8])] = []
    var offset = start
    guard offset <= body.count else { return nil }
    while offset < body.count {
      guard let code = body.little(offset, 2), let length = body.little(offset + 2, 2) else {
        return nil
      }
      if code == 0 { break }
      guard let value = body.part(offset + 4, length) else { return nil }
      options.append((code, value.array))
      offset += 4 + (length + 3) / 4 * 4
    }
    return options
  }

  /// The comments among options, in the order in which they were told.
  private static func comments(_ options: [(code: Int, value: [UInt8])]) -> [Remark?] {
    let texts = options.filter { $0.code == Int(PcapBlock.Option.comment) }
      .map { String(decoding: $0.value, as: UTF8.self) }
    let before = texts.filter { $0.hasPrefix(Remark.before) }
      .map { String($0.dropFirst(Remark.before.count)) }
    return (before + texts.filter { !$0.hasPrefix(Remark.before) }).map { Remark($0) }
  }

  private mutating func take(_ remarks: [Remark?], on data: ByteView, at: Microseconds) {
    for case let remark? in remarks {
      switch remark {
      case .write(let exact, let part):
        guard let bytes = whole(part, data, ours: true) else { continue }
        capture.entries.append(.wrote(bytes, at: at, exact: exact))
      case .read(let part):
        guard let bytes = whole(part, data, ours: false) else { continue }
        capture.entries.append(.read(bytes, at: at))
      case .serverRead(let range, let own):
        capture.entries.append(
          .peerRead(offset: range.lowerBound, length: range.count, at: own ?? at))
      case .opened, .serverWrite, .here, .there, .link, .atClose: take(remark)
      }
    }
  }

  /// Takes what is told without a packet's help.
  private mutating func take(_ remark: Remark) {
    switch remark {
    case .opened(let framing):
      parts = []
      capture.entries.append(.opened(framing))
    case .serverRead(let range, let at?):
      capture.entries.append(.peerRead(offset: range.lowerBound, length: range.count, at: at))
    case .serverWrite(let range, let at):
      capture.entries.append(.peerWrote(offset: range.lowerBound, length: range.count, at: at))
    case .here(let facts, let at): capture.entries.append(.here(facts, at: at))
    case .there(let fact, let at): capture.entries.append(.there(fact, at: at))
    case .link(let facts): capture.entries.append(.link(facts))
    case .atClose(let end, let at): capture.entries.append(.atClose(end, at: at))
    case .write, .read, .serverRead: break
    }
  }

  /// The bytes of a call once its last packet is there.
  private mutating func whole(_ part: Remark.Part, _ data: ByteView, ours: Bool) -> [UInt8]? {
    guard let payload = Packet.payload(of: data, ours: ours) else { return nil }
    if part.number == 1 { parts = [] }
    parts += payload
    guard part.number == part.count else { return nil }
    defer { parts = [] }
    return parts
  }
}

extension Packet {
  /// What a packet of ours carries, nil if it is none or goes the other way.
  static func payload(of data: ByteView, ours: Bool) -> [UInt8]? {
    guard data.part(6, 6)?.array == (ours ? ourEthernet : theirEthernet),
      let type = data.big(12, 2), let first = data.byte(14)
    else { return nil }
    let start: Int
    let length: Int
    let number: Int
    switch type {
    case 0x0800:
      guard let total = data.big(16, 2), let own = data.byte(23) else { return nil }
      let header = (first & 15) * 4
      (start, length, number) = (14 + header, total - header, own)
    case 0x86dd:
      guard let own = data.big(18, 2), let next = data.byte(20) else { return nil }
      (start, length, number) = (14 + 40, own, next)
    default: return nil
    }
    guard let transport = data.part(start, length) else { return nil }
    let header: Int
    switch number {
    case 6:
      guard let words = transport.byte(12) else { return nil }
      header = (words >> 4) * 4
    case 17: header = 8
    default: return nil
    }
    return transport.part(header, transport.count - header)?.array
  }
}
