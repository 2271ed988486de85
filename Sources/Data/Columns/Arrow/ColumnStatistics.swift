/// Sums over the cells of a column that are numbers; factors count by their codes from 1.
package struct ColumnStatistics: Sendable, Equatable {
  package var count = 0
  package var low = Double.infinity
  package var high = -Double.infinity
  package var sum = 0.0
  package var squareSum = 0.0

  package init() {}

  package mutating func merge(_ other: ColumnStatistics) {
    count += other.count
    low = min(low, other.low)
    high = max(high, other.high)
    sum += other.sum
    squareSum += other.squareSum
  }

  /// Four numbers at a time, of which some do not count.
  private struct Lanes {
    var count = SIMD4<Int64>()
    var low = SIMD4<Double>(repeating: .infinity)
    var high = SIMD4<Double>(repeating: -.infinity)
    var sum = SIMD4<Double>()
    var squareSum = SIMD4<Double>()

    @inline(__always)
    mutating func add(_ values: SIMD4<Double>, where isNumber: SIMDMask<SIMD4<Int64>>) {
      count.replace(with: count &+ 1, where: isNumber)
      let numbers = SIMD4<Double>().replacing(with: values, where: isNumber)
      sum += numbers
      squareSum += numbers * numbers
      low.replace(with: values, where: isNumber .& (values .< low))
      high.replace(with: values, where: isNumber .& (values .> high))
    }

    var total: ColumnStatistics {
      var result = ColumnStatistics()
      result.count = Int(count.wrappedSum())
      result.low = low.min()
      result.high = high.max()
      result.sum = sum.sum()
      result.squareSum = squareSum.sum()
      return result
    }
  }

  package mutating func add(_ values: UnsafeBufferPointer<Double>) {
    var lanes = Lanes()
    var index = 0
    while index + 4 <= values.count {
      let four = SIMD4(values[index], values[index + 1], values[index + 2], values[index + 3])
      lanes.add(four, where: four .== four)
      index += 4
    }
    merge(lanes.total)
    while index < values.count {
      if !values[index].isNaN { add(values[index]) }
      index += 1
    }
  }

  package mutating func add(_ values: UnsafeBufferPointer<Int32>) {
    var lanes = Lanes()
    var index = 0
    let missing = SIMD4<Double>(repeating: Double(missingInteger))
    while index + 4 <= values.count {
      let four = SIMD4<Double>(
        SIMD4(values[index], values[index + 1], values[index + 2], values[index + 3]))
      lanes.add(four, where: four .!= missing)
      index += 4
    }
    merge(lanes.total)
    while index < values.count {
      if values[index] != missingInteger { add(Double(values[index])) }
      index += 1
    }
  }

  private mutating func add(_ value: Double) {
    count += 1
    low = min(low, value)
    high = max(high, value)
    sum += value
    squareSum += value * value
  }

  // MARK: - As text, for the footer of a file

  /// Block after block, column after column, five numbers of 16 digits each.
  static func encoded(_ blocks: [[ColumnStatistics]]) -> String {
    var text: [UInt8] = []
    for statistics in blocks.joined() {
      let numbers = [
        UInt64(statistics.count), statistics.low.bitPattern, statistics.high.bitPattern,
        statistics.sum.bitPattern, statistics.squareSum.bitPattern,
      ]
      for number in numbers {
        for shift in stride(from: 60, through: 0, by: -4) {
          let digit = UInt8(truncatingIfNeeded: number >> UInt64(shift)) & 15
          text.append(digit < 10 ? 48 + digit : 87 + digit)
        }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func decoded(_ text: String, blocks: Int, columns: Int) -> [[ColumnStatistics]]? {
    let digits = Array(text.utf8)
    guard digits.count == blocks * columns * 80 else { return nil }
    var numbers: [UInt64] = []
    for start in stride(from: 0, to: digits.count, by: 16) {
      var number: UInt64 = 0
      for digit in digits[start..<start + 16] {
        guard (48...57).contains(digit) || (97...102).contains(digit) else { return nil }
        number = number << 4 | UInt64(digit < 58 ? digit - 48 : digit - 87)
      }
      numbers.append(number)
    }
    return (0..<blocks).map { block in
      (0..<columns).map { column in
        let start = (block * columns + column) * 5
        var result = ColumnStatistics()
        result.count = Int(clamping: numbers[start])
        result.low = Double(bitPattern: numbers[start + 1])
        result.high = Double(bitPattern: numbers[start + 2])
        result.sum = Double(bitPattern: numbers[start + 3])
        result.squareSum = Double(bitPattern: numbers[start + 4])
        return result
      }
    }
  }
}
