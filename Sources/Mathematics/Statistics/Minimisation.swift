import Glibc

// General-purpose minimisers of J. C. Nash, "Compact Numerical Methods for Computers" (2nd edition,
// 1990), with the constants that R documents: Nelder–Mead (algorithm 19), variable metric (21) and
// conjugate gradients (22).

/// What a minimiser found.
package struct Minimum: Sendable {
  package var point: [Double]
  package var value: Double
  package var functionCount: Int
  package var gradientCount: Int?
  /// R's code: 0 converged, 1 out of iterations, 10 degenerate simplex.
  package var code: Int

  package init(
    point: [Double], value: Double, functionCount: Int, gradientCount: Int?, code: Int
  ) {
    self.point = point
    self.value = value
    self.functionCount = functionCount
    self.gradientCount = gradientCount
    self.code = code
  }
}

/// Limits shared by the minimisers.
package struct MinimisationLimits: Sendable {
  package var iterations: Int
  package var absolute: Double
  package var relative: Double

  package init(iterations: Int, absolute: Double, relative: Double) {
    self.iterations = iterations
    self.absolute = absolute
    self.relative = relative
  }
}

/// A line search shortens its step by this much.
private let stepReduction = 0.2
/// It accepts a fall of this share of what the gradient promises.
private let acceptance = 0.0001
/// It takes numbers as equal when they are after adding this.
private let equalityOffset = 10.0
private let huge = 1e35

/// The simplex method of Nelder and Mead.
package struct NelderMead<Failure: Error> {
  package typealias Function = ([Double]) throws(Failure) -> Double

  private let f: Function
  private let limits: MinimisationLimits
  private let reflection: Double
  private let contraction: Double
  private let expansion: Double
  private var vertices: [[Double]] = []
  private var values: [Double] = []
  private var count = 1

  package init(
    limits: MinimisationLimits, reflection: Double, contraction: Double, expansion: Double,
    of f: @escaping Function
  ) {
    self.f = f
    self.limits = limits
    self.reflection = reflection
    self.contraction = contraction
    self.expansion = expansion
  }

  /// From a start where the function has the (finite) value given.
  package mutating func run(from start: [Double], value: Double) throws(Failure) -> Minimum {
    let tolerance = limits.relative * (abs(value) + limits.relative)
    var lastSize = makeSimplex(start, value)
    var needsValues = true
    var low = 0
    var code = 0
    while true {
      if needsValues {
        try evaluate(except: low)
        needsValues = false
      }
      let high: Int
      (low, high) = extremes(low)
      if values[high] <= values[low] + tolerance || values[low] <= limits.absolute { break }
      let isShrunk = try move(low, high)
      if isShrunk {
        let size = shrink(towards: low)
        needsValues = true
        guard size < lastSize else {
          code = 10
          break
        }
        lastSize = size
      }
      if count > limits.iterations {
        code = 1
        break
      }
    }
    return Minimum(
      point: vertices[low], value: values[low], functionCount: count, gradientCount: nil,
      code: code)
  }

  private mutating func makeSimplex(_ start: [Double], _ value: Double) -> Double {
    var step = start.map { 0.1 * abs($0) }.max() ?? 0
    if step == 0 { step = 0.1 }
    vertices = [start]
    values = [value] + [Double](repeating: 0, count: start.count)
    var size = 0.0
    for j in start.indices {
      var vertex = start
      var stride = step
      while vertex[j] == start[j] {
        vertex[j] = start[j] + stride
        stride *= 10
      }
      size += stride
      vertices.append(vertex)
    }
    return size
  }

  private mutating func value(at point: [Double]) throws(Failure) -> Double {
    count += 1
    let value = try f(point)
    return value.isFinite ? value : huge
  }

  private mutating func evaluate(except low: Int) throws(Failure) {
    for j in vertices.indices where j != low { values[j] = try value(at: vertices[j]) }
  }

  private func extremes(_ start: Int) -> (low: Int, high: Int) {
    var (low, high) = (start, start)
    let (first, _) = (values[start], 0)
    var (least, most) = (first, first)
    for j in values.indices where j != start {
      if values[j] < least { (low, least) = (j, values[j]) }
      if values[j] > most { (high, most) = (j, values[j]) }
    }
    return (low, high)
  }

  /// Replaces the worst vertex by reflection, expansion or contraction; true if none helped.
  private mutating func move(_ low: Int, _ high: Int) throws(Failure) -> Bool {
    let n = vertices.count - 1
    let centre = (0..<n).map { i in
      var sum = -vertices[high][i]
      for vertex in vertices { sum += vertex[i] }
      return sum / Double(n)
    }
    let reflected = (0..<n).map {
      (1 + reflection) * centre[$0] - reflection * vertices[high][$0]
    }
    let reflectedValue = try value(at: reflected)
    if reflectedValue < values[low] {
      let expanded = (0..<n).map { expansion * reflected[$0] + (1 - expansion) * centre[$0] }
      let expandedValue = try value(at: expanded)
      let isBetter = expandedValue < reflectedValue
      vertices[high] = isBetter ? expanded : reflected
      values[high] = isBetter ? expandedValue : reflectedValue
      return false
    }
    let isImproved = reflectedValue < values[high]
    if isImproved { (vertices[high], values[high]) = (reflected, reflectedValue) }
    let contracted = (0..<n).map {
      (1 - contraction) * vertices[high][$0] + contraction * centre[$0]
    }
    let contractedValue = try value(at: contracted)
    if contractedValue < values[high] {
      (vertices[high], values[high]) = (contracted, contractedValue)
      return false
    }
    return !isImproved
  }

  private mutating func shrink(towards low: Int) -> Double {
    var size = 0.0
    for j in vertices.indices where j != low {
      for i in vertices[j].indices {
        vertices[j][i] =
          contraction * (vertices[j][i] - vertices[low][i]) + vertices[low][i]
        size += abs(vertices[j][i] - vertices[low][i])
      }
    }
    return size
  }
}

