/// A FlatBuffers message that somebody else wrote: every offset is checked before it is followed.
struct FlatReader {
  let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  static let damaged = ColumnError(.corrupt, "the file is damaged")

  func root() throws -> FlatTable {
    try table(at: Int(integer(0, as: UInt32.self)))
  }

  func integer<Number: FixedWidthInteger>(_ place: Int, as type: Number.Type) throws -> Number {
    guard place >= 0, place <= bytes.count - MemoryLayout<Number>.size else { throw Self.damaged }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Number.self))
  }

  /// What a reference at `place` points to.
  func target(of place: Int) throws -> Int {
    place + Int(try integer(place, as: UInt32.self))
  }

  func table(at start: Int) throws -> FlatTable {
    let index = start - Int(try integer(start, as: Int32.self))
    let size = Int(try integer(index, as: UInt16.self))
    guard size >= 4, index + size <= bytes.count else { throw Self.damaged }
    return FlatTable(reader: self, start: start, index: index, indexSize: size)
  }

  /// The place of the first element of a vector, and how many there are.
  func vector(at start: Int, elementSize: Int) throws -> (first: Int, count: Int) {
    let count = Int(try integer(start, as: UInt32.self))
    guard count <= (bytes.count - start - 4) / elementSize else { throw Self.damaged }
    return (start + 4, count)
  }
}

/// A table of such a message; fields that are left out have their defaults.
struct FlatTable {
  let reader: FlatReader
  fileprivate let start: Int
  fileprivate let index: Int
  fileprivate let indexSize: Int

  /// Where a field lies, nil when it is left out.
  private func place(_ field: Int) throws -> Int? {
    let entry = 4 + 2 * field
    guard entry + 2 <= indexSize else { return nil }
    let offset = Int(try reader.integer(index + entry, as: UInt16.self))
    return offset == 0 ? nil : start + offset
  }

  func integer<Number: FixedWidthInteger>(_ field: Int, default fallback: Number) throws -> Number {
    guard let place = try place(field) else { return fallback }
    return try reader.integer(place, as: Number.self)
  }

  func flag(_ field: Int) throws -> Bool {
    try integer(field, default: UInt8(0)) != 0
  }

  func table(_ field: Int) throws -> FlatTable? {
    guard let place = try place(field) else { return nil }
    return try reader.table(at: reader.target(of: place))
  }

  func string(_ field: Int) throws -> String? {
    guard let place = try place(field) else { return nil }
    let (first, count) = try reader.vector(at: reader.target(of: place), elementSize: 1)
    return String(decoding: reader.bytes[first..<first + count], as: UTF8.self)
  }

  func tables(_ field: Int) throws -> [FlatTable] {
    guard let place = try place(field) else { return [] }
    let (first, count) = try reader.vector(at: reader.target(of: place), elementSize: 4)
    return try (0..<count).map { try reader.table(at: reader.target(of: first + 4 * $0)) }
  }

  /// The words of a vector of structs of so many 64-bit words.
  func words(_ field: Int, perStruct words: Int) throws -> [Int64] {
    guard let place = try place(field) else { return [] }
    let (first, count) = try reader.vector(at: reader.target(of: place), elementSize: 8 * words)
    return try (0..<count * words).map { try reader.integer(first + 8 * $0, as: Int64.self) }
  }

  /// Pairs of keys and values.
  func metadata(_ field: Int) throws -> [String: String] {
    var result: [String: String] = [:]
    for pair in try tables(field) {
      if let key = try pair.string(0) { result[key] = try pair.string(1) ?? "" }
    }
    return result
  }
}
