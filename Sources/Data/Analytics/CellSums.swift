import ApusColumns

/// The sums behind the moments of the cells of a request.
struct CellSums: Codable, Sendable {
  private(set) var cells: [Cell]
  /// Rows that lack a variable, and the weights of these.
  var missing = 0
  var missingWeight = DoubleDouble(0)

  /// What is added up about the rows of a cell.
  struct Cell: Codable, Sendable {
    var count = 0.0
    var least = Double.infinity
    var most = -Double.infinity
    var weight = DoubleDouble(0)
    var sum = DoubleDouble(0)
    var squares = DoubleDouble(0)

    mutating func merge(_ other: Cell) {
      count += other.count
      least = min(least, other.least)
      most = max(most, other.most)
      weight = weight + other.weight
      sum = sum + other.sum
      squares = squares + other.squares
    }
  }

  init(count: Int) {
    cells = Array(repeating: Cell(), count: count)
  }

  // MARK: - Adding rows

  /// Adds rows; without numbers they are only counted, without places all belong to the one cell.
  ///
  /// `isMeanOnly`: squares and extremes are left out.
  mutating func add(
    _ numbers: [Double]?, weights: [Double]?, places: [Int32]?, rowCount: Int, isMeanOnly: Bool
  ) {
    guard let places else { return cells[0].add(numbers, weights, rowCount) }
    places.withUnsafeBufferPointer { places in
      cells.withUnsafeMutableBufferPointer { cells in
        for place in places { cells[Int(place)].count += 1 }
        weights?.withUnsafeBufferPointer { weights in
          for (row, place) in places.enumerated() {
            cells[Int(place)].weight.accumulate(weights[row])
          }
        }
        guard let numbers else { return }
        numbers.withUnsafeBufferPointer { numbers in
          if let weights {
            weights.withUnsafeBufferPointer { Self.add(numbers, $0, places, to: cells) }
          } else if isMeanOnly {
            for (row, place) in places.enumerated() {
              cells[Int(place)].sum.accumulate(numbers[row])
            }
          } else {
            for (row, place) in places.enumerated() { cells[Int(place)].add(numbers[row]) }
          }
        }
      }
    }
  }

  private static func add(
    _ numbers: UnsafeBufferPointer<Double>, _ weights: UnsafeBufferPointer<Double>,
    _ places: UnsafeBufferPointer<Int32>, to cells: UnsafeMutableBufferPointer<Cell>
  ) {
    for (row, place) in places.enumerated() {
      cells[Int(place)].add(numbers[row], weight: weights[row])
    }
  }

  /// Adds a column of numbers to the one cell; NaN are missing.
  mutating func add(present numbers: [Double]) {
    let moments = numbers.withUnsafeBufferPointer { NumberMoments($0) }
    cells[0].add(moments)
    missing += numbers.count - moments.count
  }

  /// The sums of a piece of a column that are known already.
  init(_ known: ColumnStatistics, rowCount: Int) {
    self.init(count: 1)
    cells[0].count = Double(known.count)
    (cells[0].least, cells[0].most) = (known.low, known.high)
    cells[0].sum = cells[0].sum + known.sum
    cells[0].squares = cells[0].squares + known.squareSum
    missing = rowCount - known.count
  }

  // MARK: - Merging

  func moved(to places: [Int], count: Int) -> CellSums {
    var result = CellSums(count: count)
    for (cell, place) in zip(cells, places) { result.cells[place] = cell }
    result.missing = missing
    result.missingWeight = missingWeight
    return result
  }

  mutating func merge(_ other: CellSums) {
    for index in cells.indices { cells[index].merge(other.cells[index]) }
    missing += other.missing
    missingWeight = missingWeight + other.missingWeight
  }

  /// Takes in other cells, each at a place of its own, of so many.
  mutating func merge(_ other: CellSums, at places: [Int], count: Int) {
    cells += Array(repeating: Cell(), count: max(0, count - cells.count))
    for (cell, place) in zip(other.cells, places) { cells[place].merge(cell) }
    missing += other.missing
    missingWeight = missingWeight + other.missingWeight
  }

  /// Weighted by the sum of weights where there are weights.
  func moments() -> [CellMoments.Moments] {
    let isWeighted = cells.contains { $0.weight.high != 0 }
    return cells.map { cell in
      let total = isWeighted ? cell.weight : DoubleDouble(cell.count)
      let isEmpty = cell.count == 0
      let around = cell.squares - cell.sum * cell.sum / total
      let variance = cell.count > 1 ? max(0, around.value) / (total.value - 1) : .nan
      return CellMoments.Moments(
        count: cell.count, weightSum: total.value, sum: cell.sum.value,
        mean: isEmpty ? .nan : (cell.sum / total).value, deviation: variance.squareRoot(),
        least: isEmpty ? .nan : cell.least, most: isEmpty ? .nan : cell.most)
    }
  }
}

extension CellSums.Cell {
  /// Adds the number of a row.
  @inline(__always)
  fileprivate mutating func add(_ number: Double) {
    let (square, error) = DoubleDouble.twoProduct(number, number)
    sum.accumulate(number)
    squares.accumulate(square)
    squares.low += error
    take(number)
  }

  /// Adds the number of a row with a weight; what rounding takes from products is added too.
  @inline(__always)
  fileprivate mutating func add(_ number: Double, weight: Double) {
    let (product, rest) = DoubleDouble.twoProduct(weight, number)
    let (square, error) = DoubleDouble.twoProduct(product, number)
    sum.accumulate(product)
    sum.low += rest
    squares.accumulate(square)
    squares.low += error + rest * number
    take(number)
  }

  @inline(__always)
  private mutating func take(_ number: Double) {
    least = number < least ? number : least
    most = number > most ? number : most
  }

  /// Adds a whole column; NaN do not count.
  fileprivate mutating func add(_ moments: NumberMoments) {
    count += Double(moments.count)
    sum = sum + moments.total
    squares = squares + moments.squareTotal
    least = min(least, moments.range.least)
    most = max(most, moments.range.most)
  }

  /// Adds whole columns without NaN.
  fileprivate mutating func add(_ numbers: [Double]?, _ weights: [Double]?, _ rowCount: Int) {
    guard let weights else {
      if let numbers { return add(numbers.withUnsafeBufferPointer { NumberMoments($0) }) }
      count += Double(rowCount)
      return
    }
    count += Double(rowCount)
    weight = weight + weights.withUnsafeBufferPointer(Kernels.sum)
    for (row, number) in (numbers ?? []).enumerated() { add(number, weight: weights[row]) }
  }
}
