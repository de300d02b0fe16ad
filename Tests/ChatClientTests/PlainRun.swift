import ChatClient
import ChatScreen
import ChatWire
import NIOPosix

/// What one run of the plain client gave.
///
/// The descriptors of a run stay open: a client whose server left first may still be reading its input, and a
/// number that is closed under it is the next one's socket, whose bytes it would take.
struct PlainRun: Equatable {
  var status: Int32
  var output: String
  var errors: String

  /// Runs the client against a port of 127.0.0.1 with all of `input` there from the start.
  static func of(
    _ framing: Framing, port: Int, input: some Collection<UInt8>,
    _ configure: (inout PlainClient) -> Void = { _ in }
  ) async throws -> PlainRun {
    let pipe = try Pipe()
    pipe.write(input)
    pipe.finish()
    return try await of(framing, port: port, descriptor: pipe.reading, configure)
  }

  /// Runs the client with a file as its input.
  static func of(
    _ framing: Framing, port: Int, descriptor: Int32,
    _ configure: (inout PlainClient) -> Void = { _ in }
  ) async throws -> PlainRun {
    let (output, errors) = (try Pipe(), try Pipe())
    var client = PlainClient(
      endpoint: Endpoint(framing: framing, host: "127.0.0.1", port: port))
    client.input = descriptor
    client.output = StandardOutput(descriptor: output.writing)
    client.error = StandardOutput(descriptor: errors.writing)
    configure(&client)
    let status = await client.run(on: MultiThreadedEventLoopGroup.singleton.next())
    return PlainRun(
      status: status, output: String(decoding: output.drain(), as: UTF8.self),
      errors: String(decoding: errors.drain(), as: UTF8.self))
  }
}
