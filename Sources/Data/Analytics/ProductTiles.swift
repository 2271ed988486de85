import ApusColumns

/// Sums of products of columns of numbers, and of each column by the cells of factors.
///
/// The rows are taken in tiles that stay in the cache: the columns, their weighted copies and the
/// halves of both from which the errors of products are computed.
struct ProductTiles {
  private static let rows = 256

  private let count: Int
  /// Whether the errors of products are added too.
  private let keepsErrors: Bool
  /// Columns of `rows` numbers: as they are, times the weights, and their halves.
  private var plain: [Double]
  private var weighted: [Double]
  private var plainHigh: [Double]
  private var weightedHigh: [Double]
  /// What rounding takes from the weighted columns; empty without weights.
  private var weightedRest: [Double] = []
  /// Rows of `padded` numbers, the weighted columns side by side.
  private var sides: [Double]
  private let padded: Int
  /// The lower triangle of the columns, by rows.
  private var high: [SIMD4<Double>]
  private var low: [SIMD4<Double>]
  /// For each factor its cells one after another, `padded` sums each.
  private var factors: [SumArray]

  /// `cells`: how many cells each factor has.
  init(columns: Int, cells: [Int], keepsErrors: Bool) {
    count = columns
    self.keepsErrors = keepsErrors
    padded = (columns + 1) & ~1
    plain = Array(repeating: 0, count: columns * Self.rows)
    weighted = plain
    plainHigh = keepsErrors ? plain : []
    weightedHigh = plainHigh
    sides = Array(repeating: 0, count: cells.isEmpty ? 0 : padded * Self.rows)
    high = Array(repeating: .zero, count: columns * (columns + 1) / 2)
    low = high
    factors = cells.map { [padded] in SumArray(count: $0 * padded) }
  }

  /// `columns`: nil stands for the constant 1.
  mutating func add(
    _ columns: [[Double]?], factors codes: [[Int32]], weights: [Double]?, rows: Int
  ) {
    if weights != nil, keepsErrors { weightedRest = Array(repeating: 0, count: plain.count) }
    var start = 0
    while start < rows {
      let end = min(rows, start + Self.rows)
      load(columns, weights, start..<end)
      if keepsErrors { halve() }
      multiplyAll(constants: columns.map { $0 == nil })
      if !codes.isEmpty { layOut() }
      for factor in codes.indices {
        Self.scatter(sides, width: padded, codes[factor], start..<end, into: &factors[factor])
      }
      start = end
    }
  }

  /// Σ of products of two columns.
  func product(_ first: Int, _ second: Int) -> DoubleDouble {
    let pair = second * (second + 1) / 2 + first
    return LaneSums.reduce(high[pair], low[pair])
  }

  /// Σ of a column by the cells of a factor.
  func sums(_ column: Int, factor: Int, cells: Int) -> SumArray {
    var result = SumArray(count: cells)
    for cell in 0..<cells {
      result.high[cell] = factors[factor].high[cell * padded + column]
      result.low[cell] = factors[factor].low[cell * padded + column]
    }
    return result
  }

  // MARK: - Tiles

  private mutating func load(_ columns: [[Double]?], _ weights: [Double]?, _ range: Range<Int>) {
    for (index, column) in columns.enumerated() {
      let place = index * Self.rows
      Self.copy(column, range, to: &plain, at: place)
      if weights == nil || column != nil { Self.copy(column, range, to: &weighted, at: place) }
      guard let weights else { continue }
      if column == nil {
        Self.copy(weights, range, to: &weighted, at: place)
      } else {
        if keepsErrors { keepRest(weights, range, at: place) }
        Self.multiply(&weighted, at: place, by: weights, range)
      }
    }
  }

  /// Copies some rows to a tile and fills it up with zeros.
  private static func copy(
    _ column: [Double]?, _ range: Range<Int>, to tile: inout [Double], at place: Int
  ) {
    tile.withUnsafeMutableBufferPointer { tile in
      if let column {
        column.withUnsafeBufferPointer { column in
          for row in 0..<range.count { tile[place + row] = column[range.lowerBound + row] }
        }
      } else {
        for row in 0..<range.count { tile[place + row] = 1 }
      }
      for row in range.count..<rows { tile[place + row] = 0 }
    }
  }

  /// Notes what rounding will take from the products of a tile and weights.
  private mutating func keepRest(_ weights: [Double], _ range: Range<Int>, at place: Int) {
    weightedRest.withUnsafeMutableBufferPointer { rest in
      weighted.withUnsafeBufferPointer { tile in
        weights.withUnsafeBufferPointer { weights in
          for row in 0..<range.count {
            rest[place + row] =
              DoubleDouble.twoProduct(tile[place + row], weights[range.lowerBound + row]).error
          }
          for row in range.count..<Self.rows { rest[place + row] = 0 }
        }
      }
    }
  }

  private static func multiply(
    _ tile: inout [Double], at place: Int, by weights: [Double], _ range: Range<Int>
  ) {
    tile.withUnsafeMutableBufferPointer { tile in
      weights.withUnsafeBufferPointer { weights in
        for row in 0..<range.count { tile[place + row] *= weights[range.lowerBound + row] }
      }
    }
  }

