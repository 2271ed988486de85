// R converts numbers in extended precision where the machine has it, then rounds once more.
#if arch(x86_64) || arch(i386)
private typealias Extended = Float80
#else
private typealias Extended = Double
#endif

extension Lexer {
  mutating func readNumber() {
    token.kind = .constant
    token.constant = .double
    let start = position
    let isHexadecimal =
      bytes[start] == UInt8(ascii: "0") && bytes[start + 1] | 0x20 == UInt8(ascii: "x")
    if let shape = isHexadecimal ? readHexadecimal() : readDecimal() {
      readSuffix(from: start, shape)
    }
  }

  /// How a number is written, as far as its suffix cares.
  private struct Shape {
    var hasPoint: Bool
    var hasExponent: Bool
  }

  private mutating func readSuffix(from start: Int, _ shape: Shape) {
    if bytes[position] == UInt8(ascii: "L") {
      position += 1
      readInteger(from: start, shape)
    } else if bytes[position] == UInt8(ascii: "i") {
      position += 1
      token.constant = .imaginary
    }
  }

  /// Makes the number just read with its suffix `L` an integer, if it is one.
  private mutating func readInteger(from start: Int, _ shape: Shape) {
    let isInteger = token.number == token.number.rounded(.towardZero) && token.number < 0x1p31
    if isInteger { token.constant = .integer }
    func written() -> String {
      String(
        decoding: UnsafeBufferPointer(start: bytes + start, count: position - start),
        as: UTF8.self)
    }
    if shape.hasPoint, !shape.hasExponent {
      warnings.append(
        isInteger
          ? "integer literal \(written()) contains unnecessary decimal point"
          : "integer literal \(written()) contains decimal; using numeric value")
    } else if !isInteger {
      warnings.append("non-integer value \(written()) qualified with L; using numeric value")
    }
  }

  /// Ends the token as bytes that are no number, with the byte that showed it.
  private mutating func setInvalidNumber() {
    token.kind = .invalid
    if position < count, bytes[position] != UInt8(ascii: "\n") {
      position += decode(at: position).1
    }
  }
}

// MARK: - Decimal

extension Lexer {
  private mutating func readDecimal() -> Shape? {
    var value = Extended(0)
    var digits: UInt64 = 0
    var digitCount = 0
    var scale = 0
    var shape = Shape(hasPoint: false, hasExponent: false)
    while true {
      let byte = bytes[position]
      if CharacterClass.isDigit(byte) {
        if digitCount < 19 {
          digits = digits * 10 + UInt64(byte & 0xF)
          if digits > 0 { digitCount += 1 }
        } else {
          value = (digitCount == 19 ? Extended(digits) : value) * 10 + Extended(byte & 0xF)
          digitCount += 1
        }
        if shape.hasPoint { scale -= 1 }
      } else if byte == UInt8(ascii: "."), !shape.hasPoint {
        shape.hasPoint = true
      } else {
        break
      }
      position += 1
    }
    if bytes[position] | 0x20 == UInt8(ascii: "e") {
      shape.hasExponent = true
      position += 1
      guard let exponent = readExponent() else { return nil }
      scale += exponent
    }
    token.number = Self.scaled(digitCount > 19 ? value : Extended(digits), by: scale)
    return shape
  }

  /// Reads the digits of an exponent and their sign; the token is invalid if there are none.
  private mutating func readExponent() -> Int? {
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
    guard CharacterClass.isDigit(bytes[position]) else {
      setInvalidNumber()
      return nil
    }
    var exponent = 0
    while CharacterClass.isDigit(bytes[position]) {
      exponent = min(exponent * 10 + Int(bytes[position] & 0xF), 99_999)
      position += 1
    }
    return isNegative ? -exponent : exponent
  }

  /// `value` times a power of ten.
  private static func scaled(_ value: Extended, by scale: Int) -> Double {
    guard scale != 0, value != 0 else { return Double(value) }
    // Two steps, as the power of a denormal number would overflow.
    if scale < -4000 { return Double(value / power(4000) / power(min(-scale - 4000, 4900))) }
    return Double(scale < 0 ? value / power(-scale) : value * power(min(scale, 4900)))
  }

  private static func power(_ exponent: Int) -> Extended {
    var result = Extended(1)
    var square = Extended(10)
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}

// MARK: - Hexadecimal

extension Lexer {
  private mutating func readHexadecimal() -> Shape? {
    position += 2
    var value = Extended(0)
    var scale = 0
    var shape = Shape(hasPoint: false, hasExponent: false)
    let first = position
    while true {
      if let digit = CharacterClass.hexadecimalDigit(bytes[position]) {
        value = value * 16 + Extended(digit)
        if shape.hasPoint { scale -= 4 }
      } else if bytes[position] == UInt8(ascii: "."), !shape.hasPoint {
        shape.hasPoint = true
      } else {
        break
      }
      position += 1
    }
    if bytes[position] | 0x20 == UInt8(ascii: "p") {
      shape.hasExponent = true
      position += 1
      guard let exponent = readExponent() else { return nil }
      scale += exponent
    } else if position == first || shape.hasPoint {
      setInvalidNumber()
      return nil
    }
    token.number = Double(Extended(sign: .plus, exponent: scale, significand: value))
    return shape
  }
}
