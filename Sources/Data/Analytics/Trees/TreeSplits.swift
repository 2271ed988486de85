import ApusColumns
import Glibc

/// The rows of a node by the codes of a predictor.
private struct CodeSums {
  /// How many numbers a code has: rows, then weight and weighted sum, or the weights of classes.
  let width: Int
  var cells: [Double]

  var codeCount: Int { cells.count / width }

  func rows(_ code: Int) -> Double { cells[code * width] }

  func sums(_ code: Int) -> ArraySlice<Double> {
    cells[code * width + 1..<(code + 1) * width]
  }
}

extension TreeGrower {
  /// More rows than this are counted by several threads, one a predictor.
  private static let manyRows = 20_000

  /// The split that lessens impurity most; the first predictor where several do.
  func bestSplit(
    _ rows: ArraySlice<Int32>, _ node: TreeNode, _ predictors: [Int], _ isAlone: Bool
  ) -> TreeSplit? {
    let found: [TreeSplit?]
    if isAlone, rows.count * predictors.count > Self.manyRows {
      let board = Monitor([TreeSplit?](repeating: nil, count: predictors.count))
      let rows = Array(rows)
      concurrently(predictors.count) { index in
        let split = split(rows[...], node, predictors[index])
        board.enter { $0[index] = split }
      }
      found = board.enter { $0 }
    } else {
      found = predictors.map { split(rows, node, $0) }
    }
    var best: TreeSplit?
    for case let split? in found
    where split.improvement > (best?.improvement ?? 0) * (1 + 1e-11) {
      best = split
    }
    return best
  }

  private func split(
    _ rows: ArraySlice<Int32>, _ node: TreeNode, _ predictor: Int
  ) -> TreeSplit? {
    let sums = codeSums(rows, node, predictor)
    let seen = (0..<sums.codeCount).filter { sums.rows($0) > 0 }
    guard seen.count > 1 else { return nil }
    let criterion = Criterion(self)
    switch data.bins[predictor] {
    case .numeric(let lows, let highs):
      return numericSplit(sums, seen, criterion, predictor, lows, highs)
    case .categorical(let levels):
      return categoricalSplit(sums, seen, criterion, predictor, levels.count)
    }
  }

  private func codeSums(
    _ rows: ArraySlice<Int32>, _ node: TreeNode, _ predictor: Int
  ) -> CodeSums {
    let width = isClassification ? 1 + classCount : 3
    let count = data.bins[predictor].count
    var cells = [Double](repeating: 0, count: count * width)
    cells.withUnsafeMutableBufferPointer { cells in
      data.codes[predictor].withUnsafeBufferPointer { codes in
        if isClassification, let classes = data.classes {
          addClasses(rows, codes, classes, into: cells, width: width)
        } else {
          addNumbers(rows, codes, node.value, into: cells)
        }
      }
    }
    return CodeSums(width: width, cells: cells)
  }

  private func addClasses(
    _ rows: ArraySlice<Int32>, _ codes: UnsafeBufferPointer<UInt16>, _ classes: [Int32],
    into cells: UnsafeMutableBufferPointer<Double>, width: Int
  ) {
    rows.withUnsafeBufferPointer { rows in
      classes.withUnsafeBufferPointer { classes in
        for row in rows {
          let code = codes[Int(row)]
          if code == PredictorBins.missing { continue }
          let place = Int(code) * width
          cells[place] += 1
          cells[place + 1 + Int(classes[Int(row)])] += weights?[Int(row)] ?? 1
        }
      }
    }
  }

  /// Numbers are taken from the mean of the node, so that sums keep their digits.
  private func addNumbers(
    _ rows: ArraySlice<Int32>, _ codes: UnsafeBufferPointer<UInt16>, _ mean: Double,
    into cells: UnsafeMutableBufferPointer<Double>
  ) {
    rows.withUnsafeBufferPointer { rows in
      numbers.withUnsafeBufferPointer { numbers in
        guard let weights else {
          for row in rows {
            let code = codes[Int(row)]
            if code == PredictorBins.missing { continue }
            let place = Int(code) * 3
            cells[place] += 1
            cells[place + 2] += numbers[Int(row)] - mean
          }
          for place in stride(from: 0, to: cells.count, by: 3) { cells[place + 1] = cells[place] }
          return
        }
        for row in rows {
          let code = codes[Int(row)]
          if code == PredictorBins.missing { continue }
          let weight = weights[Int(row)]
          let place = Int(code) * 3
          cells[place] += 1
          cells[place + 1] += weight
          cells[place + 2] += weight * (numbers[Int(row)] - mean)
        }
      }
    }
  }

  // MARK: - Numbers

  private func numericSplit(
    _ sums: CodeSums, _ seen: [Int], _ criterion: Criterion, _ predictor: Int,
    _ lows: [Double], _ highs: [Double]
  ) -> TreeSplit? {
    var sides = Sides(sums, seen, criterion)
    var best: (gain: Double, place: Int, belowGoesLeft: Bool)?
    for place in 0..<seen.count - 1 {
      sides.move(sums, seen[place])
      guard sides.areLarge(options.minBucket) else { continue }
      let gain = sides.gain(criterion)
      if gain > (best?.gain ?? 0) * (1 + 1e-12) {
        best = (gain, place, sides.firstIsLower(criterion))
      }
    }
    guard let best, best.gain > 0 else { return nil }
    let (below, above) = (seen[best.place], seen[best.place + 1])
    return TreeSplit(
      predictor: predictor, cut: (highs[below] + lows[above]) / 2, lastCode: below,
      belowGoesLeft: best.belowGoesLeft, sides: [],
      improvement: best.gain / (options.costs?[predictor] ?? 1),
      count: Int(seen.reduce(0) { $0 + sums.rows($1) }))
  }

