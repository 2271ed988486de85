import Glibc

/// How far two rows are apart, by R's codes.
package enum Distance: Int, Sendable {
  case euclidean = 1
  case maximum
  case manhattan
  case canberra
  case binary
  case minkowski

  /// All distances of the rows of a matrix: the lower triangle, column after column.
  ///
  /// Missing elements are left out of a sum, which is then scaled up to the full width.
  package func all(
    _ x: UnsafeBufferPointer<Double>, rows: Int, power: Double, missing: Double
  ) -> [Double] {
    guard rows > 1 else { return [] }
    var result: [Double] = []
    result.reserveCapacity(rows * (rows - 1) / 2)
    for j in 0..<rows {
      for i in (j + 1)..<rows {
        result.append(between(x, i, j, rows, power, missing))
      }
    }
    return result
  }

  private func between(
    _ x: UnsafeBufferPointer<Double>, _ i: Int, _ j: Int, _ rows: Int, _ power: Double,
    _ missing: Double
  ) -> Double {
    let width = x.count / rows
    if self == .binary { return binary(x, i, j, rows, width, missing) }
    var sum = self == .maximum ? -Double.greatestFiniteMagnitude : 0
    var count = 0
    for k in 0..<width {
      let (a, b) = (x[i + k * rows], x[j + k * rows])
      if a.isNaN || b.isNaN { continue }
      guard let part = part(a, b, power), !part.isNaN else { continue }
      count += 1
      if self == .maximum { sum = max(sum, part) } else { sum += part }
    }
    if count == 0 { return missing }
    if self == .maximum { return sum }
    if count != width { sum /= Double(count) / Double(width) }
    switch self {
    case .euclidean: return sum.squareRoot()
    case .minkowski: return pow(sum, 1 / power)
    default: return sum
    }
  }

  private func part(_ a: Double, _ b: Double, _ power: Double) -> Double? {
    let difference = abs(a - b)
    switch self {
    case .euclidean: return difference * difference
    case .maximum, .manhattan: return difference
    case .minkowski: return pow(difference, power)
    case .canberra:
      let sum = abs(a) + abs(b)
      // 0/0 does not count.
      if sum <= .leastNormalMagnitude, difference <= .leastNormalMagnitude { return nil }
      let ratio = difference / sum
      return ratio.isNaN && difference.isInfinite && difference == sum ? 1 : ratio
    case .binary: return nil
    }
  }

  /// The share of the columns with any non-zero element in which just one is.
  private func binary(
    _ x: UnsafeBufferPointer<Double>, _ i: Int, _ j: Int, _ rows: Int, _ width: Int,
    _ missing: Double
  ) -> Double {
    var (total, some, one) = (0, 0, 0)
    for k in 0..<width {
      let (a, b) = (x[i + k * rows], x[j + k * rows])
      guard a.isFinite, b.isFinite else { continue }
      total += 1
      if a != 0 || b != 0 {
        some += 1
        if a == 0 || b == 0 { one += 1 }
      }
    }
    if total == 0 { return missing }
    return some == 0 ? 0 : Double(one) / Double(some)
  }
}
