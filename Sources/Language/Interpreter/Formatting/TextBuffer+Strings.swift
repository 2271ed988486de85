// Writing strings with quotes and escapes.

/// On which side blanks fill up a column.
package enum Justification: Sendable { case left, right, centre, none }

extension TextBuffer {
  /// Text with escapes for what cannot be printed, in quotes unless `quote` is 0.
  package func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>, quote: UInt8) {
    if quote != 0 { appendByte(quote) }
    if isPlain(bytes, quote: quote) {
      append(bytes)
    } else {
      appendEscapes(bytes, quote: quote)
    }
    if quote != 0 { appendByte(quote) }
  }

  private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, quote: UInt8) -> Bool {
    for byte in bytes where byte < 0x20 || byte >= 0x7F || byte == 0x5C || byte == quote {
      return false
    }
    return true
  }

  private func appendEscapes(_ bytes: UnsafeBufferPointer<UInt8>, quote: UInt8) {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        appendEscaped(ascii: byte, quote: quote)
        place += 1
        continue
      }
      let (scalar, size) = UTF8Reader.scalar(in: bytes, at: place)
      if let scalar {
        if DisplayWidth.isPrintable(scalar) {
          append(UnsafeBufferPointer(rebasing: bytes[place..<place + size]))
        } else {
          appendUnicodeEscape(scalar)
        }
      } else {
        append("\\x")
        append(hexadecimal: byte)
      }
      place += size
    }
  }

  private func appendEscaped(ascii byte: UInt8, quote: UInt8) {
    if byte == quote || byte == 0x5C {
      appendByte(0x5C)
      return appendByte(byte)
    }
    if byte >= 0x20 && byte < 0x7F { return appendByte(byte) }
    appendByte(0x5C)
    if byte >= 7, byte <= 13 {
      let letters: StaticString = "abtnvfr"
      return appendByte(letters.utf8Start[Int(byte - 7)])
    }
    appendByte(48 + byte >> 6)
    appendByte(48 + (byte >> 3) & 7)
    appendByte(48 + byte & 7)
  }

  private func appendUnicodeEscape(_ scalar: UInt32) {
    append(scalar > 0xFFFF ? "\\U" : "\\u")
    let digits = String(scalar, radix: 16)
    append(repeating: 48, count: (scalar > 0xFFFF ? 8 : 4) - digits.utf8.count)
    append(digits)
  }

  /// The code point as UTF-8.
  package func append(scalar: UInt32) {
    switch scalar {
    case 0..<0x80: appendByte(UInt8(scalar))
    case 0..<0x800:
      appendByte(UInt8(0xC0 | scalar >> 6))
      appendByte(UInt8(0x80 | scalar & 0x3F))
    case 0..<0x10000:
      appendByte(UInt8(0xE0 | scalar >> 12))
      appendByte(UInt8(0x80 | scalar >> 6 & 0x3F))
      appendByte(UInt8(0x80 | scalar & 0x3F))
    default:
      appendByte(UInt8(0xF0 | scalar >> 18 & 7))
      appendByte(UInt8(0x80 | scalar >> 12 & 0x3F))
      appendByte(UInt8(0x80 | scalar >> 6 & 0x3F))
      appendByte(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// Escaped text filled up with blanks to `width` columns.
  package func append(
    _ bytes: UnsafeBufferPointer<UInt8>, quote: UInt8, width: Int, _ side: Justification
  ) {
    let blanks =
      side == .none ? 0 : max(0, width - DisplayWidth.escapedWidth(of: bytes, quote: quote))
    let before = side == .right ? blanks : side == .centre ? blanks / 2 : 0
    appendSpaces(before)
    appendEscaped(bytes, quote: quote)
    appendSpaces(blanks - before)
  }
}
