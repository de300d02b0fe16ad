import ChatRoom
import ChatTransport
import NIOCore

// Who has everything that was sealed: the next batch goes straight to the socket, past the outbox.
extension Outlet {
  /// Writes the batch that it awaited.
  func pass(_ bytes: ByteBuffer) {
    move(by: bytes.readableBytes)
    let taken = clear.map { DirectWrite.send(bytes, to: $0) } ?? 0
    if taken < bytes.readableBytes { write(bytes, from: taken) }
  }

  /// Goes past the batch that it awaited, `count` bytes in its view, which is written before anything else is.
  func move(by count: Int) {
    awaited += 1
    tap?.passed(count)
  }

  /// Gives NIO what the kernel did not take: everything behind the first `taken` bytes.
  func write(_ bytes: ByteBuffer, from taken: Int) {
    guard !isShut else { return }
    var rest = bytes
    rest.moveReaderIndex(forwardBy: taken)
    context.writeAndFlush(NIOAny(rest), promise: nil)
    settle()
    hub.laggards.note(self)
  }

  /// Notes whether the kernel took all that NIO was given.
  func settle() {
    clear = queued == 0 ? descriptor : nil
  }

  /// Leaves the outbox out from the next batch on, if nothing stands before that.
  func comeAbreast() {
    guard isWritable, !isHeld, !isEnding, !isShut, tap?.isQuiet ?? true,
      outbox.isAbreast(hub.room.log)
    else { return }
    awaited = outbox.cursor.batch
  }

  /// Goes by the outbox again.
  func fallBehind() {
    guard awaited != .max else { return }
    outbox.skip(to: awaited)
    awaited = .max
  }

  func writabilityChanged() {
    isWritable = context.channel.isWritable
    if isWritable { pump() } else { fallBehind() }
  }
}
