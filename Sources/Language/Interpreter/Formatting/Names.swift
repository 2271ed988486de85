/// R's rule for names that need no backticks.
package enum Names {
  /// Letters, digits, dots and underscores; does not begin with a digit, an underscore or a dot and a
  /// digit; no reserved word.
  package static func isSyntactic(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    hasNameShape(bytes) && !isReserved(bytes)
  }

  static func hasNameShape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first == 0x2E {
      if bytes.count > 1, isDigit(bytes[1]) { return false }
    } else if isDigit(first) || first == 0x5F {
      return false
    }
    var place = 0
    while place < bytes.count {
      let (scalar, size) = UTF8Reader.scalar(in: bytes, at: place)
      guard let scalar, isNameCharacter(scalar) else { return false }
      place += size
    }
    return true
  }

  /// Whether a code point may stand inside a name.
  package static func isNameCharacter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return scalar == 0x2E || scalar == 0x5F || isDigit(UInt8(scalar))
        || (scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A)
    }
    guard let character = Unicode.Scalar(scalar) else { return false }
    return character.properties.isAlphabetic || character.properties.numericType == .decimal
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Words of the grammar, and `...` with its numbered parts.
  package static func isReserved(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= 13 else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    if reserved.contains(text) { return true }
    guard text.hasPrefix(".."), bytes.count > 2 else { return false }
    return bytes.dropFirst(2).allSatisfy { isDigit($0) }
  }

  private static let reserved: Set<String> = [
    "NULL", "NA", "TRUE", "FALSE", "Inf", "NaN", "NA_integer_", "NA_real_", "NA_character_",
    "NA_complex_", "function", "while", "repeat", "for", "if", "in", "else", "next", "break", "...",
  ]
}
