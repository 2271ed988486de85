import ApusInterpreter

/// The help page of `chartr`.
enum LetterCase {
  static let all = [toUpper, toLower, chartr]

  static let toUpper = Builtin(.internal, "toupper(x)") { call throws(Unwind) in
    try change(call, from: UInt8(ascii: "a")) { upper($0) }
  }

  static let toLower = Builtin(.internal, "tolower(x)") { call throws(Unwind) in
    try change(call, from: UInt8(ascii: "A")) { lower($0) }
  }

  /// ASCII letters that begin at `first` get their case bit turned, others go through `map`.
  private static func change(
    _ call: borrowing Invocation, from first: UInt8, _ map: (UInt32) -> UInt32
  ) throws(Unwind) -> Value {
    guard call[0].kind == .character else { throw call.error("non-character argument") }
    let source = try call.characters(0)
    let builder = CharacterBuilder(call.strings, count: source.count)
    for string in source.elements {
      if string.isMissing {
        builder.append(.missing)
        continue
      }
      let bytes = call.strings.bytes(string)
      if call.strings.isASCII(string) {
        for byte in bytes { builder.text.appendByte(byte &- first < 26 ? byte ^ 0x20 : byte) }
      } else {
        apply(map, to: bytes, builder.text)
      }
      builder.endElement()
    }
    let result = builder.finish()
    if case .object(let object) = call[0] { result.copyAttributes(from: object) }
    return Value(result)
  }

  /// Maps each code point; what is no UTF-8 stays as it is.
  private static func apply(
    _ map: (UInt32) -> UInt32, to bytes: UnsafeBufferPointer<UInt8>, _ text: TextBuffer
  ) {
    var place = 0
    while place < bytes.count {
      let (scalar, size) = UTF8Reader.scalar(in: bytes, at: place)
      if let scalar { text.append(scalar: map(scalar)) } else { text.appendByte(bytes[place]) }
      place += size
    }
  }

  /// The upper-case letter of a letter, if it is one character.
  static func upper(_ scalar: UInt32) -> UInt32 {
    guard let character = Unicode.Scalar(scalar) else { return scalar }
    let mapping = character.properties.uppercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first?.value ?? scalar : scalar
  }

  static func lower(_ scalar: UInt32) -> UInt32 {
    guard let character = Unicode.Scalar(scalar) else { return scalar }
    let mapping = character.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first?.value ?? scalar : scalar
  }

  // MARK: - chartr

  static let chartr = Builtin(.internal, "chartr(old, new, x)") { call throws(Unwind) in
    guard call[0].kind == .character, call[0].count >= 1 else {
      throw call.error("invalid 'old' argument")
    }
    guard call[1].kind == .character, call[1].count >= 1 else {
      throw call.error("invalid 'new' argument")
    }
    guard call[2].kind == .character else { throw call.error("invalid 'x' argument") }
    let old = try expand(call.strings.bytes(try call.characters(0).elements[0]), call)
    let new = try expand(call.strings.bytes(try call.characters(1).elements[0]), call)
    guard old.count <= new.count else { throw call.error("'old' is longer than 'new'") }
    var table: [UInt32: UInt32] = [:]
    for (k, scalar) in old.enumerated() { table[scalar] = new[k] }
    let source = try call.characters(2)
    let builder = CharacterBuilder(call.strings, count: source.count)
    for string in source.elements {
      if string.isMissing {
        builder.append(.missing)
        continue
      }
      let map = { (scalar: UInt32) in table[scalar] ?? scalar }
      apply(map, to: call.strings.bytes(string), builder.text)
      builder.endElement()
    }
    let result = builder.finish()
    if case .object(let object) = call[2] { result.copyAttributes(from: object) }
    return Value(result)
  }

  /// The characters of a set such as `a-f0`.
  private static func expand(
    _ bytes: UnsafeBufferPointer<UInt8>, _ call: borrowing Invocation
  ) throws(Unwind) -> [UInt32] {
    let scalars = UTF8Reader.scalars(bytes)
    var result: [UInt32] = []
    var k = 0
    while k < scalars.count {
      if k + 2 < scalars.count, scalars[k + 1] == 0x2D {
        guard scalars[k] <= scalars[k + 2] else {
          let first = Unicode.Scalar(scalars[k]).map { String($0) } ?? "?"
          let last = Unicode.Scalar(scalars[k + 2]).map { String($0) } ?? "?"
          throw call.error("decreasing range specification ('\(first)-\(last)')")
        }
        result += Array(scalars[k]...scalars[k + 2])
        k += 3
      } else {
        result.append(scalars[k])
        k += 1
      }
    }
    return result
  }
}
