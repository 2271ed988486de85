import ApusAnalytics
import ApusColumns
import ApusExecutors
import ApusInterpreter

/// What can be known of a data source: its columns and blocks.
enum DataSources {
  static var all: [Builtin] { [columnInfo, userCall] }

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
      return info(data, ranges, call.strings)
    } catch {
      throw failure(error, call)
    }
  }

  private static func info(_ data: RxData, _ ranges: ColumnRanges?, _ strings: StringPool) -> Value
  {
    let fields = data.schema.fields
    let levels = fields.enumerated().map { index, field -> Value in
      guard field.type == .factor else { return .null }
      let known = field.levels.isEmpty ? ranges?.ranges[index].levels ?? [] : field.levels
      return .object(CharacterVector(known.map { strings.intern($0) }))
    }
    let bounds = { (known: KeyPath<Field, Double?>, found: KeyPath<ColumnRanges.Range, Double>) in
      Value.object(
        DoubleVector(
          fields.indices.map { index -> Double in
            let value = ranges?.ranges[index][keyPath: found] ?? fields[index][keyPath: known]
            return value.flatMap { $0.isFinite ? $0 : nil } ?? missingDouble
          }))
    }
    let texts = { (text: (Field) -> String?) in
      Value.strings(fields.map { text($0).map { strings.intern($0) } ?? .missing })
    }
    let counted = ranges.map(\.rowCount) ?? (data.isWorkedOn ? nil : data.source.rowCount)
    let blocks = data.isWorkedOn ? nil : data.source.blocks
    return strings.list([
      ("names", texts(\.name)), ("types", texts(\.type.rName)),
      ("levels", .object(ListVector(levels))),
      ("low", bounds(\.low, \.least)), ("high", bounds(\.high, \.most)),
      ("rows", counted.map { .double(Double($0)) } ?? .null),
      ("blocks", blocks.map { .object(DoubleVector($0.map(Double.init))) } ?? .null),
      ("descriptions", texts(\.description)), ("storage", texts { $0.storage?.rawValue }),
      ("ordered", .object(LogicalVector(fields.map { $0.isOrdered ? 1 : 0 }))),
      ("codes", .object(ListVector(fields.map { labels($0, \.code, strings) }))),
      ("labels", .object(ListVector(fields.map { labels($0, \.label, strings) }))),
    ])
  }

  private static func labels(
    _ field: Field, _ part: KeyPath<Field.ValueLabel, String>, _ strings: StringPool
  ) -> Value {
    field.valueLabels.isEmpty
      ? .null : strings.characters(field.valueLabels.map { $0[keyPath: part] })
  }

  /// `rxUserCall()`: the call by which the user entered the package.
  static let userCall = Builtin(.internal, "rxUserCall()") { call throws(Unwind) in
    entry(call)
  }

  private static func entry(_ call: borrowing Invocation) -> Value {
    let r = call.interpreter
    return r.namespaces[r.strings.symbol("RevoScaleR")].map { r.callInto($0) } ?? call.call
  }

  /// What went wrong as an R error of the call by which the user entered the package.
  static func failure(_ error: any Error, _ call: borrowing Invocation) -> Unwind {
    if let unwind = error as? Unwind { return unwind }
    if let error = error as? ColumnError, error.code == .cancelled { return .interrupt }
    return .error(Condition.error("\(error)", call: entry(call)))
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
