// Where a pass over the data runs. Start reading at `LocalExecutor`.

import ApusAnalytics
import ApusColumns

/// What is known while a pass runs, reported each time a block of rows has been taken in.
package struct PassProgress: Sendable {
  /// Rows of the block.
  package let rowsRead: Int
  package let totalRows: Int
  /// Spent on the block.
  package let seconds: Double

  package init(rowsRead: Int, totalRows: Int, seconds: Double) {
    (self.rowsRead, self.totalRows, self.seconds) = (rowsRead, totalRows, seconds)
  }
}

/// Runs passes over data in this process, by several threads.
///
/// The pieces of the data are read one after another and taken in by whichever thread is free;
/// their states are merged in the order of the pieces. The first error ends the pass.
package struct LocalExecutor: Sendable {
  package var threads: Int

  package init(threads: Int = availableProcessors()) {
    self.threads = threads
  }

  /// Takes in all batches of a source, starting from an empty state.
  ///
  /// `isWanted`: called every few milliseconds on this thread; false abandons the pass.
  /// `report`: called on this thread after each block, and within it with no rows read.
  package func run<State: Aggregation>(
    _ empty: State, over source: some BatchSource, isWanted: () -> Bool = { true },
    report: (PassProgress) -> Void = { _ in }
  ) throws -> State {
    let pass = Pass(empty, source, onto: empty)
    try pass.run(threads: threads) {
      pass.takeProgress().forEach(report)
      report(PassProgress(rowsRead: 0, totalRows: pass.rowCount, seconds: 0))
      return isWanted()
    }
    pass.finish()
    pass.takeProgress().forEach(report)
    return pass.state()
  }

  /// Takes in chunks that this thread makes one after another, starting from an empty state.
  package func run<State: Aggregation>(
    _ empty: State, chunks next: () throws -> Chunk?, isWanted: () -> Bool = { true },
    report: (PassProgress) -> Void = { _ in }
  ) throws -> State {
    var state = empty
    var meter = ProgressMeter()
    while let chunk = try next() {
      state = try take(chunk.batch, empty, onto: state, isWanted)
      report(meter.add(chunk.rowsRead))
    }
    return state
  }

  private func take<State: Aggregation>(
    _ batch: ColumnBatch, _ empty: State, onto state: State, _ isWanted: () -> Bool
  ) throws -> State {
    try take(MemoryData(batch).batches(), empty, onto: state, isWanted)
  }

  private func take<State: Aggregation>(
    _ source: some BatchSource, _ empty: State, onto state: State, _ isWanted: () -> Bool
  ) throws -> State {
    let pass = Pass(empty, source, onto: state)
    try pass.run(threads: threads, poll: isWanted)
    return pass.state()
  }
}

/// Tells how far a thread is that works on one chunk after another.
package struct ProgressMeter {
  private var total = 0
  private var start = Clock.seconds()

  package init() {}

  package mutating func add(_ rows: Int) -> PassProgress {
    total += rows
    let now = Clock.seconds()
    defer { start = now }
    return PassProgress(rowsRead: rows, totalRows: total, seconds: now - start)
  }
}
