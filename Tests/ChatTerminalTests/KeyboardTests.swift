import CNcurses
import ChatScreen
import Testing

@testable import ChatTerminal

@MainActor
@Suite struct KeyboardTests {
  @Test(
    arguments: [
      (0x61, .character("a")), (0x4f60, .character("你")), (0x1f642, .character("🙂")),
      (0x20, .character(" ")), (0x0d, .enter), (0x0a, .enter), (0x09, .tab), (0x7f, .backspace),
      (0x08, .control("h")), (0x03, .control("c")), (0x1a, .control("z")), (0x01, .control("a")),
      (0x1b, .escape), (0x00, nil), (0x1c, nil), (0x9b, nil), (0xd800, nil), (0x11_0000, nil),
    ] as [(UInt32, Key?)])
  func scalars(code: UInt32, key: Key?) {
    #expect(Keyboard.key(scalar: code) == key)
  }

  @Test(
    arguments: [
      (KEY_UP, .up), (KEY_NPAGE, .pageDown), (KEY_PPAGE, .pageUp), (KEY_BACKSPACE, .backspace),
      (KEY_DC, .delete), (KEY_HOME, .home), (KEY_END, .end), (KEY_F0 + 1, .function(1)),
      (KEY_F0 + 12, .function(12)), (KEY_BTAB, .backTab), (KEY_RESIZE, nil), (KEY_MOUSE, nil),
    ] as [(Int32, Key?)])
  func codes(code: Int32, key: Key?) {
    #expect(Keyboard.key(code: code) == key)
  }
}
