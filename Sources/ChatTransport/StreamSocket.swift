import CSocket
package import ChatWire
package import NIOCore

/// The socket under a TCP channel, for what NIO does not tell of it and does not set.
///
/// Everything happens on the channel's event loop; a channel that is closed, or no TCP one, tells nothing.
package struct StreamSocket {
  /// What can be set on it (tcp(7)).
  package enum Option {
    /// TCP_NODELAY: small segments don't wait for acknowledgements.
    case noDelay
    /// TCP_QUICKACK: acknowledgements don't wait for data; the kernel forgets it as it goes.
    case quickAck
    /// TCP_CORK: segments that are not full wait, 200 ms at most.
    case cork
  }

  private let channel: any Channel

  package init(_ channel: any Channel) {
    self.channel = channel
  }

  /// Asks for everything at once, so that the counts belong together; nil if there is nobody to ask.
  package var facts: KernelFacts? {
    ask { descriptor in
      var info = cs_tcp_info()
      guard cs_tcp_info(descriptor, &info) else { return nil }
      return KernelFacts(
        segmentsOut: Int(info.data_segs_out) - Int(info.total_retrans),
        bytesOut: Int(clamping: info.bytes_sent) - Int(clamping: info.bytes_retrans),
        segmentsIn: Int(info.data_segs_in), bytesIn: Int(clamping: info.bytes_received),
        unread: Int(max(0, cs_unread(descriptor))), unsent: Int(max(0, cs_unsent(descriptor))),
        notSent: Int(info.notsent_bytes), isCertain: info.total_retrans == info.dsack_dups,
        repeated: Int(info.dsack_dups))
    }
  }

  /// What its segments are wrapped in, nil if there is nobody to ask.
  package var link: LinkFacts? {
    let local = PeerAddress(channel.localAddress)
    let remote = PeerAddress(channel.remoteAddress)
    return ask { descriptor in
      var info = cs_tcp_info()
      guard cs_tcp_info(descriptor, &info) else { return nil }
      return LinkFacts(
        localHost: local.host, localPort: local.port, remoteHost: remote.host,
        remotePort: remote.port, mssOut: Int(info.snd_mss), mssIn: Int(info.advmss),
        pathMTU: Int(info.pmtu), roundTrip: Int(info.rtt),
        hasTimestamps: info.options & cs_option_timestamps != 0,
        hasSack: info.options & cs_option_sack != 0)
    }
  }

  /// Turns an option on or off; a socket that does not take it stays as it is.
  package func set(_ option: Option, _ isOn: Bool) {
    _ = ask { descriptor in
      switch option {
      case .noDelay: cs_set_nodelay(descriptor, isOn)
      case .quickAck: cs_set_quickack(descriptor, isOn)
      case .cork: cs_set_cork(descriptor, isOn)
      }
    }
  }

  /// Its descriptor, good until the channel is inactive; nil if there is nobody to ask.
  package var descriptor: CInt? { ask { $0 } }

  private func ask<Answer>(_ body: (NIOBSDSocket.Handle) -> Answer?) -> Answer? {
    let answer = try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(
      of: NIOBSDSocket.Handle.self, body)
    return answer.flatMap { $0 }
  }
}
