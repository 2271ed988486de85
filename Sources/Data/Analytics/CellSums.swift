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
  mutating func add(
    _ numbers: [Double]?, weights: [Double]?, places: [Int32]?, rowCount: Int
  ) {
    let weighted = numbers.map { numbers in weights.map { Kernels.multiply($0, numbers) } ?? numbers
    }
    guard let places else {
      return cells[0].add(numbers, weighted: weighted, weights: weights, rowCount: rowCount)
    }
    places.withUnsafeBufferPointer { places in
      cells.withUnsafeMutableBufferPointer { cells in
        for place in places { cells[Int(place)].count += 1 }
        weights?.withUnsafeBufferPointer { weights in
          for (row, place) in places.enumerated() {
            cells[Int(place)].weight.accumulate(weights[row])
          }
        }
        guard let numbers, let weighted else { return }
        numbers.withUnsafeBufferPointer { numbers in
          weighted.withUnsafeBufferPointer { weighted in
            for (row, place) in places.enumerated() {
              cells[Int(place)].add(numbers[row], weighted: weighted[row])
            }
          }
        }
      }
    }
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
  /// Adds one row.
  @inline(__always)
  fileprivate mutating func add(_ number: Double, weighted: Double) {
    let (square, error) = DoubleDouble.twoProduct(weighted, number)
    sum.accumulate(weighted)
    squares.accumulate(square)
    squares.low += error
    least = number < least ? number : least
    most = number > most ? number : most
  }

  /// Adds whole columns.
  fileprivate mutating func add(
    _ numbers: [Double]?, weighted: [Double]?, weights: [Double]?, rowCount: Int
  ) {
    count += Double(rowCount)
    if let weights { weight = weight + weights.withUnsafeBufferPointer(Kernels.sum) }
    guard let numbers, let weighted else { return }
    let isExact = Kernels.areSmallIntegers(numbers) && Kernels.areSmallIntegers(weighted)
    numbers.withUnsafeBufferPointer { numbers in
      weighted.withUnsafeBufferPointer { weighted in
        sum = sum + Kernels.sum(weighted)
        squares = squares + Kernels.dot(weighted, numbers, isExact: isExact)
      }
      let range = Kernels.range(numbers)
      least = min(least, range.least)
      most = max(most, range.most)
    }
  }
}
