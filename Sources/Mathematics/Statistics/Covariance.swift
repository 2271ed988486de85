import ApusLinearAlgebra

/// Covariances and correlations of the columns of one matrix, or of two.
///
/// Sums are taken in extended precision and means in two passes, as R does, so that results agree
/// to the last digit.
package struct Covariance {
  package enum Missing: Sendable {
    /// Missing values make the results of their columns missing.
    case everything
    /// Rows with any missing value are left out.
    case completeRows
    /// Rows are left out pair by pair.
    case pairwise
  }

  package typealias Columns = UnsafeBufferPointer<Double>

  let rows: Int
  let x: Columns
  let y: Columns?
  let isCorrelation: Bool
  let isKendall: Bool
  /// The rows that count; nil for all.
  private var used: [Bool]?
  /// Whether some column had no spread, so that its correlations are missing.
  package private(set) var hasConstant = false

  package init(
    rows: Int, x: Columns, y: Columns?, isCorrelation: Bool, isKendall: Bool
  ) {
    self.rows = rows
    self.x = x
    self.y = y
    self.isCorrelation = isCorrelation
    self.isKendall = isKendall
  }

  private var xColumns: Int { rows == 0 ? 0 : x.count / rows }
  private var yColumns: Int { rows == 0 ? 0 : (y ?? x).count / rows }

  /// How many rows have no missing value.
  package var completeRowCount: Int { completeRows.count { $0 } }

  private var completeRows: [Bool] {
    var complete = [Bool](repeating: true, count: rows)
    for source in [x, y ?? x] {
      for k in 0..<source.count where source[k].isNaN { complete[k % rows] = false }
    }
    return complete
  }

  /// The matrix of results, column after column; `missing` stands for what cannot be had.
  package mutating func compute(_ handling: Missing, missing: Double) -> [Double] {
    if handling == .completeRows { used = completeRows }
    let (m, n) = (xColumns, yColumns)
    var result = [Double](repeating: missing, count: m * n)
    let isPairwise = handling == .pairwise
    let left = summaries(x, m, isPairwise)
    let right = y.map { summaries($0, n, isPairwise) } ?? left
    for j in 0..<n {
      for i in 0..<(y == nil ? j + 1 : m) {
        let value: Double?
        if isPairwise {
          value = pair(i, j)
        } else {
          value = combine(i, left[i], j, right[j])
        }
        result[i + j * m] = value ?? missing
        if y == nil { result[j + i * m] = value ?? missing }
      }
    }
    return result
  }

  // MARK: Columns at a time

  private struct Summary {
    var mean = 0.0
    var deviation = 0.0
    var hasMissing = false
  }

  private func summaries(_ source: Columns, _ count: Int, _ isPairwise: Bool) -> [Summary] {
    if isPairwise { return [Summary](repeating: Summary(), count: count) }
    return (0..<count).map { column in
      let elements = Columns(rebasing: source[(column * rows)..<((column + 1) * rows)])
      var summary = Summary()
      summary.hasMissing = used == nil && elements.contains { $0.isNaN }
      if summary.hasMissing { return summary }
      if !isKendall {
        summary.mean = used.map { used in mean(elements) { used[$0] } } ?? mean(elements)
      }
      guard isCorrelation else { return summary }
      let square = product(elements, elements, summary.mean, summary.mean)
      let divisor = isKendall ? 1 : WideDouble(square.count - 1)
      summary.deviation = Double((square.sum / divisor).squareRoot())
      return summary
    }
  }

  private mutating func combine(_ i: Int, _ left: Summary, _ j: Int, _ right: Summary) -> Double? {
    if isCorrelation, y == nil, i == j { return hasSeveralRows ? 1 : nil }
    if left.hasMissing || right.hasMissing { return nil }
    let (a, b) = (column(x, i), column(y ?? x, j))
    let (sum, count) = product(a, b, left.mean, right.mean)
    guard isCorrelation else {
      if isKendall { return count > 0 ? Double(sum) : nil }
      return count > 1 ? Double(sum / WideDouble(count - 1)) : nil
    }
    if count < 2 { return nil }
    if left.deviation == 0 || right.deviation == 0 {
      hasConstant = true
      return nil
    }
    let covariance = isKendall ? Double(sum) : Double(sum / WideDouble(count - 1))
    return clamped(covariance / (left.deviation * right.deviation))
  }

  private var hasSeveralRows: Bool { (used?.count { $0 } ?? rows) > 1 }

  private func column(_ source: Columns, _ index: Int) -> Columns {
    Columns(rebasing: source[(index * rows)..<((index + 1) * rows)])
  }

  private func clamped(_ r: Double) -> Double { min(max(r, -1), 1) }

  /// The mean of all elements, in two passes: the second adds the mean of what the first left.
  private func mean(_ elements: Columns) -> Double {
    let first = sequentialSum(elements) / WideDouble(rows)
    guard Double(first).isFinite else { return Double(first) }
    var rest: WideDouble = 0
    for element in elements { rest += WideDouble(element) - first }
    return Double(first + rest / WideDouble(rows))
  }

  /// The same of the elements that count.
  private func mean(_ elements: Columns, where counts: (Int) -> Bool) -> Double {
    var sum: WideDouble = 0
    var count = 0
    for k in 0..<rows where counts(k) {
      sum += WideDouble(elements[k])
      count += 1
    }
    let first = sum / WideDouble(count)
    guard Double(first).isFinite else { return Double(first) }
    sum = 0
    for k in 0..<rows where counts(k) { sum += WideDouble(elements[k]) - first }
    return Double(first + sum / WideDouble(count))
  }

  /// Σ (aₖ − ā)(bₖ − b̄), or Σ sign(aₖ − aₗ) sign(bₖ − bₗ), over the rows that count.
  private func product(
    _ a: Columns, _ b: Columns, _ meanA: Double, _ meanB: Double
  ) -> (sum: WideDouble, count: Int) {
    if !isKendall, used == nil { return (sumOfProducts(a, b, meanA, meanB), rows) }
    var sum: WideDouble = 0
    var count = 0
    for k in 0..<rows where used?[k] ?? true {
      count += 1
      if isKendall {
        for l in 0..<rows where l != k && used?[l] ?? true {
          sum += WideDouble(sign(a[k] - a[l]) * sign(b[k] - b[l]))
        }
      } else {
        sum += (WideDouble(a[k]) - WideDouble(meanA)) * (WideDouble(b[k]) - WideDouble(meanB))
      }
    }
    return (sum, count)
  }

  /// Σ (aₖ − ā)(bₖ − b̄) over all rows.
  private func sumOfProducts(
    _ a: Columns, _ b: Columns, _ meanA: Double, _ meanB: Double
  ) -> WideDouble {
    let (meanA, meanB) = (WideDouble(meanA), WideDouble(meanB))
    var sum: WideDouble = 0
    for k in 0..<rows { sum += (WideDouble(a[k]) - meanA) * (WideDouble(b[k]) - meanB) }
    return sum
  }

  private func sign(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 }

  // MARK: Pairwise

  private mutating func pair(_ i: Int, _ j: Int) -> Double? {
    let (a, b) = (column(x, i), column(y ?? x, j))
    let counts = (0..<rows).map { !a[$0].isNaN && !b[$0].isNaN }
    let count = counts.count { $0 }
    if count < (isKendall ? 1 : 2) { return nil }
    let saved = used
    used = counts
    defer { used = saved }
    let meanA = isKendall ? 0 : mean(a) { counts[$0] }
    let meanB = isKendall ? 0 : mean(b) { counts[$0] }
    let sum = product(a, b, meanA, meanB).sum
    guard isCorrelation else { return Double(isKendall ? sum : sum / WideDouble(count - 1)) }
    let squareA = product(a, a, meanA, meanA).sum
    let squareB = product(b, b, meanB, meanB).sum
    if squareA == 0 || squareB == 0 {
      hasConstant = true
      return nil
    }
    if !isKendall {
      let scale = WideDouble(count - 1)
      let root = (squareA / scale).squareRoot() * (squareB / scale).squareRoot()
      return clamped(Double(sum / scale / root))
    }
    return clamped(Double(sum / (squareA.squareRoot() * squareB.squareRoot())))
  }
}
