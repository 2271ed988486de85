/// How the cells of a column lie in an Arrow file.
enum ArrowType: Equatable {
  case null
  case boolean
  case integer(bits: Int, isSigned: Bool)
  /// 16, 32 or 64 bits.
  case float(bits: Int)
  case dateInDays
  case dateInMilliseconds
  /// Time stamps, times of day and durations, with so many units a second.
  case time(bits: Int, unitsPerSecond: Double, isMoment: Bool)
  /// Offsets of 32 or 64 bits.
  case text(offsetBits: Int)
  /// Short strings in place, others elsewhere.
  case textView

  /// The type of a field; an error for what has no place in a flat table.
  init(_ field: FlatTable, name: String) throws {
    let kind = try field.integer(2, default: UInt8(0))
    guard let type = try field.table(3) else { throw FlatReader.damaged }
    switch kind {
    case 1: self = .null
    case 2:
      let bits = try type.integer(0, default: Int32(0))
      guard [8, 16, 32, 64].contains(bits) else { throw FlatReader.damaged }
      self = .integer(bits: Int(bits), isSigned: try type.flag(1))
    case 3:
      let precision = try type.integer(0, default: Int16(0))
      guard (0...2).contains(precision) else { throw FlatReader.damaged }
      self = .float(bits: 16 << Int(precision))
    case 5: self = .text(offsetBits: 32)
    case 20: self = .text(offsetBits: 64)
    case 24: self = .textView
    case 6: self = .boolean
    case 8: self = try type.integer(0, default: Int16(1)) == 0 ? .dateInDays : .dateInMilliseconds
    case 9:
      let bits = try type.integer(1, default: Int32(32))
      guard bits == 32 || bits == 64 else { throw FlatReader.damaged }
      self = .time(bits: Int(bits), unitsPerSecond: try Self.units(type, 1), isMoment: false)
    case 10: self = .time(bits: 64, unitsPerSecond: try Self.units(type, 0), isMoment: true)
    case 18: self = .time(bits: 64, unitsPerSecond: try Self.units(type, 1), isMoment: false)
    default:
      throw ColumnError(
        .invalidArgument, "columns of type \(Self.name(kind)) cannot be read", column: name)
    }
  }

  private static func units(_ type: FlatTable, _ fallback: Int16) throws -> Double {
    switch try type.integer(0, default: fallback) {
    case 0: 1
    case 1: 1e3
    case 2: 1e6
    case 3: 1e9
    default: throw FlatReader.damaged
    }
  }

  private static func name(_ kind: UInt8) -> String {
    let names: [UInt8: String] = [
      4: "binary", 7: "decimal", 11: "interval", 12: "list", 13: "struct", 14: "union",
      15: "fixed size binary", 16: "fixed size list", 17: "map", 19: "large binary",
      21: "large list", 22: "run-end encoded", 23: "binary view",
    ]
    return names[kind] ?? "\(kind)"
  }

  /// What the cells are in memory.
  var columnType: ColumnType {
    switch self {
    case .null, .boolean: .logical
    case .integer(let bits, let isSigned): bits < 32 || bits == 32 && isSigned ? .integer : .double
    case .float: .double
    case .dateInDays, .dateInMilliseconds: .date
    case .time(_, _, let isMoment): isMoment ? .dateTime : .double
    case .text, .textView: .string
    }
  }

  var storage: Field.Storage? {
    switch self {
    case .float(bits: 32): .float32
    case .integer(bits: 16, let isSigned): isSigned ? .int16 : .uint16
    default: nil
    }
  }

  /// Buffers of a column without the variable ones of views.
  var bufferCount: Int {
    switch self {
    case .null: 0
    case .text: 3
    default: 2
    }
  }

  /// As what a column is written.
  init(_ field: Field) {
    switch (field.type, field.storage) {
    case (.logical, _): self = .boolean
    case (.integer, .int16): self = .integer(bits: 16, isSigned: true)
    case (.integer, .uint16): self = .integer(bits: 16, isSigned: false)
    case (.integer, _), (.factor, _): self = .integer(bits: 32, isSigned: true)
    case (.double, .float32): self = .float(bits: 32)
    case (.double, _): self = .float(bits: 64)
    case (.date, _): self = .dateInDays
    case (.dateTime, _): self = .time(bits: 64, unitsPerSecond: 1e6, isMoment: true)
    case (.string, _): self = .text(offsetBits: 64)
    }
  }

