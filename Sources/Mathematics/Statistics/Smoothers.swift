import Glibc

/// y[i] = x[i] + Σ filter[k] y[i−1−k], starting from the values before, the most recent last.
package func recursiveFilter(
  _ x: [Double], filter: [Double], initial: [Double], missing: Double
) -> [Double] {
  var y = initial
  y.reserveCapacity(initial.count + x.count)
  for value in x {
    var sum = value
    for k in 0..<filter.count {
      let past = y[y.count - 1 - k]
      if past.isNaN {
        sum = missing
        break
      }
      sum += past * filter[k]
    }
    y.append(sum)
  }
  return Array(y[initial.count...])
}

/// Cleveland's locally weighted regression (1979): `x` increasing.
package struct Lowess {
  let x: [Double]
  let y: [Double]
  /// Points of each local fit.
  private let span: Int
  private let delta: Double

  package init(x: [Double], y: [Double], fraction: Double, delta: Double) {
    self.x = x
    self.y = y
    self.delta = delta
    span = max(2, Int(min(fraction, 1) * Double(x.count) + 1e-7))
  }

  /// The smooth after `iterations` rounds of down-weighting what lies far off.
  package func smooth(iterations: Int) -> [Double] {
    let n = x.count
    if n < 2 { return y }
    var robustness = [Double](repeating: 1, count: n)
    var smooth = y
    for round in 0...max(iterations, 0) {
      smooth = fitted(robustness, isRobust: round > 0)
      if round == iterations { break }
      let residuals = (0..<n).map { y[$0] - smooth[$0] }
      let scale = residuals.reduce(0) { $0 + abs($1) } / Double(n)
      let sorted = residuals.map(abs).sorted()
      let half = n / 2
      let six = n % 2 == 0 ? 3 * (sorted[half - 1] + sorted[half]) : 6 * sorted[half]
      if six < 1e-7 * scale { break }
      robustness = residuals.map { residual in
        let size = abs(residual)
        if size <= 0.001 * six { return 1 }
        if size > 0.999 * six { return 0 }
        let ratio = size / six
        let bisquare = 1 - ratio * ratio
        return bisquare * bisquare
      }
    }
    return smooth
  }

  /// Local fits at points more than `delta` apart, straight lines between.
  private func fitted(_ robustness: [Double], isRobust: Bool) -> [Double] {
    let n = x.count
    var smooth = [Double](repeating: 0, count: n)
    var (left, right) = (0, span - 1)
    var last = -1
    var i = 0
    while true {
      while right < n - 1, x[i] - x[left] > x[right + 1] - x[i] {
        left += 1
        right += 1
      }
      smooth[i] = localFit(x[i], left, right, robustness, isRobust) ?? y[i]
      if last < i - 1 {
        let width = x[i] - x[last]
        for j in (last + 1)..<i {
          let share = (x[j] - x[last]) / width
          smooth[j] = share * smooth[i] + (1 - share) * smooth[last]
        }
      }
      last = i
      let cut = x[last] + delta
      i = last + 1
      while i < n, x[i] <= cut {
        if x[i] == x[last] {
          smooth[i] = smooth[last]
          last = i
        }
        i += 1
      }
      i = max(last + 1, i - 1)
      if last >= n - 1 { return smooth }
    }
  }

  private func localFit(
    _ at: Double, _ left: Int, _ right: Int, _ robustness: [Double], _ isRobust: Bool
  ) -> Double? {
    let n = x.count
    let range = x[n - 1] - x[0]
    let h = max(at - x[left], x[right] - at)
    var weights = [Double](repeating: 0, count: n)
    var total = 0.0
    var j = left
    while j < n {
      let r = abs(x[j] - at)
      if r <= 0.999 * h {
        var weight = 1.0
        if r > 0.001 * h {
          let ratio = r / h
          let cube = 1 - ratio * ratio * ratio
          weight = cube * cube * cube
        }
        weights[j] = isRobust ? weight * robustness[j] : weight
        total += weights[j]
      } else if x[j] > at {
        break
      }
      j += 1
    }
    let last = j - 1
    if total <= 0 { return nil }
    for k in left...last { weights[k] /= total }
    if h > 0 {
      var mean = 0.0
      for k in left...last { mean += weights[k] * x[k] }
      let offset = at - mean
      var square = 0.0
      for k in left...last { square += weights[k] * (x[k] - mean) * (x[k] - mean) }
      if square.squareRoot() > 0.001 * range {
        let slope = offset / square
        for k in left...last { weights[k] *= slope * (x[k] - mean) + 1 }
      }
    }
    var value = 0.0
    for k in left...last { value += weights[k] * y[k] }
    return value
  }
}
