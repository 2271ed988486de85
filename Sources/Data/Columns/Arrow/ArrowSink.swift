/// Writes an Arrow file, one record batch for each block.
///
/// Levels of factors only ever grow, so the dictionaries are written last. The value below a null
/// is what R takes for missing. Nothing is seen of the file before `finish`, nor of rows that are
/// added to an older one.
package final class ArrowSink: BatchSink {
  package struct Options: Sendable {
    package var compression: BufferCompression?
    package var level = 1
    /// Of the whole file.
    package var description: String?
    /// The files of a set that this one is the manifest of.
    var parts: [String]?

    package init(
      compression: BufferCompression? = nil, level: Int = 1, description: String? = nil
    ) {
      self.compression = compression
      self.level = level
      self.description = description
    }

    /// The level of RevoScaleR: 0 none, 1 to 3 LZ4, up to 9 zstd; below 0 as 1.
    package init(compressionLevel level: Int) {
      switch level {
      case 0: self.init()
      case ...1: self.init(compression: .lz4, level: -16)
      case ...3: self.init(compression: .lz4, level: 0)
      default: self.init(compression: .zstd, level: min(level, 9) - 3)
      }
    }
  }

  /// Asked between the columns of a block; what is written ends when it says no.
  package var isWanted: () -> Bool = { true }

  private let file: any OutputFile
  private let columns: [ArrowColumn]
  private let encoders: [ArrowColumnEncoder]
  private var options: Options
  private var batchPlaces: [Int64] = []
  private var statistics: [[ColumnStatistics]] = []
  private var rowsBefore = 0
  private var blockRows = 0

  package init(_ path: String, schema: Schema, options: Options = Options()) throws {
    columns = schema.fields.enumerated().map { ArrowColumn($1, number: Int64($0)) }
    encoders = columns.map(ArrowColumnEncoder.init)
    self.options = options
    file = try PartFile(path)
    try Self.begin(file, columns)
  }

  /// Adds rows to a file that was written like this; the columns must be the same.
  package convenience init(
    appendingTo path: String, schema: Schema, options: Options = Options()
  ) throws {
    let old = try ArrowFile(path)
    for (column, field) in zip(old.columns, schema.fields)
    where column.field.name != field.name || column.field.type != field.type {
      throw ColumnError(
        .invalidArgument, "the columns are not those of the file", file: path, column: field.name)
    }
    guard old.columns.count == schema.fields.count else {
      throw ColumnError(.invalidArgument, "the columns are not those of the file", file: path)
    }
    try self.init(continuing: old, columns: old.columns, options: options)
  }

  /// Goes on behind the blocks of a file: in place, or in a new file when much of the old one is
  /// of no use any more.
  private init(continuing old: ArrowFile, columns: [ArrowColumn], options: Options) throws {
    let path = old.file.path
    guard let known = old.statistics else {
      throw ColumnError(
        .invalidArgument, "rows cannot be added to a file of another program", file: path)
    }
    self.columns = columns
    encoders = columns.map(ArrowColumnEncoder.init)
    self.options = options
    if options.description == nil { self.options.description = old.description }
    (batchPlaces, statistics) = (old.batchPlaces, known)
    rowsBefore = old.batches.reduce(0) { $0 + $1.rowCount }
    guard old.wastedBytes > (1 << 20) + old.size / 4 else {
      file = try GrowingFile(path) { ArrowFile.isWhole(path, $0) }
      try file.pad(to: 64)
      return
    }
    let part = try PartFile(path)
    file = part
    try Self.begin(part, columns)
    for start in stride(from: 0, to: batchPlaces.count, by: 3) {
      let (place, head) = (Int(batchPlaces[start]), Int(batchPlaces[start + 1] & 0xFFFF_FFFF))
      batchPlaces[start] = Int64(part.position)
      try part.copy(place..<place + head + Int(batchPlaces[start + 2]), from: old.file)
      try part.pad(to: 64)
    }
  }

  private static func begin(_ file: any OutputFile, _ columns: [ArrowColumn]) throws {
    try file.write(ArrowFile.magic + [0, 0])
    try file.write(message(kind: 1, .schema(columns), bodyLength: 0))
    try file.pad(to: 64)
  }

  /// Changes what a file says of its columns and of itself; its rows stay where they are.
  package static func describe(
    _ path: String, _ changes: [String: Refinement], description: String?
  ) throws {
    let old = try ArrowFile(path)
    let fields = try old.columns.map { try changes[$0.field.name]?.described($0.field) ?? $0.field }
    if let twice = Schema(fields).duplicate {
      throw ColumnError(
        .invalidArgument, "there would be two of this name", file: path, column: twice)
    }
    let columns = zip(old.columns, fields).map { column, field in
      var column = column
      column.field = field
      return column
    }
    let options = Options(
      compression: old.batches.first?.compression, description: description ?? old.description)
    try ArrowSink(continuing: old, columns: columns, options: options).finish()
  }

  package func append(_ batch: ColumnBatch) throws {
    guard batch.columns.count == encoders.count else {
      throw ColumnError(.invalidArgument, "the columns are not those of the file", file: file.path)
    }
    do {
      for (encoder, values) in zip(encoders, batch.columns) {
        try checkWanted()
        try encoder.append(values, firstRow: rowsBefore + blockRows + 1)
      }
    } catch var error as ColumnError {
      error.file = error.file ?? file.path
      throw error
    }
    blockRows += batch.rowCount
  }

  package func endBlock() throws {
    guard blockRows > 0 else { return }
    let nodes = encoders.flatMap { [Int64(blockRows), Int64($0.nullCount)] }
    let buffers = encoders.flatMap { $0.finishBlock() }
    let place = try write(kind: 3, rows: blockRows, nodes, buffers) { $0 }
    batchPlaces += place
    let pieces = encoders.map { $0.statistics() }
    statistics += (0..<(blockRows + rowsPerPiece - 1) / rowsPerPiece).map { piece in
      pieces.map { $0[piece] }
    }
    encoders.forEach { $0.clear() }
    rowsBefore += blockRows
    blockRows = 0
  }

  package func finish() throws {
    try file.finish(mark: writeFooter())
  }

  /// Writes the footer but for its length and the mark at the end, which are returned.
  private func writeFooter() throws -> [UInt8] {
    try endBlock()
    var dictionaries: [Int64] = []
    for encoder in encoders {
      guard let number = encoder.column.dictionary?.number else { continue }
      dictionaries += try write(encoder.levels, number)
    }
    try file.write([0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0])
    var metadata = [("apus.statistics", ColumnStatistics.encoded(statistics))]
    if let description = options.description { metadata.append(("apus.description", description)) }
    if let parts = options.parts {
      metadata.append(("apus.parts", parts.joined(separator: "\n")))
    }
    let footer = FlatTree.table([
      .short(4), .reference(.schema(columns)),
      .reference(.structs(dictionaries, words: 3)), .reference(.structs(batchPlaces, words: 3)),
      .reference(.metadata(metadata)),
    ]).encoded()
    try file.write(footer)
    var mark: [UInt8] = []
    mark.append(integer: UInt32(footer.count))
    return mark + ArrowFile.magic
  }

  /// The columns with all levels so far.
  var grownSchema: Schema {
    Schema(
      encoders.map { encoder in
        var field = encoder.column.field
        if field.type == .factor { field.levels = encoder.levels.strings }
        return field
      })
  }

  package func widened(to schema: Schema) throws -> any BatchSink {
    guard let part = file as? PartFile else { return self }
    try part.write(writeFooter())
    let wider = try ArrowSink(part.path, schema: schema, options: options)
    try ArrowData(part.partPath).append(to: wider, as: schema)
    abandon()
    return wider
  }

  package func abandon() { file.abandon() }

  private func checkWanted() throws {
    if !isWanted() { throw ColumnError(.cancelled, "interrupted") }
  }

  // MARK: - Messages

  /// The head of a message; its length with the mark is a multiple of 64 behind `position`.
  private static func message(
    kind: UInt8, _ header: FlatTree, bodyLength: Int, position: Int = 0
  ) -> [UInt8] {
    var bytes = FlatTree.table([
      .short(4), .byte(kind), .reference(header), .long(Int64(bodyLength)),
    ]).encoded()
    while (position + 8 + bytes.count) % 64 != 0 && kind != 1 {
      bytes += [UInt8](repeating: 0, count: 8)
    }
    var result: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
    result.append(integer: UInt32(bytes.count))
    return result + bytes
  }

  /// The levels of a factor as a dictionary of text.
  private func write(_ levels: StringDictionary, _ number: Int64) throws -> [Int64] {
    let offsets = ByteBuffer()
    offsets.append(levels.offsets.map { Int32(clamping: $0) })
    let text = ByteBuffer()
    text.append(levels.bytes)
    return try write(
      kind: 2, rows: levels.count, [Int64(levels.count), 0], [ByteBuffer(), offsets, text]
    ) { batch in
      .table([.long(number), .reference(batch), .byte(0)])
    }
  }

  /// Writes a message of buffers and returns its place as the footer wants it.
  private func write(
    kind: UInt8, rows: Int, _ nodes: [Int64], _ plain: [ByteBuffer],
    _ header: (FlatTree) -> FlatTree
  ) throws -> [Int64] {
    var buffers = plain
    if let compression = options.compression {
      buffers = try plain.map {
        try checkWanted()
        return try $0.count == 0
          ? $0 : compression.compressed($0.bytes, level: Int32(options.level))
      }
    }
    var places: [Int64] = []
    var length = 0
    for buffer in buffers {
      places += [Int64(length), Int64(buffer.count)]
      length += (buffer.count + 63) / 64 * 64
    }
    let batch = FlatTree.table([
      .long(Int64(rows)), .reference(.structs(nodes, words: 2)),
      .reference(.structs(places, words: 2)),
      options.compression.map { .reference(.table([.byte(UInt8($0.rawValue)), .byte(0)])) },
    ])
    let start = file.position
    let head = Self.message(kind: kind, header(batch), bodyLength: length, position: start)
    try file.write(head)
    for buffer in buffers {
      try file.write(buffer.bytes)
      try file.pad(to: 64)
    }
    return [Int64(start), Int64(head.count), Int64(length)]
  }
}
