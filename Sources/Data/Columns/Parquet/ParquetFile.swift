/// A Parquet file opened for reading: what its footer says.
package final class ParquetFile: Sendable {
  /// Where the cells of a column of a row group lie.
  struct Chunk: Sendable {
    let codec: Int64
    let offset: Int64
    let size: Int64
    /// Why it cannot be read.
    let refusal: String?
  }

  struct RowGroup: Sendable {
    let rowCount: Int
    let chunks: [Chunk]
  }

  let file: MappedFile
  let columns: [ParquetColumn]
  let groups: [RowGroup]
  /// The range of the numbers of each column, where the file tells it.
  private let ranges: [ClosedRange<Double>?]
  /// What is known of each column of each piece of the blocks; nil in files that others wrote.
  package let statistics: [[ColumnStatistics]]?
  package let description: String?

  static let magic = Array("PAR1".utf8)

  package init(_ path: String) throws {
    file = try MappedFile(path)
    do {
      let footer = try Self.footer(of: file)
      var columns = try ParquetColumn.all(of: footer.structures(2))
      let metadata = Self.metadata(footer)
      for number in columns.indices {
        ParquetMetadata.apply(metadata, to: &columns[number].field, number: number)
      }
      let groups = footer.structures(4)
      self.groups = try groups.map(Self.group)
      let pieces = self.groups.reduce(0) { $0 + ($1.rowCount + rowsPerPiece - 1) / rowsPerPiece }
      statistics = metadata[ParquetMetadata.statistics].flatMap { [columns] in
        ColumnStatistics.decoded($0, pieces: pieces, columns: columns.count)
      }
      description = metadata[ParquetMetadata.description]
      ranges = columns.map { column in Self.range(of: column, groups) }
      self.columns = columns
    } catch var error as ColumnError {
      error.file = path
      throw error
    }
  }

  /// Whether a file begins as Parquet files do.
  package static func isParquet(_ path: String) -> Bool {
    guard let file = try? MappedFile(path) else { return false }
    return file.bytes.prefix(4).elementsEqual(magic)
  }

  private static func footer(of file: MappedFile) throws -> ThriftStruct {
    let bytes = file.bytes
    if bytes.prefix(4).elementsEqual("PARE".utf8) {
      throw ColumnError(.invalidArgument, "encrypted files cannot be read")
    }
    guard bytes.prefix(4).elementsEqual(magic) else {
      throw ColumnError(.corrupt, "not a Parquet file")
    }
    guard bytes.count >= 12, bytes.suffix(4).elementsEqual(magic) else {
      throw ThriftReader.damaged("its end is missing")
    }
    let length = Int(bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt32.self))
    guard length <= bytes.count - 12 else { throw ThriftReader.damaged("its footer is missing") }
    let start = bytes.count - 8 - length
    var reader = ThriftReader(UnsafeRawBufferPointer(rebasing: bytes[start..<start + length]))
    return try reader.structure()
  }

  private static func metadata(_ footer: ThriftStruct) -> [String: String] {
    let pairs = footer.structures(5).map { ($0.text(1) ?? "", $0.text(2) ?? "") }
    return Dictionary(pairs) { _, last in last }
  }

  private static func group(_ group: ThriftStruct) throws -> RowGroup {
    let rowCount = try group.count(3, "number of rows")
    guard rowCount <= Int32.max else { throw ThriftReader.damaged("\(rowCount) rows in a group") }
    let chunks = group.structures(1).map { chunk in
      guard let about = chunk.structure(3), !chunk.has(8), !chunk.has(1) else {
        let why = chunk.has(1) ? "lies in another file" : "is encrypted"
        return Chunk(codec: 0, offset: 0, size: 0, refusal: why)
      }
      var offset = about.integer(9) ?? -1
      if let first = about.integer(11), first > 0, first < offset { offset = first }
      return Chunk(
        codec: about.integer(4) ?? 0, offset: offset, size: about.integer(7) ?? 0, refusal: nil)
    }
    return RowGroup(rowCount: rowCount, chunks: chunks)
  }

  /// What the row groups say of the least and the greatest number.
  private static func range(
    of column: ParquetColumn, _ groups: [ThriftStruct]
  ) -> ClosedRange<Double>? {
    guard let type = column.type, column.field.type != .string, column.field.type != .factor
    else { return nil }
    var range: ClosedRange<Double>?
    for group in groups {
      let chunks = group.structures(1)
      guard column.leaf < chunks.count, let about = chunks[column.leaf].structure(3),
        let known = about.structure(12)
      else { return nil }
      if let nulls = known.integer(3), nulls == about.integer(5) { continue }
      guard let low = known.bytes(6).flatMap(type.number).map({ $0 + 0 }),
        let high = known.bytes(5).flatMap(type.number), low <= high
      else { return nil }
      range = min(low, range?.lowerBound ?? low)...max(high, range?.upperBound ?? high)
    }
    return range
  }

  package var schema: Schema { Schema(columns.map(\.field)) }

  /// The range of the numbers of a column, when the file tells it.
  package func range(of column: String) -> ClosedRange<Double>? {
    columns.firstIndex { $0.field.name == column }.flatMap { ranges[$0] }
  }
}

