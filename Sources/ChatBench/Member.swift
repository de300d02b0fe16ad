/// One client of a load.
struct Member {
  let socket: Socket
  private let number: Int
  private let dialect: Dialect
  private let size: Int
  private var steps: ArraySlice<(say: [UInt8], answer: [UInt8])>
  private var stream: Stream
  /// The bytes of a message whose rest has not come.
  private(set) var held: [UInt8] = []
  /// What waits to be written.
  private var outgoing: [UInt8] = []
  /// Whether the last write did not take it all.
  private(set) var awaitsRoom = false
  private(set) var isOpen = true
  private(set) var hasHeard = false

  init(_ number: Int, _ socket: Socket, _ dialect: Dialect, size: Int) {
    self.number = number
    self.socket = socket
    self.dialect = dialect
    self.size = size
    steps = dialect.greeting(client: number)[...]
    stream = Stream(dialect, size: size)
    if let step = steps.first { outgoing = step.say }
  }

  /// Whether it has said and heard all that comes before the first message.
  var isGreeted: Bool { steps.isEmpty }

  var isSending: Bool { !outgoing.isEmpty }

  mutating func say(_ bytes: [UInt8]) { outgoing += bytes }

  /// Adds a message of the load to what the next flush writes.
  mutating func say(_ number: Int, _ template: Template) { template.append(number, to: &outgoing) }

  /// One write of what waits.
  mutating func flush() {
    guard isOpen, isSending else { return }
    let count = socket.write(outgoing[...])
    awaitsRoom = count < outgoing.count
    if !awaitsRoom {
      outgoing.removeAll(keepingCapacity: true)
    } else {
      outgoing.removeFirst(count)
    }
  }

  mutating func close() {
    if isOpen { socket.shut() }
    isOpen = false
  }

  /// One read, the messages of the load in it noted.
  ///
  /// - Parameters:
  ///   - ledger: takes note.
  ///   - space: room for what came before and one read.
  ///   - now: in microseconds.
  /// - Returns: how many bytes came; nil at the end of the connection.
  mutating func read(
    into ledger: inout Ledger, _ space: UnsafeMutableRawBufferPointer, at now: Int
  ) -> Int? {
    guard isOpen, held.count < space.count / 2 else { return nil }
    space.copyBytes(from: held)
    let free = UnsafeMutableRawBufferPointer(rebasing: space[held.count...])
    guard let count = socket.read(free) else { return nil }
    guard count > 0 else { return 0 }
    hasHeard = true
    let bytes = UnsafeRawBufferPointer(rebasing: space[0..<(held.count + count)])
    let used = take(bytes, &ledger, now)
    if used < bytes.count || !held.isEmpty { held = Array(bytes[used...]) }
    return count
  }

  private mutating func take(
    _ bytes: UnsafeRawBufferPointer, _ ledger: inout Ledger, _ now: Int
  ) -> Int {
    let (number, size, isGreeted) = (number, size, isGreeted)
    var others: [String] = []
    let used = stream.take(bytes) { message in
      if let token = Token.number(message, at: message.count - size) {
        ledger.received(token, by: number, at: now)
      } else if !isGreeted || message.first == UInt8(ascii: "P")
        || message.first == UInt8(ascii: "/")
      {
        others.append(String(decoding: message.prefix(200), as: UTF8.self))
      }
    }
    for other in others { answer(other) }
    return used
  }

  /// A message that is not of the load: part of the greeting, or a question whether we live.
  private mutating func answer(_ message: String) {
    if let step = steps.first {
      guard message.contains(String(decoding: step.answer, as: UTF8.self)) else { return }
      steps.removeFirst()
      if let next = steps.first { say(next.say) }
    } else if let answer = dialect.sign(to: message) {
      say(answer)
    }
  }
}
