import Dispatch
import Glibc

/// The lines that are typed where the server runs, as orders.
package enum SeatLines {
  /// The longest line that is read, in bytes; a terminal gives no longer ones (termios(3), N_TTY_BUF_SIZE).
  private static let longest = 4_096

  /// Orders from a terminal; from anything else, which may be another's input, nothing is read and nothing comes.
  ///
  /// The end of the input, ^D, ends only the orders.
  package static func orders(from descriptor: CInt) -> AsyncStream<Order> {
    guard isatty(descriptor) == 1 else { return .finished }
    // Reading in the background would stop the program (termios(3), "Job control").
    signal(SIGTTIN, SIG_IGN)
    return AsyncStream { orders in
      DispatchQueue(label: "seat").async {
        while let line = read(descriptor) {
          if let order = Order(line) { orders.yield(order) }
        }
        orders.finish()
      }
    }
  }

  /// One line: a terminal gives one for each read(2), whatever else is typed already.
  private static func read(_ descriptor: CInt) -> String? {
    var bytes = [UInt8](repeating: 0, count: longest)
    while true {
      let count = Glibc.read(descriptor, &bytes, bytes.count)
      if count > 0 {
        let line = bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") }
        return String(decoding: line, as: UTF8.self)
      }
      guard count < 0, errno == EINTR || isInBackground(descriptor) else { return nil }
    }
  }

  /// Waits a moment if the terminal is another job's for now.
  private static func isInBackground(_ descriptor: CInt) -> Bool {
    guard errno == EIO else { return false }
    let foreground = tcgetpgrp(descriptor)
    guard foreground > 0, foreground != getpgrp() else { return false }
    sleep(1)
    return true
  }
}
