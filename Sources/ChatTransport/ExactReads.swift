package import NIOCore

/// Receive buffers with room for exactly `size` bytes.
///
/// A buffer's capacity is rounded up to a power of two, and NIO reads as much as fits: the indices are moved so
/// that no more than `size` is left. Every read gets a new buffer, since a reused one would be cleared.
package struct ExactReads: RecvByteBufferAllocator {
  /// Bytes that one `read(2)` may return, at least 1.
  package let size: Int

  package init(size: Int) {
    self.size = max(1, size)
  }

  package func buffer(allocator: ByteBufferAllocator) -> ByteBuffer {
    var buffer = allocator.buffer(capacity: size)
    buffer.moveWriterIndex(to: buffer.capacity - size)
    buffer.moveReaderIndex(to: buffer.writerIndex)
    return buffer
  }

  package mutating func record(actualReadBytes: Int) -> Bool { true }
}
