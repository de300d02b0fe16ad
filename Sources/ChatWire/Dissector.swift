/// Tells the bytes of one direction of a connection apart, block by block.
package struct Dissector: Sendable {
  private let framing: Framing
  private let limit: Int
  /// The bytes of the length header that have come.
  private var header: [UInt8] = []
  /// Bytes of the body that are missing, nil between frames or inside a header.
  private var missing: Int?
  /// Bytes of the line so far.
  private var line = 0
  private var lost = false

  /// - Parameters:
  ///   - framing: that of the port.
  ///   - limit: the largest message in bytes; a client's and a server's differ.
  package init(framing: Framing, limit: Int) {
    self.framing = framing
    self.limit = limit
  }

  /// Takes the bytes of one write or read; blocks come in stream order.
  package mutating func dissect(_ block: [UInt8]) -> Dissection {
    switch framing {
    case .length: return frames(block)
    case .line: return lines(block)
    case .raw, .udp:
      return Dissection(
        roles: Array(repeating: .plain, count: block.count), messages: block.isEmpty ? 0 : 1,
        lengths: [])
    }
  }

  private mutating func frames(_ block: [UInt8]) -> Dissection {
    var result = Dissection(roles: [], messages: 0, lengths: [])
    result.roles.reserveCapacity(block.count)
    var index = 0
    while index < block.count {
      if lost {
        result.roles += Array(repeating: .garbage, count: block.count - index)
        return result
      }
      if let body = missing {
        let part = min(body, block.count - index)
        let role: ByteRole = part == body ? .payload : .unfinished
        result.roles += Array(repeating: role, count: part)
        index += part
        missing = part == body ? nil : body - part
        result.messages += part == body ? 1 : 0
      } else {
        header.append(block[index])
        index += 1
        guard header.count == WireLimit.header else { continue }
        endHeader(at: index, &result)
      }
    }
    // A header that is not whole stays unfinished.
    result.roles += Array(repeating: .unfinished, count: block.count - result.roles.count)
    return result
  }

  private mutating func endHeader(at end: Int, _ result: inout Dissection) {
    let field = LengthField(bytes: header)
    header = []
    let refused = field.unsigned > limit
    result.roles += Array(repeating: .header, count: end - result.roles.count)
    result.lengths.append(
      Dissection.Header(offset: end - WireLimit.header, field: field, refused: refused))
    lost = refused
    missing = refused || field.unsigned == 0 ? nil : Int(field.unsigned)
  }

  private mutating func lines(_ block: [UInt8]) -> Dissection {
    var result = Dissection(roles: [], messages: 0, lengths: [])
    result.roles.reserveCapacity(block.count)
    var start = 0
    for (index, byte) in block.enumerated() where byte == UInt8(ascii: "\n") {
      let carriage = index > start && block[index - 1] == UInt8(ascii: "\r") ? 1 : 0
      let length = line + index - start - carriage
      let role: ByteRole = length > limit ? .garbage : .payload
      result.roles += Array(repeating: role, count: index - start - carriage)
      result.roles += Array(repeating: .delimiter, count: carriage + 1)
      result.messages += length > limit ? 0 : 1
      start = index + 1
      line = 0
    }
    line = min(line + block.count - start, limit + 1)
    let role: ByteRole = line > limit ? .garbage : .unfinished
    result.roles += Array(repeating: role, count: block.count - start)
    return result
  }
}
