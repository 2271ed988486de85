import Glibc

/// Elementary functions of four numbers at a time, to the last digit or so.
enum VectorMath {
  typealias Numbers = SIMD4<Double>

  /// 1.5 · 2⁵²: adding it rounds to a whole number, which then stands in the lowest bits.
  private static let rounder = Numbers(repeating: 6_755_399_441_055_744)

  /// eˣ, by eˣ = 2ⁿ·eʳ with |r| ≤ ln 2 / 2 and the Taylor series of eʳ; never zero or infinite.
  @inline(__always)
  static func exp(_ x: Numbers) -> Numbers {
    var x = x
    x.replace(with: -708, where: x .< -708)
    x.replace(with: 709, where: x .> 709)
    let shifted = x * 1.442_695_040_888_963_4 + rounder
    let whole = shifted - rounder
    let r = (x - whole * 0.693_147_180_369_123_8) - whole * 1.908_214_929_270_587_7e-10
    var sum = Numbers(repeating: 1 / 6_227_020_800)
    sum = sum * r + 1 / 479_001_600
    sum = sum * r + 1 / 39_916_800
    sum = sum * r + 1 / 3_628_800
    sum = sum * r + 1 / 362_880
    sum = sum * r + 1 / 40_320
    sum = sum * r + 1 / 5_040
    sum = sum * r + 1 / 720
    sum = sum * r + 1 / 120
    sum = sum * r + 1 / 24
    sum = sum * r + 1 / 6
    sum = sum * r + 0.5
    sum = (sum * r) * r + r + 1
    let bits = unsafeBitCast(shifted, to: SIMD4<UInt64>.self)
    return sum * unsafeBitCast((bits &+ 1023) &<< 52, to: Numbers.self)
  }

  /// ln x, by x = 2ⁿ·m with m about 1 and the series of the inverse hyperbolic tangent.
  @inline(__always)
  static func log(_ x: Numbers) -> Numbers {
    let usual = (x .>= 2.225_073_858_507_201_4e-308) .& (x .<= .greatestFiniteMagnitude)
    guard all(usual) else {
      return Numbers(Glibc.log(x[0]), Glibc.log(x[1]), Glibc.log(x[2]), Glibc.log(x[3]))
    }
    let bits = unsafeBitCast(x, to: SIMD4<UInt64>.self)
    // The exponent as a number: its bits stand lowest in a number of 2⁵² and something.
    let place = (bits &>> 52) | 0x4330_0000_0000_0000
    var exponent = unsafeBitCast(place, to: Numbers.self) - (4_503_599_627_370_496 + 1023)
    let mantissa = (bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000
    var m = unsafeBitCast(mantissa, to: Numbers.self)
    let isLarge = m .> 1.414_213_562_373_095
    m.replace(with: m * 0.5, where: isLarge)
    exponent.replace(with: exponent + 1, where: isLarge)
    let f = m - 1
    let s = f / (f + 2)
    let z = s * s
    var sum = Numbers(repeating: 1.0 / 21)
    sum = sum * z + 1.0 / 19
    sum = sum * z + 1.0 / 17
    sum = sum * z + 1.0 / 15
    sum = sum * z + 1.0 / 13
    sum = sum * z + 1.0 / 11
    sum = sum * z + 1.0 / 9
    sum = sum * z + 1.0 / 7
    sum = sum * z + 1.0 / 5
    sum = sum * z + 1.0 / 3
    let tail = 2 * (s * z * sum) + exponent * 1.908_214_929_270_587_7e-10
    return exponent * 0.693_147_180_369_123_8 + (2 * s + tail)
  }

  /// Applies a function to whole columns.
  @inline(__always)
  static func map(_ values: [Double], _ body: (Numbers) -> Numbers) -> [Double] {
    [Double](unsafeUninitializedCapacity: values.count) { result, count in
      count = values.count
      let whole = values.count & ~3
      values.withUnsafeBytes { values in
        let result = UnsafeMutableRawBufferPointer(result)
        for place in stride(from: 0, to: whole * 8, by: 32) {
          let value = body(values.loadUnaligned(fromByteOffset: place, as: Numbers.self))
          result.storeBytes(of: value, toByteOffset: place, as: Numbers.self)
        }
      }
      guard whole < values.count else { return }
      var rest = Numbers(repeating: 1)
      for row in whole..<values.count { rest[row - whole] = values[row] }
      rest = body(rest)
      for row in whole..<values.count { result[row] = rest[row - whole] }
    }
  }

  static func exp(_ values: [Double]) -> [Double] { map(values) { exp($0) } }
  static func log(_ values: [Double]) -> [Double] { map(values) { log($0) } }
}
