import ApusColumns

extension ColumnBatch {
  /// The rows of all batches, which have the same columns, one after another.
  ///
  /// Levels and strings that a later batch has more go behind those of the earlier.
  init(piecesOfChunk batches: [ColumnBatch]) throws {
    guard let first = batches.first else {
      self.init(names: [], columns: [])
      return
    }
    guard batches.count > 1 else {
      self = first
      return
    }
    var columns: [ColumnValues] = []
    for (index, name) in first.names.enumerated() {
      let parts = try batches.map { batch -> ColumnValues in
        if index < batch.names.count, batch.names[index] == name { return batch.columns[index] }
        guard let values = batch[name] else {
          throw ColumnError(.unknownColumn, "not in every part of the data", column: name)
        }
        return values
      }
      guard let joined = ColumnValues(cellsOf: parts) else {
        throw ColumnError(.unexpectedText, "has different types in parts of the data", column: name)
      }
      columns.append(joined)
    }
    self.init(
      names: first.names, columns: columns, rowCount: batches.reduce(0) { $0 + $1.rowCount })
  }
}

extension ColumnValues {
  /// The cells of all parts; nil when their types differ.
  init?(cellsOf parts: [ColumnValues]) {
    guard let first = parts.first, parts.allSatisfy({ $0.type == first.type }) else { return nil }
    switch first {
    case .logical: self = .logical(parts.flatMap(\.int32s))
    case .integer: self = .integer(parts.flatMap(\.int32s))
    case .double: self = .double(parts.flatMap { $0.doubles ?? [] })
    case .date: self = .date(parts.flatMap { $0.doubles ?? [] })
    case .dateTime: self = .dateTime(parts.flatMap { $0.doubles ?? [] })
    case .factor(_, var levels):
      var codes: [Int32] = []
      var positions = Dictionary(levels.enumerated().map { ($1, Int32($0 + 1)) }) { one, _ in one }
      for case .factor(let more, let own) in parts {
        let places = own.map { Self.place($0, &positions, &levels) }
        codes += more.map { $0 > 0 ? places[Int($0) - 1] : missingInteger }
      }
      self = .factor(codes: codes, levels: levels)
    case .string:
      self = .string(Self.joined(parts))
    }
  }

  private var int32s: [Int32] {
    switch self {
    case .logical(let values), .integer(let values), .factor(let values, _): values
    default: []
    }
  }

  /// The code of a level, which is added when it is new.
  private static func place(
    _ level: String, _ positions: inout [String: Int32], _ levels: inout [String]
  ) -> Int32 {
    if let known = positions[level] { return known }
    levels.append(level)
    positions[level] = Int32(levels.count)
    return Int32(levels.count)
  }

  private static func joined(_ parts: [ColumnValues]) -> StringColumn {
    let table = StringTable()
    var codes: [Int32] = []
    for case .string(let part) in parts {
      let dictionary = part.dictionary
      let places = dictionary.bytes.withUnsafeBufferPointer { bytes in
        (0..<dictionary.count).map { entry in
          let range = dictionary.offsets[entry]..<dictionary.offsets[entry + 1]
          return table.code(of: UnsafeBufferPointer(rebasing: bytes[range]))
        }
      }
      codes += part.codes.map { $0 < 0 ? missingInteger : places[Int($0)] }
    }
    return StringColumn(codes: codes, dictionary: table.dictionary())
  }
}
