/// Writes descriptions in the compact protocol of Thrift; fields come in the order of their numbers.
struct ThriftWriter {
  private(set) var bytes: [UInt8] = []
  private var last: Int16 = 0

  /// A structure that stands alone.
  static func structure(_ body: (inout ThriftWriter) throws -> Void) rethrows -> [UInt8] {
    var writer = ThriftWriter()
    try body(&writer)
    return writer.bytes + [0]
  }

  private mutating func head(_ field: Int16, _ kind: UInt8) {
    let step = field - last
    if (1...15).contains(step) {
      bytes.append(UInt8(step) << 4 | kind)
    } else {
      bytes.append(kind)
      signed(Int64(field))
    }
    last = field
  }

  static func variableInteger(_ value: UInt64) -> [UInt8] {
    var rest = value
    var result: [UInt8] = []
    while rest >= 128 {
      result.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    return result + [UInt8(rest)]
  }

  private mutating func signed(_ value: Int64) {
    bytes += Self.variableInteger(UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  mutating func flag(_ field: Int16, _ value: Bool) { head(field, value ? 1 : 2) }

  mutating func byte(_ field: Int16, _ value: UInt8) {
    head(field, 3)
    bytes.append(value)
  }

  mutating func int(_ field: Int16, _ value: Int) {
    head(field, 5)
    signed(Int64(value))
  }

  mutating func long(_ field: Int16, _ value: Int) {
    head(field, 6)
    signed(Int64(value))
  }

  mutating func text(_ field: Int16, _ value: some Collection<UInt8>) {
    head(field, 8)
    bytes += Self.variableInteger(UInt64(value.count)) + value
  }

  mutating func text(_ field: Int16, _ value: String) { text(field, Array(value.utf8)) }

  mutating func structure(
    _ field: Int16, _ body: (inout ThriftWriter) -> Void = { _ in }
  ) {
    head(field, 12)
    bytes += Self.structure(body)
  }

  /// A list of structures, which are bytes already.
  mutating func list(_ field: Int16, structures: [[UInt8]]) {
    listHead(field, 12, structures.count)
    for structure in structures { bytes += structure }
  }

  mutating func list(_ field: Int16, ints: [Int]) {
    listHead(field, 5, ints.count)
    for value in ints { signed(Int64(value)) }
  }

  mutating func list(_ field: Int16, texts: [String]) {
    listHead(field, 8, texts.count)
    for text in texts { bytes += Self.variableInteger(UInt64(text.utf8.count)) + text.utf8 }
  }

  private mutating func listHead(_ field: Int16, _ kind: UInt8, _ count: Int) {
    head(field, 9)
    if count < 15 {
      bytes.append(UInt8(count) << 4 | kind)
    } else {
      bytes.append(0xF0 | kind)
      bytes += Self.variableInteger(UInt64(count))
    }
  }
}
