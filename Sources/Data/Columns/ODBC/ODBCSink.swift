/// Writes rows to a table, all in one transaction; dots in names become underscores.
package final class ODBCSink: BatchSink {
  package enum Mode: Sendable {
    /// The table must not be there yet, may be replaced, or is there and gets more rows.
    case create, replace, append
  }

  private var connection: ODBCConnection?
  private let table: String
  private let schema: Schema
  private let writesCodes: Bool
  private var statement: ODBCStatement?
  /// The parameters that are bound, and for how many characters.
  private var cells: [ODBCCells] = []
  private var rowsAtOnce = 1
  private var rowsBefore = 0

  private static let mostRows = 1024
  private static let roomForRows = 4 << 20

  /// `writesCodes`: whether factors are written as codes from 0.
  package init(
    _ connectionString: String, table: String, schema: Schema, mode: Mode,
    writesCodes: Bool = false
  ) throws {
    let connection = try ODBCConnection(connectionString)
    self.connection = connection
    self.schema = schema
    self.writesCodes = writesCodes
    let known = connection.found(table: table)
    self.table = known ?? connection.quoted(table: table)
    if known != nil, mode == .create {
      throw ColumnError(.unwritable, "the table '\(table)' exists")
    }
    let definition = columnDefinitions(connection)
    try connection.begin()
    if known != nil, mode == .replace {
      try ODBCStatement.run("DROP TABLE \(self.table)", connection)
    }
    if known == nil || mode != .append {
      try ODBCStatement.run("CREATE TABLE \(self.table) (\(definition))", connection)
    }
  }

  /// What a column is called in the database: SQL gives dots a meaning.
  package static func columnName(_ name: String) -> String {
    String(name.map { $0 == "." ? "_" : $0 })
  }

  /// Whether there is a table of this name.
  package static func hasTable(_ name: String, _ connectionString: String) throws -> Bool {
    try ODBCConnection(connectionString).found(table: name) != nil
  }

  /// Runs a statement that returns no rows.
  package static func run(_ sql: String, _ connectionString: String) throws {
    try ODBCStatement.run(sql, ODBCConnection(connectionString))
  }

  private func columnDefinitions(_ connection: ODBCConnection) -> String {
    schema.fields.map { field in
      let (types, usual) = field.sqlTypes(writesCodes: writesCodes)
      let name = types.lazy.compactMap { ODBCStatement.typeName($0, connection) }.first
      return connection.quoted(Self.columnName(field.name)) + " "
        + (connection.isSQLite ? usual : name ?? usual)
    }.joined(separator: ", ")
  }

  package func append(_ batch: ColumnBatch) throws {
    guard let connection, batch.rowCount > 0 else { return }
    let texts = batch.columns.map { ODBCTexts($0, connection, writesCodes: writesCodes) }
    do {
      try prepare(batch, texts, connection)
      var start = 0
      while start < batch.rowCount {
        let rows = start..<min(batch.rowCount, start + rowsAtOnce)
        for (index, values) in batch.columns.enumerated() {
          cells[index].fill(values, texts[index], rows)
        }
        try write(rows.count)
        start = rows.upperBound
      }
    } catch var error as ColumnError {
      error.message = "the table \(table) cannot be written: " + error.message
      throw error
    }
    rowsBefore += batch.rowCount
  }

  /// Writes the rows that stand in the parameters.
  private func write(_ rows: Int) throws {
    guard let statement else { return }
    if rows != rowsAtOnce, rowsAtOnce > 1 {
      _ = statement.setParameterRows(rows)
      defer { _ = statement.setParameterRows(rowsAtOnce) }
      return try statement.executeRows()
    }
    try statement.executeRows()
  }

  /// Binds parameters that are wide enough.
  private func prepare(
    _ batch: ColumnBatch, _ texts: [ODBCTexts?], _ connection: ODBCConnection
  ) throws {
    let forms = batch.columns.map { $0.odbcForm(connection, writesCodes: writesCodes) }
    let characters = texts.map { $0?.longest ?? 0 }
    let widths = zip(forms, characters).map { $0.width(characters: $1) }
    if statement != nil, zip(cells, widths).allSatisfy({ $0.width >= $1 }),
      zip(cells, forms).allSatisfy({ $0.form == $1 })
    {
      return
    }
    let names = schema.names.map { connection.quoted(Self.columnName($0)) }.joined(separator: ", ")
    let marks = schema.fields.map { _ in "?" }.joined(separator: ", ")
    let statement = try ODBCStatement(
      connection, "INSERT INTO \(table) (\(names)) VALUES (\(marks))")
    let width = widths.reduce(0) { $0 + $1 + 8 }
    rowsAtOnce = max(1, min(Self.mostRows, Self.roomForRows / max(1, width)))
    if rowsAtOnce > 1, !statement.setParameterRows(rowsAtOnce) { rowsAtOnce = 1 }
    cells = zip(forms, characters).map { ODBCCells($0, characters: $1 * 3 / 2, rows: rowsAtOnce) }
    for (index, cells) in cells.enumerated() { try statement.bind(parameter: index, cells) }
    self.statement = statement
  }

  package func endBlock() {}

  package func finish() throws {
    guard let connection else { return }
    statement = nil
    try connection.commit()
    self.connection = nil
  }

  package func abandon() {
    statement = nil
    connection?.rollBack()
    connection = nil
  }
}