/// The variable metric method (BFGS).
package func variableMetric<Failure: Error>(
  from start: [Double], value: Double, limits: MinimisationLimits,
  of f: ([Double]) throws(Failure) -> Double,
  gradient: ([Double]) throws(Failure) -> [Double]
) throws(Failure) -> Minimum {
  let n = start.count
  var best = Minimum(
    point: start, value: value, functionCount: 1, gradientCount: 1, code: 0)
  var g = try gradient(start)
  var inverse = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
  var iterations = 1
  var gradients = 1
  var restarted = 1
  var unchanged = 0
  repeat {
    if restarted == gradients {
      for i in 0..<n {
        for j in 0..<i { inverse[i][j] = 0 }
        inverse[i][i] = 1
      }
    }
    let origin = best.point
    let oldGradient = g
    let direction = (0..<n).map { i in
      var s = 0.0
      for j in 0..<n { s -= (j <= i ? inverse[i][j] : inverse[j][i]) * g[j] }
      return s
    }
    let slope = zip(direction, g).reduce(0) { $0 + $1.0 * $1.1 }
    if slope < 0 {
      var step = 1.0
      var isAccepted = false
      var trial = best.value
      unchanged = 0
      while unchanged != n, !isAccepted {
        unchanged = 0
        for i in 0..<n {
          best.point[i] = origin[i] + step * direction[i]
          if equalityOffset + origin[i] == equalityOffset + best.point[i] { unchanged += 1 }
        }
        if unchanged < n {
          trial = try f(best.point)
          best.functionCount += 1
          isAccepted = trial.isFinite && trial <= best.value + slope * step * acceptance
          if !isAccepted { step *= stepReduction }
        }
      }
      let isWorthIt =
        trial > limits.absolute
        && abs(trial - best.value) > limits.relative * (abs(best.value) + limits.relative)
      if !isWorthIt {
        unchanged = n
        best.value = trial
      }
      if unchanged < n {
        best.value = trial
        g = try gradient(best.point)
        gradients += 1
        iterations += 1
        let moved = direction.map { step * $0 }
        let change = (0..<n).map { g[$0] - oldGradient[$0] }
        if !updateMetric(&inverse, moved, change) { restarted = gradients }
      } else if restarted < gradients {
        unchanged = 0
        restarted = gradients
      }
    } else {
      unchanged = 0
      if restarted == gradients { unchanged = n } else { restarted = gradients }
    }
    if iterations >= limits.iterations { break }
    if gradients - restarted > 2 * n { restarted = gradients }
  } while unchanged != n || restarted != gradients
  best.gradientCount = gradients
  best.code = iterations < limits.iterations ? 0 : 1
  return best
}

