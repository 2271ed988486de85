/// How to open a text file.
package struct CSVOptions: Sendable {
  package var dialect = CSVDialect()
  package var hasHeader = true
  /// Lines before the header or the data that are not looked at.
  package var skip = 0
  /// The names of the columns when the text does not hold them.
  package var names: [String]?
  /// How dates and times are written where that is not year-month-day.
  package var dates: DateFormat?
  package var times: DateFormat?
  /// The same for single columns.
  package var formats: [String: DateFormat] = [:]
  /// How many characters the texts of some columns have at most; the others are cut off.
  package var widths: [String: Int] = [:]
  /// What a column is when the rows that are looked at hold nothing.
  package var emptyType = ColumnType.double

  package init() {}
}

/// A text file whose header has been read.
///
///     let file = try CSVFile(.file("flights.csv.gz"), options: CSVOptions())
///     let table = try file.readAll(plans: file.plans(.infer))
///
/// Either read everything with `readAll` or make a `CSVBatches`; the text is passed once.
package final class CSVFile {
  package let name: String?
  package let options: CSVOptions
  /// The fields of the header, nil without one.
  package let header: [String]?
  /// The fields of the widest of the first records.
  package let columnCount: Int
  /// Whether the text ends inside quotes that one of the first records opened.
  package let headEndsInQuotes: Bool
  let reader: TextReader

  /// `columnCount`: how many columns there are, when that is known.
  package init(_ origin: TextOrigin, options: CSVOptions, columnCount known: Int? = nil) throws {
    self.options = options
    reader = try TextReader(origin, dialect: options.dialect)
    name = reader.image.name
    do {
      try reader.skipLines(options.skip)
      header = options.hasHeader ? try Self.record(reader, options.dialect) : nil
      // The first five lines, the header among them, say how many columns there are.
      let looked = header == nil ? 5 : 4
      let first = try Self.firstRecords(reader, options.dialect, lines: looked)
      columnCount = known ?? max(first.widest, header?.count ?? 0)
      headEndsInQuotes = first.isOpen
    } catch var error as ColumnError {
      error.file = name
      throw error
    }
    if columnCount == 0 { throw ColumnError(.empty, "no lines available in input", file: name) }
  }

  /// Whether the file is a gz file.
  package var isCompressed: Bool { reader.image.isCompressed }

  /// The name of each column: the header's, or V1, V2 and so on.
  package var columnNames: [String] {
    if let names = options.names, names.count == columnCount { return names }
    if let header, header.count == columnCount { return header }
    return (0..<columnCount).map { "V\($0 + 1)" }
  }

  /// The same plan for all columns.
  package func plans(_ plan: ColumnPlan) -> [ColumnPlan] {
    Array(repeating: plan, count: columnCount)
  }

  /// The fields of the first record, which stays to be read.
  package func firstRecord() throws -> [String] { try firstRecords().first ?? [] }

  /// The fields of the first two records, which stay to be read.
  package func firstRecords() throws -> [[String]] {
    try reader.peek {
      var records: [[String]] = []
      for _ in 0..<8 where records.count < 2 {
        guard let line = try reader.next(size: 1 << 16, limit: 1) else { break }
        if let fields = try Self.fields(of: line, options.dialect) { records.append(fields) }
      }
      return records
    }
  }

  /// The next record that is not blank.
  private static func record(_ reader: TextReader, _ dialect: CSVDialect) throws -> [String]? {
    while let chunk = try reader.next(size: 1 << 16, limit: 1) {
      if let fields = try fields(of: chunk, dialect) { return fields }
    }
    return nil
  }

  private static func firstRecords(
    _ reader: TextReader, _ dialect: CSVDialect, lines: Int
  ) throws -> (widest: Int, isOpen: Bool) {
    try reader.peek {
      var widest = 0
      var isOpen = false
      for _ in 0..<lines {
        guard let line = try reader.next(size: 1 << 16, limit: 1) else { break }
        let record = try parsed(line, dialect)
        widest = max(widest, record.fields?.count ?? 0)
        isOpen = isOpen || record.isOpen
      }
      return (widest, isOpen)
    }
  }

  /// The fields of a chunk of one record; nil when it is blank.
  private static func fields(of chunk: TextChunk, _ dialect: CSVDialect) throws -> [String]? {
    try parsed(chunk, dialect).fields
  }

  private static func parsed(
    _ chunk: TextChunk, _ dialect: CSVDialect
  ) throws -> (fields: [String]?, isOpen: Bool) {
    var dialect = dialect
    dialect.missingStrings = []
    dialect.fills = true
    let isDelimiter = { (byte: UInt8) in
      dialect.separator.map { byte == $0 || dialect.moreSeparators.contains(byte) }
        ?? (byte == 32 || byte == 9)
    }
    let isQuote = { (byte: UInt8) in dialect.separator == nil && dialect.quotes.contains(byte) }
    let most =
      dialect.positions?.count ?? chunk.bytes.count { isDelimiter($0) || isQuote($0) } + 1
    let parser = ChunkParser(
      dialect: dialect, names: Array(repeating: "", count: most),
      plans: Array(repeating: .infer, count: most), kinds: Array(repeating: .string, count: most))
    let parsed = try parser.parse(chunk)
    guard parsed.rowCount > 0 else { return (nil, false) }
    let fields = parsed.columns.prefix(parser.fieldCount).map { values in
      guard case .string(let column)? = values, let code = column.codes.first else { return "" }
      return column.dictionary[Int(code)]
    }
    return (fields, parsed.endsInQuotes)
  }

  /// The number of fields of each record, `Int32.min` where the text ends inside quotes.
  package static func fieldCounts(
    _ origin: TextOrigin, options: CSVOptions
  ) throws -> [Int32] {
    let reader = try TextReader(origin, dialect: options.dialect)
    try reader.skipLines(options.skip)
    var counts: [Int32] = []
    while let chunk = try reader.next(size: 1 << 16, limit: 1) {
      let (fields, isOpen) = try parsed(chunk, options.dialect)
      guard let fields else { continue }
      // A record of several lines counts for the last of them.
      counts += Array(repeating: missingInteger, count: max(0, chunk.newlineCount - 1))
      counts.append(isOpen ? missingInteger : Int32(fields.count))
    }
    return counts
  }
}
