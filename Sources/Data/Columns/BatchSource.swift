/// The most rows that are taken in at once.
///
/// All sources cut their blocks into pieces of so many rows, counted from the start of the block,
/// so that the same blocks give the same bits wherever they come from.
package let rowsPerPiece = 32_768

/// Data that can be passed over any number of times.
package protocol DataSource: Sendable {
  /// The columns, with what is known of them without a pass.
  var schema: Schema { get }
  /// Nil when nobody knows before a pass.
  var rowCount: Int? { get }
  /// The rows of each block; nil when nobody knows before a pass.
  var blocks: [Int]? { get }

  /// What is known without a pass of the numbers of a column, piece by piece; nil when nothing is.
  func statistics(of column: String) -> [ColumnStatistics]?

  /// One pass over the named columns, over all when nil, in the order of the schema.
  ///
  /// `rows`: those to be read, of all.
  /// `blocksPerRead`: how many blocks are reported as one.
  func batches(
    of columns: [String]?, rows: Range<Int>?, blocksPerRead: Int
  ) throws -> any BatchSource
}

extension DataSource {
  package func statistics(of column: String) -> [ColumnStatistics]? { nil }

  package func batches(of columns: [String]? = nil) throws -> any BatchSource {
    try batches(of: columns, rows: nil, blocksPerRead: 1)
  }
}

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

/// Something that takes in rows: a file that is written, or memory.
///
/// Nothing is to be seen of a file before `finish`. One thread at a time.
package protocol BatchSink: AnyObject {
  /// Adds rows to the block that is being written; the batch has the columns of the sink.
  func append(_ batch: ColumnBatch) throws
  /// Ends the block, if it has rows.
  func endBlock() throws
  /// Ends the data: it is safe on disk when this returns.
  func finish() throws
  /// Forgets all that was written.
  func abandon()
  /// The same rows in a sink whose integers are doubles where the schema says so.
  func widened(to schema: Schema) throws -> any BatchSink
}

extension BatchSink {
  package func widened(to schema: Schema) throws -> any BatchSink { self }

  package func write(block: ColumnBatch) throws {
    try append(block)
    try endBlock()
  }
}

/// Cuts rows into blocks and blocks into pieces.
package struct PieceCursor: Sendable {
  package struct Span: Sendable {
    package let rows: Range<Int>
    /// The block, counted from 0.
    package let block: Int
    package let endsBlock: Bool
    /// Whether the rows are among those to be read.
    package let isWanted: Bool
  }

  private let sizes: [Int]?
  private let rowsPerBlock: Int
  private let wanted: Range<Int>
  private let blocksPerRead: Int
  private var block = 0
  private var blockStart = 0
  private var position = 0

  /// Blocks of the same size, without end.
  package init(rowsPerBlock: Int, rows: Range<Int>?) {
    sizes = nil
    self.rowsPerBlock = max(1, rowsPerBlock)
    wanted = rows ?? 0..<Int.max
    blocksPerRead = 1
  }

  /// Blocks of the given sizes.
  package init(blocks: [Int], rows: Range<Int>?, blocksPerRead: Int = 1) {
    sizes = blocks
    rowsPerBlock = 0
    wanted = rows ?? 0..<Int.max
    self.blocksPerRead = max(1, blocksPerRead)
  }

  /// The next rows, all of one piece; nil at the end.
  package mutating func next() -> Span? {
    guard position < wanted.upperBound, let size = size() else { return nil }
    let blockEnd = size > Int.max - blockStart ? Int.max : blockStart + size
    let piece = (position - blockStart) / rowsPerPiece * rowsPerPiece + blockStart
    let isWanted = position >= wanted.lowerBound
    var end = min(blockEnd, piece > Int.max - rowsPerPiece ? Int.max : piece + rowsPerPiece)
    end = min(end, isWanted ? wanted.upperBound : wanted.lowerBound)
    let isLast = end == blockEnd || end == wanted.upperBound
    let span = Span(
      rows: position..<end, block: block,
      endsBlock: isLast && ((block + 1) % blocksPerRead == 0 || end == wanted.upperBound),
      isWanted: isWanted)
    position = end
    if end == blockEnd {
      block += 1
      blockStart = blockEnd
    }
    return span
  }

  /// The size of the present block, the empty ones being passed over.
  private mutating func size() -> Int? {
    guard let sizes else { return rowsPerBlock }
    while block < sizes.count, sizes[block] == 0 { block += 1 }
    return block < sizes.count ? sizes[block] : nil
  }
}

extension DataSource {
  /// Some rows, in one batch.
  package func rows(_ range: Range<Int>, of columns: [String]? = nil) throws -> ColumnBatch {
    try batches(of: columns, rows: range, blocksPerRead: 1).joined()
  }
}

extension BatchSource {
  /// All the rows that are left, in one batch.
  package func joined() throws -> ColumnBatch {
    var decoder = makeDecoder()
    var parts: [ColumnBatch] = []
    while let piece = try nextPiece() { parts.append(try decode(piece, with: &decoder)) }
    return ColumnBatch(joining: parts, schema: schema)
  }
}