  // MARK: - Categories

  private func categoricalSplit(
    _ sums: CodeSums, _ seen: [Int], _ criterion: Criterion, _ predictor: Int, _ count: Int
  ) -> TreeSplit? {
    let found =
      isClassification && classCount > 2 && seen.count <= 12
      ? bestSubset(sums, seen, criterion) : bestOrdered(sums, seen, criterion)
    guard let found, found.gain > 0 else { return nil }
    var sides = [Int8](repeating: 0, count: count)
    for code in seen {
      sides[code] = found.first.contains(code) == found.firstIsLower ? -1 : 1
    }
    return TreeSplit(
      predictor: predictor, cut: 0, lastCode: 0, belowGoesLeft: true, sides: sides,
      improvement: found.gain / (options.costs?[predictor] ?? 1),
      count: Int(seen.reduce(0) { $0 + sums.rows($1) }))
  }

  private typealias Subset = (gain: Double, first: Set<Int>, firstIsLower: Bool)

  /// Levels in the order of their means need only be cut once.
  private func bestOrdered(_ sums: CodeSums, _ seen: [Int], _ criterion: Criterion) -> Subset? {
    let means = seen.map { criterion.mean(sums.sums($0)) }
    let order = seen.indices.sorted { means[$0] == means[$1] ? $0 < $1 : means[$0] < means[$1] }
      .map { seen[$0] }
    var sides = Sides(sums, order, criterion)
    var best: Subset?
    for place in 0..<order.count - 1 {
      sides.move(sums, order[place])
      guard sides.areLarge(options.minBucket) else { continue }
      let gain = sides.gain(criterion)
      if gain > (best?.gain ?? 0) * (1 + 1e-12) {
        best = (gain, Set(order[...place]), sides.firstIsLower(criterion))
      }
    }
    return best
  }

  /// All ways to divide a few levels in two.
  private func bestSubset(_ sums: CodeSums, _ seen: [Int], _ criterion: Criterion) -> Subset? {
    var best: Subset?
    for mask in 1..<1 << (seen.count - 1) {
      var sides = Sides(sums, seen, criterion)
      let first = seen.indices.filter { mask & 1 << $0 != 0 }.map { seen[$0] }
      for code in first { sides.move(sums, code) }
      guard sides.areLarge(options.minBucket) else { continue }
      let gain = sides.gain(criterion)
      if gain > (best?.gain ?? 0) * (1 + 1e-12) {
        best = (gain, Set(first), sides.firstIsLower(criterion))
      }
    }
    return best
  }
}

/// What is on the two sides of a split.
private struct Sides {
  private var firstRows = 0.0
  private var secondRows = 0.0
  private var first: [Double]
  private var second: [Double]
  private let whole: Double

  init(_ sums: CodeSums, _ codes: [Int], _ criterion: Criterion) {
    first = Array(repeating: 0, count: sums.width - 1)
    second = first
    for code in codes {
      secondRows += sums.rows(code)
      for (place, value) in sums.sums(code).enumerated() { second[place] += value }
    }
    whole = criterion.purity(second)
  }

  mutating func move(_ sums: CodeSums, _ code: Int) {
    firstRows += sums.rows(code)
    secondRows -= sums.rows(code)
    for (place, value) in sums.sums(code).enumerated() {
      first[place] += value
      second[place] -= value
    }
  }

  func areLarge(_ rows: Int) -> Bool {
    firstRows >= Double(rows) && secondRows >= Double(rows)
  }

  func gain(_ criterion: Criterion) -> Double {
    criterion.purity(first) + criterion.purity(second) - whole
  }

  func firstIsLower(_ criterion: Criterion) -> Bool {
    criterion.mean(first[...]) < criterion.mean(second[...])
  }
}

/// What a split makes better.
private struct Criterion {
  private let isClassification: Bool
  private let usesInformation: Bool
  private let factors: [Double]?

  init(_ grower: TreeGrower) {
    isClassification = grower.isClassification
    usesInformation = grower.options.usesInformation
    factors = grower.options.classFactors?.split
  }

  /// What sums up over sides: squares of sums by weight, or class by class.
  func purity(_ sums: [Double]) -> Double {
    guard isClassification else { return sums[0] > 0 ? sums[1] * sums[1] / sums[0] : 0 }
    var total = 0.0
    var squares = 0.0
    for (place, value) in sums.enumerated() {
      let weight = value * (factors?[place] ?? 1)
      total += weight
      squares += usesInformation ? (weight > 0 ? weight * log(weight) : 0) : weight * weight
    }
    if total <= 0 { return 0 }
    return usesInformation ? squares - total * log(total) : squares / total
  }

  /// The mean of the numbers, or of the codes of the classes.
  func mean(_ sums: ArraySlice<Double>) -> Double {
    let start = sums.startIndex
    guard isClassification else { return sums[start] > 0 ? sums[start + 1] / sums[start] : 0 }
    var total = 0.0
    var codes = 0.0
    for (place, value) in sums.enumerated() {
      total += value
      codes += Double(place) * value
    }
    return total > 0 ? codes / total : 0
  }
}
