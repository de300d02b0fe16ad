import ChatRoom
import ChatTransport
package import Logging
package import NIOCore
import NIOPosix

/// The chat server: a configuration in, `run(until:)` out.
///
/// One event loop of its own runs every listener, every connection and the room.
package struct Server: Sendable {
  private let configuration: Configuration
  private let console: Spool
  private let logger: Logger

  /// - Parameters:
  ///   - configuration: where to listen and how.
  ///   - console: where the account of what happens goes.
  ///   - logger: takes diagnostics.
  package init(_ configuration: Configuration, console: Spool = .none, logger: Logger) {
    self.configuration = configuration
    self.console = console
    self.logger = logger
  }

  /// Listens and serves until it is told to stop; raises the limit of open descriptors to what is allowed.
  ///
  /// The first element of `stop`, its end, or the task's cancellation stops accepting, tells everybody and lets
  /// them have what they have coming, for as long as the limits say; a second element ends it at once.
  ///
  /// - Parameters:
  ///   - loop: runs the server beside other things; nil for one of its own.
  ///   - stop: the requests to stop, signals for one.
  ///   - orders: what whoever sits at the server wants.
  ///   - ready: called once, when every listener accepts.
  /// - Throws: `StartError`; then nothing has accepted anything and nothing is left listening.
  package func run<Stop: AsyncSequence & Sendable>(
    on loop: (any EventLoop)? = nil, until stop: Stop,
    orders: AsyncStream<Order> = .finished,
    ready: @Sendable (Addresses) async -> Void = { _ in }
  ) async throws(StartError) where Stop.Failure == Never {
    let group = loop == nil ? MultiThreadedEventLoopGroup(numberOfThreads: 1) : nil
    let loop = loop ?? group?.next() ?? MultiThreadedEventLoopGroup.singleton.next()
    let ended = loop.makePromise(of: Void.self)
    let crew = configuration.threads > 1 ? Crew(threads: configuration.threads) : nil
    do {
      let hub = await makeHub(on: loop, crew, ended)
      let listeners = try await Listeners.bind(configuration, hub, on: loop)
      await serve(listeners, hub, until: stop, orders, ended.futureResult, ready)
    } catch {
      ended.succeed()
      try? await group?.shutdownGracefully()
      await crew?.end()
      throw error
    }
    try? await group?.shutdownGracefully()
    await crew?.end()
    await drainConsole()
  }

  private func serve<Stop: AsyncSequence & Sendable>(
    _ listeners: Listeners, _ hub: NIOLoopBound<Hub>, until stop: Stop,
    _ orders: AsyncStream<Order>, _ ended: EventLoopFuture<Void>,
    _ ready: @Sendable (Addresses) async -> Void
  ) async where Stop.Failure == Never {
    let addresses = listeners.addresses
    for line in addresses.lines + ["ready"] { console.write(Array("\(line)\n".utf8)) }
    ended.eventLoop.execute { hub.value.ports = addresses.ports }
    await listeners.start()
    await ready(addresses)
    await withDiscardingTaskGroup { tasks in
      let drain = TimeAmount.milliseconds(Int64(configuration.limits.drain))
      tasks.addTask { await Server.obey(stop, listeners, hub, ended.eventLoop, drain) }
      tasks.addTask {
        for await order in orders {
          ended.eventLoop.execute { Steward(hub: hub.value).carryOut(order) }
        }
      }
      try? await ended.get()
      tasks.cancelAll()
    }
  }

  private func makeHub(
    on loop: any EventLoop, _ crew: Crew?, _ ended: EventLoopPromise<Void>
  ) async -> NIOLoopBound<Hub> {
    await withCheckedContinuation { continuation in
      loop.execute {
        let hub = Hub(
          loop: loop, configuration: configuration, console: Console(console), crew: crew,
          logger: logger, ended: ended)
        continuation.resume(returning: NIOLoopBound(hub, eventLoop: loop))
      }
    }
  }

  private static func obey<Stop: AsyncSequence>(
    _ stop: Stop, _ listeners: Listeners, _ hub: NIOLoopBound<Hub>, _ loop: any EventLoop,
    _ drain: TimeAmount
  ) async where Stop.Failure == Never {
    var isStopping = false
    for await _ in stop {
      if isStopping { return loop.execute { hub.value.abort() } }
      isStopping = true
      await listeners.stopAccepting()
      loop.execute { hub.value.stop(within: drain) }
    }
    guard !isStopping else { return }
    await listeners.stopAccepting()
    loop.execute { hub.value.stop(within: drain) }
  }

  /// Gives a console that is read a second to take the last lines.
  private func drainConsole() async {
    for _ in 0..<100 where !console.isDrained {
      try? await Task.sleep(for: .milliseconds(10))
    }
  }
}

extension AsyncStream {
  /// One without elements.
  package static var finished: AsyncStream { AsyncStream { $0.finish() } }
}
