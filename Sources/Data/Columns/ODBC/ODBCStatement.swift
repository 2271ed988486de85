/// A statement that was prepared, with the columns of its result.
final class ODBCStatement {
  struct Column {
    let name: String
    let sqlType: Int16
    /// In characters; 0 when there is no limit.
    let size: Int
  }

  let connection: ODBCConnection
  private let handle: ODBCLibrary.Handle
  private(set) var columns: [Column] = []
  private var library: ODBCLibrary { connection.library }
  /// Filled by the driver.
  private let fetched: UnsafeMutablePointer<UInt>
  private var status: UnsafeMutableBufferPointer<UInt16>
  private(set) var rowsPerFetch = 1

  init(_ connection: ODBCConnection, _ sql: String) throws {
    self.connection = connection
    guard
      let handle = ODBCConnection.allocate(
        ODBC.Handle.statement, connection.handle, connection.library)
    else { throw ColumnError(.unreadable, "ODBC cannot make a statement") }
    self.handle = handle
    fetched = .allocate(capacity: 1)
    fetched.initialize(to: 0)
    status = .allocate(capacity: 0)
    let text = Array(sql.utf16)
    try check(library.prepare(handle, text, Int32(clamping: text.count)))
    columns = try describedColumns()
  }

  deinit {
    _ = library.freeHandle(ODBC.Handle.statement, handle)
    fetched.deallocate()
    status.deallocate()
  }

  /// Runs a statement that returns no rows.
  static func run(_ sql: String, _ connection: ODBCConnection) throws {
    try ODBCStatement(connection, sql).execute()
  }

  func execute() throws { try check(library.execute(handle)) }

  private func check(_ code: Int16) throws {
    try connection.check(code, ODBC.Handle.statement, handle)
  }

  private func describedColumns() throws -> [Column] {
    var count: Int16 = 0
    try check(library.countColumns(handle, &count))
    var known: Set<String> = []
    return try (0..<max(0, count)).map { index in
      var name = [UInt16](repeating: 0, count: 512)
      var (length, type, digits, isNullable): (Int16, Int16, Int16, Int16) = (0, 0, 0, 0)
      var size: UInt = 0
      try check(
        library.describeColumn(
          handle, UInt16(index) + 1, &name, 512, &length, &type, &size, &digits, &isNullable))
      let text = String(decoding: name.prefix { $0 != 0 }, as: UTF16.self)
      // Columns of the same name get numbers, as in data frames.
      var unique = text
      var number = 0
      while !known.insert(unique).inserted {
        number += 1
        unique = "\(text).\(number)"
      }
      return Column(name: unique, sqlType: type, size: Int(clamping: size))
    }
  }

  // MARK: - Reading

  /// At most so many rows are wanted.
  func limit(to rows: Int) {
    _ = library.setStatement(handle, ODBC.Attribute.mostRows, .init(bitPattern: rows), 0)
  }

  /// Has each fetch bring several rows, if the driver can.
  func setRowsPerFetch(_ wanted: Int) throws {
    let code = library.setStatement(
      handle, ODBC.Attribute.rowsPerFetch, .init(bitPattern: wanted), 0)
    rowsPerFetch = code == ODBC.success ? wanted : 1
    if code == ODBC.successWithInformation {
      try check(
        library.setStatement(handle, ODBC.Attribute.rowsPerFetch, .init(bitPattern: 1), 0))
    }
    status.deallocate()
    status = .allocate(capacity: max(wanted, 1))
    status.initialize(repeating: 0)
    try check(library.setStatement(handle, ODBC.Attribute.rowsFetched, fetched, 0))
    _ = library.setStatement(handle, ODBC.Attribute.rowStatus, status.baseAddress, 0)
  }

  /// Where the driver puts the cells of a column, which is counted from 0.
  func bind(_ column: Int, _ cells: ODBCCells) throws {
    try check(
      library.bindColumn(
        handle, UInt16(column) + 1, cells.form.cType, cells.values, cells.width, cells.lengths))
  }

  /// Fetches the next rows; 0 at the end.
  func fetch() throws -> Int {
    fetched.pointee = 0
    let code = library.fetch(handle)
    if code == ODBC.noData { return 0 }
    try check(code)
    return min(Int(fetched.pointee), rowsPerFetch)
  }

  /// The bytes of a cell of the rows just fetched that did not fit.
  func longCell(_ column: Int, row: Int, as type: Int16) throws -> [UInt8] {
    if rowsPerFetch > 1 { try check(library.setPosition(handle, UInt(row) + 1, 0, 0)) }
    var result: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    let terminator = type == ODBC.CType.wideText ? 2 : 1
    while true {
      var length = 0
      let code = library.getData(handle, UInt16(column) + 1, type, &room, room.count, &length)
      if code == ODBC.noData { return result }
      try check(code)
      let isWhole = length != ODBC.noTotal && length <= room.count - terminator
      result += room.prefix(isWhole ? max(0, length) : room.count - terminator)
      if isWhole { return result }
    }
  }

  // MARK: - Parameters

  /// Where the driver takes the values of a parameter from, which is counted from 0.
  func bind(parameter: Int, _ cells: ODBCCells) throws {
    try check(
      library.bindParameter(
        handle, UInt16(parameter) + 1, 1, cells.form.cType, cells.form.sqlType,
        UInt(cells.parameterSize), cells.form == .dateTime ? 6 : 0, cells.values, cells.width,
        cells.lengths))
  }

  /// How many rows an execution takes from the parameters; false when the driver takes only one.
  func setParameterRows(_ rows: Int) -> Bool {
    status.deallocate()
    status = .allocate(capacity: rows)
    status.initialize(repeating: 0)
    let code = library.setStatement(
      handle, ODBC.Attribute.parameterSets, .init(bitPattern: rows), 0)
    guard code == ODBC.success else { return false }
    _ = library.setStatement(handle, ODBC.Attribute.parameterStatus, status.baseAddress, 0)
    return true
  }

  /// Runs the statement for all rows of parameters; a driver may succeed with some of them only.
  func executeRows() throws {
    let code = library.execute(handle)
    if code == ODBC.successWithInformation, status.contains(ODBC.failedRow) {
      throw connection.failure(ODBC.Handle.statement, handle)
    }
    try check(code)
  }

  // MARK: - Types

  /// The name that the database gives a type, nil when it has none.
  static func typeName(_ sqlType: Int16, _ connection: ODBCConnection) -> String? {
    guard let statement = try? ODBCStatement(connection) else { return nil }
    let library = connection.library
    guard library.typeInformation(statement.handle, sqlType) == ODBC.success else { return nil }
    let cells = ODBCCells(.wide, characters: 128, rows: 1)
    guard (try? statement.bind(0, cells)) != nil, library.fetch(statement.handle) == ODBC.success
    else { return nil }
    let text = UnsafeRawBufferPointer(
      start: cells.values, count: max(0, min(cells.lengths[0], 256)))
    return String(decoding: text.bindMemory(to: UInt16.self), as: UTF16.self)
  }

  /// A statement without text.
  private init(_ connection: ODBCConnection) throws {
    self.connection = connection
    guard
      let handle = ODBCConnection.allocate(
        ODBC.Handle.statement, connection.handle, connection.library)
    else { throw ColumnError(.unreadable, "ODBC cannot make a statement") }
    self.handle = handle
    fetched = .allocate(capacity: 1)
    fetched.initialize(to: 0)
    status = .allocate(capacity: 0)
  }
}
