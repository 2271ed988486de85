extension Lexer {
  /// Reads a string, or a name between backquotes.
  mutating func readString(quote: UInt8) {
    let start = position + 1
    var end = start
    while bytes[end] != quote, bytes[end] != UInt8(ascii: "\\") {
      guard end < count else { return setIncompleteString() }
      end += 1
    }
    position = end
    if bytes[end] == quote {
      position = end + 1
      setText(
        Tree.Text(offset: UInt32(start), length: UInt32(end - start), storage: .source),
        quote: quote)
    } else {
      readEscapedString(from: start, quote: quote)
    }
  }

  private mutating func setIncompleteString() {
    position = count
    token.kind = .incompleteString
  }

  private mutating func setText(_ text: Tree.Text, quote: UInt8) {
    token.text = text
    token.kind = quote == UInt8(ascii: "`") ? .symbol : .string
    token.isQuoted = true
    if token.kind == .symbol, text.length == 0 {
      fail("attempt to use zero-length variable name")
    }
  }

  /// Reads the rest of a string from its first backslash on.
  private mutating func readEscapedString(from start: Int, quote: UInt8) {
    let offset = rewritten.count
    rewritten.append(contentsOf: UnsafeBufferPointer(start: bytes + start, count: position - start))
    var escapes = Escapes(start: start - 1, isName: quote == UInt8(ascii: "`"))
    while bytes[position] != quote {
      guard position < count else { return setIncompleteString() }
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\\") {
        guard position < count else { return setIncompleteString() }
        guard readEscape(&escapes) else { return }
      } else {
        rewritten.append(byte)
      }
    }
    position += 1
    if escapes.hasUnicode, escapes.hasBytes {
      return fail("mixing Unicode and octal/hex escapes in a string is not allowed")
    }
    setText(
      Tree.Text(
        offset: UInt32(offset), length: UInt32(rewritten.count - offset), storage: .rewritten),
      quote: quote)
  }
}

// MARK: - Escapes

/// The escapes seen in a string.
private struct Escapes {
  /// The offset of the opening quote.
  var start: Int

  /// Whether the string is a name between backquotes.
  var isName: Bool
  var hasUnicode = false
  var hasBytes = false
}

extension Lexer {
  /// Reads what follows a backslash; false if it is wrong.
  private mutating func readEscape(_ escapes: inout Escapes) -> Bool {
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): rewritten.append(0x0A)
    case UInt8(ascii: "t"): rewritten.append(0x09)
    case UInt8(ascii: "r"): rewritten.append(0x0D)
    case UInt8(ascii: "a"): rewritten.append(0x07)
    case UInt8(ascii: "b"): rewritten.append(0x08)
    case UInt8(ascii: "f"): rewritten.append(0x0C)
    case UInt8(ascii: "v"): rewritten.append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"),
      UInt8(ascii: " "), UInt8(ascii: "\n"):
      rewritten.append(byte)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return readOctal(&escapes)
    case UInt8(ascii: "x"): return readHexadecimalByte(&escapes)
    case UInt8(ascii: "u"), UInt8(ascii: "U"): return readUnicode(&escapes, letter: byte)
    default:
      position += decode(at: position - 1).1 - 1
      fail(
        "'\\\(text(from: position - decode(at: position - 1).1, to: position))' is an "
          + "unrecognized escape in character string starting \"\(text(from: escapes.start))\"",
        kind: .uncalledMessage)
      return false
    }
    return true
  }

  private func text(from start: Int, to end: Int? = nil) -> String {
    String(
      decoding: UnsafeBufferPointer(start: bytes + start, count: (end ?? position) - start),
      as: UTF8.self)
  }

  private mutating func readOctal(_ escapes: inout Escapes) -> Bool {
    position -= 1
    var value: UInt32 = 0
    var digits = 0
    while digits < 3, let digit = CharacterClass.octalDigit(bytes[position]) {
      value = value * 8 + UInt32(digit)
      position += 1
      digits += 1
    }
    guard value < 256 else {
      fail("exceeded maximum allowed octal value \\377 (line \(currentLine))")
      return false
    }
    return append(byte: value, &escapes)
  }

  private mutating func readHexadecimalByte(_ escapes: inout Escapes) -> Bool {
    guard let (value, _) = readDigits(atMost: 2) else {
      return failWithoutDigits("x", escapes)
    }
    return append(byte: value, &escapes)
  }

  private mutating func append(byte: UInt32, _ escapes: inout Escapes) -> Bool {
    guard byte != 0 else { return failForNul() }
    escapes.hasBytes = true
    rewritten.append(UInt8(truncatingIfNeeded: byte))
    return true
  }

  /// Reads hexadecimal digits; nil if there are none.
  private mutating func readDigits(atMost limit: Int) -> (value: UInt32, count: Int)? {
    var value: UInt32 = 0
    var digits = 0
    while digits < limit, let digit = CharacterClass.hexadecimalDigit(bytes[position]) {
      value = value << 4 | UInt32(digit)
      position += 1
      digits += 1
    }
    return digits == 0 ? nil : (value, digits)
  }

  private mutating func failWithoutDigits(_ letter: String, _ escapes: Escapes) -> Bool {
    fail(
      "'\\\(letter)' used without hex digits in character string starting "
        + "\"\(text(from: escapes.start))\"", kind: .uncalledMessage)
    return false
  }

  private mutating func failForNul() -> Bool {
    fail("nul character not allowed (line \(currentLine))")
    return false
  }
}

