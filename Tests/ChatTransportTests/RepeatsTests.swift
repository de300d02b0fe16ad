import ChatTransport
import ChatWire
import Testing

@Suite struct RepeatsTests {
  /// What was asked one after the other: segments and bytes as the kernel counts them, and what is left.
  @Test(
    arguments: [
      ([(0, 0)], [0]),
      ([(1, 26), (20, 520)], [1, 20]),
      // A probe behind the twentieth, and a new segment behind that.
      ([(20, 520), (21, 520), (22, 546)], [20, 20, 21]),
      // Two repeats in a row; asked again, nothing changes.
      ([(20, 520), (21, 520), (22, 520), (22, 520), (23, 521)], [20, 20, 20, 20, 21]),
      // Nobody asked in between: it cannot be seen.
      ([(20, 520), (22, 546)], [20, 22]),
    ] as [([(Int, Int)], [Int])])
  func whatBringsNothingIsTakenOff(asked: [(Int, Int)], left: [Int]) {
    var repeats = Repeats()
    let told = asked.map { segments, bytes in
      repeats.takenOff(KernelFacts(segmentsIn: segments, bytesIn: bytes)).segmentsIn
    }
    #expect(told == left)
  }
}
