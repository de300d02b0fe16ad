import ChatClient
import ChatScreen
import ChatWire
import Testing

@Suite struct MailboxTests {
  @Test func `what is urgent comes first, each kind in its order`() {
    let mailbox = Mailbox()
    for line in ["a", "b", "c"] { mailbox.put(.message(.input(line))) }
    for line in ["x", "y"] { mailbox.put(.message(.input(line)), urgent: true) }
    #expect(lines(mailbox.take(2)) == ["x", "y", "a", "b"])
    #expect(lines(mailbox.take()) == ["c"])
    #expect(lines(mailbox.take()) == [])
  }

  @Test func `who fills it hears so until a batch is taken`() {
    let mailbox = Mailbox()
    for _ in 1..<Mailbox.limit { #expect(mailbox.put(.frame)) }
    #expect(!mailbox.put(.frame))
    #expect(!mailbox.take(1).makesRoom)
    #expect(!mailbox.put(.frame))
    let batch = mailbox.take()
    #expect(batch.makesRoom && batch.items.count == Mailbox.batch)
    #expect(mailbox.put(.frame))
    #expect(!mailbox.take().makesRoom)
  }

  @Test func `long reads fill it as well`() {
    let mailbox = Mailbox()
    let read = Occurrence.message(.wire(.read([UInt8](repeating: 0, count: 1 << 16), at: 0)))
    for _ in 1..<Mailbox.bytes >> 16 { #expect(mailbox.put(read)) }
    #expect(!mailbox.put(read))
    #expect(!mailbox.take(64).makesRoom)
    #expect(mailbox.take(64).makesRoom)
    #expect(mailbox.put(read))
  }

  @Test func `a wait ends with the next item of either kind`() async {
    for urgent in [false, true] {
      let mailbox = Mailbox()
      let waiting = Task { await mailbox.wait() }
      mailbox.put(.frame, urgent: urgent)
      await waiting.value
      #expect(mailbox.take().items.count == 1)
    }
  }

  private func lines(_ batch: Mailbox.Batch) -> [String] {
    batch.items.compactMap {
      guard case .input(let line) = $0.message else { return nil }
      return line
    }
  }
}
