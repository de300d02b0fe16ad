import ChatRoom
import ChatTransport
import ChatWire
import NIOCore

// A connection's turn at being read.
extension Connection {
  /// Bytes that are read of somebody who is leaving: as many as its kernel and ours may hold on their way.
  private static let mostDiscarded = 16 << 20

  /// Reads that may wait in their own size.
  private static let reads = 16

  /// Whether what is read of it waits.
  var isHeld: Bool { intake.isResting || throttle?.isClosed == true }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    guard let outlet, !outlet.isEnding else { return discard(bytes) }
    hub.wake()
    if outlet.tap?.read(bytes.readableBytes) == false { outlet.tap = nil }
    throttle?.read(bytes.readableBytes)
    guard !isHeld else {
      intake.append(bytes)
      // So many although none is asked for: NIO reads on to the end of the stream.
      if intake.count >= Connection.reads { readInLargePieces() }
      hub.laggards.note(outlet)
      return hub.laggards.relieve()
    }
    intake.begin(in: hub.turns.turn, until: hub.turns.readingEnd())
    received([bytes])
    if intake.isOver { rest() }
    if isGone, !isHeld { end() }
  }

  /// Takes no notice of what still comes from somebody who is leaving; whoever goes on is not read to the end.
  private func discard(_ bytes: ByteBuffer) {
    discarded += bytes.readableBytes
    if discarded > Connection.mostDiscarded { pause(true) }
  }

  /// Takes reads whose turn it is; those behind the first that has to wait are kept.
  private func received(_ reads: [ByteBuffer]) {
    let reads = opening == nil ? reads : reads.flatMap { opening?.take($0) ?? [] }
    take(reads)
  }

  private func take(_ reads: [ByteBuffer]) {
    for (index, read) in reads.enumerated() where outlet?.isEnding == false {
      guard !isHeld else { return intake.prepend(reads[index...]) }
      if framing == .raw, !isObserver, !read.readableBytesView.starts(with: "/observe ".utf8) {
        hub.console.read(read, from: address)
      }
      inlet.receive(read)
      proceed()
    }
  }

  /// Goes on with what waits, if nothing holds it back any more.
  func resume() {
    guard !isHeld, let outlet else { return }
    hub.wake()
    intake.begin(in: hub.turns.turn, until: hub.turns.readingEnd())
    proceed()
    while !isHeld, let read = intake.popFirst() {
      received([read])
      if intake.isOver { rest() }
    }
    hub.laggards.note(outlet)
    guard !isGone else {
      guard !isHeld, self.outlet != nil else { return }
      if intake.isLast { countCut() }
      return end()
    }
    guard !isHeld else { return }
    if intake.isLast { inputClosed() } else { pause(false) }
  }

  /// Reads nothing for now, or goes on.
  func pause(_ isPaused: Bool) {
    if let pacer { return pacer.isPaused = isPaused }
    try? context?.channel.syncOptions?.setOption(.autoRead, value: !isPaused)
  }

  private func readInLargePieces() {
    guard !readsLargePieces else { return }
    readsLargePieces = true
    try? context?.channel.syncOptions?.setOption(.recvAllocator, value: AdaptiveReadAllocator())
  }

  /// Lets the others have the loop.
  private func rest() {
    // Who is ahead of its rate is held already.
    guard !isHeld, outlet?.isEnding == false else { return }
    intake.rest(at: hub.watch.now)
    pause(true)
    hub.turns.append(self)
  }

  /// The others had the loop.
  func rested() {
    intake.goOn(at: hub.watch.now)
    resume()
  }

  /// The peer sends no more; it may still read, so it gets all that was said until now, its own words too.
  func inputClosed() {
    guard outlet?.isShut != true else { return abort() }
    if !isHeld { take(opening?.rest() ?? []) }
    guard !isHeld else { return intake.isLast = true }
    countCut()
    depart(.closed, reason: "")
  }

  /// Counts the message that the end of the stream cut, if there is one.
  private func countCut() {
    guard let cut = inlet.finish() else { return }
    hub.ledger.count(.refused(.cut), address)
    hub.diagnose(cut.description, address)
  }

  /// Does what the messages say that are there, as far as its rate and its slice allow.
  private func proceed() {
    guard let outlet else { return }
    // A write may find that the connection is gone: what was read is done all the same.
    isProceeding = true
    defer { isProceeding = false }
    let taken = inlet.taken
    while !outlet.isEnding, throttle?.admits() != false, let step = inlet.next() {
      throttle?.spend()
      carryOut(step, outlet)
      hasSpoken = true
      // A read may ask for a thousand times its own length.
      relieve()
      hub.laggards.relieve()
      if intake.isOver { rest(); break }
    }
    let isFresh = inlet.taken > taken
    // While it waits, more messages may be there than were taken.
    vigil?.heard(isMidway: inlet.isMidway && !(isHeld && isFresh), isFresh: isFresh)
  }

  private func carryOut(_ step: Inlet.Step, _ outlet: Outlet) {
    switch step {
    case .say(let text): say(text)
    case .command(let command):
      outlet.release()
      hub.interpreter.carryOut(command, for: self)
    case .refuse(let code, let text):
      hub.ledger.count(.refused(code == .utf8 ? .notUTF8 : .line), address)
      reply(.error(code, text))
    case .end(let code, let text): refuse(.oversizedFrame, code, text)
    }
  }

  private func say(_ text: [UInt8]) {
    guard member != nil else { return reply(.error(.unknown, "an observer is in no room")) }
    hub.say(text, by: self)
  }
}
