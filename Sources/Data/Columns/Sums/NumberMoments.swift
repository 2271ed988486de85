/// The count, range and sums of the numbers of a column; NaN do not count.
package struct NumberMoments {
  package private(set) var count = 0
  private var least = SIMD4<Double>(repeating: .infinity)
  private var most = SIMD4<Double>(repeating: -.infinity)
  private var sum = (high: SIMD4<Double>.zero, low: SIMD4<Double>.zero)
  private var squares = (high: SIMD4<Double>.zero, low: SIMD4<Double>.zero)

  /// So many numbers are gone through twice while they are in the first cache.
  private static let tile = 4096

  package init(_ values: UnsafeBufferPointer<Double>) {
    var start = 0
    while start < values.count {
      let end = min(values.count, start + Self.tile)
      add(UnsafeBufferPointer(rebasing: values[start..<end]))
      start = end
    }
  }

  package var range: (least: Double, most: Double) { (least.min(), most.max()) }
  package var total: DoubleDouble { LaneSums.reduce(sum.high, sum.low) }
  package var squareTotal: DoubleDouble { LaneSums.reduce(squares.high, squares.low) }

  private mutating func add(_ values: UnsafeBufferPointer<Double>) {
    let isExact = takeRange(values)
    let fours = Fours(values)
    for first in stride(from: 0, to: values.count, by: 4) {
      let four = fours[first]
      let numbers = SIMD4<Double>.zero.replacing(with: four, where: four .== four)
      LaneSums.accumulate(numbers, &sum.high, &sum.low)
      let square = numbers * numbers
      LaneSums.accumulate(square, &squares.high, &squares.low)
      if !isExact { squares.low += LaneSums.productError(numbers, numbers, square) }
    }
  }

  /// Counts and compares; says whether the squares are exact in a double.
  private mutating func takeRange(_ values: UnsafeBufferPointer<Double>) -> Bool {
    // 1.5 · 2⁵²: adding it rounds to a whole number.
    let rounder = SIMD4<Double>(repeating: 6_755_399_441_055_744)
    var present = SIMD4<Int64>.zero
    var areWhole = SIMDMask<SIMD4<Int64>>(repeating: true)
    var low = SIMD4<Double>(repeating: .infinity)
    var high = -low
    let fours = Fours(values)
    for first in stride(from: 0, to: values.count, by: 4) {
      let four = fours[first]
      let isNumber = four .== four
      let numbers = SIMD4<Double>.zero.replacing(with: four, where: isNumber)
      present.replace(with: present &+ 1, where: isNumber)
      areWhole = areWhole .& ((numbers + rounder) - rounder .== numbers)
      low.replace(with: four, where: four .< low)
      high.replace(with: four, where: four .> high)
    }
    count += Int(present.wrappedSum())
    least.replace(with: low, where: low .< least)
    most.replace(with: high, where: high .> most)
    return all(areWhole) && low.min() > -67_108_864 && high.max() < 67_108_864
  }

  /// Four numbers at a time, the last ones filled up with NaN.
  private struct Fours {
    private let bytes: UnsafeRawBufferPointer
    private let whole: Int
    private var rest = SIMD4<Double>(repeating: .nan)

    init(_ values: UnsafeBufferPointer<Double>) {
      bytes = UnsafeRawBufferPointer(values)
      whole = values.count & ~3
      for row in whole..<values.count { rest[row - whole] = values[row] }
    }

    @inline(__always)
    subscript(first: Int) -> SIMD4<Double> {
      first < whole
        ? bytes.loadUnaligned(fromByteOffset: first * 8, as: SIMD4<Double>.self) : rest
    }
  }
}
