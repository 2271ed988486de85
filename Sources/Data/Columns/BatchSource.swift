/// Something that can be read batch by batch, the batches decoded by several threads.
package protocol BatchSource: Sendable {
  associatedtype Piece: Sendable
  /// What a thread needs for decoding.
  associatedtype Decoder

  /// The columns the batches have.
  var schema: Schema { get }

  func makeDecoder() -> Decoder
  /// The next piece in order, nil at the end.
  ///
  /// Never called by two threads at once.
  func nextPiece() throws -> Piece?
  func decode(_ piece: Piece, with decoder: inout Decoder) throws -> ColumnBatch
  /// Whether a block, the unit in which reading is reported, ends with this piece.
  func endsBlock(_ piece: Piece) -> Bool
}

/// A batch in memory, given out a block at a time.
package final class MemoryBatches: BatchSource, @unchecked Sendable {
  // Invariant: `position` is used by `nextPiece` only.
  private let batch: ColumnBatch
  private let rowsPerBlock: Int
  private var position = 0

  package init(_ batch: ColumnBatch, rowsPerBlock: Int = 65_536) {
    self.batch = batch
    self.rowsPerBlock = max(1, rowsPerBlock)
  }

  package var schema: Schema { batch.schema }

  package func makeDecoder() {}

  package func nextPiece() -> Range<Int>? {
    guard position < batch.rowCount else { return nil }
    let start = position
    position = min(batch.rowCount, start + rowsPerBlock)
    return start..<position
  }

  package func decode(_ piece: Range<Int>, with decoder: inout Void) -> ColumnBatch {
    batch.rows(piece)
  }

  package func endsBlock(_ piece: Range<Int>) -> Bool { true }
}
