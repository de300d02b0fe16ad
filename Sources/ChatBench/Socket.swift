import Glibc

/// A TCP connection to a port of this machine.
struct Socket {
  let descriptor: Int32

  /// Connects, which on this machine takes no time unless the server's queue is full.
  ///
  /// - Parameters:
  ///   - port: where the server listens.
  ///   - receiveBuffer: bytes of SO_RCVBUF, if not the usual.
  /// - Throws: `LoadFailure` after five seconds, or at once where nobody listens.
  init(to port: Int, receiveBuffer: Int32? = nil) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw LoadFailure("no socket: \(Socket.reason)") }
    if let receiveBuffer { set(SOL_SOCKET, SO_RCVBUF, receiveBuffer) }
    set(Int32(IPPROTO_TCP), TCP_NODELAY, 1)
    set(SOL_SOCKET, SO_SNDTIMEO, timeval(tv_sec: 5, tv_usec: 0))
    let isConnected = Socket.address(port).withUnsafeBytes { bytes in
      bytes.baseAddress.map {
        connect(descriptor, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count)) == 0
      } ?? false
    }
    guard isConnected, fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0 else {
      let reason = Socket.reason
      shut()
      throw LoadFailure("no connection to 127.0.0.1:\(port): \(reason)")
    }
  }

  /// One read.
  ///
  /// - Returns: the count, 0 if there is nothing now, nil at the end or after an error.
  func read(_ bytes: UnsafeMutableRawBufferPointer) -> Int? {
    let count = recv(descriptor, bytes.baseAddress, bytes.count, 0)
    if count > 0 { return count }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : nil
  }

  /// One write.
  ///
  /// - Returns: how many bytes went; none if there is no room now or no connection any more.
  func write(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes {
      max(0, send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)))
    }
  }

  func shut() { close(descriptor) }

  /// A port that is free now; who listens on it next is a matter of being quick.
  static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = Socket.address(0)
    let isKnown = address.withUnsafeMutableBytes { bytes in
      var length = socklen_t(bytes.count)
      return bytes.baseAddress.map {
        let pointer = $0.assumingMemoryBound(to: sockaddr.self)
        return bind(descriptor, pointer, length) == 0
          && getsockname(descriptor, pointer, &length) == 0
      } ?? false
    }
    guard isKnown else { throw LoadFailure("no free port: \(reason)") }
    return Int(address[2]) << 8 | Int(address[3])
  }

  private func set<Value>(_ level: Int32, _ option: Int32, _ value: Value) {
    _ = withUnsafeBytes(of: value) {
      setsockopt(descriptor, level, option, $0.baseAddress, socklen_t($0.count))
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }

  /// A `sockaddr_in` of this machine, byte by byte (ip(7)).
  private static func address(_ port: Int) -> [UInt8] {
    [UInt8(AF_INET), 0, UInt8(port >> 8 & 255), UInt8(port & 255), 127, 0, 0, 1]
      + [UInt8](repeating: 0, count: 8)
  }
}
