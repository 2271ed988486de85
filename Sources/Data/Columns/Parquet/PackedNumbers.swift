import Glibc

/// The packed numbers of Parquet pages: runs, bits side by side, and differences.
enum PackedNumbers {
  private static var ends: ColumnError { ThriftReader.damaged("a page ends too early") }

  /// A number of `width` bits, at most 64, that begins at a bit; bits behind the end are 0.
  @inline(__always)
  private static func bits(
    _ bytes: UnsafeRawBufferPointer, at bit: Int, width: Int
  ) -> UInt64 {
    let (start, shift) = (bit >> 3, UInt64(bit & 7))
    var low: UInt64 = 0
    if start + 8 <= bytes.count {
      low = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    } else {
      var place = start
      while place < bytes.count {
        low |= UInt64(bytes[place]) << UInt64(8 * (place - start))
        place += 1
      }
    }
    low >>= shift
    if Int(shift) + width > 64, start + 8 < bytes.count {
      low |= UInt64(bytes[start + 8]) << (64 - shift)
    }
    return width == 64 ? low : low & ((1 << UInt64(width)) - 1)
  }

  /// Runs of one number and stretches of bits, as levels and codes are stored.
  static func runs(
    _ bytes: UnsafeRawBufferPointer, width: Int, count: Int,
    into target: UnsafeMutablePointer<Int32>
  ) throws {
    guard (0...32).contains(width) else { throw ThriftReader.damaged("codes of \(width) bits") }
    var reader = ThriftReader(bytes)
    var (row, place) = (0, 0)
    while row < count {
      reader = ThriftReader(bytes, at: place)
      let head = try reader.variableInteger()
      place = reader.position
      let claimed = head >> 1
      let rest = count - row
      if head & 1 == 0 {
        let size = (width + 7) / 8
        guard place + size <= bytes.count else { throw ends }
        let value = Int32(
          truncatingIfNeeded: bits(bytes, at: place * 8, width: width))
        let length = claimed > UInt64(rest) ? rest : Int(claimed)
        (target + row).update(repeating: value, count: length)
        row += length
        place += size
        continue
      }
      let length = claimed > UInt64(rest) ? rest : min(rest, Int(claimed) * 8)
      guard (length * width + 7) / 8 <= bytes.count - place else { throw ends }
      unpack(bytes, place, width, length, target + row)
      row += length
      place += claimed > UInt64(rest) ? (length * width + 7) / 8 : Int(claimed) * width
    }
  }

  private static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ place: Int, _ width: Int, _ count: Int,
    _ target: UnsafeMutablePointer<Int32>
  ) {
    // Words of 8 bytes, as long as there are some.
    let fast = width == 0 ? 0 : max(0, min(count, ((bytes.count - place - 8) * 8) / width))
    let mask: UInt64 = (1 << UInt64(width)) - 1
    for index in 0..<fast {
      let bit = index * width
      let word = bytes.loadUnaligned(fromByteOffset: place + bit >> 3, as: UInt64.self)
      target[index] = Int32(truncatingIfNeeded: word >> UInt64(bit & 7) & mask)
    }
    for index in fast..<count {
      target[index] = Int32(
        truncatingIfNeeded: bits(bytes, at: place * 8 + index * width, width: width))
    }
  }

  /// Differences in blocks, each less the smallest of its block; `count` numbers in all.
  ///
  /// Returns the numbers and where they end.
  static func differences(
    _ bytes: UnsafeRawBufferPointer, at start: Int, count: Int
  ) throws -> (numbers: [Int64], end: Int) {
    var reader = ThriftReader(bytes, at: start)
    let blockSize = try reader.variableInteger()
    let parts = try reader.variableInteger()
    let total = try reader.variableInteger()
    var number = try reader.signedInteger()
    guard total == UInt64(count), (1...1 << 24).contains(blockSize), (1...1 << 16).contains(parts),
      blockSize % parts == 0
    else { throw ThriftReader.damaged("differences of unknown form") }
    let size = Int(blockSize / parts)
    var result: [Int64] = []
    result.reserveCapacity(min(count, bytes.count * 8))
    if count > 0 { result.append(number) }
    var place = reader.position
    while result.count < count {
      reader = ThriftReader(bytes, at: place)
      let least = try reader.signedInteger()
      let widths = reader.position
      place = widths + Int(parts)
      guard place <= bytes.count else { throw ends }
      for part in 0..<Int(parts) where result.count < count {
        let width = Int(bytes[widths + part])
        let length = min(size, count - result.count)
        guard width <= 64, (length * width + 7) / 8 <= bytes.count - place else { throw ends }
        for index in 0..<length {
          let more = bits(bytes, at: place * 8 + index * width, width: width)
          number = number &+ least &+ Int64(bitPattern: more)
          result.append(number)
        }
        place += (size * width + 7) / 8
      }
    }
    return (result, min(place, bytes.count))
  }

  /// Values whose first bytes lie together, then their second bytes, and so on.
  static func joined(
    _ bytes: UnsafeRawBufferPointer, width: Int, count: Int
  ) throws -> ByteBuffer {
    guard width > 0, count <= bytes.count / width else { throw ends }
    let result = ByteBuffer(capacity: count * width)
    let target = result.extend(by: count * width).assumingMemoryBound(to: UInt8.self)
    for byte in 0..<width {
      for row in 0..<count { target[row * width + byte] = bytes[byte * count + row] }
    }
    return result
  }
}
