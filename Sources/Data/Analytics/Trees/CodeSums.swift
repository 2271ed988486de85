import ApusColumns

/// The rows of a node by the codes of a predictor.
struct CodeSums: Sendable {
  /// How many numbers a code has: with `hasRows` the rows first, then weight and weighted sum, or
  /// the weights of classes.
  let width: Int
  /// False where weights are 1: then the sums tell the rows.
  let hasRows: Bool
  private let isClassification: Bool
  var cells: [Double]

  init(_ grower: TreeGrower, codeCount: Int) {
    isClassification = grower.isClassification
    hasRows = grower.weights != nil
    width = (hasRows ? 1 : 0) + (isClassification ? grower.classCount : 2)
    cells = Array(repeating: 0, count: codeCount * width)
  }

  var codeCount: Int { cells.count / width }

  func rows(_ code: Int) -> Double {
    if hasRows || !isClassification { return cells[code * width] }
    return cells[code * width..<(code + 1) * width].reduce(0, +)
  }

  func sums(_ code: Int) -> ArraySlice<Double> {
    cells[code * width + (hasRows ? 1 : 0)..<(code + 1) * width]
  }

  mutating func add(_ other: CodeSums) {
    for place in cells.indices { cells[place] += other.cells[place] }
  }

  /// The rest of the rows when `other` are taken away.
  func without(_ other: CodeSums) -> CodeSums {
    var result = self
    for place in cells.indices { result.cells[place] -= other.cells[place] }
    return result
  }

  // MARK: - Counting

  mutating func count(
    _ rows: NodeRows, _ span: NodeRows.Span, _ codes: UnsafeBufferPointer<UInt16>
  ) {
    let places = rows.rows(span)
    let (width, weights) = (width, rows.weights(span))
    cells.withUnsafeMutableBufferPointer { cells in
      if let values = rows.values(span) {
        if let weights {
          Self.addNumbers(places, codes, values, weights, to: cells)
        } else {
          Self.addNumbers(places, codes, values, to: cells)
        }
      } else if let classes = rows.classes(span) {
        Self.addClasses(places, codes, classes, weights, width, to: cells)
      }
    }
  }

  private static func addNumbers(
    _ rows: UnsafeBufferPointer<Int32>, _ codes: UnsafeBufferPointer<UInt16>,
    _ values: UnsafeBufferPointer<Double>, to cells: UnsafeMutableBufferPointer<Double>
  ) {
    for place in 0..<rows.count {
      let code = codes[Int(rows[place])]
      if code == PredictorBins.missing { continue }
      cells[Int(code) * 2] += 1
      cells[Int(code) * 2 + 1] += values[place]
    }
  }

  private static func addNumbers(
    _ rows: UnsafeBufferPointer<Int32>, _ codes: UnsafeBufferPointer<UInt16>,
    _ values: UnsafeBufferPointer<Double>, _ weights: UnsafeBufferPointer<Double>,
    to cells: UnsafeMutableBufferPointer<Double>
  ) {
    for place in 0..<rows.count {
      let code = codes[Int(rows[place])]
      if code == PredictorBins.missing { continue }
      cells[Int(code) * 3] += 1
      cells[Int(code) * 3 + 1] += weights[place]
      cells[Int(code) * 3 + 2] += weights[place] * values[place]
    }
  }

  private static func addClasses(
    _ rows: UnsafeBufferPointer<Int32>, _ codes: UnsafeBufferPointer<UInt16>,
    _ classes: UnsafeBufferPointer<Int32>, _ weights: UnsafeBufferPointer<Double>?, _ width: Int,
    to cells: UnsafeMutableBufferPointer<Double>
  ) {
    for place in 0..<rows.count {
      let code = codes[Int(rows[place])]
      if code == PredictorBins.missing { continue }
      let cell = Int(code) * width
      if let weights {
        cells[cell] += 1
        cells[cell + 1 + Int(classes[place])] += weights[place]
      } else {
        cells[cell + Int(classes[place])] += 1
      }
    }
  }
}

extension TreeGrower {
  /// Rows that are counted by one thread at a time.
  private static let countedRows = 1 << 17
  /// More rows than this are counted by several threads.
  private static let manyRows = 20_000

  /// The rows of a node by the codes of each of some predictors.
  ///
  /// Sums of large nodes are those of parts of a fixed size, added in their order, so that they
  /// are the same for any number of threads.
  func count(
    _ rows: NodeRows, _ span: NodeRows.Span, _ predictors: [Int], threads: Int
  ) -> [CodeSums] {
    let parts = rows.chunks(span, of: Self.countedRows)
    let tasks = predictors.count * parts.count
    let count = { @Sendable (task: Int) -> CodeSums in
      let predictor = predictors[task / parts.count]
      var sums = CodeSums(self, codeCount: data.bins[predictor].count)
      data.codes[predictor].withUnsafeBufferPointer {
        sums.count(rows, parts[task % parts.count], $0)
      }
      return sums
    }
    let isLarge = span.count * predictors.count > Self.manyRows
    let found = concurrentMap(tasks, threads: isLarge ? threads : 1, count)
    return predictors.indices.map { index in
      var sums = CodeSums(self, codeCount: data.bins[predictors[index]].count)
      for part in found[index * parts.count..<(index + 1) * parts.count] { sums.add(part) }
      return sums
    }
  }
}
