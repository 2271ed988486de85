import ApusColumns

/// An array of sums in double precision twice over, as two arrays.
struct SumArray: Codable, Sendable {
  var high: [Double]
  var low: [Double]

  init(count: Int) {
    high = Array(repeating: 0, count: count)
    low = high
  }

  var count: Int { high.count }

  subscript(index: Int) -> DoubleDouble { DoubleDouble(high[index], low[index]) }

  mutating func add(_ value: DoubleDouble, to index: Int) {
    let sum = self[index] + value
    high[index] = sum.high
    low[index] = sum.low
  }

  mutating func add(_ other: SumArray) {
    for index in 0..<count { add(other[index], to: index) }
  }

  /// The sums at new places in a longer array.
  func moved(to places: [Int], count: Int) -> SumArray {
    var result = SumArray(count: count)
    for (index, place) in places.enumerated() {
      result.high[place] = high[index]
      result.low[place] = low[index]
    }
    return result
  }
}
