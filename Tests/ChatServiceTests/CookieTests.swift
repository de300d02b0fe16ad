import ChatTransport
import Testing

@testable import ChatService

@Suite struct CookieTests {
  /// The vectors of the reference implementation: key 00…0f, messages 00, 00 01, ….
  @Test(
    arguments: [
      (0, 0x726f_db47_dd0e_0e31), (1, 0x74f8_39c5_93dc_67fd), (7, 0xab02_00f5_8b01_d137),
      (8, 0x93f5_f579_9a93_2462), (15, 0xa129_ca61_49be_45e5),
    ] as [(Int, UInt64)])
  func sipHash(length: Int, expected: UInt64) {
    let hash = SipHash(key: (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908))
    #expect(hash.hash((0..<length).map { UInt8($0) }) == expected)
  }

  @Test func aCookieIsForOneAddressAndAShortTime() {
    let cookie = Cookie()
    let address = PeerAddress(host: "127.0.0.1", port: 5)
    let text = cookie.text(for: address, at: 90_000)
    #expect(text.utf8.count == 16)
    #expect(text.allSatisfy { $0.isHexDigit })
    #expect(cookie.isValid(text, for: address, at: 119_999))
    #expect(cookie.isValid(text, for: address, at: 179_999))
    #expect(!cookie.isValid(text, for: address, at: 180_000))
    #expect(!cookie.isValid(text, for: PeerAddress(host: "127.0.0.1", port: 6), at: 90_000))
    #expect(!Cookie().isValid(text, for: address, at: 90_000))
  }
}
