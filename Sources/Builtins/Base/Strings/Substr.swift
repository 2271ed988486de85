import ApusInterpreter

/// The help page of `substr`.
enum Substr {
  static let all = [substr, substrAssign, strtrim]

  static let substr = Builtin(.internal, "substr(x, start, stop)") { call throws(Unwind) in
    guard call[0].kind == .character else {
      throw call.error("extracting substrings from a non-character object")
    }
    let source = try call.characters(0)
    let starts = try call.integers(1).elements
    let stops = try call.integers(2).elements
    if source.count > 0, starts.isEmpty || stops.isEmpty {
      throw call.error("invalid substring arguments")
    }
    let builder = CharacterBuilder(call.strings, count: source.count)
    for (k, string) in source.elements.enumerated() {
      let start = starts[k % starts.count]
      let stop = stops[k % stops.count]
      if string.isMissing || start.isMissing || stop.isMissing {
        builder.append(.missing)
        continue
      }
      let bytes = call.strings.bytes(string)
      let range = CharacterRange.bytes(
        of: bytes, isASCII: call.strings.isASCII(string), from: Int(start), through: Int(stop))
      if range.count == bytes.count {
        builder.append(string)
      } else {
        builder.text.append(UnsafeBufferPointer(rebasing: bytes[range]))
        builder.endElement()
      }
    }
    let result = builder.finish()
    if case .object(let object) = call[0] { result.copyAttributes(from: object) }
    return Value(result)
  }

  static let substrAssign = Builtin(.internal, "substr<-(x, start, stop, value)") {
    call throws(Unwind) in
    guard call[0].kind == .character else {
      throw call.error("replacing substrings in a non-character object")
    }
    guard call[3].kind == .character, call[3].count > 0 || call[0].count == 0 else {
      throw call.error("invalid value")
    }
    let source = try call.characters(0)
    let starts = try call.integers(1).elements
    let stops = try call.integers(2).elements
    let values = try call.characters(3).elements
    if source.count > 0, starts.isEmpty || stops.isEmpty {
      throw call.error("invalid substring arguments")
    }
    let builder = CharacterBuilder(call.strings, count: source.count)
    for (k, string) in source.elements.enumerated() {
      let start = starts[k % starts.count]
      let stop = stops[k % stops.count]
      let value = values[k % values.count]
      if string.isMissing || start.isMissing || stop.isMissing || value.isMissing {
        builder.append(.missing)
      } else {
        replace(string, from: Int(start), through: Int(stop), by: value, call.strings, builder)
      }
    }
    let result = builder.finish()
    if case .object(let object) = call[0] { result.copyAttributes(from: object) }
    return Value(result)
  }

  /// As many characters are replaced as both the range and the value have.
  private static func replace(
    _ string: StringHandle, from start: Int, through stop: Int, by value: StringHandle,
    _ strings: StringPool, _ builder: CharacterBuilder
  ) {
    let bytes = strings.bytes(string)
    let new = strings.bytes(value)
    let first = max(start, 1)
    let last = min(stop, strings.characterCount(string))
    let count = min(last - first + 1, strings.characterCount(value))
    guard count > 0 else { return builder.append(string) }
    let isASCII = strings.isASCII(string)
    let range = CharacterRange.bytes(
      of: bytes, isASCII: isASCII, from: first, through: first + count - 1)
    let taken = CharacterRange.bytes(
      of: new, isASCII: strings.isASCII(value), from: 1, through: count)
    builder.text.append(UnsafeBufferPointer(rebasing: bytes[..<range.lowerBound]))
    builder.text.append(UnsafeBufferPointer(rebasing: new[taken]))
    builder.text.append(UnsafeBufferPointer(rebasing: bytes[range.upperBound...]))
    builder.endElement()
  }

  /// Cuts strings to a number of columns.
  static let strtrim = Builtin(.internal, "strtrim(x, width)") { call throws(Unwind) in
    guard call[0].kind == .character else {
      throw call.error("strtrim() requires a character vector")
    }
    let source = try call.characters(0)
    let widths = try call.integers(1).elements
    guard source.count == 0 || !widths.isEmpty,
      !widths.contains(where: { $0.isMissing || $0 < 0 })
    else { throw call.error("invalid 'width' argument") }
    let builder = CharacterBuilder(call.strings, count: source.count)
    for (k, string) in source.elements.enumerated() {
      if string.isMissing {
        builder.append(.missing)
        continue
      }
      let bytes = call.strings.bytes(string)
      builder.text.append(
        UnsafeBufferPointer(rebasing: bytes[..<cut(bytes, at: Int(widths[k % widths.count]))]))
      builder.endElement()
    }
    let result = builder.finish()
    if case .object(let object) = call[0] { result.copyAttributes(from: object) }
    return Value(result)
  }

  /// How many bytes fit in `width` columns.
  private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, at width: Int) -> Int {
    var used = 0
    var place = 0
    while place < bytes.count {
      let (scalar, size) = UTF8Reader.scalar(in: bytes, at: place)
      used += scalar.map { DisplayWidth.width(of: $0) } ?? 1
      if used > width { break }
      place += size
    }
    return place
  }
}

/// Characters of UTF-8 text by number.
enum CharacterRange {
  /// The bytes of characters `first` … `last`, which count from 1.
  static func bytes(
    of text: UnsafeBufferPointer<UInt8>, isASCII: Bool, from first: Int, through last: Int
  ) -> Range<Int> {
    let first = max(first, 1)
    guard last >= first else { return 0..<0 }
    if isASCII {
      let start = min(first - 1, text.count)
      return start..<max(start, min(last, text.count))
    }
    var place = 0
    var number = 1
    while number < first, place < text.count {
      place += UTF8Reader.scalar(in: text, at: place).size
      number += 1
    }
    let start = place
    while number <= last, place < text.count {
      place += UTF8Reader.scalar(in: text, at: place).size
      number += 1
    }
    return start..<place
  }
}
