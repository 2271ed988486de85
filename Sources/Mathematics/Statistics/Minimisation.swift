import Glibc

// General-purpose minimisers with the constants that R documents. Here: what they have in common, and the
// simplex method, J. C. Nash, "Compact Numerical Methods for Computers" (2nd edition, 1990),
// algorithm 19.

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

  /// Where a search begins that may not take a step.
  static func untried(_ start: [Double], _ value: Double, gradientCount: Int?) -> Minimum {
    Minimum(
      point: start, value: value, functionCount: 0, gradientCount: gradientCount, code: 0)
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
    guard limits.iterations > 0 else { return .untried(start, value, gradientCount: nil) }
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
    var (least, most) = (values[start], values[start])
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
