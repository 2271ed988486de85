import Glibc

// The gradient minimisers of J. C. Nash, "Compact Numerical Methods for Computers" (2nd edition, 1990):
// variable metric (algorithm 21) and conjugate gradients (22).

/// A line search shortens its step by this much.
private let stepReduction = 0.2
/// It accepts a fall of this share of what the gradient promises.
private let acceptance = 0.0001
/// It takes numbers as equal when they are after adding this.
private let equalityOffset = 10.0

// MARK: - Line searches

extension Minimum {
  /// Goes along a direction, in ever shorter steps, until the value falls enough or nothing moves.
  ///
  /// Answers the last value seen and how many coordinates stayed what they were.
  fileprivate mutating func search<Failure: Error>(
    from origin: [Double], along direction: [Double], slope: Double, step: inout Double,
    of f: ([Double]) throws(Failure) -> Double
  ) throws(Failure) -> (trial: Double, unchanged: Int) {
    var trial = value
    while true {
      let unchanged = move(from: origin, along: direction, by: step)
      if unchanged == origin.count { return (trial, unchanged) }
      trial = try f(point)
      functionCount += 1
      if trial.isFinite && trial <= value + slope * step * acceptance { return (trial, unchanged) }
      step *= stepReduction
    }
  }

  /// Answers how many coordinates stay what they were at the origin.
  @discardableResult
  private mutating func move(
    from origin: [Double], along direction: [Double], by step: Double
  ) -> Int {
    var unchanged = 0
    for i in origin.indices {
      point[i] = origin[i] + step * direction[i]
      if equalityOffset + origin[i] == equalityOffset + point[i] { unchanged += 1 }
    }
    return unchanged
  }

  /// Tries the lowest point of the parabola that fits what a search saw, and goes back if it is no better.
  fileprivate mutating func interpolate<Failure: Error>(
    from origin: [Double], along direction: [Double], slope: Double, step: Double, trial: Double,
    of f: ([Double]) throws(Failure) -> Double
  ) throws(Failure) {
    let curvature = 2 * (trial - value - slope * step)
    guard curvature > 0 else { return }
    move(from: origin, along: direction, by: -(slope * step * step / curvature))
    value = trial
    let second = try f(point)
    functionCount += 1
    if second < value { value = second } else { move(from: origin, along: direction, by: step) }
  }
}

// MARK: - Variable metric

/// The variable metric method (BFGS).
///
/// Each step goes along the gradient as the inverse Hessian turns it, and makes that better known.
/// Where a step gains nothing, steepest descent is tried before the end.
package func variableMetric<Failure: Error>(
  from start: [Double], value: Double, limits: MinimisationLimits,
  of f: ([Double]) throws(Failure) -> Double,
  gradient: ([Double]) throws(Failure) -> [Double]
) throws(Failure) -> Minimum {
  guard limits.iterations > 0 else { return .untried(start, value, gradientCount: 0) }
  var best = Minimum(point: start, value: value, functionCount: 1, gradientCount: nil, code: 0)
  var slopes = try gradient(start)
  var gradients = 1
  var metric = InverseHessian(count: start.count)
  repeat {
    let direction = metric.descent(slopes)
    if let moved = try best.descend(along: direction, slopes: slopes, limits, of: f) {
      let last = slopes
      slopes = try gradient(best.point)
      gradients += 1
      metric.learn(moved: moved, change: zip(slopes, last).map { $0 - $1 })
    } else if metric.isSteepestDescent {
      break
    } else {
      metric.forget()
    }
  } while gradients < limits.iterations
  best.gradientCount = gradients
  best.code = gradients < limits.iterations ? 0 : 1
  return best
}

extension Minimum {
  /// Goes along a direction if it leads down; answers how far, nil if that gains nothing.
  fileprivate mutating func descend<Failure: Error>(
    along direction: [Double], slopes: [Double], _ limits: MinimisationLimits,
    of f: ([Double]) throws(Failure) -> Double
  ) throws(Failure) -> [Double]? {
    let slope = dot(direction, slopes)
    guard slope < 0 else { return nil }
    var step = 1.0
    let (trial, unchanged) = try search(
      from: point, along: direction, slope: slope, step: &step, of: f)
    let isGain = limits.allow(trial, after: value)
    if isGain && unchanged == point.count { return nil }
    value = trial
    return isGain ? direction.map { step * $0 } : nil
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}

extension MinimisationLimits {
  /// Whether a fall of the value is worth going on.
  fileprivate func allow(_ trial: Double, after value: Double) -> Bool {
    trial > absolute && abs(trial - value) > relative * (abs(value) + relative)
  }
}

/// What is known of the inverse Hessian: at first nothing, which is steepest descent.
private struct InverseHessian {
  /// The lower triangle, row by row.
  private var rows: [[Double]] = []
  private let count: Int
  /// How many steps it has learnt from.
  private var age = 0

