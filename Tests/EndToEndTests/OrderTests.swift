import Testing

/// What a third party, who knows the protocol alone, finds out about the order of messages.
@Suite(.tags(.ordeal), .enabled(if: Ordeal.isAsked)) struct OrderTests {
  @Test func `everybody hears the same messages in the same order`() async throws {
    try await Stage.run { stage in
      let order = try stage.peer(
        "order", try Built.server.path(), "--seconds", "3", "--clients", "20")
      #expect(
        try await order.exit(within: .seconds(60)) == .exited(0),
        "\(order.output.text)\n\(order.errors.text)")
      #expect(order.output.text.contains("one order, every lie found"))
    }
  }
}
