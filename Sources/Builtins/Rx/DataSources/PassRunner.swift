import ApusAnalytics
import ApusColumns
import ApusExecutors
import ApusInterpreter

/// Runs passes over data for the builtins: with progress lines, interrupts and R's errors.
struct PassRunner {
  let interpreter: Interpreter
  let threads: Int
  /// 0 silent, 1 rows, 2 rows and time.
  private(set) var reportLevel: Int

  /// `threads`: where the number of threads is among the arguments; not positive for all.
  ///
  /// `report`: where the level of reporting is.
  init(_ call: borrowing Invocation, threads: Int, report: Int) throws(Unwind) {
    interpreter = call.interpreter
    let wanted = Int(try call.integer(threads, "numCoresToUse"))
    self.threads = wanted > 0 ? min(wanted, 256) : availableProcessors()
    reportLevel = Int(try call.integer(report, "reportProgress"))
  }

  /// The same without progress lines.
  var quietly: PassRunner {
    var runner = self
    runner.reportLevel = 0
    return runner
  }

  /// Takes in the named columns of the data.
  ///
  /// Without rows the state is shown the columns all the same, so that it knows of what kind they are.
  func run<State: Aggregation>(_ empty: State, _ data: RxData, columns: [String]?) throws -> State {
    if data.isWorkedOn { return try takeChunks(empty, data, columns) }
    var (state, rowCount) = try takeBatches(empty, data, columns)
    if rowCount == 0 { try state.update(with: noRows(data, columns)) }
    return state
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

  private func noRows(_ data: RxData, _ columns: [String]?) -> ColumnBatch {
    let fields = data.schema.indices(of: columns).map { data.schema.fields[$0] }
    return ColumnBatch(joining: [], schema: Schema(fields))
  }

  /// Takes in all chunks that R code has worked on.
  private func takeChunks<State: Aggregation>(
    _ empty: State, _ data: RxData, _ columns: [String]?
  ) throws -> State {
    let chunks = try data.chunks(of: columns, threads: threads)
    var rowCount = 0
    var last: ColumnBatch?
    var state = try reporting(rows: data.knownRows) { isWanted, report in
      try LocalExecutor(threads: threads).run(
        empty,
        chunks: {
          guard let chunk = try chunks.next(isWanted: isWanted) else { return nil }
          rowCount += chunk.batch.rowCount
          last = chunk.batch
          return chunk
        }, isWanted: isWanted, report: report)
    }
    if rowCount == 0 { try state.update(with: last ?? noRows(data, columns)) }
    return state
  }

  private func takeBatches<State: Aggregation>(
    _ empty: State, _ data: RxData, _ columns: [String]?
  ) throws -> (State, Int) {
    func run(over source: some BatchSource) throws -> (State, Int) {
      var rowCount = 0
      let state = try reporting(rows: data.knownRows) { isWanted, report in
        try LocalExecutor(threads: threads).run(
          empty, over: source, isWanted: isWanted,
          report: {
            rowCount += $0.rowsRead
            report($0)
          })
      }
      return (state, rowCount)
    }
    return try run(
      over: data.source.batches(
        of: columns, rows: data.rows, blocksPerRead: data.blocksPerRead))
  }

  /// Calls `body` with one chunk of the data after another.
  func forEachChunk(_ data: RxData, _ body: (Chunk) throws -> Bool) throws {
    try forEachChunk(data) { chunk, _ in try body(chunk) }
  }

  /// Calls `body` with one chunk of the data after another, and with what it should ask now and
  /// then.
  func forEachChunk(
    _ data: RxData, _ body: (Chunk, _ isWanted: @escaping () -> Bool) throws -> Bool
  ) throws {
    let chunks = try data.chunks(of: nil, threads: threads)
    defer { chunks.close() }
    try reporting(rows: data.knownRows) { isWanted, report in
      var meter = ProgressMeter()
      while let chunk = try chunks.next(isWanted: isWanted) {
        let goesOn = try withoutActuallyEscaping(isWanted) { try body(chunk, $0) }
        report(meter.add(chunk.rowsRead))
        if !goesOn { break }
        if !isWanted() { throw ColumnError(.cancelled, "interrupted") }
      }
    }
  }

  /// Runs `pass` with what asks for interrupts and what writes progress lines.
  ///
  /// `rows`: how many there are, when that is known.
  func reporting<Result>(
    rows: Int? = nil,
    _ pass: (_ isWanted: () -> Bool, _ report: (PassProgress) -> Void) throws -> Result
  ) throws -> Result {
    var reporter = ProgressReporter(interpreter, level: reportLevel, total: rows)
    var interrupt: Unwind?
    let start = Stopwatch()
    let isWanted = {
      do throws(Unwind) {
        try interpreter.checkInterrupt()
        reporter.draw()
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