// MARK: - Unicode escapes

extension Lexer {
  private mutating func readUnicode(_ escapes: inout Escapes, letter: UInt8) -> Bool {
    let isLong = letter == UInt8(ascii: "U")
    let name = isLong ? "U" : "u"
    let pattern = isLong ? "xxxxxxxx" : "xxxx"
    if escapes.isName {
      fail(
        "\\\(name)\(pattern) sequences not supported inside backticks (line \(currentLine))")
      return false
    }
    let isBraced = bytes[position] == UInt8(ascii: "{")
    if isBraced { position += 1 }
    guard var (value, _) = readDigits(atMost: isLong ? 8 : 4) else {
      return failWithoutDigits(name, escapes)
    }
    let form = isBraced ? "\\\(name){\(pattern)}" : "\\\(name)\(pattern)"
    if isBraced {
      guard bytes[position] == UInt8(ascii: "}") else {
        fail("invalid \(form) sequence (line \(lineAfterNext))")
        return false
      }
      position += 1
    }
    guard value != 0 else { return failForNul() }
    if value > 0x10FFFF {
      fail("invalid \(form) value \(String(value, radix: 16)) (line \(currentLine))")
      return false
    }
    if 0xD800..<0xE000 ~= value { value = joinedSurrogate(value) }
    escapes.hasUnicode = true
    appendCharacter(value)
    return true
  }

  /// The character of a surrogate and the low surrogate that follows it, if one does.
  private mutating func joinedSurrogate(_ high: UInt32) -> UInt32 {
    let start = position
    if high < 0xDC00, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] | 0x20 == UInt8(ascii: "u")
    {
      position += 2
      let isBraced = bytes[position] == UInt8(ascii: "{")
      if isBraced { position += 1 }
      if let (low, _) = readDigits(atMost: 4), 0xDC00..<0xE000 ~= low,
        !isBraced || bytes[position] == UInt8(ascii: "}")
      {
        if isBraced { position += 1 }
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
      }
    }
    position = start
    warnings.append("unpaired surrogate Unicode point \(String(high, radix: 16))")
    return high
  }

  /// Appends the bytes of a character; those of an unpaired surrogate are not UTF-8.
  private mutating func appendCharacter(_ value: UInt32) {
    func append(_ bits: UInt32) { rewritten.append(UInt8(truncatingIfNeeded: bits)) }
    switch value {
    case ..<0x80: append(value)
    case ..<0x800:
      append(0xC0 | value >> 6)
      append(0x80 | value & 0x3F)
    case ..<0x10000:
      append(0xE0 | value >> 12)
      append(0x80 | value >> 6 & 0x3F)
      append(0x80 | value & 0x3F)
    default:
      append(0xF0 | value >> 18)
      append(0x80 | value >> 12 & 0x3F)
      append(0x80 | value >> 6 & 0x3F)
      append(0x80 | value & 0x3F)
    }
  }
}

// MARK: - Raw strings

extension Lexer {
  func isRawStringStart(at start: Int) -> Bool {
    guard bytes[start] | 0x20 == UInt8(ascii: "r") else { return false }
    let quote = bytes[start + 1]
    return quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
  }

  /// Reads a string such as `r"---(…)---"`.
  mutating func readRawString() {
    let quote = bytes[position + 1]
    position += 2
    let dashStart = position
    while bytes[position] == UInt8(ascii: "-") { position += 1 }
    let dashes = position - dashStart
    let close: UInt8
    switch bytes[position] {
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    case UInt8(ascii: "{"): close = UInt8(ascii: "}")
    default:
      return fail("malformed raw string literal at line \(lineAfterNext)")
    }
    let start = position + 1
    while position < count {
      position += 1
      guard closesRawString(close, dashes: dashes, quote: quote) else { continue }
      let text = Tree.Text(
        offset: UInt32(start), length: UInt32(position - start), storage: .source)
      position += dashes + 2
      return setText(text, quote: quote)
    }
    setIncompleteString()
  }

  private func closesRawString(_ close: UInt8, dashes: Int, quote: UInt8) -> Bool {
    guard bytes[position] == close, position + dashes + 1 < count else { return false }
    for index in 0..<dashes where bytes[position + 1 + index] != UInt8(ascii: "-") {
      return false
    }
    return bytes[position + 1 + dashes] == quote
  }
}
