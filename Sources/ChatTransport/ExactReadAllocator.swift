package import NIOCore

/// Buffers into which one `read(2)` returns at most an exact number of bytes.
///
/// Capacities round up to powers of two, so a buffer comes with its indices moved to where only `size` bytes
/// are left. It offers no size for reuse: a buffer that NIO clears and fills again would have all of its capacity.
package struct ExactReadAllocator: RecvByteBufferAllocator {
  private let size: Int

  /// - Parameter size: bytes, at least 1; less counts as 1.
  package init(size: Int) {
    self.size = max(1, size)
  }

  package func buffer(allocator: ByteBufferAllocator) -> ByteBuffer {
    var buffer = allocator.buffer(capacity: size)
    let surplus = buffer.writableBytes - size
    buffer.moveWriterIndex(forwardBy: surplus)
    buffer.moveReaderIndex(forwardBy: surplus)
    return buffer
  }

  package func nextBufferSize() -> Int? { nil }

  package mutating func record(actualReadBytes: Int) -> Bool { true }
}
