import Glibc
import Synchronization

/// A client's end of a connection: plain blocking sockets, nothing of the code under test.
final class Wire: Sendable {
  private let descriptor: CInt
  private let isClosed = Atomic(false)

  struct Failure: Error {
    let call: String
    let errno: CInt
  }

  /// Connects to a port of this machine; the kernel's accept is enough, the server's may come later.
  ///
  /// `source` is the last number of our own address, 127.0.0.`source`.
  init(
    _ port: Int, type: CInt = CInt(SOCK_STREAM.rawValue), receiveBuffer: CInt? = nil,
    source: UInt8? = nil, noDelay: Bool = false
  ) throws {
    descriptor = socket(AF_INET, type, 0)
    peerPort = port
    if var receiveBuffer {
      setsockopt(
        descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, socklen_t(MemoryLayout<CInt>.size))
    }
    if noDelay {
      var isOn: CInt = 1
      setsockopt(
        descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<CInt>.size))
    }
    if let source {
      Wire.address(0, source).withUnsafeBytes { bytes in
        _ = bytes.baseAddress.map {
          bind(descriptor, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
        }
      }
    }
    let result = Wire.address(port).withUnsafeBytes { bytes in
      bytes.baseAddress.map {
        connect(descriptor, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
      }
    }
    guard result == 0 else { throw Failure(call: "connect", errno: errno) }
  }

  deinit {
    close()
  }

  /// Closes it, once: the number may be another's a moment later.
  func close() {
    guard !isClosed.exchange(true, ordering: .relaxed) else { return }
    _ = Glibc.close(descriptor)
  }

  /// The source port.
  var port: Int {
    var address = Wire.address(0)
    var length = socklen_t(address.count)
    address.withUnsafeMutableBytes { bytes in
      _ = bytes.baseAddress.map {
        getsockname(descriptor, $0.assumingMemoryBound(to: sockaddr.self), &length)
      }
    }
    return Int(address[2]) << 8 | Int(address[3])
  }

  /// The port it is connected to.
  let peerPort: Int

  /// A `sockaddr_in` of this machine, byte by byte (ip(7)): its Swift type belongs now to this module, now to that.
  private static func address(_ port: Int, _ host: UInt8 = 1) -> [UInt8] {
    [UInt8(AF_INET), 0, UInt8(port >> 8 & 255), UInt8(port & 255), 127, 0, 0, host]
      + [UInt8](repeating: 0, count: 8)
  }
}

// MARK: - Sending

extension Wire {
  func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure(call: "send", errno: errno) }
      rest = rest.dropFirst(count)
    }
  }

  func send(_ text: String) throws { try send(Array(text.utf8)) }

  func frame(_ text: String) throws { try send(Wire.framed(text)) }

  /// Little-endian length and payload, made here by hand.
  static func framed(_ text: String) -> [UInt8] { framed(Array(text.utf8)) }

  static func framed(_ payload: [UInt8]) -> [UInt8] {
    let count = payload.count
    return [UInt8(count & 255), UInt8(count >> 8 & 255), UInt8(count >> 16 & 255), 0] + payload
  }

  /// Closes it with RST (socket(7), SO_LINGER).
  func reset() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    close()
  }

  func shutdownSending() {
    shutdown(descriptor, CInt(SHUT_WR))
  }
}

// MARK: - Receiving

extension Wire {
  /// What one read returns; nil at the end of the stream, empty if nothing came in time.
  func read(upTo count: Int = 65_536, within milliseconds: CInt = 40_000) throws -> [UInt8]? {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = recv(descriptor, &bytes, count, 0)
    guard got >= 0 else { throw Failure(call: "recv", errno: errno) }
    return got == 0 ? nil : Array(bytes[..<got])
  }

  /// Exactly `count` bytes, fewer only if they don't come.
  func bytes(_ count: Int) throws -> [UInt8] {
    var all: [UInt8] = []
    while all.count < count, let more = try read(upTo: count - all.count), !more.isEmpty {
      all += more
    }
    return all
  }

  /// As many bytes as `expected` has, as text.
  func text(like expected: String) throws -> String {
    String(decoding: try bytes(expected.utf8.count), as: UTF8.self)
  }

  /// The payload of the next frame; nil if there is none.
  func frame() throws -> String? {
    let header = try bytes(4)
    guard header.count == 4 else { return nil }
    let count = Int(header[0]) | Int(header[1]) << 8 | Int(header[2]) << 16 | Int(header[3]) << 24
    return String(decoding: try bytes(count), as: UTF8.self)
  }

  /// The next line, its LF not included; nil if there is none.
  func line() throws -> String? {
    var line: [UInt8] = []
    while let byte = try bytes(1).first {
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    return nil
  }

  /// Everything until the stream ends.
  func all() throws -> String {
    var all: [UInt8] = []
    while let more = try read(), !more.isEmpty { all += more }
    return String(decoding: all, as: UTF8.self)
  }

  /// The next frame that does not tell of coming and going, which comes when it comes.
  func talk() throws -> String? {
    while let frame = try frame() {
      if !frame.isPresence { return frame }
    }
    return nil
  }

  /// The next line that does not tell of coming and going.
  func talkLine() throws -> String? {
    while let line = try line() {
      if !line.isPresence { return line }
    }
    return nil
  }

  /// Frames until one begins with `prefix`, which is returned.
  func frame(startingWith prefix: String) throws -> String? {
    while let frame = try frame() {
      if frame.hasPrefix(prefix) { return frame }
    }
    return nil
  }

  /// Lines until one begins with `prefix`, which is returned.
  func line(startingWith prefix: String) throws -> String? {
    while let line = try line() {
      if line.hasPrefix(prefix) { return line }
    }
    return nil
  }
}

extension String {
  var isPresence: Bool {
    if hasPrefix("*** ") {
      return hasSuffix(" joined") || contains(" left (") || contains(" is now ")
    }
    return ["/joined ", "/left ", "/renamed "].contains { hasPrefix($0) }
  }

  /// An event with `T` for its Unix time.
  var timeless: String {
    var words = split(separator: " ", omittingEmptySubsequences: false)
    guard let name = words.first,
      let place = ["/said": 2, "/did": 2, "/told": 1][String(name)], words.indices.contains(place),
      words[place].count == 13, Int(words[place]) != nil
    else { return self }
    words[place] = "T"
    return words.joined(separator: " ")
  }
}
