import ApusAnalytics
import ApusColumns
import ApusExecutors
import ApusInterpreter

/// Runs passes over data for the builtins: with progress lines, interrupts and R's errors.
struct PassRunner {
  let interpreter: Interpreter
  let threads: Int
  /// 0 silent, 1 rows, 2 rows and time.
  let reportLevel: Int

  /// `threads`: where the number of threads is among the arguments; not positive for all.
  ///
  /// `report`: where the level of reporting is.
  init(_ call: borrowing Invocation, threads: Int, report: Int) throws(Unwind) {
    interpreter = call.interpreter
    let wanted = Int(try call.integer(threads, "numCoresToUse"))
    self.threads = wanted > 0 ? min(wanted, 256) : availableProcessors()
    reportLevel = Int(try call.integer(report, "reportProgress"))
  }

  /// Takes in the named columns of the data.
  func run<State: Aggregation>(_ empty: State, _ data: RxData, columns: [String]?) throws -> State {
    if data.isWorkedOn {
      let chunks = try data.chunks(of: columns, threads: threads)
      return try reporting { isWanted, report in
        try LocalExecutor(threads: threads).run(
          empty, chunks: { try chunks.next(isWanted: isWanted) }, isWanted: isWanted,
          report: report)
      }
    }
    let batches = try data.source.batches(
      of: columns, rows: data.rows, blocksPerRead: data.blocksPerRead)
    return try run(empty, over: batches)
  }

  /// What `known` tells of all rows of data that are used as they are; nil when it tells nothing.
  func report<Result>(
    _ known: (any DataSource) -> Result?, of data: RxData
  ) throws -> Result? {
    guard !data.isWorkedOn, data.rows == nil, let blocks = data.source.blocks,
      let result = known(data.source)
    else { return nil }
    return try reporting { _, report in
      var total = 0
      for start in stride(from: 0, to: blocks.count, by: data.blocksPerRead) {
        let rows = blocks[start..<min(blocks.count, start + data.blocksPerRead)].reduce(0, +)
        total += rows
        report(PassProgress(rowsRead: rows, totalRows: total, seconds: 0))
      }
      return result
    }
  }

  private func run<State: Aggregation>(
    _ empty: State, over source: some BatchSource
  ) throws -> State {
    try reporting { isWanted, report in
      try LocalExecutor(threads: threads).run(
        empty, over: source, isWanted: isWanted, report: report)
    }
  }

  /// Calls `body` with one chunk of the data after another.
  func forEachChunk(_ data: RxData, _ body: (Chunk) throws -> Bool) throws {
    let chunks = try data.chunks(of: nil, threads: threads)
    defer { chunks.close() }
    try reporting { isWanted, report in
      var meter = ProgressMeter()
      while let chunk = try chunks.next(isWanted: isWanted) {
        let goesOn = try body(chunk)
        report(meter.add(chunk.rowsRead))
        if !goesOn { break }
        if !isWanted() { throw ColumnError(.cancelled, "interrupted") }
      }
    }
  }

  /// Runs `pass` with what asks for interrupts and what writes progress lines.
  func reporting<Result>(
    _ pass: (_ isWanted: () -> Bool, _ report: (PassProgress) -> Void) throws -> Result
  ) throws -> Result {
    var reporter = ProgressReporter(interpreter, level: reportLevel)
    var interrupt: Unwind?
    let start = Stopwatch()
    let isWanted = {
      do throws(Unwind) {
        try interpreter.checkInterrupt()
        return true
      } catch {
        interrupt = error
        return false
      }
    }
    do {
      let result = try pass(isWanted) { reporter.add($0) }
      reporter.finish(seconds: start.seconds)
      return result
    } catch {
      reporter.abandon()
      throw interrupt ?? error
    }
  }
}
