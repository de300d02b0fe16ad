// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioLocks = Target.Dependency.product(name: "NIOConcurrencyHelpers", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioTestUtils = Target.Dependency.product(name: "NIOTestUtils", package: "swift-nio")
let collections = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let histogram = Target.Dependency.product(name: "Histogram", package: "hdrhistogram-swift")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

let package = Package(
  name: "wirechat",
  products: [
    .executable(name: "chat-server", targets: ["chat-server"]),
    .executable(name: "chat-tui", targets: ["chat-tui"]),
    .executable(name: "chat-bench", targets: ["chat-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", exact: "0.2.0"),
  ],
  targets: [
    module("ChatWire", [nioCore]),
    module("ChatCapture", ["ChatWire"]),
    module("ChatRoom"),
    module("ChatTransport", ["ChatWire", "CSocket", nioCore, nioLocks, nioPosix]),
    module(
      "ChatService",
      ["ChatRoom", "ChatWire", "ChatTransport", nioCore, nioLocks, nioPosix, collections, logging]),
    module(
      "ChatClient",
      [
        "ChatWire", "ChatCapture", "ChatTransport", "ChatScreen", "ChatLesson", nioCore, nioLocks,
        nioPosix, collections, logging,
      ]),
    module("ChatScreen", ["ChatWire", collections]),
    module("ChatLesson", ["ChatScreen", "ChatWire", collections]),
    module("ChatTerminal", ["ChatScreen", "CNcurses"]),
    .target(name: "CSocket"),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    module("ChatBench", ["CSocket", histogram, nioLocks]),
    .executableTarget(name: "chat-floor"),
    program("chat-bench", ["ChatBench", argumentParser, signals]),
    module("ChatOptions", ["ChatService", "ChatRoom", "ChatTransport", argumentParser]),
    program(
      "chat-server",
      ["ChatService", "ChatOptions", "ChatTransport", argumentParser, logging, signals]),
    program(
      "chat-tui",
      [
        "ChatClient", "ChatScreen", "ChatLesson", "ChatTerminal", "ChatService", "ChatOptions",
        "ChatWire",
        nioPosix,
        argumentParser, logging, signals,
      ]),

    tests("ChatWireTests", ["ChatWire", nioCore, nioTestUtils]),
    tests("ChatCaptureTests", ["ChatCapture", "ChatWire"]),
    tests("ChatRoomTests", ["ChatRoom"]),
    tests("ChatTransportTests", ["ChatTransport", "ChatWire", nioCore, nioPosix, nioEmbedded]),
    tests(
      "ChatServiceTests",
      [
        "ChatService", "ChatRoom", "ChatWire", "ChatTransport", nioCore, nioLocks, nioPosix,
        nioEmbedded, logging,
      ]),
    tests(
      "ChatClientTests",
      [
        "ChatClient", "ChatCapture", "ChatLesson", "ChatScreen", "ChatService", "ChatWire",
        "ChatTransport", nioCore, nioLocks, nioPosix, nioEmbedded, logging,
      ]),
    tests("ChatScreenTests", ["ChatScreen", "ChatWire"]),
    tests("ChatLessonTests", ["ChatLesson", "ChatScreen", "ChatWire"]),
    tests("ChatTerminalTests", ["ChatTerminal", "ChatScreen", "CNcurses"]),
    tests("ChatBenchTests", ["ChatBench", "ChatService", "ChatWire", logging]),
    tests("EndToEndTests", exclude: ["Peers"]),
  ]
)

// The fuzz targets need flags that nothing else is built with: .ci/fuzz asks for them.
if Context.environment["WIRECHAT_FUZZ"] != nil {
  let support = Target.target(
    name: "FuzzSupport",
    dependencies: [
      "ChatService", "ChatTransport", "ChatWire", nioCore, nioEmbedded, logging,
    ],
    path: "Tests/Fuzz/Support", swiftSettings: swiftSettings)
  package.targets.append(support)
  for name in ["length", "line", "datagram", "command", "text"] {
    package.targets.append(
      .executableTarget(
        name: "fuzz-\(name)", dependencies: ["FuzzSupport", "ChatWire", "ChatScreen", nioCore],
        path: "Tests/Fuzz/\(name)",
        swiftSettings: swiftSettings + [.unsafeFlags(["-parse-as-library"])]))
  }
}
