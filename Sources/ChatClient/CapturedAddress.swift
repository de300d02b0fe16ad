import ChatCapture
import Glibc
import NIOCore

extension CapturePath {
  /// The path of a channel's connection; what it doesn't know is 0.0.0.0:0.
  init(_ channel: (any Channel)?) {
    let none = CaptureAddress(bytes: [0, 0, 0, 0], port: 0)
    let local = CaptureAddress(channel?.localAddress)
    let remote = CaptureAddress(channel?.remoteAddress)
    guard let local, let remote, local.bytes.count == remote.bytes.count else {
      self.init(local: none, remote: none)
      return
    }
    self.init(local: local, remote: remote)
  }
}

extension CaptureAddress {
  fileprivate init?(_ address: SocketAddress?) {
    guard let address, let port = address.port, let text = address.ipAddress else { return nil }
    let isIPv6 = text.contains(":")
    var bytes = [UInt8](repeating: 0, count: isIPv6 ? 16 : 4)
    guard inet_pton(isIPv6 ? AF_INET6 : AF_INET, text, &bytes) == 1 else { return nil }
    self.init(bytes: bytes, port: UInt16(truncatingIfNeeded: port))
  }
}