  init(count: Int) {
    self.count = count
    forget()
  }

  var isSteepestDescent: Bool { age == 0 }

  mutating func forget() {
    age = 0
    rows = (0..<count).map { i in [Double](repeating: 0, count: i) + [1] }
  }

  func descent(_ slopes: [Double]) -> [Double] { product(slopes).map { -$0 } }

  /// The BFGS update; begins anew where the matrix would not stay positive definite, and when it is old.
  mutating func learn(moved: [Double], change: [Double]) {
    let curvature = dot(moved, change)
    guard curvature > 0, age < 2 * count else { return forget() }
    age += 1
    let image = product(change)
    let weight = 1 + dot(image, change) / curvature
    for i in rows.indices {
      for j in 0...i {
        let outer = weight * moved[i] * moved[j]
        rows[i][j] += (outer - moved[i] * image[j] - image[i] * moved[j]) / curvature
      }
    }
  }

  private func product(_ v: [Double]) -> [Double] {
    rows.indices.map { i in
      rows.indices.reduce(0) { $0 + (($1 <= i ? rows[i][$1] : rows[$1][i]) * v[$1]) }
    }
  }
}

// MARK: - Conjugate gradients

/// How conjugate gradients weigh the last direction: by R's codes.
package enum ConjugateUpdate: Int, Sendable {
  case fletcherReeves = 1
  case polakRibiere
  case bealeSorenson
}

/// The method of conjugate gradients.
package func conjugateGradients<Failure: Error>(
  from start: [Double], value: Double, update: ConjugateUpdate, limits: MinimisationLimits,
  of f: ([Double]) throws(Failure) -> Double,
  gradient: ([Double]) throws(Failure) -> [Double]
) throws(Failure) -> Minimum {
  let n = start.count
  guard limits.iterations > 0 else { return .untried(start, value, gradientCount: 0) }
  let tolerance = limits.relative * Double(n) * limits.relative.squareRoot()
  var best = Minimum(
    point: start, value: value, functionCount: 1, gradientCount: 0, code: 0)
  var gradients = 0
  var course = ConjugateCourse(count: n, update: update)
  var cycle = 0
  var unchanged = 0
  var origin = start
  repeat {
    course.restart()
    cycle = 0
    var longStep = 1.0
    repeat {
      cycle += 1
      unchanged = 0
      gradients += 1
      if gradients > limits.iterations {
        // R gives the point of the last gradient, with the value reached since.
        best.point = origin
        best.gradientCount = gradients
        best.code = 1
        return best
      }
      let g = try gradient(best.point)
      origin = best.point
      guard course.turn(at: g, tolerance) else {
        longStep = 1
        unchanged = n
        break
      }
      var step = longStep
      let trial: Double
      (trial, unchanged) = try best.search(
        from: origin, along: course.direction, slope: course.slope, step: &step, of: f)
      if unchanged < n {
        best.value = trial
        try best.interpolate(
          from: origin, along: course.direction, slope: course.slope, step: step, trial: trial,
          of: f)
      }
      longStep = min(1.7 * step, 1)
    } while unchanged != n && course.size > tolerance && cycle != n
  } while cycle != 1
    || (unchanged != n && course.size > tolerance && best.value > limits.absolute)
  best.gradientCount = gradients
  return best
}

/// The direction of the next search, conjugate to the last ones.
private struct ConjugateCourse {
  private(set) var direction: [Double]
  private(set) var slope = 0.0
  /// The weighed size of the gradient.
  private(set) var size = 0.0
  private var gradient: [Double]
  private let update: ConjugateUpdate

  init(count n: Int, update: ConjugateUpdate) {
    direction = [Double](repeating: 0, count: n)
    gradient = direction
    self.update = update
  }

  /// Forgets the last direction and its gradient.
  mutating func restart() {
    for i in direction.indices {
      direction[i] = 0
      gradient[i] = 0
    }
  }

  /// Turns to where a gradient leads; false if it is too small to lead anywhere.
  mutating func turn(at g: [Double], _ tolerance: Double) -> Bool {
    size = 0
    var last = 0.0
    for i in g.indices {
      let difference = g[i] - gradient[i]
      size += update == .fletcherReeves ? g[i] * g[i] : g[i] * difference
      last +=
        update == .bealeSorenson ? direction[i] * difference : gradient[i] * gradient[i]
      gradient[i] = g[i]
    }
    guard size > tolerance else { return false }
    let weight = last > 0 ? size / last : 1
    slope = 0
    for i in g.indices {
      direction[i] = direction[i] * weight - g[i]
      slope += direction[i] * g[i]
    }
    return true
  }
}
