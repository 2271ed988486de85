import Glibc

/// Numbers as text and text as numbers, as coercion does it.
package enum NumberText {
  /// A double with up to 15 significant digits: what `as.character` and `paste` give.
  package static func text(_ number: Double) -> String {
    let buffer = TextBuffer(capacity: 64)
    append(number, to: buffer)
    return buffer.text
  }

  /// Appends what `text` gives; `penalty` is the option `scipen`.
  package static func append(_ number: Double, to buffer: TextBuffer, penalty: Int = 0) {
    buffer.append(number, NumberLayout(number, style: NumberStyle(digits: 15, penalty: penalty)))
  }

  /// The number that the whole text (blanks around it allowed) spells, as `as.numeric` reads it.
  ///
  /// `NA` is the missing value; nil means that the text is no number.
  package static func number(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var begin = 0
    var end = text.count
    while begin < end, isBlank(text[begin]) { begin += 1 }
    while end > begin, isBlank(text[end - 1]) { end -= 1 }
    guard begin < end else { return nil }
    let trimmed = UnsafeBufferPointer(rebasing: text[begin..<end])
    return plainNumber(trimmed) ?? unusualNumber(trimmed)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }

  /// The everyday spellings: up to 19 digits, a point, a small exponent.
  private static func plainNumber(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var place = 0
    let isNegative = text[0] == 0x2D
    if isNegative || text[0] == 0x2B { place = 1 }
    var digits: UInt64 = 0
    var count = 0
    var decimals = 0
    var seenPoint = false
    while place < text.count {
      let byte = text[place]
      if byte == 0x2E, !seenPoint {
        seenPoint = true
      } else if byte &- 48 < 10 {
        digits = digits &* 10 &+ UInt64(byte - 48)
        count += 1
        if seenPoint { decimals += 1 }
      } else {
        break
      }
      place += 1
    }
    guard count > 0, count <= 19, digits < 1 << 53, decimals <= 22, place == text.count else {
      return nil
    }
    // Both numbers are exact, so the quotient is correctly rounded.
    let value = Double(digits) / smallPowers[decimals]
    return isNegative ? -value : value
  }

  private static let smallPowers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static func unusualNumber(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    let string = String(decoding: text, as: UTF8.self)
    if string == "NA" { return .missing }
    let signless = string.first == "-" || string.first == "+" ? string.dropFirst() : string[...]
    let sign: Double = string.first == "-" ? -1 : 1
    switch signless.lowercased() {
    case "nan": return .nan
    case "inf", "infinity": return sign * .infinity
    default: break
    }
    guard let first = signless.utf8.first, first == 0x2E || (first >= 48 && first < 58) else {
      return nil
    }
    var end: UnsafeMutablePointer<CChar>?
    return string.withCString { start in
      let value = strtod(start, &end)
      guard let end, end != start, isEmptyExponent(end, of: signless) else { return nil }
      return value
    }
  }

  /// Whether nothing follows, or an exponent without digits, which counts as 0.
  private static func isEmptyExponent(
    _ rest: UnsafePointer<CChar>, of number: Substring
  ) -> Bool {
    var place = rest
    let marks = number.hasPrefix("0x") || number.hasPrefix("0X") ? "pP" : "eE"
    if marks.utf8.contains(UInt8(bitPattern: place.pointee)) {
      place += 1
      if "+-".utf8.contains(UInt8(bitPattern: place.pointee)) { place += 1 }
    }
    return place.pointee == 0
  }
}
