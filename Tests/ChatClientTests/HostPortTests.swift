import ChatClient
import Testing

@Suite struct HostPortTests {
  @Test(
    arguments: [
      ("localhost", "localhost", nil), ("127.0.0.1:20000", "127.0.0.1", 20_000), ("a:1", "a", 1),
      ("[::1]:30000", "::1", 30_000), ("[::1]", "::1", nil), ("::1", "::1", nil),
      ("fe80::1:2", "fe80::1:2", nil),
    ] as [(String, String, Int?)])
  func parses(text: String, host: String, port: Int?) {
    #expect(HostPort(text)?.host == host)
    #expect(HostPort(text)?.port == port)
  }

  @Test(arguments: ["", ":1", "a:", "a:b", "a:0", "a:65536", "[::1]x", "[::1]:", "[]", "a:-1"])
  func refuses(text: String) {
    #expect(HostPort(text) == nil)
  }
}
