import ApusColumns

/// Sums over whole columns, in twice the precision of a double.
enum Kernels {
  /// Σ x.
  static func sum(_ x: UnsafeBufferPointer<Double>) -> DoubleDouble {
    var high = SIMD4<Double>.zero
    var low = SIMD4<Double>.zero
    let strides = x.count / 4
    guard let start = UnsafeRawPointer(x.baseAddress) else { return DoubleDouble(0) }
    for stride in 0..<strides {
      let value = start.loadUnaligned(fromByteOffset: stride * 32, as: SIMD4<Double>.self)
      LaneSums.accumulate(value, &high, &low)
    }
    var total = LaneSums.reduce(high, low)
    for index in strides * 4..<x.count { total = total + DoubleDouble(x[index]) }
    return total
  }

  /// Σ x·y, the products exact too unless they are known to need no more than a double.
  static func dot(
    _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, isExact: Bool
  ) -> DoubleDouble {
    var high = SIMD4<Double>.zero
    var low = SIMD4<Double>.zero
    let strides = x.count / 4
    guard let left = UnsafeRawPointer(x.baseAddress), let right = UnsafeRawPointer(y.baseAddress)
    else { return DoubleDouble(0) }
    for stride in 0..<strides {
      let a = left.loadUnaligned(fromByteOffset: stride * 32, as: SIMD4<Double>.self)
      let b = right.loadUnaligned(fromByteOffset: stride * 32, as: SIMD4<Double>.self)
      let product = a * b
      LaneSums.accumulate(product, &high, &low)
      if !isExact { low += LaneSums.productError(a, b, product) }
    }
    var total = LaneSums.reduce(high, low)
    for index in strides * 4..<x.count {
      let (product, error) = DoubleDouble.twoProduct(x[index], y[index])
      total = total + DoubleDouble(product, error)
    }
    return total
  }

  /// Adds each value to the sum of its cell.
  static func scatter(
    _ values: UnsafeBufferPointer<Double>, _ cells: UnsafeBufferPointer<Int32>,
    into sums: inout SumArray
  ) {
    sums.high.withUnsafeMutableBufferPointer { high in
      sums.low.withUnsafeMutableBufferPointer { low in
        for row in 0..<cells.count {
          let cell = Int(cells[row])
          let (sum, error) = DoubleDouble.twoSum(high[cell], values[row])
          high[cell] = sum
          low[cell] += error
        }
      }
    }
  }

  /// Counts the rows of each cell.
  static func count(_ cells: UnsafeBufferPointer<Int32>, into sums: inout SumArray) {
    sums.high.withUnsafeMutableBufferPointer { high in
      for row in 0..<cells.count { high[Int(cells[row])] += 1 }
    }
  }

  /// Cells of two factors together: the first varies fastest.
  static func combine(_ first: [Int32], count: Int, _ second: [Int32]) -> [Int32] {
    let stride = Int32(count)
    return first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        [Int32](unsafeUninitializedCapacity: first.count) { cells, count in
          for row in 0..<first.count { cells[row] = first[row] &+ stride &* second[row] }
          count = first.count
        }
      }
    }
  }

  /// Whether products of such values are exact in a double.
  static func areSmallIntegers(_ values: [Double]) -> Bool {
    // 1.5 · 2⁵²: adding it rounds to a whole number.
    let rounder = SIMD4<Double>(repeating: 6_755_399_441_055_744)
    let whole = values.count & ~3
    let areSmall = values.withUnsafeBytes { values in
      stride(from: 0, to: whole * 8, by: 32).allSatisfy { place in
        let value = values.loadUnaligned(fromByteOffset: place, as: SIMD4<Double>.self)
        let isWhole = (value + rounder) - rounder .== value
        return all(isWhole .& (value .< 67_108_864) .& (value .> -67_108_864))
      }
    }
    return areSmall
      && values[whole...].allSatisfy { abs($0) < 67_108_864 && $0 == $0.rounded(.towardZero) }
  }

  /// x·y, value by value.
  static func multiply(_ x: [Double], _ y: [Double]) -> [Double] { map(x, y) { $0 * $1 } }

  /// x − y, value by value.
  static func subtract(_ x: [Double], _ y: [Double]) -> [Double] { map(x, y) { $0 - $1 } }

  @inline(__always)
  private static func map(
    _ x: [Double], _ y: [Double], _ body: (Double, Double) -> Double
  ) -> [Double] {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        [Double](unsafeUninitializedCapacity: x.count) { result, count in
          for index in 0..<x.count { result[index] = body(x[index], y[index]) }
          count = x.count
        }
      }
    }
  }
}
