package import ChatWire

/// Why a server did not start; nothing of it is left listening.
package enum StartError: Error, Equatable, Sendable {
  /// Another program has this port.
  case portInUse(Framing, host: String, port: Int)
  /// The port can't be bound, `reason` being the system's words.
  case cannotBind(Framing, host: String, port: Int, reason: String)
  /// The host is none of this machine's addresses, or no address at all.
  case badHost(String, reason: String)
  /// Other machines could reach the host, and that was not allowed.
  case insecure(host: String)
  /// Every listener is off.
  case nothingOn
}

extension StartError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .portInUse(let framing, let host, let port):
      "\(framing.flag): port \(port) on \(host) is in use; choose another one, 0 for any, or off"
    case .cannotBind(let framing, let host, let port, let reason):
      "\(framing.flag): port \(port) on \(host) cannot be bound: \(reason)"
    case .badHost(let host, let reason):
      """
      --host: \(host) cannot be bound: \(reason); take an address of this machine, 127.0.0.1 or 0.0.0.0
      """
    case .insecure(let host):
      "--host: \(host) can be reached from other machines; --allow-insecure lets it be bound"
    case .nothingOn:
      "--port, --raw-port, --line-port and --udp-port are all off: there is nothing to listen on"
    }
  }
}
