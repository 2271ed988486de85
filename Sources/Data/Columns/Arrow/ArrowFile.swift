/// An Arrow file (Feather, version 2) opened for reading: what its footer says.
package final class ArrowFile: Sendable {
  let file: MappedFile
  let columns: [ArrowColumn]
  let batches: [ArrowBatch]
  /// Offset, length of the head and length of the body of each batch, as the footer has them.
  let batchPlaces: [Int64]
  /// The same of the dictionaries.
  let dictionaryPlaces: [Int64]
  /// Where the footer begins.
  let end: Int
  /// How many bytes of the file count: all but when rows are being added.
  let size: Int
  /// What is known of each column of each piece of the blocks; nil in files that others wrote.
  package let statistics: [[ColumnStatistics]]?
  package let description: String?
  /// The files of the set that this is the manifest of.
  let parts: [String]?

  package convenience init(_ path: String) throws {
    let file = try MappedFile(path)
    var size = file.bytes.count
    if !Self.hasFooter(file.bytes, size), let old = GrowingFile.oldLength(of: path), old < size {
      size = old
    }
    try self.init(file, size: size)
  }

  /// Whether the first so many bytes of a file are a whole Arrow file.
  static func isWhole(_ path: String, _ size: Int) -> Bool {
    guard let file = try? MappedFile(path), size <= file.bytes.count else { return false }
    return (try? ArrowFile(file, size: size)) != nil
  }

  private static func hasFooter(_ bytes: UnsafeRawBufferPointer, _ size: Int) -> Bool {
    guard size >= 26, bytes[(size - 6)..<size].elementsEqual(magic) else { return false }
    let length = Int(bytes.loadUnaligned(fromByteOffset: size - 10, as: Int32.self))
    return length > 0 && length <= size - 18
  }

  private init(_ file: MappedFile, size: Int) throws {
    self.file = file
    self.size = size
    do {
      let bytes = file.bytes
      guard bytes.count >= 8, bytes.prefix(6).elementsEqual(Self.magic) else {
        throw ColumnError(.corrupt, "not an Arrow file")
      }
      guard Self.hasFooter(bytes, size) else { throw FlatReader.damaged }
      let length = Int(bytes.loadUnaligned(fromByteOffset: size - 10, as: Int32.self))
      end = size - 10 - length
      let footer = try FlatReader(file.slice(Int64(end), Int64(length))).root()
      guard let schema = try footer.table(1) else { throw FlatReader.damaged }
      var columns = try ArrowColumn.all(of: schema)
      try Self.readLevels(of: &columns, file, footer)
      batchPlaces = try footer.words(3, perStruct: 3)
      dictionaryPlaces = try footer.words(2, perStruct: 3)
      let batches = try Self.batches(batchPlaces, file)
      let metadata = try footer.metadata(4)
      statistics = metadata["apus.statistics"].flatMap {
        let pieces = batches.reduce(0) { $0 + ($1.rowCount + rowsPerPiece - 1) / rowsPerPiece }
        return ColumnStatistics.decoded($0, pieces: pieces, columns: columns.count)
      }
      description = metadata["apus.description"]
      parts = metadata["apus.parts"]?.split(separator: "\n").map(String.init)
      self.columns = columns
      self.batches = batches
    } catch var error as ColumnError {
      error.file = file.path
      throw error
    }
  }

  /// How the blocks are compressed, in a word.
  package var compressionName: String {
    switch batches.first?.compression {
    case nil: "none"
    case .lz4: "lz4"
    case .zstd: "zstd"
    }
  }

  /// The bytes that nothing refers to any more, since rows were added or columns described anew.
  var wastedBytes: Int {
    let places = batchPlaces + dictionaryPlaces
    let used = stride(from: 0, to: places.count, by: 3).reduce(0) { sum, place in
      sum &+ Int(truncatingIfNeeded: (places[place + 1] & 0xFFFF_FFFF) &+ places[place + 2])
    }
    return max(0, end &- used)
  }

  static let magic = Array("ARROW1".utf8)

  /// Whether a file begins as Arrow files do.
  package static func isArrow(_ path: String) -> Bool {
    guard let file = try? MappedFile(path) else { return false }
    return file.bytes.prefix(6).elementsEqual(magic)
  }

  package var schema: Schema { Schema(columns.map(\.field)) }

  /// The head of a message, and where its body lies.
  private static func message(
    _ place: ArraySlice<Int64>, _ file: MappedFile
  ) throws -> (kind: UInt8, header: FlatTable, bodyOffset: Int64, bodyLength: Int64) {
    guard let offset = place.first, let bodyLength = place.last else { throw FlatReader.damaged }
    let headLength = place[place.startIndex + 1] & 0xFFFF_FFFF
    let head = FlatReader(try file.slice(offset, headLength))
    let isMarked = try head.integer(0, as: UInt32.self) == 0xFFFF_FFFF
    let start = isMarked ? 8 : 4
    guard headLength > start else { throw FlatReader.damaged }
    let message = try FlatReader(UnsafeRawBufferPointer(rebasing: head.bytes[start...])).root()
    _ = try file.slice(offset + headLength, bodyLength)
    guard let header = try message.table(2) else { throw FlatReader.damaged }
    return (try message.integer(1, default: UInt8(0)), header, offset + headLength, bodyLength)
  }

  private static func batches(_ places: [Int64], _ file: MappedFile) throws -> [ArrowBatch] {
    try stride(from: 0, to: places.count, by: 3).map { start in
      let (kind, header, offset, length) = try message(places[start..<start + 3], file)
      guard kind == 3 else { throw FlatReader.damaged }
      return try ArrowBatch(header, bodyOffset: offset, bodyLength: length)
    }
  }

  /// Gives the columns with dictionaries their levels.
  private static func readLevels(
    of columns: inout [ArrowColumn], _ file: MappedFile, _ footer: FlatTable
  ) throws {
    let types = Dictionary(columns.compactMap(\.dictionary)) { first, _ in first }
    var levels: [Int64: [String]] = [:]
    let places = try footer.words(2, perStruct: 3)
    for start in stride(from: 0, to: places.count, by: 3) {
      let (kind, header, offset, length) = try message(places[start..<start + 3], file)
      let number = try header.integer(0, default: Int64(0))
      guard kind == 2, let type = types[number], let data = try header.table(1) else {
        throw FlatReader.damaged
      }
      let batch = try ArrowBatch(data, bodyOffset: offset, bodyLength: length)
      let block = try ArrowBlock(file, batch, [type])
      let more = try block.withColumn(0) { try $0.strings() }
      levels[number] = (try header.flag(2) ? levels[number] ?? [] : []) + more
    }
    for index in columns.indices {
      guard let number = columns[index].dictionary?.number else { continue }
      columns[index].field.levels = levels[number] ?? []
    }
  }
}