/// The distinct texts of a column in the encoding of the parameters.
struct ODBCTexts {
  /// One after another.
  let bytes: [UInt8]
  let offsets: [Int]
  /// In characters of the encoding.
  let longest: Int

  init?(_ values: ColumnValues, _ connection: ODBCConnection, writesCodes: Bool) {
    let strings: [String]
    switch values {
    case .string(let column): strings = column.dictionary.strings
    case .factor(_, let levels) where !writesCodes: strings = levels
    default: return nil
    }
    var (bytes, offsets, longest): ([UInt8], [Int], Int) = ([], [0], 1)
    for string in strings {
      if connection.isSQLite {
        bytes += string.utf8
      } else {
        for unit in string.utf16 {
          bytes += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
        }
      }
      let length = bytes.count - (offsets.last ?? 0)
      longest = max(longest, connection.isSQLite ? (length + 3) / 4 : length / 2)
      offsets.append(bytes.count)
    }
    (self.bytes, self.offsets, self.longest) = (bytes, offsets, longest)
  }
}

extension ColumnValues {
  fileprivate func odbcForm(_ connection: ODBCConnection, writesCodes: Bool) -> ODBCCells.Form {
    switch self {
    case .logical, .integer: .integer
    case .double: .double
    case .date: .date
    case .dateTime: .dateTime
    case .factor where writesCodes: .integer
    case .factor, .string: connection.isSQLite ? .bytes : .wide
    }
  }
}

extension ODBCCells {
  /// Puts rows of a column into the cells.
  fileprivate func fill(_ values: ColumnValues, _ texts: ODBCTexts?, _ rows: Range<Int>) {
    switch values {
    case .logical(let cells), .integer(let cells):
      for (row, at) in rows.enumerated() {
        cells[at] == missingInteger ? setMissing(row) : set(row, integer: cells[at])
      }
    case .double(let cells):
      for (row, at) in rows.enumerated() {
        cells[at].isNaN ? setMissing(row) : set(row, double: cells[at])
      }
    case .date(let cells), .dateTime(let cells):
      for (row, at) in rows.enumerated() {
        guard cells[at].isFinite, abs(cells[at]) < 1e12 else {
          setMissing(row)
          continue
        }
        let days = form == .date ? cells[at].rounded(.down) : (cells[at] / 86400).rounded(.down)
        set(row, days: Int(days), seconds: form == .date ? 0 : cells[at] - days * 86400)
      }
    case .factor(let codes, _): fill(codes, texts, rows, first: 1)
    case .string(let column): fill(column.codes, texts, rows, first: 0)
    }
  }

  private func fill(_ codes: [Int32], _ texts: ODBCTexts?, _ rows: Range<Int>, first: Int32) {
    for (row, at) in rows.enumerated() {
      let code = codes[at]
      guard code >= first else {
        setMissing(row)
        continue
      }
      guard let texts else {
        set(row, integer: code - first)
        continue
      }
      let entry = Int(code - first)
      texts.bytes.withUnsafeBytes { bytes in
        let text = bytes[texts.offsets[entry]..<texts.offsets[entry + 1]]
        set(row, text: UnsafeRawBufferPointer(rebasing: text))
      }
    }
  }
}

extension Field {
  /// The types that a column may have in a database, the best first, and the usual name.
  fileprivate func sqlTypes(writesCodes: Bool) -> ([Int16], String) {
    switch type {
    case .logical: ([ODBC.SQLType.bit, ODBC.SQLType.integer], "BIT")
    case .integer: ([ODBC.SQLType.integer], "INTEGER")
    case .double: ([ODBC.SQLType.double, 6], "DOUBLE PRECISION")
    case .date: ([ODBC.SQLType.date], "DATE")
    case .dateTime: ([ODBC.SQLType.timestamp], "TIMESTAMP")
    case .factor where writesCodes: ([ODBC.SQLType.integer], "INTEGER")
    case .factor, .string: ([ODBC.SQLType.longWideText, ODBC.SQLType.longText], "TEXT")
    }
  }
}
