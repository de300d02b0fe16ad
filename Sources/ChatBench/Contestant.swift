import Foundation

/// A server that is compared: how it is started, and what it speaks.
package struct Contestant: Sendable {
  package var name: String
  package var dialect: Dialect
  var program: String
  var arguments: @Sendable (Site) throws -> [String]
  /// Whether its failure is the project's own.
  package var isOurs = false

  /// The most clients that it can take.
  package var capacity: Int { dialect == .ncat ? 900 : .max }

  /// The floor, our server, and every peer that is installed.
  ///
  /// - Parameter folder: where our own programs are.
  /// - Returns: the floor first.
  /// - Throws: `LoadFailure` if one of our own is missing.
  package static func all(beside folder: String) throws -> [Contestant] {
    var all = [
      try floor(beside: folder), try chatServer(beside: folder),
    ]
    if let path = installed("nats-server") {
      all.append(
        Contestant(name: "nats-server", dialect: .nats, program: path) {
          ["-a", "127.0.0.1", "-p", "\($0.port)"]
        })
    }
    if let path = installed("ngircd") {
      all.append(
        Contestant(name: "ngircd", dialect: .irc, program: path) {
          let file = $0.folder + "/ngircd.conf"
          try ngircd(port: $0.port).write(toFile: file, atomically: true, encoding: .utf8)
          return ["-n", "-f", file]
        })
    }
    if let path = installed("ncat") {
      all.append(
        Contestant(name: "ncat --chat", dialect: .ncat, program: path) {
          ["--chat", "-l", "127.0.0.1", "\($0.port)", "--max-conns", "1000"]
        })
    }
    return all
  }

  /// The least work that a broadcast server can do.
  ///
  /// - Parameter folder: where our own programs are.
  /// - Returns: how to start it and to speak with it.
  /// - Throws: `LoadFailure` if it is missing.
  package static func floor(beside folder: String) throws -> Contestant {
    Contestant(name: "floor", dialect: .floor, program: try own("chat-floor", folder)) {
      ["\($0.port)"]
    }
  }

  /// Our server, its raw port on.
  ///
  /// - Parameters:
  ///   - folder: where our own programs are.
  ///   - options: further ones for it; they are part of its name.
  /// - Returns: how to start it and to speak with it.
  /// - Throws: `LoadFailure` if it is missing.
  package static func chatServer(
    beside folder: String, options: String = ""
  ) throws -> Contestant {
    let name = options.isEmpty ? "chat-server" : "chat-server \(options)"
    let options = options.split(separator: " ").map(String.init)
    var server = Contestant(
      name: name, dialect: .length, program: try own("chat-server", folder)
    ) {
      ["--port", "\($0.port)", "--raw-port", "\($0.rawPort)", "--line-port", "off"]
        + ["--udp-port", "off"] + options
    }
    server.isOurs = true
    return server
  }

  private static func own(_ name: String, _ folder: String) throws -> String {
    let path = "\(folder)/\(name)"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw LoadFailure("\(path) is not there; swift build -c release makes it")
    }
    return path
  }

  private static func installed(_ name: String) -> String? {
    ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin"].map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A configuration without limits on connections, and without the pauses that punish fast talkers.
  private static func ngircd(port: Int) -> String {
    """
    [Global]
    Name = bench.example.net
    Info = bench
    Listen = 127.0.0.1
    Ports = \(port)
    [Limits]
    MaxConnections = 0
    MaxConnectionsIP = 0
    MaxPenaltyTime = 0
    MaxJoins = 0
    [Options]
    DNS = no
    Ident = no
    PAM = no
    """
  }
}
