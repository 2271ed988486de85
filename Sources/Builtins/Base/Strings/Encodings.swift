import ApusInterpreter
import Glibc

/// The help pages of `utf8ToInt`, `rawToChar`, `Encoding`, `validUTF8` and `iconv`.
///
/// All strings are kept as UTF-8; bytes that are none are kept as they are.
enum Encodings {
  static let all = [
    utf8ToInt, intToUtf8, charToRaw, rawToChar, encoding, setEncoding, validUTF8, iconv,
  ]

  static let utf8ToInt = Builtin(.internal, "utf8ToInt(x)") { call throws(Unwind) in
    let source = try firstString(call)
    if source.isMissing { return .integer(.missing) }
    let bytes = call.strings.bytes(source)
    guard UTF8Reader.isValid(bytes) else { return .integer(.missing) }
    return .integers(UTF8Reader.scalars(bytes).map { Int32(bitPattern: $0) })
  }

  static let intToUtf8 = Builtin(.internal, "intToUtf8(x, multiple, allow_surrogate_pairs)") {
    call throws(Unwind) in
    let numbers = try call.integers(0).elements
    let isMultiple = try call.flag(1, "multiple")
    let joinsPairs = try call.flag(2, "allow_surrogate_pairs") && !isMultiple
    let text = TextBuffer()
    if isMultiple {
      let result = CharacterVector(count: numbers.count)
      for (k, number) in numbers.enumerated() {
        text.removeAll()
        if number > 0, isCharacter(number) { text.append(scalar: UInt32(number)) }
        result.elements[k] = isCharacter(number) ? call.strings.intern(text.bytes) : .missing
      }
      return Value(result)
    }
    var place = 0
    while place < numbers.count {
      var number = numbers[place]
      if joinsPairs, (0xD800..<0xDC00).contains(number), place + 1 < numbers.count,
        (0xDC00..<0xE000).contains(numbers[place + 1])
      {
        number = 0x10000 + (number - 0xD800) << 10 + (numbers[place + 1] - 0xDC00)
        place += 1
      }
      guard isCharacter(number) else { return .string(.missing) }
      if number > 0 { text.append(scalar: UInt32(number)) }
      place += 1
    }
    return .string(call.strings.intern(text.bytes))
  }

  /// Whether a number is a code point, and no half of a surrogate pair.
  private static func isCharacter(_ number: Int32) -> Bool {
    number >= 0 && number < 0x110000 && !(0xD800..<0xE000).contains(number)
  }

  static let charToRaw = Builtin(.internal, "charToRaw(x)") { call throws(Unwind) in
    .object(RawVector(call.strings.bytes(try firstString(call))))
  }

  private static func firstString(_ call: borrowing Invocation) throws(Unwind) -> StringHandle {
    guard call[0].kind == .character, call[0].count >= 1 else {
      throw call.error("argument must be a character vector of length 1")
    }
    let source = try call.characters(0).elements
    if source.count > 1 {
      try call.warning(
        """
        argument should be a character vector of length 1
        all but the first element will be ignored
        """)
    }
    return source[0]
  }

  static let rawToChar = Builtin(.internal, "rawToChar(x, multiple)") { call throws(Unwind) in
    guard let raw = call[0].vector as? RawVector else {
      throw call.error("argument 'x' must be a raw vector")
    }
    let bytes = raw.elements
    if try call.flag(1, "multiple") {
      let result = CharacterVector(count: bytes.count)
      for (k, byte) in bytes.enumerated() {
        result.elements[k] =
          byte == 0
          ? .empty
          : call.strings.intern(UnsafeBufferPointer(rebasing: bytes[k..<k + 1]))
      }
      return Value(result)
    }
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0 { end -= 1 }
    let text = UnsafeBufferPointer(rebasing: bytes[..<end])
    if text.contains(0) {
      let shown = TextBuffer()
      for byte in text {
        if byte == 0 { shown.append("\\0") } else { shown.appendByte(byte) }
      }
      throw call.error("embedded nul in string: '\(shown.text)'")
    }
    return .string(call.strings.intern(text))
  }

  static let encoding = Builtin(.internal, "Encoding(x)") { call throws(Unwind) in
    guard call[0].kind == .character else { throw call.error("character vector argument expected") }
    let source = try call.characters(0)
    let result = CharacterVector(count: source.count)
    let (unknown, utf8) = (call.strings.intern("unknown"), call.strings.intern("UTF-8"))
    for (k, string) in source.elements.enumerated() {
      let isKnown =
        !call.strings.isASCII(string) && UTF8Reader.isValid(call.strings.bytes(string))
      result.elements[k] = isKnown && !string.isMissing ? utf8 : unknown
    }
    return Value(result)
  }

