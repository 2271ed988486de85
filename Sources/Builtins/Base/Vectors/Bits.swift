import ApusInterpreter

/// Single bits: `rawShift`, `rawToBits`, `intToBits`, `numToBits`, `numToInts`, `packBits`.
enum Bits {
  static var all: [Builtin] { [rawShift, rawToBits, intToBits, numToBits, numToInts, packBits] }

  static let rawShift = Builtin(.internal, "rawShift(x, n)") { call throws(Unwind) in
    guard let bytes = call[0].object as? RawVector else {
      throw call.error("argument 'x' must be a raw vector")
    }
    let shift = try call.integer(1, "n")
    guard !shift.isMissing, abs(shift) <= 8 else {
      throw call.error("argument 'n' must be a small integer")
    }
    return .object(
      RawVector(bytes.elements.map { shift >= 0 ? $0 << UInt8(shift) : $0 >> UInt8(-shift) }))
  }

  static let rawToBits = Builtin(.internal, "rawToBits(x)") { call throws(Unwind) in
    guard let bytes = call[0].object as? RawVector else {
      throw call.error("argument 'x' must be a raw vector")
    }
    return bits(bytes.elements.map { UInt64($0) }, width: 8)
  }

  static let intToBits = Builtin(.internal, "intToBits(x)") { call throws(Unwind) in
    guard call[0].kind.isAtomic, !call[0].hasClass else {
      throw call.error("argument 'x' must be an integer vector")
    }
    return bits(try call.integers(0).elements.map { UInt64(UInt32(bitPattern: $0)) }, width: 32)
  }

  static let numToBits = Builtin(.internal, "numToBits(x)") { call throws(Unwind) in
    guard call[0].kind.isAtomic else { throw call.error("argument 'x' must be numeric") }
    return bits(try call.doubles(0).elements.map(\.bitPattern), width: 64)
  }

  /// The lower half of each number comes first.
  static let numToInts = Builtin(.internal, "numToInts(x)") { call throws(Unwind) in
    guard call[0].kind.isAtomic else { throw call.error("argument 'x' must be numeric") }
    let halves = try call.doubles(0).elements.flatMap { number in
      [
        Int32(truncatingIfNeeded: number.bitPattern),
        Int32(truncatingIfNeeded: number.bitPattern >> 32),
      ]
    }
    return .integers(halves)
  }

  /// The lowest bit comes first.
  private static func bits(_ words: [UInt64], width: Int) -> Value {
    let result = RawVector(count: words.count * width)
    for (k, word) in words.enumerated() {
      for bit in 0..<width {
        result.elements[k * width + bit] = UInt8((word >> UInt64(bit)) & 1)
      }
    }
    return .object(result)
  }

  static let packBits = Builtin(.internal, "packBits(x, type)") { call throws(Unwind) in
    let kind = call[0].kind
    guard kind == .raw || kind == .logical || kind == .integer else {
      throw call.error("argument 'x' must be raw, integer or logical")
    }
    let type = try call.text(1, "type")
    let width = type == "raw" ? 8 : type == "integer" ? 32 : 64
    var flags: [Bool] = []
    if let bytes = call[0].object as? RawVector {
      flags = bytes.elements.map { $0 & 1 == 1 }
    } else {
      for number in try call.integers(0).elements {
        if number.isMissing { throw call.error("argument 'x' must not contain NAs") }
        flags.append(number & 1 == 1)
      }
    }
    guard flags.count % width == 0 else {
      throw call.error("argument 'x' must be a multiple of \(width) long")
    }
    let words = stride(from: 0, to: flags.count, by: width).map { start in
      (0..<width).reduce(UInt64(0)) { word, bit in
        flags[start + bit] ? word | 1 << UInt64(bit) : word
      }
    }
    switch type {
    case "raw": return .object(RawVector(words.map { UInt8($0) }))
    case "integer": return .integers(words.map { Int32(truncatingIfNeeded: $0) })
    default: return .doubles(words.map { Double(bitPattern: $0) })
    }
  }
}