  /// The upper 26 bits of all numbers.
  private mutating func halve() {
    Self.halve(plain, into: &plainHigh)
    Self.halve(weighted, into: &weightedHigh)
  }

  private static func halve(_ values: [Double], into halves: inout [Double]) {
    values.withUnsafeBufferPointer { values in
      halves.withUnsafeMutableBufferPointer { halves in
        for index in 0..<values.count {
          let scaled = 134_217_729 * values[index]
          halves[index] = scaled - (scaled - values[index])
        }
      }
    }
  }

  // MARK: - Pairs of columns

  private mutating func multiplyAll(constants: [Bool]) {
    var pair = 0
    for second in 0..<count {
      for first in 0...second {
        if constants[first] || constants[second] || !keepsErrors {
          multiply(first, second, pair)
        } else {
          multiplyExactly(first, second, pair)
        }
        if !weightedRest.isEmpty { addRest(first, second, pair) }
        pair += 1
      }
    }
  }

  /// Adds what the weighted column of a pair lost by rounding, times the other.
  private mutating func addRest(_ first: Int, _ second: Int, _ pair: Int) {
    var rest = low[pair]
    plain.withUnsafeBytes { left in
      weightedRest.withUnsafeBytes { right in
        for row in stride(from: 0, to: Self.rows, by: 4) {
          let a = left.loadUnaligned(
            fromByteOffset: (first * Self.rows + row) * 8, as: SIMD4<Double>.self)
          let b = right.loadUnaligned(
            fromByteOffset: (second * Self.rows + row) * 8, as: SIMD4<Double>.self)
          rest += a * b
        }
      }
    }
    low[pair] = rest
  }

  private mutating func multiply(_ first: Int, _ second: Int, _ pair: Int) {
    var sum = high[pair]
    var rest = low[pair]
    plain.withUnsafeBytes { left in
      weighted.withUnsafeBytes { right in
        for row in stride(from: 0, to: Self.rows, by: 4) {
          let a = left.loadUnaligned(
            fromByteOffset: (first * Self.rows + row) * 8, as: SIMD4<Double>.self)
          let b = right.loadUnaligned(
            fromByteOffset: (second * Self.rows + row) * 8, as: SIMD4<Double>.self)
          LaneSums.accumulate(a * b, &sum, &rest)
        }
      }
    }
    high[pair] = sum
    low[pair] = rest
  }

  private mutating func multiplyExactly(_ first: Int, _ second: Int, _ pair: Int) {
    var sum = high[pair]
    var rest = low[pair]
    plain.withUnsafeBytes { left in
      weighted.withUnsafeBytes { right in
        plainHigh.withUnsafeBytes { leftHigh in
          weightedHigh.withUnsafeBytes { rightHigh in
            for row in stride(from: 0, to: Self.rows, by: 4) {
              let one = (first * Self.rows + row) * 8
              let two = (second * Self.rows + row) * 8
              let a = left.loadUnaligned(fromByteOffset: one, as: SIMD4<Double>.self)
              let b = right.loadUnaligned(fromByteOffset: two, as: SIMD4<Double>.self)
              let aHigh = leftHigh.loadUnaligned(fromByteOffset: one, as: SIMD4<Double>.self)
              let bHigh = rightHigh.loadUnaligned(fromByteOffset: two, as: SIMD4<Double>.self)
              let (aLow, bLow) = (a - aHigh, b - bHigh)
              let product = a * b
              LaneSums.accumulate(product, &sum, &rest)
              rest += ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow
            }
          }
        }
      }
    }
    high[pair] = sum
    low[pair] = rest
  }

  // MARK: - Factors

  /// Puts the weighted numbers of a row side by side.
  private mutating func layOut() {
    weighted.withUnsafeBufferPointer { weighted in
      sides.withUnsafeMutableBufferPointer { sides in
        for column in 0..<count {
          var place = column
          for row in 0..<Self.rows {
            sides[place] = weighted[column * Self.rows + row]
            place += padded
          }
        }
      }
    }
  }

  /// Adds each row to the sums of its cell.
  private static func scatter(
    _ sides: [Double], width: Int, _ codes: [Int32], _ range: Range<Int>,
    into sums: inout SumArray
  ) {
    codes.withUnsafeBufferPointer { codes in
      sides.withUnsafeBytes { sides in
        sums.high.withUnsafeMutableBytes { high in
          sums.low.withUnsafeMutableBytes { low in
            for row in 0..<range.count {
              let cell = Int(codes[range.lowerBound + row]) * width * 8
              let side = row * width * 8
              for pair in stride(from: 0, to: width * 8, by: 16) {
                let value = sides.loadUnaligned(fromByteOffset: side + pair, as: SIMD2<Double>.self)
                let old = high.loadUnaligned(fromByteOffset: cell + pair, as: SIMD2<Double>.self)
                let sum = old + value
                let part = sum - old
                let error = (old - (sum - part)) + (value - part)
                let rest = low.loadUnaligned(fromByteOffset: cell + pair, as: SIMD2<Double>.self)
                high.storeBytes(of: sum, toByteOffset: cell + pair, as: SIMD2<Double>.self)
                low.storeBytes(of: rest + error, toByteOffset: cell + pair, as: SIMD2<Double>.self)
              }
            }
          }
        }
      }
    }
  }
}
