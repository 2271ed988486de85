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
    let columns = try data.columns()
    let levels = columns.enumerated().map { index, column -> Value in
      guard column.type == "factor" else { return .null }
      let known = column.levels ?? ranges?.ranges[index].levels ?? []
      return .object(CharacterVector(known.map { strings.intern($0) }))
    }
    let bound = { (value: (ColumnRanges.Range) -> Double) -> Value in
      guard let ranges else { return .null }
      let bounds = ranges.ranges.map { value($0).isFinite ? value($0) : missingDouble }
      return .object(DoubleVector(bounds))
    }
    return strings.list([
      ("names", .object(CharacterVector(columns.map { strings.intern($0.name) }))),
      ("types", .object(CharacterVector(columns.map { strings.intern($0.type) }))),
      ("levels", .object(ListVector(levels))),
      ("low", bound { $0.least }), ("high", bound { $0.most }),
      ("rows", ranges.map { .double(Double($0.rowCount)) } ?? .null),
    ])
  }

  /// `rxFirstRows(data, count)`: the first rows of the columns of a text source as a list.
  static let firstRows = Builtin(.internal, "rxFirstRows(data, count)") { call throws(Unwind) in
    let count = Int(try call.integer(1, "numRows"))
    do {
      guard case .text(let text) = try RxData(call[0], call) else {
        throw ColumnError(.invalidArgument, "not a text source")
      }
      let batch = try text.file.preview(text.plans, rows: count)
      let isFactor = text.names.indices.filter { text.plans[$0] != .skip }.map(text.isFactor)
      let rows = min(count, batch.rowCount)
      let values = zip(batch.columns, isFactor).map { column, isFactor in
        column.rows(0..<rows).vector(call.strings, asFactor: isFactor)
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

extension RxData {
  /// Name, type and known levels of each column.
  func columns() throws -> [(name: String, type: String, levels: [String]?)] {
    switch self {
    case .transformed(let data):
      try data.sample().schema.fields.map { ($0.name, $0.type.rName, nil) }
    case .memory(let batch):
      batch.schema.fields.map { ($0.name, $0.type.rName, $0.type == .factor ? $0.levels : nil) }
    case .text(let text):
      text.names.indices.filter { text.plans[$0] != .skip }.map { index in
        let type = text.isFactor(index) ? "factor" : text.plans[index].type.rName
        if case .declared(.factor, let levels) = text.plans[index] {
          return (text.names[index], type, levels)
        }
        return (text.names[index], type, nil)
      }
    }
  }
}

extension ColumnPlan {
  var type: ColumnType {
    switch self {
    case .sniffed(let type), .declared(let type, _): type
    case .skip, .infer: .double
    }
  }
}

extension ColumnType {
  var rName: String {
    switch self {
    case .logical: "logical"
    case .integer: "integer"
    case .double: "numeric"
    case .date: "Date"
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
  func vector(_ strings: StringPool, asFactor: Bool) -> Value {
    switch self {
    case .logical(let cells): return Value(LogicalVector(cells))
    case .integer(let cells): return Value(IntegerVector(cells))
    case .double(let cells): return Value(DoubleVector(cells))
    case .date(let cells):
      let vector = DoubleVector(cells)
      vector.setAttribute(.class_, .string(strings.intern("Date")))
      return Value(vector)
    case .string(let column) where !asFactor:
      let handles = column.dictionary.strings.map { strings.intern($0) }
      return Value(CharacterVector(column.codes.map { $0 < 0 ? .missing : handles[Int($0)] }))
    case .string, .factor:
      let (codes, levels) = categories ?? ([], [])
      let vector = IntegerVector(codes)
      vector.setAttribute(.levels, .object(CharacterVector(levels.map { strings.intern($0) })))
      vector.setAttribute(.class_, .string(strings.intern("factor")))
      return Value(vector)
    }
  }
}
