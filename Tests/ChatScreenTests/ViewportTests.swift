import Testing

@testable import ChatScreen

@Suite struct ViewportTests {
  /// Ten items, each with its number of rows: 1 for even ones, 2 for odd ones; 15 rows in all.
  private let list = Viewport.List(numbers: 0..<10) { number in
    (0...(number % 2)).map { StyledRow("\(number).\($0)") }
  }

  private func rows(_ view: Viewport, _ height: Int) -> [String] {
    view.visible(list, height: height).map(\.text)
  }

  @Test func followsTheEnd() {
    #expect(rows(Viewport(), 4) == ["7.1", "8.0", "9.0", "9.1"])
    #expect(rows(Viewport(), 0) == [])
    #expect(rows(Viewport(), 99).count == 15)
  }

  @Test func scrollsByRowsAndStopsAtTheEnds() {
    var view = Viewport()
    view.scroll(by: -3, in: list, height: 4)
    #expect(rows(view, 4) == ["5.1", "6.0", "7.0", "7.1"])
    view.scroll(by: -99, in: list, height: 4)
    #expect(rows(view, 4) == ["0.0", "1.0", "1.1", "2.0"])
    view.scroll(by: 1, in: list, height: 4)
    #expect(rows(view, 4) == ["1.0", "1.1", "2.0", "3.0"])
    #expect(!view.follows)
    view.scroll(by: 99, in: list, height: 4)
    #expect(view.follows)
  }

  @Test func fillsFromBelowWhatFellOffAbove() {
    var view = Viewport()
    view.scroll(by: -99, in: list, height: 4)
    let rest = Viewport.List(numbers: 2..<10, rows: list.rows)
    #expect(view.visible(rest, height: 4).map(\.text) == ["2.0", "3.0", "3.1", "4.0"])
    view.scroll(by: 1, in: rest, height: 4)
    #expect(view.visible(rest, height: 4).map(\.text) == ["3.0", "3.1", "4.0", "5.0"])
    let last = Viewport.List(numbers: 9..<10, rows: list.rows)
    #expect(view.visible(last, height: 4).map(\.text) == ["9.0", "9.1"])
  }

  @Test func aShortListHasNothingToScroll() {
    var view = Viewport()
    view.scroll(by: -5, in: list, height: 20)
    #expect(view.follows)
    view.scroll(by: -5, in: Viewport.List(numbers: 0..<0) { _ in [] }, height: 5)
    #expect(view.follows)
  }

  @Test func countsWhatComesWhileItStands() {
    var view = Viewport()
    view.arrived(at: 10)
    #expect(view.news == 0)
    view.scroll(by: -2, in: list, height: 4)
    let before = rows(view, 4)
    view.arrived(at: 10)
    view.arrived(at: 11)
    #expect(view.news == 2)
    #expect(rows(view, 4) == before)
    view.follow()
    #expect(view.news == 0)
  }

  @Test func whatFellOffMovesTheViewToTheFirstPage() {
    var view = Viewport()
    view.scroll(by: -99, in: list, height: 4)
    let shorter = Viewport.List(numbers: 5..<10, rows: list.rows)
    #expect(view.visible(shorter, height: 4).map(\.text) == ["5.0", "5.1", "6.0", "7.0"])
  }
}
