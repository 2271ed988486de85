import Glibc

/// Reads numbers as `type.convert` does.
package enum NumberScanner {
  /// Exact powers of ten.
  static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Reads a plain decimal integer of at most 18 digits; false when there is none.
  @inline(__always)
  static func integer(_ cursor: inout UnsafePointer<UInt8>, _ result: inout Int) -> Bool {
    var next = cursor
    let isNegative = next.pointee == UInt8(ascii: "-")
    if isNegative || next.pointee == UInt8(ascii: "+") { next += 1 }
    let first = next
    var value = 0
    while true {
      let digit = next.pointee &- 48
      if digit > 9 { break }
      value = value &* 10 &+ Int(digit)
      next += 1
    }
    let digits = next - first
    if digits == 0 || digits > 18 { return false }
    result = isNegative ? -value : value
    cursor = next
    return true
  }

  /// Reads a decimal number whose value is exact in one operation (Clinger's fast path: at most
  /// 15 digits and a power of ten up to 22); false when the slow path must decide.
  @inline(__always)
  static func fastDouble(
    _ cursor: inout UnsafePointer<UInt8>, decimal: UInt8, powers: UnsafePointer<Double>,
    _ result: inout Double
  ) -> Bool {
    var next = cursor
    let isNegative = next.pointee == UInt8(ascii: "-")
    if isNegative || next.pointee == UInt8(ascii: "+") { next += 1 }
    var mantissa: UInt64 = 0
    var first = next
    digits(&next, &mantissa)
    var count = next - first
    var exponent = 0
    if next.pointee == decimal {
      next += 1
      first = next
      digits(&next, &mantissa)
      exponent = first - next
      count -= exponent
    }
    if count == 0 || count > 18 { return false }
    if next.pointee | 0x20 == UInt8(ascii: "e") {
      var written = 0
      var after = next + 1
      guard integer(&after, &written), written > -400, written < 400 else { return false }
      exponent += written
      next = after
    }
    guard mantissa <= 1 << 53, exponent >= -22, exponent <= 22 else { return false }
    let value = Double(mantissa)
    let scaled = exponent < 0 ? value / powers[-exponent] : value * powers[exponent]
    result = isNegative ? -scaled : scaled
    cursor = next
    return true
  }

  @inline(__always)
  private static func digits(_ next: inout UnsafePointer<UInt8>, _ mantissa: inout UInt64) {
    while true {
      let digit = next.pointee &- 48
      if digit > 9 { break }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      next += 1
    }
  }

  /// The integer a whole field stands for: leading white space and a sign are allowed.
  package static func integer(field: UnsafeBufferPointer<UInt8>) -> Int32? {
    var text = field[...]
    while let byte = text.first, isSpace(byte) { text = text.dropFirst() }
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative || text.first == UInt8(ascii: "+") { text = text.dropFirst() }
    guard !text.isEmpty else { return nil }
    var value = 0
    for byte in text {
      guard byte &- 48 <= 9 else { return nil }
      value = value * 10 + Int(byte &- 48)
      if value > Int(Int32.max) { return nil }
    }
    return Int32(isNegative ? -value : value)
  }

  /// The double a whole field stands for, correctly rounded; white space around it is allowed.
  package static func double(field: UnsafeBufferPointer<UInt8>, decimal: UInt8) -> Double? {
    var text = field[...]
    while let byte = text.first, isSpace(byte) { text = text.dropFirst() }
    while let byte = text.last, isSpace(byte) { text = text.dropLast() }
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative || text.first == UInt8(ascii: "+") { text = text.dropFirst() }
    guard let first = text.first else { return nil }
    if let special = special(text) { return isNegative ? -special : special }
    let second = text.dropFirst().first
    let isHex = first == UInt8(ascii: "0") && second.map { $0 | 0x20 } == UInt8(ascii: "x")
    guard var normal = isHex ? hex(text, decimal) : decimalText(text, decimal) else { return nil }
    normal.append(0)
    let value = normal.withUnsafeBytes { bytes -> Double in
      guard let start = bytes.baseAddress else { return .nan }
      return strtod(start.assumingMemoryBound(to: CChar.self), nil)
    }
    return isNegative ? -value : value
  }

  private static func special(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    switch text.count {
    case 3:
      if text.elementsEqual("NaN".utf8) || text.elementsEqual("nan".utf8) { return .nan }
      return text.lazy.map { $0 | 0x20 }.elementsEqual("inf".utf8) ? .infinity : nil
    case 8: return text.lazy.map { $0 | 0x20 }.elementsEqual("infinity".utf8) ? .infinity : nil
    default: return nil
    }
  }

  /// Digits, decimal mark, digits, and an exponent that may lack its digits: in C's spelling.
  private static func decimalText(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, _ decimal: UInt8
  ) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 1)
    var rest = text
    var count = takeDigits(&rest, &result) { $0 &- 48 <= 9 }
    if rest.first == decimal {
      rest = rest.dropFirst()
      result.append(UInt8(ascii: "."))
      count += takeDigits(&rest, &result) { $0 &- 48 <= 9 }
    }
    guard count > 0 else { return nil }
    return takeExponent(rest, UInt8(ascii: "e"), &result) ? result : nil
  }

  private static func hex(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, _ decimal: UInt8
  ) -> [UInt8]? {
    var result = Array("0x".utf8)
    var rest = text.dropFirst(2)
    let isHexDigit = { (byte: UInt8) in byte &- 48 <= 9 || (byte | 0x20) &- 97 <= 5 }
    var count = takeDigits(&rest, &result, isHexDigit)
    if rest.first == decimal {
      rest = rest.dropFirst()
      result.append(UInt8(ascii: "."))
      count += takeDigits(&rest, &result, isHexDigit)
    }
    guard count > 0 else { return nil }
    return takeExponent(rest, UInt8(ascii: "p"), &result) ? result : nil
  }

  private static func takeDigits(
    _ rest: inout Slice<UnsafeBufferPointer<UInt8>>, _ result: inout [UInt8],
    _ isDigit: (UInt8) -> Bool
  ) -> Int {
    let digits = rest.prefix(while: isDigit)
    result.append(contentsOf: digits)
    rest = rest.dropFirst(digits.count)
    return digits.count
  }

  private static func takeExponent(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, _ mark: UInt8, _ result: inout [UInt8]
  ) -> Bool {
    guard let first = text.first else { return true }
    guard first | 0x20 == mark else { return false }
    var rest = text.dropFirst()
    var exponent: [UInt8] = [mark]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      exponent.append(sign)
      rest = rest.dropFirst()
    }
    let digits = takeDigits(&rest, &exponent) { $0 &- 48 <= 9 }
    if digits > 0 { result.append(contentsOf: exponent) }
    return rest.isEmpty
  }

  /// The parts of a complex number written as `re+imi`, or of a number alone.
  package static func complex(
    field: UnsafeBufferPointer<UInt8>, decimal: UInt8
  ) -> (real: Double, imaginary: Double)? {
    if let real = double(field: field, decimal: decimal) { return (real, 0) }
    guard field.last == UInt8(ascii: "i") else { return nil }
    let body = field.dropLast()
    let isPart = { (part: Slice<UnsafeBufferPointer<UInt8>>) in
      double(field: UnsafeBufferPointer(rebasing: part), decimal: decimal)
    }
    if let imaginary = isPart(body[...]) { return (0, imaginary) }
    for place in body.indices.dropFirst().reversed() {
      guard body[place] == UInt8(ascii: "+") || body[place] == UInt8(ascii: "-"),
        let real = isPart(body[..<place]), let imaginary = isPart(body[place...])
      else { continue }
      return (real, imaginary)
    }
    return nil
  }

  /// The narrowest kind of column that takes this field.
  package static func kind(of field: UnsafeBufferPointer<UInt8>, decimal: UInt8) -> CellKind {
    if ChunkParser.logical(field) != nil { return .logical }
    if integer(field: field) != nil { return .integer }
    return double(field: field, decimal: decimal) != nil ? .double : .string
  }

  /// A number without the marks between its thousands; nil when there are none, or they are
  /// elsewhere.
  package static func ungrouped(
    _ field: UnsafeBufferPointer<UInt8>, thousands: UInt8
  ) -> [UInt8]? {
    let groups = field.split(separator: thousands, omittingEmptySubsequences: false)
    guard groups.count > 1, let last = groups.last else { return nil }
    let isDigit = { (byte: UInt8) in byte &- 48 <= 9 }
    let first = groups[0].drop { isSpace($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard (1...3).contains(first.count), first.allSatisfy(isDigit),
      groups[1..<(groups.count - 1)].allSatisfy({ $0.count == 3 && $0.allSatisfy(isDigit) }),
      last.prefix(while: isDigit).count == 3
    else { return nil }
    return Array(groups.joined())
  }

  package static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || (byte >= 9 && byte <= 13)
  }
}
