import Glibc

/// The bytes that wait in the kernel for the programs on one TCP port of this machine.
struct ReceiveQueue {
  let port: Int

  /// The sum over all established connections, from `/proc/net/tcp` (proc(5): state 01, `tx_queue:rx_queue`).
  func bytes() throws -> Int {
    guard let file = fopen("/proc/net/tcp", "r") else {
      throw Unmet(description: "no /proc/net/tcp: errno \(errno)")
    }
    defer { fclose(file) }
    var total = 0
    var line = [CChar](repeating: 0, count: 512)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      let fields = text.split(separator: " ")
      guard fields.count > 4, fields[3] == "01", fields[1].hasSuffix(hexadecimal) else { continue }
      total += fields[4].split(separator: ":").last.flatMap { Int($0, radix: 16) } ?? 0
    }
    return total
  }

  /// Waits until exactly `count` bytes wait.
  func holds(_ count: Int) async throws {
    try await eventually("\(count) B wait at port \(port)") {
      try bytes() == count ? true : nil
    }
  }

  private var hexadecimal: String {
    let digits = String(port, radix: 16, uppercase: true)
    return ":" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
