import ApusAnalytics
import ApusColumns
import ApusExecutors
import ApusInterpreter

/// What can be known of a data source: its columns, and its first rows.
enum DataSources {
  static var all: [Builtin] { [columnInfo, firstRows] }

  /// `rxColumnInfo(data, computeInfo, numCoresToUse, reportProgress)`: the names, types and levels
  /// of the columns; with `computeInfo` the ranges and the number of rows, after a pass.
  static let columnInfo = Builtin(
    .internal, "rxColumnInfo(data, computeInfo, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      var ranges: ColumnRanges?
      if try call.flag(1, "computeInfo") {
        let runner = try PassRunner(call, threads: 2, report: 3)
        ranges = try runner.run(ColumnRanges(), data, columns: nil)
      }
      return try info(data, ranges, call.strings)
    } catch {
      throw failure(error, call)
    }
  }

  private static func info(
    _ data: RxData, _ ranges: ColumnRanges?, _ strings: StringPool
  ) throws -> Value {
    let fields = try data.fields
    let levels = fields.enumerated().map { index, field -> Value in
      guard field.type == .factor else { return .null }
      let known = field.levels.isEmpty ? ranges?.ranges[index].levels ?? [] : field.levels
      return .object(CharacterVector(known.map { strings.intern($0) }))
    }
    let bound = { (value: (ColumnRanges.Range) -> Double) -> Value in
      guard let ranges else { return .null }
      let bounds = ranges.ranges.map { value($0).isFinite ? value($0) : missingDouble }
      return .object(DoubleVector(bounds))
    }
    return strings.list([
      ("names", .object(CharacterVector(fields.map { strings.intern($0.name) }))),
      ("types", .object(CharacterVector(fields.map { strings.intern($0.type.rName) }))),
      ("levels", .object(ListVector(levels))),
      ("low", bound { $0.least }), ("high", bound { $0.most }),
      ("rows", ranges.map { .double(Double($0.rowCount)) } ?? .null),
    ])
  }

  /// `rxFirstRows(data, count)`: the first rows of the columns of a text source as a list.
  static let firstRows = Builtin(.internal, "rxFirstRows(data, count)") { call throws(Unwind) in
    let count = Int(try call.integer(1, "numRows"))
    do {
      guard case .source(let source) = try RxData(call[0], call) else {
        throw ColumnError(.invalidArgument, "not a data source")
      }
      let batch = try source.rows(0..<max(0, count))
      let values = zip(batch.columns, source.schema.fields).map { column, field in
        column.vector(call.strings, field)
      }
      return call.strings.list(Array(zip(batch.names, values)))
    } catch {
      throw failure(error, call)
    }
  }

  /// What went wrong as an R error.
  static func failure(_ error: any Error, _ call: borrowing Invocation) -> Unwind {
    if let unwind = error as? Unwind { return unwind }
    if let error = error as? ColumnError, error.code == .cancelled { return .interrupt }
    return call.error("\(error)")
  }
}

extension ColumnType {
  var rName: String {
    switch self {
    case .logical: "logical"
    case .integer: "integer"
    case .double: "numeric"
    case .date: "Date"
    case .dateTime: "POSIXct"
    case .factor: "factor"
    case .string: "character"
    }
  }
}

extension StringPool {
  /// A list with names.
  func list(_ elements: [(String, Value)]) -> Value {
    let result = ListVector(elements.map(\.1))
    result.setAttribute(.names, .object(CharacterVector(elements.map { intern($0.0) })))
    return .object(result)
  }
}

extension ColumnValues {
  /// The cells as an R vector.
  func vector(_ strings: StringPool, _ field: Field) -> Value {
    switch self {
    case .logical(let cells): return Value(LogicalVector(cells))
    case .integer(let cells): return Value(IntegerVector(cells))
    case .double(let cells): return Value(DoubleVector(cells))
    case .date(let cells):
      let vector = DoubleVector(cells)
      vector.setAttribute(.class_, .string(strings.intern("Date")))
      return Value(vector)
    case .dateTime(let cells):
      let vector = DoubleVector(cells)
      vector.setAttribute(.class_, strings.characters(["POSIXct", "POSIXt"]))
      if let zone = field.timeZone {
        vector.setAttribute(strings.symbol("tzone"), .string(strings.intern(zone)))
      }
      return Value(vector)
    case .string(let column):
      let handles = column.dictionary.strings.map { strings.intern($0) }
      return Value(CharacterVector(column.codes.map { $0 < 0 ? .missing : handles[Int($0)] }))
    case .factor(let codes, let levels):
      let vector = IntegerVector(codes)
      vector.setAttribute(.levels, strings.characters(levels))
      vector.setAttribute(
        .class_, strings.characters(field.isOrdered ? ["ordered", "factor"] : ["factor"]))
      return Value(vector)
    }
  }
}

extension StringPool {
  func characters(_ texts: [String]) -> Value {
    .object(CharacterVector(texts.map { intern($0) }))
  }
}
