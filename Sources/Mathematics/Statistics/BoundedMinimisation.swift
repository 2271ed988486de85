import Glibc

/// Minimises between bounds by a projected variable metric method.
///
/// Variables at a bound towards which the function falls are held; the others move along a
/// quasi-Newton direction, bent at the bounds. The tests for convergence are those of L-BFGS-B
/// (R. Byrd et al., 1995): relative reduction of the value, and the projected gradient.
package struct BoundedMinimisation<Failure: Error> {
  package typealias Function = ([Double]) throws(Failure) -> Double
  package typealias Gradient = ([Double]) throws(Failure) -> [Double]

  /// Why the search ended.
  package enum Outcome: Sendable {
    case smallReduction
    case smallGradient
    case outOfIterations
    case noDescent
  }

  private let lower: [Double]
  private let upper: [Double]
  /// Relative reduction that counts as none.
  private let reduction: Double
  private let gradientLimit: Double
  private let iterations: Int
  private let f: Function
  private let gradient: Gradient
  private var inverse: [[Double]] = []
  private var evaluations = 0

  package init(
    lower: [Double], upper: [Double], reduction: Double, gradientLimit: Double, iterations: Int,
    of f: @escaping Function, gradient: @escaping Gradient
  ) {
    self.lower = lower
    self.upper = upper
    self.reduction = reduction
    self.gradientLimit = gradientLimit
    self.iterations = iterations
    self.f = f
    self.gradient = gradient
  }

  package mutating func run(from start: [Double]) throws(Failure) -> (Minimum, Outcome) {
    var x = projected(start)
    var value = try f(x)
    var g = try gradient(x)
    evaluations = 1
    reset(x.count)
    var outcome = Outcome.outOfIterations
    for iteration in 0...max(iterations, 0) {
      if projectedGradient(x, g) <= gradientLimit {
        outcome = .smallGradient
        break
      }
      if iteration == iterations { break }
      guard let (next, nextValue) = try search(x, value, g, isFirst: iteration == 0) else {
        outcome = .noDescent
        break
      }
      let nextGradient = try gradient(next)
      let scale = max(abs(value), abs(nextValue), 1)
      let isSettled = value - nextValue <= reduction * scale
      update(zip(next, x).map { $0 - $1 }, zip(nextGradient, g).map { $0 - $1 })
      (x, value, g) = (next, nextValue, nextGradient)
      if isSettled {
        outcome = .smallReduction
        break
      }
    }
    let code = outcome == .outOfIterations ? 1 : outcome == .noDescent ? 52 : 0
    let minimum = Minimum(
      point: x, value: value, functionCount: evaluations, gradientCount: evaluations, code: code)
    return (minimum, outcome)
  }

  private func projected(_ x: [Double]) -> [Double] {
    x.indices.map { min(max(x[$0], lower[$0]), upper[$0]) }
  }

  private func projectedGradient(_ x: [Double], _ g: [Double]) -> Double {
    let moved = projected(x.indices.map { x[$0] - g[$0] })
    return zip(moved, x).map { abs($0 - $1) }.max() ?? 0
  }

  private mutating func reset(_ n: Int) {
    inverse = (0..<n).map { i in (0..<n).map { $0 == i ? 1 : 0 } }
  }

  /// The next point along the bent direction; nil when even steepest descent leads nowhere.
  private mutating func search(
    _ x: [Double], _ value: Double, _ g: [Double], isFirst: Bool
  ) throws(Failure) -> ([Double], Double)? {
    let isHeld = x.indices.map {
      (x[$0] <= lower[$0] && g[$0] > 0) || (x[$0] >= upper[$0] && g[$0] < 0)
    }
    for attempt in 0..<2 {
      let direction = x.indices.map { i -> Double in
        if isHeld[i] { return 0 }
        return x.indices.reduce(0) { isHeld[$1] ? $0 : $0 - inverse[i][$1] * g[$1] }
      }
      let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
      var step = isFirst || attempt > 0 ? min(1, 1 / max(length, 1e-300)) : 1
      for _ in 0..<40 {
        let next = projected(x.indices.map { x[$0] + step * direction[$0] })
        let fall = x.indices.reduce(0) { $0 + g[$1] * (next[$1] - x[$1]) }
        let nextValue = try f(next)
        evaluations += 1
        if fall < 0, nextValue.isFinite, nextValue <= value + 1e-4 * fall {
          return (next, nextValue)
        }
        step *= 0.5
      }
      reset(x.count)
    }
    return nil
  }

  /// The BFGS update, where the function curves upwards.
  private mutating func update(_ moved: [Double], _ change: [Double]) {
    let n = moved.count
    let curvature = zip(moved, change).reduce(0) { $0 + $1.0 * $1.1 }
    let size = change.reduce(0) { $0 + $1 * $1 }
    guard curvature > 2.2e-16 * size else { return }
    let image = (0..<n).map { i in (0..<n).reduce(0) { $0 + inverse[i][$1] * change[$1] } }
    let factor = 1 + zip(change, image).reduce(0) { $0 + $1.0 * $1.1 } / curvature
    for i in 0..<n {
      for j in 0..<n {
        inverse[i][j] +=
          (factor * moved[i] * moved[j] - moved[i] * image[j] - image[i] * moved[j]) / curvature
      }
    }
  }
}
