import ApusColumns
import ApusInterpreter

/// Vectors of R as columns, and columns as vectors.
enum RColumns {
  /// The columns of a list of vectors; `wanted`: those to take, all when nil.
  static func batch(
    _ list: ListVector, _ interpreter: Interpreter, keeping wanted: Set<String>? = nil
  ) throws -> (batch: ColumnBatch, schema: Schema) {
    let strings = interpreter.strings
    let names = list.names?.elements.map { strings.text($0) } ?? []
    var fields: [Field] = []
    var columns: [ColumnValues] = []
    for (name, value) in zip(names, list.elements) where wanted?.contains(name) ?? true {
      let values = try column(value, name, interpreter)
      fields.append(field(name, value, values, interpreter))
      columns.append(values)
    }
    if let first = columns.first, let other = columns.firstIndex(where: { $0.count != first.count })
    {
      throw ColumnError(
        .invalidArgument, "has \(columns[other].count) values, not \(first.count)",
        column: fields[other].name)
    }
    return (ColumnBatch(names: fields.map(\.name), columns: columns), Schema(fields))
  }

  private static func field(
    _ name: String, _ value: Value, _ values: ColumnValues, _ interpreter: Interpreter
  ) -> Field {
    let strings = interpreter.strings
    var field = Field(name: name, type: values.type)
    if case .factor(_, let levels) = values {
      field.levels = levels
      field.isOrdered = interpreter.inherits(value, "ordered")
    }
    if values.type == .dateTime {
      let zone = strings.texts(value.attribute(strings.symbol("tzone")))?.first
      field.timeZone = zone.flatMap { $0.isEmpty ? nil : $0 }
    }
    field.description = strings.texts(value.attribute(strings.symbol(".rxDescription")))?.first
    return field
  }

  private static func column(
    _ value: Value, _ name: String, _ interpreter: Interpreter
  ) throws -> ColumnValues {
    let strings = interpreter.strings
    if let levels = strings.texts(value.attribute(.levels)), let codes = value.integerVector {
      return .factor(codes: withExtendedLifetime(codes) { Array(codes.elements) }, levels: levels)
    }
    guard let vector = value.vector else { throw unusable(value, name) }
    defer { withExtendedLifetime(vector) {} }
    switch vector.kind {
    case .logical: return .logical(Array(vector.integers))
    case .integer where interpreter.inherits(value, "Date"):
      return .date(vector.integers.map { $0 == missingInteger ? missingDouble : Double($0) })
    case .integer: return .integer(Array(vector.integers))
    case .double:
      let cells = Array(vector.doubles)
      if interpreter.inherits(value, "Date") { return .date(cells) }
      return interpreter.inherits(value, "POSIXct") ? .dateTime(cells) : .double(cells)
    case .character:
      return .string(StringColumn(vector.strings.map { $0.isMissing ? nil : strings.text($0) }))
    default: throw unusable(value, name)
    }
  }

  private static func unusable(_ value: Value, _ name: String) -> ColumnError {
    ColumnError(
      .invalidArgument, "values of type '\(value.kind.typeName)' cannot be kept in a column",
      column: name)
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

  /// A list with names.
  func list(_ elements: [(String, Value)]) -> Value {
    let result = ListVector(elements.map(\.1))
    result.setAttribute(.names, .object(CharacterVector(elements.map { intern($0.0) })))
    return .object(result)
  }
}
