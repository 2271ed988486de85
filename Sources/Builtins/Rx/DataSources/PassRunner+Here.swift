import ApusAnalytics
import ApusColumns
import ApusExecutors
import ApusInterpreter

extension PassRunner {
  /// Takes in the named columns on this thread, batch by batch, for what calls R functions.
  func runHere<State: Aggregation>(
    _ empty: State, _ data: RxData, columns: [String]?,
    take: (inout State, ColumnBatch) throws -> Void
  ) throws -> State {
    var state = empty
    guard data.isWorkedOn else {
      let batches = try data.source.batches(
        of: columns, rows: data.rows, blocksPerRead: data.blocksPerRead)
      try takeAll(of: batches, into: &state, take)
      return state
    }
    let chunks = try data.chunks(of: columns, threads: threads)
    while let chunk = try chunks.next(isWanted: { true }) {
      try takeAll(of: MemoryData(chunk.batch).batches(), into: &state, take)
    }
    return state
  }

  private func takeAll<State: Aggregation, Source: BatchSource>(
    of source: Source, into state: inout State,
    _ take: (inout State, ColumnBatch) throws -> Void
  ) throws {
    var decoder = source.makeDecoder()
    while let piece = try source.nextPiece() {
      try interpreter.checkInterrupt()
      try take(&state, source.decode(piece, with: &decoder))
    }
  }
}
