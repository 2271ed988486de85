import ApusColumns
import Glibc

extension TreeGrower {
  /// The split that lessens impurity most; the first predictor where several do.
  func bestSplit(_ sums: [CodeSums], _ predictors: [Int]) -> TreeSplit? {
    var best: TreeSplit?
    for (sums, predictor) in zip(sums, predictors) {
      guard let split = split(sums, predictor) else { continue }
      if split.improvement > (best?.improvement ?? 0) * (1 + 1e-11) { best = split }
    }
    return best
  }

  private func split(_ sums: CodeSums, _ predictor: Int) -> TreeSplit? {
    let seen = (0..<sums.codeCount).filter { sums.rows($0) > 0 }
    guard seen.count > 1 else { return nil }
    let criterion = Criterion(self)
    switch data.bins[predictor] {
    case .numeric(let lows, let highs):
      let found =
        isClassification
        ? bestCut(Sides(sums, seen, criterion), sums, seen, criterion)
        : bestCut(NumberSides(sums, seen), sums, seen, criterion)
      guard let found, found.gain > 0 else { return nil }
      let (below, above) = (seen[found.place], seen[found.place + 1])
      return TreeSplit(
        predictor: predictor, cut: (highs[below] + lows[above]) / 2, lastCode: below,
        belowGoesLeft: found.firstIsLower, sides: [],
        improvement: found.gain / (options.costs?[predictor] ?? 1),
        count: Int(seen.reduce(0) { $0 + sums.rows($1) }))
    case .categorical(let levels):
      return categoricalSplit(sums, seen, criterion, predictor, levels.count)
    }
  }

  // MARK: - Numbers

  /// The best cut of codes in a given order.
  private func bestCut(
    _ start: some SplitSides, _ sums: CodeSums, _ order: [Int], _ criterion: Criterion
  ) -> (gain: Double, place: Int, firstIsLower: Bool)? {
    var sides = start
    var best: (gain: Double, place: Int, firstIsLower: Bool)?
    for place in 0..<order.count - 1 {
      sides.move(sums, order[place])
      guard sides.areLarge(options.minBucket) else { continue }
      let gain = sides.gain(criterion)
      if gain > (best?.gain ?? 0) * (1 + 1e-12) {
        best = (gain, place, sides.firstIsLower(criterion))
      }
    }
    return best
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
    guard let best = bestCut(Sides(sums, order, criterion), sums, order, criterion) else {
      return nil
    }
    return (best.gain, Set(order[...best.place]), best.firstIsLower)
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

/// What is on the two sides of a split while codes move from the second to the first.
private protocol SplitSides {
  mutating func move(_ sums: CodeSums, _ code: Int)
  func areLarge(_ rows: Int) -> Bool
  func gain(_ criterion: Criterion) -> Double
  func firstIsLower(_ criterion: Criterion) -> Bool
}

/// The sides of a split of numbers.
private struct NumberSides: SplitSides {
  private struct Side {
    var rows = 0.0
    var weight = 0.0
    var sum = 0.0

    var purity: Double { weight > 0 ? sum * sum / weight : 0 }
    var mean: Double { weight > 0 ? sum / weight : 0 }
  }

  private var first = Side()
  private var second = Side()
  private let whole: Double
  private let weightPlace: Int

  init(_ sums: CodeSums, _ codes: [Int]) {
    weightPlace = sums.hasRows ? 1 : 0
    for code in codes {
      let cell = code * sums.width
      second.rows += sums.cells[cell]
      second.weight += sums.cells[cell + weightPlace]
      second.sum += sums.cells[cell + weightPlace + 1]
    }
    whole = second.purity
  }

  mutating func move(_ sums: CodeSums, _ code: Int) {
    let cell = code * sums.width
    let rows = sums.cells[cell]
    let (weight, sum) = (sums.cells[cell + weightPlace], sums.cells[cell + weightPlace + 1])
    first.rows += rows
    first.weight += weight
    first.sum += sum
    second.rows -= rows
    second.weight -= weight
    second.sum -= sum
  }

  func areLarge(_ rows: Int) -> Bool {
    first.rows >= Double(rows) && second.rows >= Double(rows)
  }

  func gain(_ criterion: Criterion) -> Double { first.purity + second.purity - whole }

  func firstIsLower(_ criterion: Criterion) -> Bool { first.mean < second.mean }
}

/// The sides of any split.
private struct Sides: SplitSides {
  private var firstRows = 0.0
  private var secondRows = 0.0
  private var first: [Double]
  private var second: [Double]
  private let whole: Double

  init(_ sums: CodeSums, _ codes: [Int], _ criterion: Criterion) {
    first = Array(repeating: 0, count: sums.width - (sums.hasRows ? 1 : 0))
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
