/// What the cells of a column of a Parquet file are, as they lie in the file.
struct ParquetType: Sendable, Equatable {
  enum Storage: Int64, Sendable {
    case boolean, int32, int64, int96, float, double, bytes, fixed
  }

  enum Meaning: Sendable, Equatable {
    case nothing
    case logical
    case number(isSigned: Bool)
    case half
    /// So many digits behind the point.
    case decimal(Int)
    case date
    /// Times of day and moments, so many units a second.
    case time(Double)
    case moment(Double)
    case text
    case identifier
  }

  let storage: Storage
  /// Bytes of a value; 0 when they differ.
  let width: Int
  let meaning: Meaning
  /// Of an integer.
  let bits: Int

  init(storage: Storage, meaning: Meaning, bits: Int = 32) {
    self.storage = storage
    self.meaning = meaning
    self.bits = bits
    width = Self.width(storage)
  }

  private static func width(_ storage: Storage) -> Int {
    switch storage {
    case .int32, .float: 4
    case .int64, .double: 8
    case .int96: 12
    case .boolean, .bytes, .fixed: 0
    }
  }

  /// The type of a leaf of the schema.
  init(_ element: ThriftStruct) throws {
    guard let storage = element.integer(1).flatMap(Storage.init(rawValue:)) else {
      throw ThriftReader.damaged("a column has no type")
    }
    self.storage = storage
    if storage == .fixed {
      width = try element.count(2, "width")
      guard (1...1 << 20).contains(width) else { throw ThriftReader.damaged("a width of \(width)") }
    } else {
      width = Self.width(storage)
    }
    let note = try Note(element)
    bits = note.bits
    meaning = try Self.meaning(storage, note, width)
  }

  private static func meaning(_ storage: Storage, _ note: Note, _ width: Int) throws -> Meaning {
    switch (storage, note.meaning) {
    case (_, .nothing?): return .nothing
    case (.boolean, _): return .logical
    case (.int96, _): return .moment(1e9)
    case (.fixed, .half?) where width == 2: return .half
    case (.fixed, .identifier?) where width == 16: return .identifier
    case (.bytes, .decimal(let scale)?), (.fixed, .decimal(let scale)?),
      (.int32, .decimal(let scale)?), (.int64, .decimal(let scale)?):
      return .decimal(scale)
    case (.bytes, _), (.fixed, _): return .text
    case (.int32, .date?): return .date
    case (.int32, .time(let units)?), (.int64, .time(let units)?): return .time(units)
    case (.int64, .moment(let units)?): return .moment(units)
    case (_, .number(let isSigned)?): return .number(isSigned: isSigned)
    default: return .number(isSigned: true)
    }
  }

  /// What the cells are in memory.
  var columnType: ColumnType {
    switch meaning {
    case .nothing, .logical: .logical
    case .number(let isSigned):
      storage == .int32 && (isSigned || bits < 32) ? .integer : .double
    case .half, .decimal, .time: .double
    case .date: .date
    case .moment: .dateTime
    case .text, .identifier: .string
    }
  }

  var fieldStorage: Field.Storage? {
    switch (storage, meaning, bits) {
    case (.float, _, _): .float32
    case (.int32, .number(let isSigned), 16): isSigned ? .int16 : .uint16
    default: nil
    }
  }

  /// As what a column is written.
  init(_ field: Field) {
    switch (field.type, field.storage) {
    case (.logical, _): self.init(storage: .boolean, meaning: .logical)
    case (.integer, .int16): self.init(storage: .int32, meaning: .number(isSigned: true), bits: 16)
    case (.integer, .uint16):
      self.init(storage: .int32, meaning: .number(isSigned: false), bits: 16)
    case (.integer, _): self.init(storage: .int32, meaning: .number(isSigned: true))
    case (.double, .float32): self.init(storage: .float, meaning: .number(isSigned: true))
    case (.double, _): self.init(storage: .double, meaning: .number(isSigned: true))
    case (.date, _): self.init(storage: .int32, meaning: .date)
    case (.dateTime, _): self.init(storage: .int64, meaning: .moment(1e6))
    case (.factor, _), (.string, _): self.init(storage: .bytes, meaning: .text)
    }
  }
}

/// What a schema says of a column besides how its values are stored.
private struct Note {
  var meaning: ParquetType.Meaning?
  var bits = 32

