@testable import ChatScreen
import Testing

@Suite struct TapeRulerTests {
  private func ruler(
    _ sizes: [Int], from start: Int = 0, perColumn: Int, columns: Int, above: [TapeRuler] = []
  ) -> TapeRuler {
    var offset = 0
    let stretches = sizes.map { size in
      defer { offset += abs(size) }
      return TapeRuler.Stretch(range: offset..<offset + abs(size), parts: size < 0 ? 3 : 1)
    }
    let scale = TapeScale(start: start, perColumn: perColumn, columns: columns)
    return TapeRuler(stretches, scale: scale, above: above)
  }

  @Test func seamsStandWhereTheyFall() {
    #expect(ruler([4, 2, 1, 1], perColumn: 1, columns: 8).text == "│───│─│││")
    #expect(ruler([26, 26, 26], perColumn: 13, columns: 7).text == "│─│─│─│ ")
    #expect(ruler([4, 4, 4], from: 2, perColumn: 1, columns: 8).text == "──│───│──")
  }

  @Test func severalSeamsInOneColumnAreMarked() {
    #expect(ruler([1, 1, 1, 1, 4], perColumn: 4, columns: 2).text == "┃││")
    #expect(ruler([2, 6], perColumn: 4, columns: 2).text == "┃─│")
  }

  @Test func aSeamBesideTheOneAboveIsMarked() {
    let writes = ruler([26, 26], perColumn: 13, columns: 4)
    let reads = ruler([30, 22], perColumn: 13, columns: 4, above: [writes])
    #expect(writes.text == "│─│─│")
    #expect(reads.text == "│─┊─│")
  }

  @Test func spansSayWhatTheyHold() {
    #expect(
      ruler([-130], perColumn: 5, columns: 26).text == "│┄┄ 3 segments in 130 B ┄┄│")
    #expect(ruler([-130], perColumn: 8, columns: 17).text == "│┄ 3 in 130 B ┄┄│ ")
    #expect(ruler([-8, 8], perColumn: 2, columns: 8).text == "│┄3┄│───│")
  }

  @Test func aSpanWithoutRoomIsNoSegment() {
    #expect(ruler([-8, 8], perColumn: 8, columns: 2).text == "┃││")
    #expect(ruler([-4, 12], perColumn: 8, columns: 2).text == "┃─│")
  }

  @Test func whatIsUnknownIsLeftBlank() {
    #expect(ruler([4], perColumn: 1, columns: 8).text == "│───│    ")
  }

  @Test func aScaleFitsABurst() {
    let scale = TapeScale.fitting(0..<520, call: 26, columns: 41)
    #expect(scale.perColumn == 13 && scale.start == 0)
    let later = TapeScale.fitting(527..<1047, call: 26, columns: 45)
    #expect(later.perColumn == 13 && later.column(of: 527) == 5 && later.column(of: 1047) == 45)
    #expect(TapeScale.fitting(0..<1 << 62, call: 1, columns: 40).perColumn == TapeScale.limit)
    #expect(TapeScale.ending(at: .max, perColumn: .max, columns: .max).range.upperBound > 0)
    #expect(TapeScale(start: .max, perColumn: .max, columns: .max).range.upperBound > 0)
  }
}
