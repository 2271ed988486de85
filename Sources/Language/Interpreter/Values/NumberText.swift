import Glibc

/// Numbers as text and text as numbers, as coercion does it.
package enum NumberText {
  /// A double with up to 15 significant digits: what `as.character` and `paste` give.
  package static func text(_ number: Double) -> String {
    if number.isMissing { return "NA" }
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Inf" : "Inf" }
    var buffer = [CChar](repeating: 0, count: 32)
    withVaList([number]) { _ = vsnprintf(&buffer, 32, "%.15g", $0) }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The number that the whole text (blanks around it allowed) spells, as `as.numeric` reads it.
  package static func number(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    let string = String(decoding: text, as: UTF8.self)
    var end: UnsafeMutablePointer<CChar>?
    return string.withCString { start in
      let value = strtod(start, &end)
      guard let end, end != start, end.pointee == 0 else { return nil }
      return value
    }
  }
}
