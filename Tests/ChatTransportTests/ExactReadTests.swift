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
}
