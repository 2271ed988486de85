/// Calls `body` with 0 to `count` − 1, each once, on as many threads as there are processors, or
/// as are given.
package func concurrently(
  _ count: Int, threads: Int = availableProcessors(), _ body: @escaping @Sendable (Int) -> Void
) {
  let next = Monitor(0)
  let work = { @Sendable in
    while true {
      let number = next.enter { number in
        defer { number += 1 }
        return number
      }
      if number >= count { return }
      body(number)
    }
  }
  let helpers = (1..<max(1, min(count, threads))).compactMap { _ in WorkerThread(work) }
  work()
  helpers.forEach { $0.join() }
}

/// What `body` gives for 0 to `count` − 1, computed by as many threads as are given.
package func concurrentMap<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
) -> [Result] {
  guard count > 1, threads > 1 else { return (0..<count).map(body) }
  let board = Monitor([Result?](repeating: nil, count: count))
  concurrently(count, threads: threads) { number in
    let result = body(number)
    board.enter { $0[number] = result }
  }
  return board.enter { $0.compactMap { $0 } }
}