  /// Marks strings; what is marked as Latin-1 and is no UTF-8 is converted.
  static let setEncoding = Builtin(.internal, "setEncoding(x, value)") { call throws(Unwind) in
    guard call[0].kind == .character else { throw call.error("character vector argument expected") }
    guard call[1].kind == .character, call[1].count > 0 else {
      throw call.error("'value' must be a character vector of positive length")
    }
    let source = try call.characters(0)
    let names = try call.characters(1).elements
    let builder = CharacterBuilder(call.strings, count: source.count)
    for (k, string) in source.elements.enumerated() {
      let bytes = call.strings.bytes(string)
      if call.strings.text(names[k % names.count]) == "latin1", !string.isMissing,
        !UTF8Reader.isValid(bytes)
      {
        for byte in bytes { builder.text.append(scalar: UInt32(byte)) }
        builder.endElement()
      } else {
        builder.append(string)
      }
    }
    let result = builder.finish()
    if case .object(let object) = call[0] { result.copyAttributes(from: object) }
    return Value(result)
  }

  static let validUTF8 = Builtin(.internal, "validUTF8(x)") { call throws(Unwind) in
    guard call[0].kind == .character else { throw call.error("invalid 'x' argument") }
    let strings = call.strings
    return .logicals(
      try call.characters(0).elements.map { UTF8Reader.isValid(strings.bytes($0)) ? 1 : 0 })
  }

  // MARK: - iconv

  /// Converts strings, or raw vectors in a list, between encodings.
  static let iconv = Builtin(.internal, "iconv(x, from, to, sub, toRaw)") { call throws(Unwind) in
    let from = name(try call.text(1, "from"))
    let to = name(try call.text(2, "to"))
    guard call[3].count == 1 else { throw call.error("invalid 'sub' argument") }
    let substitute = call[3].kind == .character ? try call.characters(3).elements[0] : .missing
    guard let converter = TextConverter(from: from, to: to) else {
      throw call.error("unsupported conversion from '\(from)' to '\(to)'")
    }
    let replacement: [UInt8]? =
      substitute.isMissing ? nil : Array(call.strings.bytes(substitute))
    let sources = try inputs(call)
    let wantsRaw = try call.flag(4, "toRaw")
    let raws = ListVector(count: sources.count)
    let builder = CharacterBuilder(call.strings, count: sources.count)
    let isLatin = to.uppercased().hasPrefix("LATIN1") || to.uppercased().hasPrefix("ISO-8859-1")
    for (k, source) in sources.enumerated() {
      guard let source, let converted = converter.convert(source, replacement) else {
        builder.append(.missing)
        continue
      }
      raws.elements[k] = .object(RawVector(converted))
      // A string is UTF-8 here whatever its mark.
      if isLatin {
        for byte in converted { builder.text.append(scalar: UInt32(byte)) }
      } else {
        builder.text.append(converted)
      }
      builder.endElement()
    }
    let result: Vector = wantsRaw ? raws : builder.finish()
    if case .object(let object) = call[0], object.kind == .character {
      result.copyAttributes(from: object)
    }
    return Value(result)
  }

  private static func inputs(_ call: borrowing Invocation) throws(Unwind) -> [[UInt8]?] {
    if let list = call[0].list {
      return list.elements.map { ($0.vector as? RawVector).map { Array($0.elements) } }
    }
    let strings = call.strings
    return try call.characters(0).elements.map { $0.isMissing ? nil : Array(strings.bytes($0)) }
  }

  private static func name(_ given: String) -> String {
    switch given.lowercased() {
    case "": "UTF-8"
    case "latin1": "ISO-8859-1"
    case "utf8": "UTF-8"
    default: given
    }
  }
}

/// A conversion by the C library.
private final class TextConverter {
  private let descriptor: iconv_t
  /// Transliteration follows the locale of the thread.
  private let locale: locale_t?

  init?(from: String, to: String) {
    let locale = newlocale(Int32(1 << LC_CTYPE), "C.UTF-8", nil)
    let saved = uselocale(locale)
    let made = iconv_open(to, from)
    _ = uselocale(saved)
    self.locale = locale
    guard let made, Int(bitPattern: made) != -1 else {
      if let locale { freelocale(locale) }
      return nil
    }
    descriptor = made
  }

  deinit {
    iconv_close(descriptor)
    if let locale { freelocale(locale) }
  }

  /// Nil if a character has no equivalent and there is no substitute for it.
  func convert(_ source: [UInt8], _ substitute: [UInt8]?) -> [UInt8]? {
    let saved = uselocale(locale)
    defer { _ = uselocale(saved) }
    Glibc.iconv(descriptor, nil, nil, nil, nil)
    var result: [UInt8] = []
    var input = source.map { CChar(bitPattern: $0) }
    var place = 0
    while true {
      var output = [CChar](repeating: 0, count: 256)
      var written = 256
      var failure: Int32 = 0
      let status = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          var from = input.baseAddress.map { $0 + place }
          var left = input.count - place
          var to = output.baseAddress
          var room = output.count
          let status = Glibc.iconv(descriptor, &from, &left, &to, &room)
          failure = errno
          place = input.count - left
          written = output.count - room
          return status
        }
      }
      result += output[..<written].map { UInt8(bitPattern: $0) }
      if status != Int(bitPattern: UInt.max) { return result }
      if failure == E2BIG { continue }
      guard let substitute, place < source.count else { return nil }
      if substitute == Array("byte".utf8) {
        result += Array("<\(String(source[place], radix: 16))>".utf8)
      } else {
        result += substitute
      }
      place += 1
    }
  }
}
