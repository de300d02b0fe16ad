package import NIOCore

/// NIO's adaptive read buffers, so that an allocator of exact sizes can take over between any two reads.
///
/// Where the new allocator offers no size for reuse, NIO's pool fills its old buffer once more, unless the old
/// allocator said that the next one may be larger (NIOPooledRecvBufferAllocator): this one always says so, and
/// offers its own sizes for reuse.
package struct AdaptiveReadAllocator: RecvByteBufferAllocator {
  private var adaptive = AdaptiveRecvByteBufferAllocator()

  package init() {}

  package func buffer(allocator: ByteBufferAllocator) -> ByteBuffer {
    adaptive.buffer(allocator: allocator)
  }

  package func nextBufferSize() -> Int? { adaptive.nextBufferSize() }

  package mutating func record(actualReadBytes: Int) -> Bool {
    _ = adaptive.record(actualReadBytes: actualReadBytes)
    return true
  }
}
