import ApusColumns
import ApusInterpreter

/// Tables of databases that are reached through ODBC.
enum Databases {
  static var all: [Builtin] { [hasTable, run] }

  /// `rxTableExists(connectionString, table)`: whether there is a table of this name.
  static let hasTable = Builtin(.internal, "rxTableExists(connectionString, table)") {
    call throws(Unwind) in
    do {
      let (connection, table) = try texts(call, "table")
      return try ODBCSink.hasTable(table, connection) ? .true : .false
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// `rxRunSQL(connectionString, sql)`: runs a statement that returns no rows.
  static let run = Builtin(.internal, "rxRunSQL(connectionString, sql)") { call throws(Unwind) in
    do {
      let (connection, sql) = try texts(call, "sSQLString")
      try ODBCSink.run(sql, connection)
      return .null
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  private static func texts(
    _ call: borrowing Invocation, _ name: String
  ) throws(Unwind) -> (connection: String, text: String) {
    guard let connection = call.strings.texts(call[0])?.first else {
      throw call.error("invalid 'connectionString' argument")
    }
    guard let text = call.strings.texts(call[1])?.first else {
      throw call.error("invalid '\(name)' argument")
    }
    return (connection, text)
  }
}

extension SourceDescription {
  /// Data that are not in files of our own kinds, nil for others.
  func openOutside() throws -> [any DataSource]? {
    if let connection = text("connection") { return [try openDatabase(connection)] }
    switch text("kind") {
    case "RxSasData", "RxSpssData": return try paths.map(openStatistics)
    case "RxParquetData": return try paths.map(openParquet)
    default: return nil
    }
  }

  /// A Parquet file, with what its row groups tell of ranges.
  private func openParquet(_ path: String) throws -> any DataSource {
    let (types, levels) = (types, levels)
    let (keep, isKept) = choice
    let data = try ParquetData(path) { name in
      isKept(name) ? Self.plan(types[name], levels[name]) : .skip
    }
    try check(keep, data.schema, path)
    var ranges: [String: Refinement] = [:]
    for field in data.schema.fields where field.low == nil && types[field.name] == nil {
      guard let range = data.file.range(of: field.name) else { continue }
      var refinement = Refinement()
      (refinement.low, refinement.high) = (range.lowerBound, range.upperBound)
      ranges[field.name] = refinement
    }
    return ranges.isEmpty ? data : try RefinedSource(data, ranges)
  }

  /// A file of SAS or SPSS.
  private func openStatistics(_ path: String) throws -> any DataSource {
    var options = StatOptions()
    options.catalog = text("catalog").map(Self.expanded)
    options.labelsAreLevels = flag("labelsAsLevels") ?? true
    options.labelsAreKept = flag("labelsAsInfo") ?? true
    options.missingCodes = text("missingCodes").flatMap(StatOptions.MissingCodes.init) ?? .all
    options.makesFactors = flag("factors") ?? false
    options.rowsPerRead = integer("rowsPerRead", else: 500_000)
    let usual: StatFormat = text("kind") == "RxSasData" ? .sas7bdat : .sav
    let (types, levels) = (types, levels)
    let (keep, isKept) = choice
    let data = try StatData(path, StatFormat(path: path) ?? usual, options: options) { name in
      isKept(name) ? Self.plan(types[name], levels[name]) : .skip
    }
    if flag("checks") ?? true { try check(keep, data.schema, path) }
    return data
  }

  private func openDatabase(_ connection: String) throws -> any DataSource {
    var query = ODBCQuery(connection: connection)
    query.table = text("table")
    query.query = text("query")
    query.trims = flag("trims") ?? true
    query.fetchesBlocks = flag("buffers") ?? true
    query.makesFactors = flag("factors") ?? false
    query.rowsPerRead = integer("rowsPerRead", else: 500_000)
    let (types, levels) = (types, levels)
    query.indexes = Set(types.filter { $0.value == "factorIndex" }.keys)
    let (keep, isKept) = choice
    let data = try ODBCData(query) { name in
      guard isKept(name) else { return .skip }
      return types[name] == "factorIndex"
        ? .declared(.factor, levels: levels[name] ?? []) : Self.plan(types[name], levels[name])
    }
    try check(keep, data.schema, nil)
    return data
  }

  /// A table that is written.
  func makeTable(_ connection: String, _ schema: Schema) throws -> any BatchSink {
    guard let table = text("table") else {
      throw ColumnError(.invalidArgument, "only a table can be written, not a query")
    }
    let appends = flag("appends") ?? false
    if appends {
      var query = ODBCQuery(connection: connection)
      query.table = table
      let names = Set(schema.names.map(ODBCSink.columnName))
      guard try Set(ODBCData(query).schema.names) == names else {
        throw ColumnError(
          .unknownColumn, "the variables to append are not those of the table '\(table)'")
      }
    }
    return try ODBCSink(
      connection, table: table, schema: schema, mode: appends ? .append : .replace,
      writesCodes: flag("writesCodes") ?? false)
  }
}
