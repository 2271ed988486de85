// Texts of integers.

extension StringPool {
  /// Interns the decimal texts of integers, NA as NA, block by block.
  func intern(
    _ numbers: UnsafeBufferPointer<Int32>, into target: UnsafeMutablePointer<StringHandle>
  ) {
    let block = 1024
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: block * 12) { bytes in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: block + 1) { offsets in
        guard let text = bytes.baseAddress else { return }
        var start = 0
        while start < numbers.count {
          let size = min(block, numbers.count - start)
          var used = 0
          offsets[0] = 0
          for k in 0..<size {
            used += Self.writeDecimal(numbers[start + k], to: text + used)
            offsets[k + 1] = used
          }
          intern(
            UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<used]),
            offsets: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(offsets)[...size]),
            into: target + start)
          for k in 0..<size where numbers[start + k].isMissing { target[start + k] = .missing }
          start += size
        }
      }
    }
  }

  /// The decimal digits of `number`; answers how many bytes were written (NA: none).
  package static func writeDecimal(
    _ number: Int32, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    if number.isMissing { return 0 }
    var rest = number.magnitude
    var length = number < 0 ? 2 : 1
    var power: UInt32 = 10
    while length < 11, rest >= power {
      length += 1
      if power == 1_000_000_000 { break }
      power *= 10
    }
    if number < 0 { target[0] = UInt8(ascii: "-") }
    var place = length
    repeat {
      place -= 1
      target[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    return length
  }
}
