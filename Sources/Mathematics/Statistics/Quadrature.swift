import Glibc

/// What an integration found.
package struct Integral: Sendable {
  package var value = 0.0
  package var error = 0.0
  package var subdivisions = 1
  /// QUADPACK's code: 0; 1 too many subdivisions; 2 roundoff; 3 bad behaviour; 4 roundoff in the
  /// extrapolation; 5 probably divergent; 6 invalid.
  package var code = 0
}

/// Adaptive integration with extrapolation: QUADPACK's QAGS and QAGI (Piessens et al., 1983).
///
/// The interval with the largest error is halved again and again. As soon as that concerns only
/// the shortest intervals (a singularity), the sequence of sums is extrapolated.
package struct AdaptiveIntegration<Failure: Error> {
  package typealias Function = ([Double]) throws(Failure) -> [Double]

  private struct Interval {
    var a: Double
    var b: Double
    var integral: Double
    var error: Double
    var width: Double { abs(b - a) }
  }

  private let f: Function
  private let rule: KronrodRule
  private let absolute: Double
  private let relative: Double
  private let limit: Int
  private var intervals: [Interval] = []
  /// Intervals by decreasing error.
  private var order: [Int] = []
  /// Which of `order` is to be halved next.
  private var rankInOrder = 0
  private var area = 0.0
  private var errorSum = 0.0
  private var roundoff = (plain: 0, extrapolating: 0, growing: 0)

  package init(
    over range: IntegrationRange, absolute: Double, relative: Double, limit: Int,
    of f: @escaping Function
  ) {
    self.f = f
    rule = KronrodRule(range: range)
    self.absolute = absolute
    self.relative = relative
    self.limit = limit
  }

  private func bound(_ value: Double) -> Double { max(absolute, relative * abs(value)) }

  package mutating func run() throws(Failure) -> Integral {
    guard limit >= 1, absolute > 0 || relative >= max(50 * Double.ulpOfOne, 5e-29) else {
      return Integral(subdivisions: 0, code: 6)
    }
    var (a, b) = (0.0, 1.0)
    if case .finite(let lower, let upper) = rule.range { (a, b) = (lower, upper) }
    let first = try rule.estimate(a, b, f)
    let epsilon = Double.ulpOfOne
    var result = Integral(value: first.integral, error: first.error)
    if first.error <= 100 * epsilon * first.absolute, first.error > bound(first.integral) {
      result.code = 2
    }
    if limit == 1 { result.code = 1 }
    let isSettled = first.error <= bound(first.integral) && first.error != first.deviation
    if result.code != 0 || isSettled || first.error == 0 { return result }
    intervals = [Interval(a: a, b: b, integral: first.integral, error: first.error)]
    order = [0]
    area = first.integral
    errorSum = first.error
    let isOneSigned = abs(first.integral) >= (1 - 50 * epsilon) * first.absolute
    return try refine(width: abs(b - a), absolute: first.absolute, isOneSigned)
  }

  private mutating func refine(
    width: Double, absolute integralOfAbsolute: Double, _ isOneSigned: Bool
  ) throws(Failure) -> Integral {
    var table = EpsilonTable()
    table.append(area)
    var best = Integral(value: area, error: .greatestFiniteMagnitude)
    var (code, isBad) = (0, false)
    var (isExtrapolating, isHopeless) = (false, false)
    var stalled = 0
    var small = 0.0
    var (largeError, testError, correction) = (0.0, 0.0, 0.0)
    search: while intervals.count < limit {
      let current = order[rankInOrder]
      let lastError = intervals[current].error
      let halves = try halve(current, isExtrapolating, &code, &isBad)
      if errorSum <= bound(area) { return summed(code) }
      if code != 0 { break }
      if intervals.count == 2 {
        small = rule.range.isFinite ? width * 0.375 : 0.375
        (largeError, testError) = (errorSum, bound(area))
        table.append(area)
        continue
      }
      if isHopeless { continue }
      largeError -= lastError
      if halves.width > small { largeError += halves.error }
      if !isExtrapolating {
        if intervals[order[rankInOrder]].width > small { continue }
        isExtrapolating = true
        rankInOrder = 1
      }
      if !isBad, largeError > testError, findLongInterval(small) { continue search }
      table.append(area)
      let (value, error) = table.extrapolate()
      stalled += 1
      if stalled > 5, best.error < errorSum * 1e-3 { code = 5 }
      if error < best.error {
        stalled = 0
        (best.error, best.value) = (error, value)
        correction = largeError
        testError = bound(value)
        if best.error <= testError { break }
      }
      if table.count == 1 { isHopeless = true }
      if code == 5 { break }
      rankInOrder = 0
      isExtrapolating = false
      small *= 0.5
      largeError = errorSum
    }
    return conclude(
      best, code, isBad: isBad, correction, integralOfAbsolute, isOneSigned)
  }

  /// Looks among the larger errors for an interval that is not yet of the shortest.
  private mutating func findLongInterval(_ small: Double) -> Bool {
    let count = intervals.count
    let last = count > limit / 2 + 2 ? limit + 3 - count : count
    while rankInOrder < min(last, order.count) {
      if intervals[order[rankInOrder]].width > small { return true }
      rankInOrder += 1
    }
    rankInOrder = min(rankInOrder, order.count - 1)
    return false
  }

  private mutating func halve(
    _ current: Int, _ isExtrapolating: Bool, _ code: inout Int, _ isBad: inout Bool
  ) throws(Failure) -> (width: Double, error: Double) {
    let old = intervals[current]
    let middle = 0.5 * (old.a + old.b)
    let left = try rule.estimate(old.a, middle, f)
    let right = try rule.estimate(middle, old.b, f)
    let (sum, error) = (left.integral + right.integral, left.error + right.error)
    errorSum += error - old.error
    area += sum - old.integral
    if left.deviation != left.error, right.deviation != right.error {
      if abs(old.integral - sum) <= 1e-5 * abs(sum), error >= 0.99 * old.error {
        if isExtrapolating { roundoff.extrapolating += 1 } else { roundoff.plain += 1 }
      }
      if intervals.count >= 10, error > old.error { roundoff.growing += 1 }
    }
    if roundoff.plain + roundoff.extrapolating >= 10 || roundoff.growing >= 20 { code = 2 }
    if roundoff.extrapolating >= 5 { isBad = true }
    if intervals.count + 1 == limit { code = 1 }
    let scale = abs(middle) + 1000 * .leastNormalMagnitude
    if max(abs(old.a), abs(old.b)) <= (1 + 100 * Double.ulpOfOne) * scale { code = 4 }
    let lower = Interval(a: old.a, b: middle, integral: left.integral, error: left.error)
    let upper = Interval(a: middle, b: old.b, integral: right.integral, error: right.error)
    let isUpperWorse = right.error > left.error
    intervals[current] = isUpperWorse ? upper : lower
    intervals.append(isUpperWorse ? lower : upper)
    sortAgain(current)
    return (abs(middle - old.a), error)
  }

  /// Puts the halved interval and the new one where their errors belong.
  private mutating func sortAgain(_ current: Int) {
    order.removeAll { $0 == current }
    for index in [current, intervals.count - 1] {
      let place =
        order.firstIndex { intervals[$0].error < intervals[index].error } ?? order.count
      order.insert(index, at: place)
    }
    rankInOrder = min(rankInOrder, order.count - 1)
  }

  private func summed(_ code: Int) -> Integral {
    let value = intervals.reduce(0) { $0 + $1.integral }
    return Integral(
      value: value, error: errorSum, subdivisions: intervals.count,
      code: code > 2 ? code - 1 : code)
  }

  /// Chooses between the extrapolated value and the sum, and judges it.
  private func conclude(
    _ best: Integral, _ code: Int, isBad: Bool, _ correction: Double,
    _ integralOfAbsolute: Double, _ isOneSigned: Bool
  ) -> Integral {
    var (result, code) = (best, code)
    result.subdivisions = intervals.count
    if best.error == .greatestFiniteMagnitude { return summed(code) }
    if code != 0 || isBad {
      if isBad { result.error += correction }
      if code == 0 { code = 3 }
      if result.value != 0, area != 0 {
        if result.error / abs(result.value) > errorSum / abs(area) { return summed(code) }
      } else {
        if result.error > errorSum { return summed(code) }
        if area == 0 {
          result.code = code > 2 ? code - 1 : code
          return result
        }
      }
    }
    let isTiny = max(abs(result.value), abs(area)) <= integralOfAbsolute * 0.01
    let ratio = result.value / area
    if isOneSigned || !isTiny, ratio < 0.01 || ratio > 100 || errorSum > abs(area) { code = 6 }
    result.code = code > 2 ? code - 1 : code
    return result
  }
}
