#if arch(x86_64)
/// The type in which long sums are kept: the widest of the machine.
package typealias WideDouble = Float80
#else
package typealias WideDouble = Double
#endif

/// The sum of numbers added one after another, each intermediate sum rounded to a `WideDouble`.
///
/// GNU R adds so, and its results depend on it. The latency of each addition is avoided where the
/// result stays the same: while the sum s keeps its binary exponent, its last place g keeps its
/// size, and s + x rounds to s + g · round(x / g), unless x lies exactly between two multiples of
/// g, when the parity of s / g decides. So a block of numbers that neither lead out of the range
/// of the exponent nor lie between is added as integers, in any order.
package func sequentialSum(_ numbers: UnsafeBufferPointer<Double>) -> WideDouble {
  var sum: WideDouble = 0
  var next = 0
  #if arch(x86_64)
  var failures = 0
  while next + WholeSum.blockSize <= numbers.count {
    let added = WholeSum.add(numbers[next...], to: &sum)
    next += added
    failures = added > 0 ? 0 : min(failures + 1, 6)
    let end = min(next + WholeSum.blockSize << failures, numbers.count)
    while next < end {
      sum += WideDouble(numbers[next])
      next += 1
    }
  }
  #endif
  while next < numbers.count {
    sum += WideDouble(numbers[next])
    next += 1
  }
  return sum
}

#if arch(x86_64)
/// A sum in units of its last place.
private enum WholeSum {
  static let blockSize = 16
  /// The exponent is looked at anew after so many blocks.
  private static let blocksAtOnce = 64
  /// Added to a double below 2⁵¹, this leaves its rounded value in the last bits.
  private static let rounder = 0x1.8p52

  /// Adds leading blocks, as many as can be added as integers; says how many numbers they have.
  static func add(_ numbers: Slice<UnsafeBufferPointer<Double>>, to sum: inout Float80) -> Int {
    guard sum.isNormal, abs(sum.exponent) < 900 else { return 0 }
    let top: UInt64 = 1 << 63
    var whole = sum.significandBitPattern | top
    let room = min(whole - top, UInt64.max - whole)
    // So many numbers of this size do not lead out of the exponent's range.
    let limit = min(Double(room / UInt64(blocksAtOnce * blockSize + 64)), 0x1p51)
    guard limit > 64, let start = UnsafeRawPointer(numbers.base.baseAddress) else { return 0 }
    let scale = Double(sign: sum.sign, exponent: 63 - Int(sum.exponent), significand: 1)
    let blocks = min(blocksAtOnce, numbers.count / blockSize)
    var done = 0
    var place = start + numbers.startIndex * 8
    while done < blocks, let part = block(place, scale, limit) {
      whole &+= UInt64(bitPattern: part)
      place += blockSize * 8
      done += 1
    }
    if done > 0 {
      sum = Float80(
        sign: sum.sign, exponentBitPattern: sum.exponentBitPattern,
        significandBitPattern: whole & (top - 1))
    }
    return done * blockSize
  }

  /// The rounded multiples of a block added up; nil if one is too large, no number, or lies
  /// between two integers.
  @inline(__always)
  private static func block(
    _ start: UnsafeRawPointer, _ scale: Double, _ limit: Double
  ) -> Int64? {
    let magnitude = SIMD4<Int64>(repeating: .max)
    let largest = SIMD4(repeating: Int64(bitPattern: limit.bitPattern) - 1)
    let half = SIMD4(repeating: Int64(bitPattern: 0.5.bitPattern) - 1)
    var total = SIMD4<Int64>.zero
    // The sign bit of a difference tells that the limit is reached.
    var excess = SIMD4<Int64>.zero
    for step in 0..<(blockSize / 4) {
      let x = start.loadUnaligned(fromByteOffset: step * 32, as: SIMD4<Double>.self)
      let multiple = x * scale
      let shifted = multiple + rounder
      let rest = multiple - (shifted - rounder)
      total &+= unsafeBitCast(shifted, to: SIMD4<Int64>.self)
      excess |= largest &- (unsafeBitCast(multiple, to: SIMD4<Int64>.self) & magnitude)
      excess |= half &- (unsafeBitCast(rest, to: SIMD4<Int64>.self) & magnitude)
    }
    let pair = excess.lowHalf | excess.highHalf
    guard pair.x | pair.y >= 0 else { return nil }
    let sums = total.lowHalf &+ total.highHalf
    return sums.x &+ sums.y &- Int64(blockSize) &* Int64(bitPattern: rounder.bitPattern)
  }
}
#endif
