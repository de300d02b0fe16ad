import FuzzSupport

/// Datagrams of four addresses: a stranger never gets more bytes than it sent, nobody more than 1,200 in one.
///
/// Each is a byte for the address, a byte for the length, and so much text, in which `COOKIE` stands for the last cookie
/// that the address was sent.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let hall = Hall()
  do {
    try hall.openDatagrams()
    try talk(Input(start, count).bytes[...], hall)
  } catch {
    fatalError("\(error)")
  }
  hall.end()
  return 0
}

private func talk(_ bytes: ArraySlice<UInt8>, _ hall: Hall) throws {
  var rest = bytes
  var cookies: [Int: [UInt8]] = [:]
  var members: Set<Int> = []
  while let address = rest.popFirst(), let length = rest.popFirst() {
    let port = 1_000 + Int(address & 3)
    // The upper bits make long datagrams of short inputs.
    let text = filled(Array(rest.prefix(Int(length))), cookies[port] ?? [], Int(address >> 2))
    rest = rest.dropFirst(Int(length))
    let answers = try hall.datagram(text, from: port)
    for (target, answer) in answers {
      require(answer.count <= 1_200, "a datagram of \(answer.count) bytes")
      if answer.starts(with: "/welcome ".utf8), text.starts(with: "/hello ".utf8) {
        members.insert(target)
      }
      if answer.starts(with: "/cookie ".utf8) { cookies[target] = Array(answer.dropFirst(8)) }
    }
    if !members.contains(port) {
      let count = answers.filter { $0.port == port }.reduce(0) { $0 + $1.bytes.count }
      require(count <= text.count, "\(count) bytes to a stranger who sent \(text.count)")
      let isAlone = answers.allSatisfy { $0.port == port }
      require(isAlone, "a stranger's datagram went to somebody else")
    }
  }
}

private func filled(_ text: [UInt8], _ cookie: [UInt8], _ times: Int) -> [UInt8] {
  let mark = Array("COOKIE".utf8)
  var result: [UInt8] = []
  var rest = text[...]
  while let first = rest.first {
    if rest.starts(with: mark) {
      result += cookie
      rest = rest.dropFirst(mark.count)
    } else {
      result.append(first)
      rest = rest.dropFirst()
    }
  }
  return result + Array(repeating: UInt8(ascii: " "), count: times * 24)
}
