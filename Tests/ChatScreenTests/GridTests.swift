import ChatScreen
import Testing

@Suite struct GridTests {
  @Test func textIsClippedByColumns() {
    var grid = Grid(size: Size(columns: 6, rows: 1))
    #expect(grid.put("abcdef", row: 0, columns: 1..<4) == 4)
    #expect(grid.text(row: 0) == " abc  ")
  }

  @Test func aWideGlyphCutByTheEdgeIsASpace() {
    var grid = Grid(size: Size(columns: 4, rows: 1))
    grid.put("a你好", row: 0, columns: 0..<4)
    #expect(grid.text(row: 0) == "a你 ")
  }

  @Test func halvesThatAreWrittenOverBecomeSpaces() {
    var grid = Grid(size: Size(columns: 6, rows: 1))
    grid.put("你好吗", row: 0, columns: 0..<6)
    grid.put("x", row: 0, columns: 1..<2)
    grid.put("好", row: 0, columns: 3..<5)
    #expect(grid.text(row: 0) == " x 好 ")
    #expect(grid[row: 0].map(\.width) == [1, 1, 1, 2, 0, 1])
  }

  @Test func outsideIsNowhere() {
    var grid = Grid(size: Size(columns: 3, rows: 1))
    grid.put("abc", row: 1, columns: 0..<3)
    grid.put("abc", row: -1, columns: 0..<3)
    grid.put("abc", row: 0, columns: 5..<9)
    grid.fill("x", row: 0, columns: 2..<9)
    #expect(grid.text(row: 0) == "  x")
    #expect(grid[row: 1].isEmpty)
  }
}