  /// The number of the type and its table, of those types that are written.
  func encoded(timeZone: String?) -> (kind: UInt8, table: FlatTree) {
    switch self {
    case .integer(let bits, let isSigned):
      (2, .table([.int(Int32(bits)), .byte(isSigned ? 1 : 0)]))
    case .float(let bits): (3, .table([.short(bits == 64 ? 2 : 1)]))
    case .boolean, .null: (6, .table([]))
    case .dateInDays, .dateInMilliseconds: (8, .table([.short(0)]))
    case .time:
      (10, .table([.short(2), timeZone.map { .reference(.string($0)) }]))
    case .text, .textView: (20, .table([]))
    }
  }
}

/// A column of an Arrow file.
struct ArrowColumn {
  var field: Field
  /// Of the codes when there is a dictionary.
  let type: ArrowType
  /// The number and the type of the dictionary.
  let dictionary: (number: Int64, type: ArrowType)?

  init(_ table: FlatTable) throws {
    let name = try table.string(0) ?? ""
    let valueType = try ArrowType(table, name: name)
    let metadata = try table.metadata(6)
    if let encoding = try table.table(4) {
      guard valueType.columnType == .string else {
        throw ColumnError(
          .invalidArgument, "dictionaries of other than text cannot be read", column: name)
      }
      type = try Self.codes(encoding.table(1))
      dictionary = (try encoding.integer(0, default: Int64(0)), valueType)
      field = Field(name: name, type: .factor)
      field.isOrdered = try encoding.flag(2)
    } else {
      type = valueType
      dictionary = nil
      field = Field(name: name, type: valueType.columnType)
      field.storage = valueType.storage
      if case .time(_, _, true) = valueType { field.timeZone = try table.table(3)?.string(1) }
    }
    field.apply(metadata)
  }

  init(_ field: Field, number: Int64) {
    self.field = field
    type = ArrowType(field)
    dictionary = field.type == .factor ? (number, .text(offsetBits: 32)) : nil
  }

  private static func codes(_ table: FlatTable?) throws -> ArrowType {
    guard let table else { return .integer(bits: 32, isSigned: true) }
    let bits = try table.integer(0, default: Int32(0))
    guard [8, 16, 32, 64].contains(bits) else { throw FlatReader.damaged }
    return .integer(bits: Int(bits), isSigned: try table.flag(1))
  }

  /// The columns of a schema and what is said about all of it.
  static func all(of schema: FlatTable) throws -> [ArrowColumn] {
    guard try schema.integer(0, default: Int16(0)) == 0 else {
      throw ColumnError(.invalidArgument, "files with the big end first cannot be read")
    }
    return try schema.tables(1).map { try ArrowColumn($0) }
  }

  /// The field as a table of a schema.
  var encoded: FlatTree {
    let valueType = dictionary?.type ?? type
    let (kind, table) =
      valueType == .text(offsetBits: 32)
      ? (5, FlatTree.table([])) : valueType.encoded(timeZone: field.timeZone)
    var encoding: FlatTree.Slot?
    if let dictionary {
      encoding = .reference(
        .table([
          .long(dictionary.number), .reference(type.encoded(timeZone: nil).table),
          .byte(field.isOrdered ? 1 : 0),
        ]))
    }
    return .table([
      .reference(.string(field.name)), .byte(1), .byte(kind), .reference(table), encoding,
      .reference(.tables([])), .reference(FlatTree.metadata(field.metadata)),
    ])
  }
}

extension FlatTree {
  /// Pairs of keys and values.
  static func metadata(_ pairs: [(String, String)]) -> FlatTree {
    .tables(pairs.map { .table([.reference(.string($0.0)), .reference(.string($0.1))]) })
  }

  static func schema(_ columns: [ArrowColumn]) -> FlatTree {
    .table([.short(0), .reference(.tables(columns.map(\.encoded)))])
  }
}

extension Field {
  /// What an Arrow file keeps of a column beside its type.
  fileprivate var metadata: [(String, String)] {
    var result: [(String, String)] = []
    if let description { result.append(("apus.description", description)) }
    if let low { result.append(("apus.low", "\(low)")) }
    if let high { result.append(("apus.high", "\(high)")) }
    for label in valueLabels { result.append(("apus.label." + label.code, label.label)) }
    return result
  }

  fileprivate mutating func apply(_ metadata: [String: String]) {
    description = metadata["apus.description"]
    low = metadata["apus.low"].flatMap { Double($0) }
    high = metadata["apus.high"].flatMap { Double($0) }
    let prefix = "apus.label."
    valueLabels = metadata.keys.filter { $0.hasPrefix(prefix) }.sorted().map {
      ValueLabel(code: String($0.dropFirst(prefix.count)), label: metadata[$0] ?? "")
    }
  }
}
