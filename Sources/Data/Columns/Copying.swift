/// Rows on their way from a source into a sink: decoded by several threads, written in order.
private final class Copying<Source: BatchSource>: OrderedPipeline, @unchecked Sendable {
  // Invariant: `sink` is used by `consume` only, which is called by one thread at a time.
  private let source: Source
  private let sink: any BatchSink
  private let progress = Monitor<[Int]>([])
  private var blockRows = 0

  init(_ source: Source, _ sink: any BatchSink) {
    self.source = source
    self.sink = sink
  }

  func makeScratch() -> Source.Decoder { source.makeDecoder() }

  func produce() throws -> Source.Piece? { try source.nextPiece() }

  func process(
    _ piece: Source.Piece, with decoder: inout Source.Decoder
  ) throws -> (ColumnBatch, Bool) {
    (try source.decode(piece, with: &decoder), source.endsBlock(piece))
  }

  func consume(_ outcome: (ColumnBatch, Bool)) throws -> Bool {
    try sink.append(outcome.0)
    blockRows += outcome.0.rowCount
    if outcome.1 { try endBlock() }
    return true
  }

  func endBlock() throws {
    guard blockRows > 0 else { return }
    try sink.endBlock()
    progress.enter { $0.append(blockRows) }
    blockRows = 0
  }

  func takeProgress() -> [Int] {
    progress.enter { rows in
      defer { rows = [] }
      return rows
    }
  }
}

extension BatchSource {
  /// Writes all rows that are left to a sink, which has the same blocks afterwards, and finishes it.
  ///
  /// When anything goes wrong, the sink is abandoned.
  /// `report`: called on this thread with the rows of each block.
  package func copy(
    to sink: any BatchSink, threads: Int = availableProcessors(), poll: () -> Bool = { true },
    report: (Int) -> Void = { _ in }
  ) throws {
    let copying = Copying(self, sink)
    let isCancelled = Monitor(false)
    (sink as? ArrowSink)?.isWanted = { !isCancelled.enter { $0 } }
    do {
      try copying.run(threads: threads) {
        copying.takeProgress().forEach(report)
        if poll() { return true }
        isCancelled.enter { $0 = true }
        return false
      }
      try copying.endBlock()
      try sink.finish()
    } catch {
      sink.abandon()
      throw error
    }
    copying.takeProgress().forEach(report)
  }
}

extension DataSource {
  /// Writes all rows to a sink with the columns of `schema`, which has the same blocks afterwards
  /// and is not finished.
  func append(to sink: any BatchSink, as schema: Schema) throws {
    try batches().append(to: sink, as: schema)
  }
}

extension BatchSource {
  fileprivate func append(to sink: any BatchSink, as schema: Schema) throws {
    var decoder = makeDecoder()
    while let piece = try nextPiece() {
      try sink.append(try decode(piece, with: &decoder).arranged(as: schema))
      if endsBlock(piece) { try sink.endBlock() }
    }
  }
}
