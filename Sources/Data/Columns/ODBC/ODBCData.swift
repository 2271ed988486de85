/// What is to be read of a database.
package struct ODBCQuery: Sendable {
  package var connection: String
  /// A table or a query.
  package var table: String?
  package var query: String?
  /// Whether white space at the ends of text is left out.
  package var trims = true
  /// Whether several rows are fetched at once.
  package var fetchesBlocks = true
  /// Whether text is read as factors.
  package var makesFactors = false
  /// The rows that make a block.
  package var rowsPerRead = 500_000
  /// Columns whose integers are codes from 0 into the levels of their plan.
  package var indexes: Set<String> = []

  package init(connection: String) {
    self.connection = connection
  }

  /// The statement that selects the named columns, all when nil.
  func sql(of columns: [String]?, _ connection: ODBCConnection) throws -> String {
    if let query { return query }
    guard let table else {
      throw ColumnError(.invalidArgument, "the data source has neither a table nor a query")
    }
    let name = connection.found(table: table) ?? connection.quoted(table: table)
    // SQLite takes an unknown name in quotes for a text, and its driver cuts names at dots.
    let list = columns.flatMap { columns in
      columns.isEmpty || connection.isSQLite ? nil : columns.map { connection.quoted($0) }
    }
    return "SELECT \(list?.joined(separator: ", ") ?? "*") FROM \(name)"
  }
}

/// A table or the result of a query as a source of data: each pass makes a connection of its own.
package struct ODBCData: DataSource {
  private let query: ODBCQuery
  private let plans: [String: ColumnPlan]
  package let schema: Schema

  /// `plan`: what to do with a column of this name.
  package init(_ query: ODBCQuery, plan: (String) -> ColumnPlan = { _ in .infer }) throws {
    self.query = query
    let connection = try ODBCConnection(query.connection)
    let statement = try ODBCStatement(connection, query.sql(of: nil, connection))
    guard !statement.columns.isEmpty else {
      throw ColumnError(.invalidArgument, "the query has no result: \(query.query ?? "")")
    }
    var fields: [Field] = []
    var plans: [String: ColumnPlan] = [:]
    for column in statement.columns {
      let wish = plan(column.name)
      let settled = wish == .infer ? column.plan(makesFactors: query.makesFactors) : wish
      plans[column.name] = settled
      if settled == .skip { continue }
      var field = Field(name: column.name, plan: settled)
      if field.type == .dateTime { field.timeZone = "UTC" }
      fields.append(field)
    }
    self.plans = plans
    schema = Schema(fields)
  }

  package var rowCount: Int? { nil }

  package var blocks: [Int]? { nil }

  package func batches(
    of columns: [String]?, rows: Range<Int>?, blocksPerRead: Int
  ) throws -> any BatchSource {
    let kept = schema.indices(of: columns).map { schema.fields[$0] }
    return ODBCBatches(query, Schema(kept), plans, rows)
  }
}

extension ODBCStatement.Column {
  /// What the type in the database means.
  func plan(makesFactors: Bool) -> ColumnPlan {
    switch sqlType {
    case 4, 5, -6: .sniffed(.integer)
    case -5, 2, 3, 6, 7, 8: .sniffed(.double)
    case 91: .sniffed(.date)
    case 93: .sniffed(.dateTime)
    case -7: .sniffed(.logical)
    default: makesFactors ? .declared(.factor) : .sniffed(.string)
    }
  }

  var isBinary: Bool { (-4 ... -2).contains(sqlType) }

  /// How cells travel, so that the plan can be followed.
  func form(_ plan: ColumnPlan, isIndex: Bool, isSQLite: Bool) -> ODBCCells.Form {
    let text = isSQLite ? ODBCCells.Form.bytes : .wide
    let isText = [1, 12, -1, -8, -9, -10].contains(sqlType)
    switch plan.type {
    case .integer: return .bigInteger
    case .double: return .double
    case .logical: return isText ? text : .bigInteger
    case .factor where isIndex: return .bigInteger
    case .date, .dateTime: return sqlType == 91 ? .date : sqlType == 93 ? .dateTime : text
    default: return text
    }
  }
}

/// One pass over the result of a query.
private final class ODBCBatches: BatchSource, @unchecked Sendable {
  // Invariant: all but `schema`, `plans` and `indexes` is used by `nextPiece` only.
  private let query: ODBCQuery
  private let wanted: Range<Int>?
  private var cursor: PieceCursor
  private var rows: ODBCRows?
  private let plans: [ColumnPlan]
  private let isIndex: [Bool]
  let schema: Schema

