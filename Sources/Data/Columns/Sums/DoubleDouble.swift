/// A number as the unevaluated sum of two doubles: 106 bits.
///
/// The algorithms are those of Dekker (1971) and Knuth (TAOCP 2, 4.2.2): error-free sums and
/// products of doubles, renormalised.
public struct DoubleDouble: Codable, Sendable, Equatable {
  public var high: Double
  public var low: Double

  @inlinable @inline(__always)
  public init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  @inlinable public var value: Double { high + low }

  /// a + b = sum + error, exactly.
  @inlinable @inline(__always)
  public static func twoSum(_ a: Double, _ b: Double) -> (sum: Double, error: Double) {
    let sum = a + b
    let part = sum - a
    return (sum, (a - (sum - part)) + (b - part))
  }

  /// a · b = product + error, exactly, by splitting both into halves of 26 bits.
  @inlinable @inline(__always)
  public static func twoProduct(_ a: Double, _ b: Double) -> (product: Double, error: Double) {
    let product = a * b
    let (aHigh, aLow) = split(a)
    let (bHigh, bLow) = split(b)
    return (product, ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow)
  }

  @inlinable @inline(__always)
  public static func split(_ a: Double) -> (Double, Double) {
    let scaled = 134_217_729 * a
    let high = scaled - (scaled - a)
    return (high, a - high)
  }

  @inlinable @inline(__always)
  public static func normalised(_ high: Double, _ low: Double) -> DoubleDouble {
    let sum = high + low
    return DoubleDouble(sum, low - (sum - high))
  }

  /// Adds a double, as long sums do: the low part is not renormalised.
  @inlinable @inline(__always)
  public mutating func accumulate(_ value: Double) {
    let (sum, error) = DoubleDouble.twoSum(high, value)
    high = sum
    low += error
  }

  @inlinable @inline(__always)
  public static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let (high, error) = twoSum(a.high, b.high)
    let (low, lowError) = twoSum(a.low, b.low)
    let first = normalised(high, error + low)
    return normalised(first.high, first.low + lowError)
  }

  @inlinable @inline(__always)
  public static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.high, -a.low) }

  @inlinable @inline(__always)
  public static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  @inlinable @inline(__always)
  public static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let (product, error) = twoProduct(a.high, b.high)
    return normalised(product, error + (a.high * b.low + a.low * b.high))
  }

  @inlinable @inline(__always)
  public static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    var rest = a - b * DoubleDouble(first)
    let second = rest.high / b.high
    rest = rest - b * DoubleDouble(second)
    return normalised(first, second) + DoubleDouble(rest.high / b.high)
  }
}