extension ParquetType {
  /// The number of some bytes as a file has them, nil if they are none.
  fileprivate func number(_ bytes: UnsafeRawBufferPointer) -> Double? {
    if storage == .boolean { return bytes.first.map { Double($0) } }
    guard width > 0, storage != .fixed, storage != .int96, bytes.count == width else { return nil }
    var result = 0.0
    withUnsafeMutablePointer(to: &result) { convert(bytes, count: 1, into: $0) }
    return result.isNaN ? nil : result
  }
}

/// A Parquet file as a source of data.
package struct ParquetData: DataSource {
  package let file: ParquetFile
  package let schema: Schema
  private let kept: [Int]
  private let plans: [ColumnPlan]

  /// `plan`: what to do with a column of this name.
  package init(_ path: String, plan: (String) -> ColumnPlan = { _ in .infer }) throws {
    file = try ParquetFile(path)
    var fields: [Field] = []
    var kept: [Int] = []
    var plans: [ColumnPlan] = []
    for (number, column) in file.columns.enumerated() {
      let wish = plan(column.field.name)
      if wish == .skip { continue }
      if var refusal = column.refusal {
        refusal.file = path
        throw refusal
      }
      kept.append(number)
      plans.append(wish)
      fields.append(column.field.planned(wish))
    }
    (self.kept, self.plans, schema) = (kept, plans, Schema(fields))
  }

  package var rowCount: Int? { file.groups.reduce(0) { $0 + $1.rowCount } }

  package var blocks: [Int]? { file.groups.map(\.rowCount) }

  package func statistics(of column: String) -> [ColumnStatistics]? {
    guard let position = schema.names.firstIndex(of: column), plans[position] == .infer else {
      return nil
    }
    return file.statistics?.map { [index = kept[position]] in $0[index] }
  }

  package func batches(
    of columns: [String]?, rows: Range<Int>?, blocksPerRead: Int
  ) -> any BatchSource {
    let chosen = schema.indices(of: columns)
    return ParquetBatches(
      file, chosen.map { kept[$0] }, chosen.map { plans[$0] },
      Schema(chosen.map { schema.fields[$0] }),
      PieceCursor(blocks: file.groups.map(\.rowCount), rows: rows, blocksPerRead: blocksPerRead))
  }
}

/// One pass over a Parquet file.
private final class ParquetBatches: BatchSource, @unchecked Sendable {
  // Invariant: what changes is used by `nextPiece` only.
  private let file: ParquetFile
  private let kept: [Int]
  private let plans: [ColumnPlan]
  private let starts: [Int]
  private var cursor: PieceCursor
  private var block: (number: Int, block: ParquetBlock)?
  let schema: Schema

  struct Piece: Sendable {
    let block: ParquetBlock
    /// Of the block.
    let rows: Range<Int>
    let endsBlock: Bool
  }

  init(
    _ file: ParquetFile, _ kept: [Int], _ plans: [ColumnPlan], _ schema: Schema,
    _ cursor: PieceCursor
  ) {
    (self.file, self.kept, self.plans) = (file, kept, plans)
    (self.schema, self.cursor) = (schema, cursor)
    var start = 0
    starts = file.groups.map { group in
      defer { start += group.rowCount }
      return start
    }
  }

  func makeDecoder() {}

  func nextPiece() throws -> Piece? {
    while let span = cursor.next() {
      guard span.isWanted else { continue }
      let start = starts[span.block]
      return Piece(
        block: open(span.block),
        rows: span.rows.lowerBound - start..<span.rows.upperBound - start,
        endsBlock: span.endsBlock)
    }
    return nil
  }

  private func open(_ number: Int) -> ParquetBlock {
    if let block, block.number == number { return block.block }
    let opened = ParquetBlock(file, number)
    block = (number, opened)
    return opened
  }

  func decode(_ piece: Piece, with decoder: inout Void) throws -> ColumnBatch {
    var columns = [ColumnValues?](repeating: nil, count: kept.count)
    // Threads begin with different columns, so that they do not all wait for the first.
    let shift = kept.isEmpty ? 0 : piece.rows.lowerBound / rowsPerPiece % kept.count
    for position in kept.indices {
      let index = (position + shift) % kept.count
      do {
        columns[index] = try piece.block.cells(of: kept[index]).values(piece.rows)
          .planned(plans[index], as: schema.fields[index])
      } catch var error as ColumnError {
        error.file = file.file.path
        error.column = file.columns[kept[index]].field.name
        throw error
      }
    }
    return ColumnBatch(
      names: schema.names, columns: columns.compactMap { $0 }, rowCount: piece.rows.count)
  }

  func endsBlock(_ piece: Piece) -> Bool { piece.endsBlock }
}

/// A row group while its columns are being decoded, by several threads perhaps.
private final class ParquetBlock: Sendable {
  private let file: ParquetFile
  private let number: Int
  private let decoded: [Monitor<ParquetCells?>]

  init(_ file: ParquetFile, _ number: Int) {
    self.file = file
    self.number = number
    decoded = file.columns.map { _ in Monitor(nil) }
  }

  /// The cells of a column: one thread decodes them, the others wait.
  func cells(of column: Int) throws -> ParquetCells {
    try decoded[column].enter { known in
      if let known { return known }
      let cells = try ParquetChunk(file, group: number, column: column).cells()
      known = cells
      return cells
    }
  }
}
