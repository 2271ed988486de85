/// A value in the compact protocol of Thrift, in which Parquet files describe themselves.
enum ThriftValue {
  case flag(Bool)
  case integer(Int64)
  case double(Double)
  case bytes(UnsafeRawBufferPointer)
  case list([ThriftValue])
  case structure(ThriftStruct)
}

/// Fields by their numbers; those that are left out have no value.
struct ThriftStruct {
  fileprivate var fields: [(number: Int16, value: ThriftValue)] = []
  /// The bytes that hold it.
  fileprivate(set) var source = UnsafeRawBufferPointer(start: nil, count: 0)

  private subscript(number: Int16) -> ThriftValue? {
    fields.first { $0.number == number }?.value
  }

  func has(_ number: Int16) -> Bool { self[number] != nil }

  func integer(_ number: Int16) -> Int64? {
    if case .integer(let value) = self[number] { return value }
    return nil
  }

  /// A whole number that is not negative; an error when it is not there.
  func count(_ number: Int16, _ name: String) throws -> Int {
    guard let value = integer(number), value >= 0 else {
      throw ThriftReader.damaged("no \(name)")
    }
    return Int(value)
  }

  func flag(_ number: Int16) -> Bool? {
    if case .flag(let value) = self[number] { return value }
    return nil
  }

  func bytes(_ number: Int16) -> UnsafeRawBufferPointer? {
    if case .bytes(let value) = self[number] { return value }
    return nil
  }

  func text(_ number: Int16) -> String? {
    bytes(number).map { String(decoding: $0, as: UTF8.self) }
  }

  func structure(_ number: Int16) -> ThriftStruct? {
    if case .structure(let value) = self[number] { return value }
    return nil
  }

  func structures(_ number: Int16) -> [ThriftStruct] {
    guard case .list(let values) = self[number] else { return [] }
    return values.compactMap { if case .structure(let value) = $0 { value } else { nil } }
  }

  /// The number of the field that is there, of a union.
  var choice: Int16? { fields.first?.number }
}

/// Reads what somebody else wrote: nothing is believed of lengths.
struct ThriftReader {
  let bytes: UnsafeRawBufferPointer
  private(set) var position: Int

  init(_ bytes: UnsafeRawBufferPointer, at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  static func damaged(_ cause: String) -> ColumnError {
    ColumnError(.corrupt, "the file is damaged: \(cause)")
  }

  private static var ends: ColumnError { damaged("a description ends too early") }

  mutating func byte() throws -> UInt8 {
    guard position >= 0, position < bytes.count else { throw Self.ends }
    defer { position += 1 }
    return bytes[position]
  }

  /// A number in groups of seven bits, the lowest first.
  mutating func variableInteger() throws -> UInt64 {
    var result: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      let next = try byte()
      result |= UInt64(next & 127) << shift
      if next < 128 { return result }
    }
    throw Self.damaged("a number has no end")
  }

  /// A number whose sign is its lowest bit.
  mutating func signedInteger() throws -> Int64 {
    let folded = try variableInteger()
    return Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)
  }

  /// How many bytes or elements follow, of which there must be enough.
  private mutating func length(_ claimed: UInt64) throws -> Int {
    guard claimed <= UInt64(max(0, bytes.count - position)) else { throw Self.ends }
    return Int(claimed)
  }

  mutating func structure(depth: Int = 0) throws -> ThriftStruct {
    guard depth < 40 else { throw Self.damaged("a description is too deep") }
    var result = ThriftStruct()
    var number: Int16 = 0
    let start = position
    while true {
      let head = try byte()
      if head == 0 { break }
      if head >> 4 > 0 {
        number &+= Int16(head >> 4)
      } else {
        number = Int16(truncatingIfNeeded: try signedInteger())
      }
      let kind = head & 15
      // Truth is in the head of a field.
      let value =
        kind == 1 || kind == 2 ? ThriftValue.flag(kind == 1) : try self.value(kind, depth: depth)
      result.fields.append((number, value))
    }
    result.source = UnsafeRawBufferPointer(rebasing: bytes[start..<position])
    return result
  }

  private mutating func value(_ kind: UInt8, depth: Int) throws -> ThriftValue {
    switch kind {
    case 1, 2: return .flag(try byte() == 1)
    case 3: return .integer(Int64(Int8(bitPattern: try byte())))
    case 4, 5, 6: return .integer(try signedInteger())
    case 7:
      let start = position
      position = start + (try length(8))
      return .double(
        Double(bitPattern: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
    case 8:
      let count = try length(variableInteger())
      defer { position += count }
      return .bytes(UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
    case 9, 10: return .list(try list(depth: depth))
    case 12: return .structure(try structure(depth: depth + 1))
    default: throw Self.damaged("a description has a field of unknown kind \(kind)")
    }
  }

  private mutating func list(depth: Int) throws -> [ThriftValue] {
    guard depth < 40 else { throw Self.damaged("a description is too deep") }
    let head = try byte()
    let count = try length(head >> 4 == 15 ? variableInteger() : UInt64(head >> 4))
    return try (0..<count).map { _ in try value(head & 15, depth: depth + 1) }
  }
}
