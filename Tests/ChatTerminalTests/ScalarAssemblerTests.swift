import Testing

@testable import ChatTerminal

@Suite struct ScalarAssemblerTests {
  private func assembled(_ bytes: some Sequence<UInt8>) -> String {
    var (assembler, text) = (ScalarAssembler(), String.UnicodeScalarView())
    for byte in bytes { text += assembler.take(byte) }
    return String(text + assembler.end())
  }

  @Test func whatIsWellFormedIsItself() {
    let scalars = Array(0...0x7ff) + Array(stride(from: 0x800, through: 0x10_ffff, by: 37))
    var text = String.UnicodeScalarView()
    text += (scalars + [0xd7ff, 0xe000, 0xffff, 0x1_0000, 0x10_ffff]).compactMap {
      Unicode.Scalar($0)
    }
    #expect(assembled(String(text).utf8) == String(text))
  }

  /// What the standard library makes of the same bytes: one U+FFFD for each maximal part.
  @Test func whatIsBrokenIsReplaced() {
    let edges: [UInt8] = [
      0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe4, 0xed,
      0xf0, 0xf3, 0xf4, 0xf5, 0xff,
    ]
    for first in edges {
      for second in edges {
        for third in edges {
          for fourth in edges {
            let bytes = [first, second, third, fourth]
            #expect(assembled(bytes) == String(decoding: bytes, as: UTF8.self))
          }
        }
      }
    }
  }

  @Test func aSequenceWaitsForItsRest() {
    var assembler = ScalarAssembler()
    #expect(assembler.take(0xe4) == [])
    #expect(assembler.take(0xbd) == [])
    #expect(assembler.take(0xa0) == ["你"])
    #expect(assembler.end() == [])
  }
}