  init(_ element: ThriftStruct) throws {
    if let logical = element.structure(10), let kind = logical.choice {
      try read(logical, kind)
    } else if let converted = element.integer(6) {
      try read(converted, scale: Int(clamping: element.integer(7) ?? 0))
    }
    if case .decimal(let scale)? = meaning, !(0...400).contains(scale) {
      throw ThriftReader.damaged("a decimal of \(scale) places")
    }
  }

  private mutating func read(_ logical: ThriftStruct, _ kind: Int16) throws {
    let detail = logical.structure(kind)
    switch kind {
    case 5: meaning = .decimal(Int(clamping: detail?.integer(1) ?? 0))
    case 6: meaning = .date
    case 7: meaning = .time(Self.units(detail))
    case 8: meaning = .moment(Self.units(detail))
    case 10:
      bits = Int(clamping: detail?.integer(1) ?? 32)
      meaning = .number(isSigned: detail?.flag(2) ?? true)
    case 11: meaning = .nothing
    case 14: meaning = .identifier
    case 15: meaning = .half
    case 2, 3, 16, 17, 18:
      let names: [Int16: String] = [2: "map", 3: "list", 16: "variant"]
      throw Self.unreadable(names[kind] ?? "geometry")
    default: meaning = .text
    }
  }

  private mutating func read(_ converted: Int64, scale: Int) throws {
    switch converted {
    case 1, 2: throw Self.unreadable("map")
    case 3: throw Self.unreadable("list")
    case 5: meaning = .decimal(scale)
    case 6: meaning = .date
    case 7: meaning = .time(1e3)
    case 8: meaning = .time(1e6)
    case 9: meaning = .moment(1e3)
    case 10: meaning = .moment(1e6)
    case 11...14: (bits, meaning) = (8 << Int(converted - 11), .number(isSigned: false))
    case 15...18: (bits, meaning) = (8 << Int(converted - 15), .number(isSigned: true))
    case 21: throw Self.unreadable("interval")
    default: meaning = .text
    }
  }

  private static func units(_ detail: ThriftStruct?) -> Double {
    switch detail?.structure(2)?.choice {
    case 1: 1e3
    case 3: 1e9
    default: 1e6
    }
  }

  private static func unreadable(_ kind: String) -> ColumnError {
    ColumnError(.invalidArgument, "columns of type \(kind) cannot be read")
  }
}

/// A column of a Parquet file.
struct ParquetColumn: Sendable {
  var field: Field
  /// Nil for a column that cannot be read.
  let type: ParquetType?
  /// Why it cannot be read.
  let refusal: ColumnError?
  /// Which of the column chunks of a row group is its.
  let leaf: Int
  /// Whether cells may be missing.
  let isOptional: Bool

  /// The columns of a schema: the root and what is below it, one after another.
  static func all(of elements: [ThriftStruct]) throws -> [ParquetColumn] {
    guard let root = elements.first else { throw ThriftReader.damaged("no schema") }
    var result: [ParquetColumn] = []
    var (next, leaf) = (1, 0)
    for _ in 0..<(try root.count(5, "columns")) {
      guard next < elements.count else { throw ThriftReader.damaged("columns are missing") }
      let element = elements[next]
      let firstLeaf = leaf
      var open = 1
      while open > 0 {
        guard next < elements.count else { throw ThriftReader.damaged("columns are missing") }
        let children = Int(clamping: elements[next].integer(5) ?? 0)
        guard (0...elements.count).contains(children) else {
          throw ThriftReader.damaged("columns are missing")
        }
        open += children - 1
        if children == 0 { leaf += 1 }
        next += 1
      }
      result.append(ParquetColumn(element, leaf: firstLeaf))
    }
    return result
  }

  private init(_ element: ThriftStruct, leaf: Int) {
    let name = element.text(4) ?? ""
    self.leaf = leaf
    isOptional = element.integer(3) == 1
    field = Field(name: name, type: .logical)
    do {
      guard (element.integer(5) ?? 0) == 0, element.integer(3) ?? 0 < 2 else {
        throw ColumnError(.invalidArgument, "nested and repeated columns cannot be read")
      }
      let type = try ParquetType(element)
      self.type = type
      field.type = type.columnType
      field.storage = type.fieldStorage
      if field.type == .dateTime { field.timeZone = "UTC" }
      refusal = nil
    } catch {
      type = nil
      let known = error as? ColumnError
      refusal = ColumnError(
        known?.code ?? .corrupt, known?.message ?? "the column cannot be read", column: name)
    }
  }
}
