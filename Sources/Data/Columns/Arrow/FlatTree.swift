/// A FlatBuffers message to be written, as a tree.
///
/// Everything lies in the order of the tree: a table, then what it refers to.
enum FlatTree {
  /// A slot of a table; nil leaves the field out.
  enum Slot {
    case byte(UInt8)
    case short(Int16)
    case int(Int32)
    case long(Int64)
    case reference(FlatTree)

    fileprivate var size: Int {
      switch self {
      case .byte: 1
      case .short: 2
      case .int, .reference: 4
      case .long: 8
      }
    }
  }

  case table([Slot?])
  case string(String)
  case tables([FlatTree])
  /// Structs of 64-bit words, `words` each.
  case structs([Int64], words: Int)

  /// The bytes of the message whose root is this table.
  func encoded() -> [UInt8] {
    var bytes: [UInt8] = [0, 0, 0, 0]
    let root = write(to: &bytes)
    bytes.put(UInt32(root), at: 0)
    bytes.pad(to: 8)
    return bytes
  }

  /// Appends the tree and says where it begins.
  private func write(to bytes: inout [UInt8]) -> Int {
    switch self {
    case .table(let slots): return Self.write(slots, to: &bytes)
    case .string(let text):
      bytes.pad(to: 4)
      let start = bytes.count
      bytes.append(integer: UInt32(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
      bytes.append(0)
      return start
    case .tables(let tables):
      bytes.pad(to: 4)
      let start = bytes.count
      bytes.append(integer: UInt32(tables.count))
      bytes.append(contentsOf: repeatElement(0, count: 4 * tables.count))
      for (index, table) in tables.enumerated() {
        let slot = start + 4 + 4 * index
        let place = table.write(to: &bytes)
        bytes.put(UInt32(place - slot), at: slot)
      }
      return start
    case .structs(let values, let words):
      bytes.pad(to: 8)
      bytes.append(integer: UInt32(0))
      let start = bytes.count
      bytes.append(integer: UInt32(values.count / max(1, words)))
      for value in values { bytes.append(integer: UInt64(bitPattern: value)) }
      return start
    }
  }

  /// A table: its index of slots, the slots by falling size, then what they refer to.
  private static func write(_ slots: [Slot?], to bytes: inout [UInt8]) -> Int {
    bytes.pad(to: 8)
    let index = bytes.count
    // The table begins 4 bytes before a multiple of 8, so that its longs behind are aligned.
    let indexSize = 4 + 2 * slots.count
    let start = (index + indexSize + 3) / 8 * 8 + 4
    bytes.append(contentsOf: repeatElement(0, count: start - index))
    let indexStart = start - indexSize
    var size = 4
    var places = [Int](repeating: 0, count: slots.count)
    for width in [8, 4, 2, 1] {
      for (position, slot) in slots.enumerated() where slot?.size == width {
        places[position] = size
        size += width
      }
    }
    bytes.append(contentsOf: repeatElement(0, count: size))
    bytes.put(UInt32(indexSize), at: start)
    bytes.put(UInt16(indexSize), at: indexStart)
    bytes.put(UInt16(size), at: indexStart + 2)
    for (position, slot) in slots.enumerated() {
      guard let slot else { continue }
      bytes.put(UInt16(places[position]), at: indexStart + 4 + 2 * position)
      let place = start + places[position]
      switch slot {
      case .byte(let value): bytes[place] = value
      case .short(let value): bytes.put(value, at: place)
      case .int(let value): bytes.put(value, at: place)
      case .long(let value): bytes.put(value, at: place)
      case .reference(let tree):
        let target = tree.write(to: &bytes)
        bytes.put(UInt32(target - place), at: place)
      }
    }
    return start
  }
}

extension [UInt8] {
  mutating func pad(to alignment: Int) {
    while count % alignment != 0 { append(0) }
  }

  /// Little end first.
  mutating func append(integer value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  mutating func put<Number: FixedWidthInteger>(_ value: Number, at place: Int) {
    Swift.withUnsafeBytes(of: value.littleEndian) { source in
      for (offset, byte) in source.enumerated() { self[place + offset] = byte }
    }
  }
}