/// The BFGS update of the lower triangle of the inverse Hessian; false when it would not stay
/// positive definite.
private func updateMetric(
  _ inverse: inout [[Double]], _ moved: [Double], _ change: [Double]
) -> Bool {
  let n = moved.count
  let d1 = zip(moved, change).reduce(0) { $0 + $1.0 * $1.1 }
  guard d1 > 0 else { return false }
  var image = [Double](repeating: 0, count: n)
  var d2 = 0.0
  for i in 0..<n {
    var s = 0.0
    for j in 0..<n { s += (j <= i ? inverse[i][j] : inverse[j][i]) * change[j] }
    image[i] = s
    d2 += s * change[i]
  }
  d2 = 1 + d2 / d1
  for i in 0..<n {
    for j in 0...i {
      inverse[i][j] +=
        (d2 * moved[i] * moved[j] - moved[i] * image[j] - image[i] * moved[j]) / d1
    }
  }
  return true
}

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
  let tolerance = limits.relative * Double(n) * limits.relative.squareRoot()
  var best = Minimum(
    point: start, value: value, functionCount: 1, gradientCount: 0, code: 0)
  var gradients = 0
  var oldGradient = [Double](repeating: 0, count: n)
  var cycle = 0
  var unchanged = 0
  var g1 = 0.0
  var origin = start
  repeat {
    var direction = [Double](repeating: 0, count: n)
    cycle = 0
    var longStep = 1.0
    unchanged = 0
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
      g1 = 0
      var g2 = 0.0
      for i in 0..<n {
        let difference = g[i] - oldGradient[i]
        g1 += update == .fletcherReeves ? g[i] * g[i] : g[i] * difference
        g2 +=
          update == .bealeSorenson
          ? direction[i] * difference : oldGradient[i] * oldGradient[i]
        oldGradient[i] = g[i]
      }
      guard g1 > tolerance else {
        longStep = 1
        unchanged = n
        break
      }
      let weight = g2 > 0 ? g1 / g2 : 1
      var slope = 0.0
      for i in 0..<n {
        direction[i] = direction[i] * weight - g[i]
        slope += direction[i] * g[i]
      }
      var step = longStep
      var isAccepted = false
      var trial = best.value
      while true {
        unchanged = 0
        for i in 0..<n {
          best.point[i] = origin[i] + step * direction[i]
          if equalityOffset + origin[i] == equalityOffset + best.point[i] { unchanged += 1 }
        }
        if unchanged < n {
          trial = try f(best.point)
          best.functionCount += 1
          isAccepted = trial.isFinite && trial <= best.value + slope * step * acceptance
          if isAccepted { best.value = trial } else { step *= stepReduction }
        }
        if unchanged == n || isAccepted { break }
      }
      if unchanged < n {
        var refined = 2 * (trial - best.value - slope * step)
        if refined > 0 {
          refined = -(slope * step * step / refined)
          for i in 0..<n { best.point[i] = origin[i] + refined * direction[i] }
          best.value = trial
          let second = try f(best.point)
          best.functionCount += 1
          if second < best.value {
            best.value = second
          } else {
            for i in 0..<n { best.point[i] = origin[i] + step * direction[i] }
          }
        }
      }
      longStep = min(1.7 * step, 1)
    } while unchanged != n && g1 > tolerance && cycle != n
  } while cycle != 1 || (unchanged != n && g1 > tolerance && best.value > limits.absolute)
  best.gradientCount = gradients
  return best
}
