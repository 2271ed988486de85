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