/// An Arrow file as a source of data.
package struct ArrowData: DataSource {
  package let file: ArrowFile
  package let schema: Schema
  private let kept: [Int]

  /// `isKept`: which columns the data has.
  package init(_ path: String, isKept: (String) -> Bool = { _ in true }) throws {
    file = try ArrowFile(path)
    kept = file.columns.indices.filter { [file] in isKept(file.columns[$0].field.name) }
    schema = Schema(kept.map { [file] in file.columns[$0].field })
  }

  package var rowCount: Int? { file.batches.reduce(0) { $0 + $1.rowCount } }

  package func statistics(of column: String) -> [ColumnStatistics]? {
    guard let position = schema.names.firstIndex(of: column) else { return nil }
    return file.statistics?.map { [index = kept[position]] in $0[index] }
  }

  package var blocks: [Int]? { file.batches.map(\.rowCount) }

  package func batches(
    of columns: [String]?, rows: Range<Int>?, blocksPerRead: Int
  ) -> any BatchSource {
    ArrowBatches(
      file, schema.indices(of: columns).map { kept[$0] },
      PieceCursor(
        blocks: file.batches.map(\.rowCount), rows: rows, blocksPerRead: blocksPerRead))
  }
}

/// One pass over an Arrow file.
final class ArrowBatches: BatchSource, @unchecked Sendable {
  // Invariant: what changes is used by `nextPiece` only.
  private let file: ArrowFile
  private let kept: [Int]
  private let types: [ArrowType]
  private let starts: [Int]
  private var cursor: PieceCursor
  private var block: (number: Int, block: ArrowBlock)?
  let schema: Schema

  struct Piece: Sendable {
    let block: ArrowBlock
    /// Of the block.
    let rows: Range<Int>
    let firstRow: Int
    let endsBlock: Bool
  }

  init(_ file: ArrowFile, _ kept: [Int], _ cursor: PieceCursor) {
    self.file = file
    self.kept = kept
    self.cursor = cursor
    types = file.columns.map(\.type)
    var start = 0
    starts = file.batches.map { batch in
      defer { start += batch.rowCount }
      return start
    }
    schema = Schema(kept.map { file.columns[$0].field })
  }

  func makeDecoder() {}

  func nextPiece() throws -> Piece? {
    while let span = cursor.next() {
      guard span.isWanted else { continue }
      let start = starts[span.block]
      return Piece(
        block: try open(span.block),
        rows: span.rows.lowerBound - start..<span.rows.upperBound - start,
        firstRow: span.rows.lowerBound, endsBlock: span.endsBlock)
    }
    return nil
  }

  private func open(_ number: Int) throws -> ArrowBlock {
    if let block, block.number == number { return block.block }
    let opened = try ArrowBlock(file.file, file.batches[number], types)
    block = (number, opened)
    return opened
  }

  func decode(_ piece: Piece, with decoder: inout Void) throws -> ColumnBatch {
    var columns = [ColumnValues?](repeating: nil, count: kept.count)
    // Threads begin with different columns, so that they do not all wait for the first.
    let shift = kept.isEmpty ? 0 : piece.rows.lowerBound / rowsPerPiece % kept.count
    for position in kept.indices {
      let index = (position + shift) % kept.count
      let column = file.columns[kept[index]]
      do {
        columns[index] = try piece.block.withColumn(kept[index]) { cells in
          guard column.dictionary != nil else {
            return try cells.values(piece.rows, hasMarks: file.statistics != nil)
          }
          let levels = column.field.levels
          return .factor(codes: try cells.codes(piece.rows, levels: levels.count), levels: levels)
        }
      } catch var error as ColumnError {
        error.file = file.file.path
        error.column = column.field.name
        throw error
      }
    }
    return ColumnBatch(
      names: schema.names, columns: columns.compactMap { $0 }, rowCount: piece.rows.count)
  }

  func endsBlock(_ piece: Piece) -> Bool { piece.endsBlock }
}
