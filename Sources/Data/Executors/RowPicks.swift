import ApusColumns

/// Rows chosen from several batches, in an order of their own.
final class RowPicks: @unchecked Sendable {
  // Invariant: rows are added by one thread, before others gather.
  private var batches: [ColumnBatch]
  /// By batches: the rows, and where they go.
  private var rows: [[Int32]]
  private(set) var places: [[Int32]]
  private(set) var count = 0

  init(_ batches: [ColumnBatch] = []) {
    self.batches = batches
    rows = batches.map { _ in [] }
    places = rows
  }

  /// Adds a batch and returns its number.
  func add(_ batch: ColumnBatch) -> Int {
    batches.append(batch)
    rows.append([])
    places.append([])
    return batches.count - 1
  }

  @inline(__always)
  func append(_ row: Int, of batch: Int) {
    rows[batch].append(Int32(row))
    places[batch].append(Int32(count))
    count += 1
  }

  /// Adds rows of the first batch.
  func append(_ rows: [Int32]) {
    self.rows[0] += rows
    places[0] += (count..<count + rows.count).map { Int32($0) }
    count += rows.count
  }

  /// Leaves a row empty.
  func skip() { count += 1 }

  /// The rows; those that were left empty are missing.
  func gathered(_ schema: Schema) -> ColumnBatch {
    let columns = schema.fields.enumerated().map { index, field -> ColumnValues in
      switch field.type {
      case .logical: .logical(integers(index))
      case .integer: .integer(integers(index))
      case .double: .double(doubles(index))
      case .date: .date(doubles(index))
      case .dateTime: .dateTime(doubles(index))
      case .factor: .factor(codes: integers(index), levels: field.levels)
      case .string: .string(texts(index))
      }
    }
    return ColumnBatch(names: schema.names, columns: columns, rowCount: count)
  }

  func integers(_ column: Int) -> [Int32] {
    cells(column, missing: missingInteger) { values in
      switch values {
      case .logical(let cells), .integer(let cells), .factor(let cells, _): cells
      default: nil
      }
    }
  }

  private func doubles(_ column: Int) -> [Double] {
    cells(column, missing: missingDouble) { values in
      switch values {
      case .double(let cells), .date(let cells), .dateTime(let cells): cells
      default: values.doubles
      }
    }
  }

  private var isFull: Bool { places.reduce(0) { $0 + $1.count } == count }

  private func cells<Cell>(
    _ column: Int, missing: Cell, _ cells: (ColumnValues) -> [Cell]?
  ) -> [Cell] {
    [Cell](unsafeUninitializedCapacity: count) { target, initialized in
      if !isFull { target.initialize(repeating: missing) }
      for (batch, rows) in rows.enumerated() where !rows.isEmpty {
        let source = cells(batches[batch].columns[column]) ?? []
        source.withUnsafeBufferPointer { source in
          places[batch].withUnsafeBufferPointer { places in
            rows.withUnsafeBufferPointer { rows in
              guard !source.isEmpty else {
                for place in places { target[Int(place)] = missing }
                return
              }
              for index in 0..<rows.count { target[Int(places[index])] = source[Int(rows[index])] }
            }
          }
        }
      }
      initialized = count
    }
  }

  private func texts(_ column: Int) -> StringColumn {
    let table = StringTable()
    var codes = [Int32](repeating: missingInteger, count: count)
    for (batch, rows) in rows.enumerated() {
      guard case .string(let text) = batches[batch].columns[column] else { continue }
      let (bytes, offsets) = (text.dictionary.bytes, text.dictionary.offsets)
      bytes.withUnsafeBufferPointer { bytes in
        for (index, row) in rows.enumerated() {
          let code = Int(text.codes[Int(row)])
          if code < 0 { continue }
          codes[Int(places[batch][index])] = table.code(
            of: UnsafeBufferPointer(rebasing: bytes[offsets[code]..<offsets[code + 1]]))
        }
      }
    }
    return StringColumn(codes: codes, dictionary: table.dictionary())
  }
}

extension ColumnBatch {
  /// Batches with the columns of the schema, one behind the other; the codes of factors mean the
  /// same in all, though the later ones may know more levels.
  init(concatenating parts: [ColumnBatch], _ schema: Schema) {
    if let only = parts.first, parts.count == 1 {
      self = only
      return
    }
    var all = ColumnBatch(
      names: schema.names,
      columns: schema.fields.indices.map { index in
        guard schema.fields[index].type == .factor else {
          return ColumnValues(
            joining: parts.map { $0.columns[index] }, field: schema.fields[index])
        }
        let codes = parts.flatMap { part -> [Int32] in
          if case .factor(let codes, _) = part.columns[index] { codes } else { [] }
        }
        let levels = parts.last.flatMap { $0.columns[index].categories?.levels } ?? []
        return .factor(codes: codes, levels: levels)
      })
    all.rowCount = parts.reduce(0) { $0 + $1.rowCount }
    self = all
  }

  /// About how much memory the cells need.
  var byteCount: Int {
    columns.reduce(0) { bytes, column in
      switch column {
      case .logical(let cells), .integer(let cells), .factor(let cells, _): bytes + 4 * cells.count
      case .double(let cells), .date(let cells), .dateTime(let cells): bytes + 8 * cells.count
      case .string(let text):
        bytes + 4 * text.codes.count + text.dictionary.bytes.count
          + 8 * text.dictionary.offsets.count
      }
    }
  }
}
