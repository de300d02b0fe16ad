import ChatTransport
import NIOCore
import Testing

@Suite struct ExactReadTests {
  @Test(arguments: [1, 5, 8, 1_000, 1_024, 65_536]) func aBufferHasRoomForExactlyTheSize(size: Int)
  {
    let reads = ExactReadAllocator(size: size)
    let buffer = reads.buffer(allocator: ByteBufferAllocator())
    #expect(buffer.writableBytes == size)
    #expect(buffer.readableBytes == 0)
    #expect(reads.nextBufferSize() == nil)
  }

  @Test(arguments: [0, -3]) func lessThanOneCountsAsOne(size: Int) {
    let reads = ExactReadAllocator(size: size)
    #expect(reads.buffer(allocator: ByteBufferAllocator()).writableBytes == 1)
  }

  /// As when /rbuf comes between two reads of a connection.
  @Test func fromAdaptiveToExactAtTheNextRead() {
    var pool = NIOPooledRecvBufferAllocator(capacity: 4, recvAllocator: AdaptiveReadAllocator())
    for _ in 0..<3 {
      _ = pool.buffer(allocator: ByteBufferAllocator()) { $0.writeString("hello") }
      pool.record(actualReadBytes: 5)
    }
    pool.recvAllocator = ExactReadAllocator(size: 5)
    for _ in 0..<3 {
      let (_, room) = pool.buffer(allocator: ByteBufferAllocator()) { $0.writableBytes }
      #expect(room == 5)
      pool.record(actualReadBytes: 5)
    }
  }
}
