import NIOCore

/// Writes one message into memory that was reserved for all of it; what does not fit is left out.
struct Pen {
  private let memory: UnsafeMutableRawBufferPointer
  /// Bytes that are written.
  private(set) var count = 0

  init(_ memory: UnsafeMutableRawBufferPointer) {
    self.memory = memory
  }

  mutating func write(_ bytes: UnsafeRawBufferPointer) {
    let fitting = UnsafeRawBufferPointer(rebasing: bytes.prefix(memory.count - count))
    memory[count...].copyBytes(from: fitting)
    count += fitting.count
  }

  mutating func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { write($0) }
  }

  mutating func write(_ text: StaticString) {
    write(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes a number that is not negative in decimal digits.
  mutating func write(decimal number: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Pen.digits) { digits in
      var first = Pen.digits
      var rest = number
      repeat {
        first -= 1
        digits[first] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
        rest /= 10
      } while rest > 0
      write(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(digits)[first...]))
    }
  }

  /// As many as Int.max has.
  private static let digits = 19
}

extension ByteBuffer {
  /// Has at most `capacity` bytes written at the end with a pen.
  mutating func write(capacity: Int, _ text: (inout Pen) -> Void) {
    writeWithUnsafeMutableBytes(minimumWritableBytes: capacity) { memory in
      var pen = Pen(memory)
      text(&pen)
      return pen.count
    }
  }
}
