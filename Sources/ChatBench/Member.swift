import NIOCore

/// One client of a load.
final class Member: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let number: Int
  private let field: Field
  private let dialect: Dialect
  private let size: Int
  private var steps: ArraySlice<(say: [UInt8], answer: [UInt8])>
  private let joined: EventLoopPromise<Void>
  private var stream: Stream
  /// The last message that had no token.
  private var heard = ""

  init(
    _ number: Int, _ dialect: Dialect, size: Int, field: Field, joined: EventLoopPromise<Void>
  ) {
    self.number = number
    self.field = field
    self.joined = joined
    self.dialect = dialect
    self.size = size
    steps = dialect.greeting(client: number)[...]
    stream = Stream(dialect, size: size)
  }

  func channelActive(context: ChannelHandlerContext) { say(context) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let now = Field.now
    unwrapInboundIn(data).withUnsafeReadableBytes { bytes in
      stream.take(bytes) { message in
        let text = UnsafeRawBufferPointer(rebasing: message.suffix(size))
        if message.count >= size, let token = Token(text) {
          field.received(token, by: number, at: now)
        } else {
          other(message, context)
        }
      }
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) { field.readComplete() }

  func channelInactive(context: ChannelHandlerContext) {
    joined.fail(LoadFailure("client \(number) was cut off; the last it heard: \(heard)"))
    field.ended()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func say(_ context: ChannelHandlerContext) {
    guard let step = steps.first else { return joined.succeed() }
    context.writeAndFlush(NIOAny(ByteBuffer(bytes: step.say)), promise: nil)
  }

  /// A message that is not of the load: part of the greeting, or a question whether we live.
  private func other(_ message: UnsafeRawBufferPointer, _ context: ChannelHandlerContext) {
    guard !steps.isEmpty || dialect == .irc || dialect == .nats || dialect == .length else {
      return
    }
    heard = String(decoding: message.prefix(200), as: UTF8.self)
    if let step = steps.first, heard.contains(String(decoding: step.answer, as: UTF8.self)) {
      steps.removeFirst()
      return say(context)
    }
    let answer: String? =
      switch dialect {
      case .irc where heard.hasPrefix("PING "): "PONG :bench\r\n"
      case .nats where heard == "PING": "PONG\r\n"
      default: nil
      }
    if let answer { context.writeAndFlush(NIOAny(ByteBuffer(string: answer)), promise: nil) }
  }
}
