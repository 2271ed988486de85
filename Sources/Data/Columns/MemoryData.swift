/// Columns in memory as a source of data.
package struct MemoryData: DataSource {
  private let batch: ColumnBatch
  package let schema: Schema
  private let rowsPerBlock: Int

  /// `schema`: what is known of the columns, when it is more than the cells tell.
  package init(_ batch: ColumnBatch, schema: Schema? = nil, rowsPerBlock: Int = .max) {
    self.batch = batch
    self.schema = schema ?? batch.schema
    self.rowsPerBlock = max(1, rowsPerBlock)
  }

  package var rowCount: Int? { batch.rowCount }

  package var blocks: [Int]? {
    let full = batch.rowCount / rowsPerBlock
    let rest = batch.rowCount % rowsPerBlock
    return Array(repeating: rowsPerBlock, count: full) + (rest > 0 ? [rest] : [])
  }

  package func batches(
    of columns: [String]?, rows: Range<Int>?, blocksPerRead: Int
  ) -> any BatchSource {
    let kept = schema.indices(of: columns)
    return MemoryBatches(
      ColumnBatch(
        names: kept.map { schema.fields[$0].name }, columns: kept.map { batch.columns[$0] },
        rowCount: batch.rowCount), schema: Schema(kept.map { schema.fields[$0] }),
      cursor: PieceCursor(blocks: blocks ?? [], rows: rows, blocksPerRead: blocksPerRead))
  }
}

/// One pass over columns in memory.
package final class MemoryBatches: BatchSource, @unchecked Sendable {
  // Invariant: `cursor` is used by `nextPiece` only.
  private let batch: ColumnBatch
  package let schema: Schema
  private var cursor: PieceCursor

  init(_ batch: ColumnBatch, schema: Schema, cursor: PieceCursor) {
    self.batch = batch
    self.schema = schema
    self.cursor = cursor
  }

  /// All rows as one block.
  package convenience init(_ batch: ColumnBatch) {
    let cursor = PieceCursor(blocks: [batch.rowCount], rows: nil)
    self.init(batch, schema: batch.schema, cursor: cursor)
  }

  package func makeDecoder() {}

  package func nextPiece() -> PieceCursor.Span? {
    while let span = cursor.next() {
      if span.isWanted { return span }
    }
    return nil
  }

  package func decode(_ piece: PieceCursor.Span, with decoder: inout Void) -> ColumnBatch {
    batch.rows(piece.rows)
  }

  package func endsBlock(_ piece: PieceCursor.Span) -> Bool { piece.endsBlock }
}

/// Collects rows in memory, a batch for each block.
package final class MemorySink: BatchSink {
  package let schema: Schema
  package private(set) var blocks: [ColumnBatch] = []
  private var parts: [ColumnBatch] = []

  package init(_ schema: Schema) {
    self.schema = schema
  }

  package func append(_ batch: ColumnBatch) {
    parts.append(batch)
  }

  package func endBlock() {
    guard parts.contains(where: { $0.rowCount > 0 }) else { return }
    blocks.append(ColumnBatch(joining: parts, schema: schema))
    parts = []
  }

  package func finish() { endBlock() }

  package func abandon() {
    (blocks, parts) = ([], [])
  }

  /// All rows in one batch; factors whose levels the schema does not tell have those found.
  package func joined() -> ColumnBatch { ColumnBatch(joining: blocks, schema: schema) }
}