  struct Piece: Sendable {
    let columns: [ColumnValues]
    let rowCount: Int
    let endsBlock: Bool
  }

  init(
    _ query: ODBCQuery, _ schema: Schema, _ plans: [String: ColumnPlan], _ wanted: Range<Int>?
  ) {
    self.query = query
    self.schema = schema
    self.wanted = wanted
    self.plans = schema.names.map { plans[$0] ?? .infer }
    isIndex = schema.names.map(query.indexes.contains)
    cursor = PieceCursor(rowsPerBlock: query.rowsPerRead, rows: wanted)
  }

  func makeDecoder() {}

  func nextPiece() throws -> Piece? {
    let rows = try rows ?? open()
    self.rows = rows
    while let span = cursor.next() {
      do {
        let count = try rows.take(span.rows.count)
        if count == 0 { return nil }
        let columns = rows.finishPiece()
        guard span.isWanted else { continue }
        return Piece(columns: columns, rowCount: count, endsBlock: span.endsBlock)
      } catch var error as ColumnError {
        error.row = error.row.map { $0 + span.rows.lowerBound }
        throw error
      }
    }
    return nil
  }

  private func open() throws -> ODBCRows {
    let connection = try ODBCConnection(query.connection)
    let statement = try ODBCStatement(connection, query.sql(of: schema.names, connection))
    if let end = wanted?.upperBound, end < Int.max { statement.limit(to: end) }
    return try ODBCRows(statement, schema.names, plans, isIndex, query)
  }

  func decode(_ piece: Piece, with decoder: inout Void) throws -> ColumnBatch {
    let columns = piece.columns.indices.map {
      ODBCColumn.converted(piece.columns[$0], plans[$0], isIndex: isIndex[$0])
    }
    return ColumnBatch(names: schema.names, columns: columns, rowCount: piece.rowCount)
  }

  func endsBlock(_ piece: Piece) -> Bool { piece.endsBlock }
}

/// The rows of a result, fetched many at a time.
private final class ODBCRows {
  private let statement: ODBCStatement
  private let columns: [ODBCColumn]
  private var fetched = 0
  private var position = 0
  private var isAtEnd = false

  /// Text of columns without a limit gets room for so many characters at first.
  private static let roomForText = 256
  /// How much memory the rows of a fetch take at most.
  private static let roomForRows = 4 << 20

  init(
    _ statement: ODBCStatement, _ names: [String], _ plans: [ColumnPlan], _ isIndex: [Bool],
    _ query: ODBCQuery
  ) throws {
    self.statement = statement
    let connection = statement.connection
    var sizes: [(index: Int, form: ODBCCells.Form, characters: Int)] = []
    for (name, (plan, isIndex)) in zip(names, zip(plans, isIndex)) {
      guard let index = statement.columns.firstIndex(where: { $0.name == name }) else {
        throw ColumnError(.unknownColumn, "is not in the result", column: name)
      }
      let column = statement.columns[index]
      if column.isBinary {
        throw ColumnError(
          .unexpectedText, "binary data cannot be read; select the other columns", column: name)
      }
      let form = column.form(plan, isIndex: isIndex, isSQLite: connection.isSQLite)
      let isLimited = (1...4000).contains(column.size) && !connection.isSQLite
      sizes.append((index, form, isLimited ? column.size : Self.roomForText))
    }
    let width = sizes.reduce(0) { $0 + $1.form.width(characters: $1.characters) + 8 }
    let isText = sizes.contains { $0.form == .wide || $0.form == .bytes }
    let canBlock = query.fetchesBlocks && (connection.rereadsCells || !isText)
    let wanted = canBlock ? max(1, min(4096, Self.roomForRows / max(1, width))) : 1
    try statement.setRowsPerFetch(wanted)
    columns = sizes.indices.map { number in
      let (index, form, characters) = sizes[number]
      return ODBCColumn(
        index, names[number], plans[number], isIndex: isIndex[number],
        ODBCCells(form, characters: characters, rows: wanted), trims: query.trims)
    }
    for column in columns { try statement.bind(column.index, column.cells) }
    try statement.execute()
  }

  /// Takes over at most so many rows; fewer at the end.
  func take(_ wanted: Int) throws -> Int {
    var count = 0
    while count < wanted, !isAtEnd {
      if position == fetched {
        (fetched, position) = (try statement.fetch(), 0)
        isAtEnd = fetched == 0
        continue
      }
      let range = position..<min(fetched, position + wanted - count)
      for column in columns { try column.take(range, from: statement) }
      count += range.count
      position = range.upperBound
    }
    return count
  }

  func finishPiece() -> [ColumnValues] { columns.map { $0.finishPiece() } }
}
