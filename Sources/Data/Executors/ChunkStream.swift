import ApusColumns

/// A whole chunk of data, as one batch.
package struct Chunk: Sendable {
  package var batch: ColumnBatch
  /// The number of its first row in the source, from 1.
  package let firstRow: Int
  /// How many rows were read for it.
  package let rowsRead: Int

  package init(_ batch: ColumnBatch, firstRow: Int, rowsRead: Int) {
    self.batch = batch
    self.firstRow = firstRow
    self.rowsRead = rowsRead
  }
}

/// Chunks of a source in order, for one thread that works on each as a whole.
///
/// The next chunk is decoded by other threads meanwhile; no more than that one is kept ahead.
package final class ChunkStream {
  private struct Board {
    /// The chunk to be taken next; nil inside at the end.
    var ready: Result<Chunk?, any Error>?
    var isClosed = false
  }

  private let board: Monitor<Board>
  private var thread: WorkerThread?
  private let decode: @Sendable (_ isWanted: () -> Bool) throws -> Chunk?
  private var isOver = false

  /// `blocksPerRead`: how many blocks of the source make a chunk.
  ///
  /// `firstRow`: the number of the first row that the source gives.
  package init(
    _ source: some BatchSource, blocksPerRead: Int = 1, threads: Int, firstRow: Int = 1
  ) {
    let board = Monitor(Board())
    let collector = ChunkCollector(
      source, blocksPerRead: max(1, blocksPerRead), threads: threads, firstRow: firstRow)
    let decode: @Sendable (() -> Bool) throws -> Chunk? = { try collector.next(isWanted: $0) }
    self.board = board
    self.decode = decode
    thread = WorkerThread { Self.produce(board, decode) }
  }

  deinit { close() }

  /// The next chunk, nil at the end; asks every few milliseconds whether it is still wanted.
  package func next(isWanted: () -> Bool = { true }) throws -> Chunk? {
    if isOver { return nil }
    guard thread != nil else { return try decode(isWanted) }
    while !board.wait(milliseconds: 50, for: { $0.ready != nil }) {
      if !isWanted() {
        close()
        throw ColumnError(.cancelled, "interrupted")
      }
    }
    let outcome = board.enter { board in
      defer { board.ready = nil }
      return board.ready
    }
    do {
      let chunk = try outcome?.get()
      if chunk == nil { close() }
      return chunk
    } catch {
      close()
      throw error
    }
  }

  /// Ends reading; nothing comes after.
  package func close() {
    isOver = true
    board.enter { $0.isClosed = true }
    thread?.join()
    thread = nil
  }

  private static func produce(
    _ board: Monitor<Board>, _ decode: (() -> Bool) throws -> Chunk?
  ) {
    while true {
      let isClosed = board.enter(when: { $0.isClosed || $0.ready == nil }) { $0.isClosed }
      if isClosed { return }
      let outcome = Result { try decode { !board.enter { $0.isClosed } } }
      board.enter { $0.ready = outcome }
      guard case .success(.some) = outcome else { return }
    }
  }
}

/// Decodes the pieces of one chunk after another by several threads.
private final class ChunkCollector<Source: BatchSource>: OrderedPipeline, Sendable {
  struct Board {
    var blocksLeft = 0
    var isAtEnd = false
    var batches: [ColumnBatch] = []
    var rowsBefore = 0
  }

  private let source: Source
  private let blocksPerRead: Int
  private let threads: Int
  private let board = Monitor(Board())

  init(_ source: Source, blocksPerRead: Int, threads: Int, firstRow: Int) {
    self.source = source
    board.enter { $0.rowsBefore = firstRow - 1 }
    self.blocksPerRead = blocksPerRead
    self.threads = threads
  }

  func next(isWanted: () -> Bool) throws -> Chunk? {
    board.enter { $0.blocksLeft = $0.isAtEnd ? 0 : blocksPerRead }
    try run(threads: threads, poll: isWanted)
    let (batches, before) = board.enter { board in
      defer {
        board.rowsBefore += board.batches.reduce(0) { $0 + $1.rowCount }
        board.batches = []
      }
      return (board.batches, board.rowsBefore)
    }
    guard !batches.isEmpty else { return nil }
    let batch = ColumnBatch(joining: batches, schema: source.schema)
    return Chunk(batch, firstRow: before + 1, rowsRead: batch.rowCount)
  }

  func makeScratch() -> Source.Decoder { source.makeDecoder() }

  func produce() throws -> Source.Piece? {
    guard board.enter({ $0.blocksLeft > 0 }) else { return nil }
    let piece = try source.nextPiece()
    let endsBlock = piece.map(source.endsBlock) ?? false
    board.enter { board in
      if piece == nil { board.isAtEnd = true }
      if piece == nil || endsBlock { board.blocksLeft -= 1 }
    }
    return piece
  }

  func process(_ piece: Source.Piece, with decoder: inout Source.Decoder) throws -> ColumnBatch {
    try source.decode(piece, with: &decoder)
  }

  func consume(_ batch: ColumnBatch) -> Bool {
    board.enter { $0.batches.append(batch) }
    return true
  }
}
