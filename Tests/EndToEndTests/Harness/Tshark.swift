/// Another program's view of a capture file.
struct Tshark {
  let stage: Stage
  let file: String
  /// The servers' ports that the capture has.
  let ports: [Int]

  /// Our dissector's file.
  private static let dissector =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    + "/Assets/wirechat.lua"

  /// Lets no protocol look at the bytes that may be registered for a port number which happened to be free.
  private var bare: [String] {
    ports.flatMap { ["-d", "tcp.port==\($0),data", "-d", "udp.port==\($0),data"] }
  }

  /// The headings of what it finds wrong: warnings and errors.
  func complaints() async throws -> [String] {
    try await lines(
      bare + ["-q", "-z", "expert,warn"]
    ).filter { !$0.isEmpty }
  }

  /// The bytes of conversation `number`, those of the client and those of the server.
  func follow(_ transport: String, _ number: Int) async throws -> (client: [UInt8], server: [UInt8])
  {
    let lines = try await lines(
      bare + ["-q", "-z", "follow,\(transport),raw,\(number)"])
    let hex = lines.filter { $0.allSatisfy { $0.isHexDigit || $0 == "\t" } }
    return (
      Tshark.bytes(hex.filter { $0.first != "\t" }), Tshark.bytes(hex.filter { $0.first == "\t" })
    )
  }

  /// The values of a field of our dissector's, message by message, on packets that fit the filter.
  func field(_ name: String, port: Int, where filter: String) async throws -> [String] {
    try await lines([
      "-X", "lua_script:\(Tshark.dissector)", "-d", "tcp.port==\(port),wirechat", "-Y",
      "\(name) && \(filter)", "-T", "fields", "-E", "aggregator=\u{1}", "-e", name,
    ]).flatMap { $0.split(separator: "\u{1}", omittingEmptySubsequences: false).map(String.init) }
  }

  /// All packet comments, in order.
  func comments() async throws -> [String] {
    try await lines(
      bare + ["-T", "fields", "-E", "aggregator=\u{1}", "-e", "frame.comment"]
    ).flatMap { $0.split(separator: "\u{1}").map(String.init) }
  }

  /// The lines that tshark prints of the file with checksums verified; whatever it warns of fails the test.
  private func lines(_ flags: [String]) async throws -> [String] {
    let checks = ["ip", "tcp", "udp"].flatMap { ["-o", "\($0).check_checksum:TRUE"] }
    let tshark = try stage.start(Tool.tshark.path(), ["-n", "-r", file] + checks + flags)
    let end = try await tshark.exit(within: .seconds(60))
    // What it says to root concerns no file.
    let warnings = tshark.errors.lines.filter { !$0.hasPrefix("Running as user") }
    guard end == .exited(0), warnings.isEmpty else {
      throw Unmet(description: "tshark \(flags): \(end) \(warnings)")
    }
    return tshark.output.lines
  }

  private static func bytes(_ lines: [String]) -> [UInt8] {
    let digits = lines.joined().filter(\.isHexDigit).compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }
}
