/// How many columns text takes on a terminal.
package enum DisplayWidth {
  /// Columns of one character: 0, 1 or 2.
  package static func width(of scalar: UInt32) -> Int {
    if scalar < 0x300 { return scalar >= 0x20 && scalar < 0x7F || scalar >= 0xA0 ? 1 : 0 }
    if contains(scalar, CharacterTables.doubleWidth) { return 2 }
    return contains(scalar, CharacterTables.zeroWidth) ? 0 : 1
  }

  /// Whether a character is printed as itself rather than as an escape.
  package static func isPrintable(_ scalar: UInt32) -> Bool {
    if scalar < 0x7F { return scalar >= 0x20 }
    return !contains(scalar, CharacterTables.escaped)
  }

  /// Columns of UTF-8 text that is shown as it is.
  package static func width(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var width = 0
    var place = 0
    while place < bytes.count {
      let (scalar, size) = UTF8Reader.scalar(in: bytes, at: place)
      width += scalar.map { self.width(of: $0) } ?? 4
      place += size
    }
    return width
  }

  /// Columns of text that is shown with escapes and, unless `quote` is 0, in quotes.
  package static func escapedWidth(of bytes: UnsafeBufferPointer<UInt8>, quote: UInt8) -> Int {
    var width = quote == 0 ? 0 : 2
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        width += asciiWidth(byte, quote: quote)
        place += 1
        continue
      }
      let (scalar, size) = UTF8Reader.scalar(in: bytes, at: place)
      if let scalar {
        width += isPrintable(scalar) ? self.width(of: scalar) : scalar > 0xFFFF ? 10 : 6
      } else {
        width += 4
      }
      place += size
    }
    return width
  }

  private static func asciiWidth(_ byte: UInt8, quote: UInt8) -> Int {
    switch byte {
    case 0x5C: 2
    case 7...13: 2
    case 0x20..<0x7F: byte == quote ? 2 : 1
    default: 4
    }
  }

  private static func contains(
    _ scalar: UInt32, _ ranges: [(first: UInt32, last: UInt32)]
  ) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if scalar > ranges[middle].last { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && scalar >= ranges[low].first
  }
}

/// Reads code points from bytes that may be no UTF-8.
package enum UTF8Reader {
  /// The code point at `place` and how many bytes it takes; nil and 1 where the bytes are no UTF-8.
  package static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (scalar: UInt32?, size: Int) {
    let first = bytes[place]
    if first < 0x80 { return (UInt32(first), 1) }
    let size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, place + size <= bytes.count else { return (nil, 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(size))
    for offset in 1..<size {
      let byte = bytes[place + offset]
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = size == 4 ? 0x10000 : size == 3 ? 0x800 : 0x80
    guard scalar >= least, scalar < 0x110000, scalar & 0xFFFFF800 != 0xD800 else { return (nil, 1) }
    return (scalar, size)
  }

  /// All code points; a byte that is no UTF-8 stands for itself.
  package static func scalars(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let (scalar, size) = scalar(in: bytes, at: place)
      result.append(scalar ?? UInt32(bytes[place]))
      place += size
    }
    return result
  }

  /// Whether all bytes are UTF-8.
  package static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < bytes.count {
      if bytes[place] < 0x80 {
        place += 1
        continue
      }
      let (scalar, size) = scalar(in: bytes, at: place)
      if scalar == nil { return false }
      place += size
    }
    return true
  }
}
