/// Four sums side by side in twice the precision of a double; see `DoubleDouble`.
public enum LaneSums {
  @inlinable @inline(__always)
  public static func accumulate(
    _ value: SIMD4<Double>, _ high: inout SIMD4<Double>, _ low: inout SIMD4<Double>
  ) {
    let sum = high + value
    let part = sum - high
    low += (high - (sum - part)) + (value - part)
    high = sum
  }

  @inlinable @inline(__always)
  public static func productError(
    _ a: SIMD4<Double>, _ b: SIMD4<Double>, _ product: SIMD4<Double>
  ) -> SIMD4<Double> {
    let (aHigh, aLow) = split(a)
    let (bHigh, bLow) = split(b)
    return ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow
  }

  @inlinable @inline(__always)
  public static func split(_ a: SIMD4<Double>) -> (SIMD4<Double>, SIMD4<Double>) {
    let scaled = 134_217_729 * a
    let high = scaled - (scaled - a)
    return (high, a - high)
  }

  /// The sum over the lanes.
  public static func reduce(_ high: SIMD4<Double>, _ low: SIMD4<Double>) -> DoubleDouble {
    (0..<4).reduce(DoubleDouble(0)) { total, lane in
      let (sum, error) = DoubleDouble.twoSum(high[lane], low[lane])
      return total + DoubleDouble(sum, error)
    }
  }
}
