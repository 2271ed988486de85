import ApusDistributions
import ApusInterpreter
import ApusStatistics
import Glibc

/// `uniroot`, `optimize`, `optim` and `optimHess`.
enum Optimisers {
  static var all: [Builtin] { [zeroin, fmin, optim, optimhess] }

  static let zeroin = Builtin(
    .internal, "zeroin(f, lower, upper, f.lower, f.upper, tol, maxiter)"
  ) { call throws(Unwind) in
    let objective = Objective(call.interpreter, call[0], of: "zeroin", call: call.call)
    let values = (try call.double(3, "f.lower"), try call.double(4, "f.upper"))
    for (value, name) in [(values.0, "f.lower"), (values.1, "f.upper")] where value.isNaN {
      throw call.error("NA value for '\(name)' is not allowed")
    }
    let root = try findRoot(
      from: try call.double(1, "xmin"), to: try call.double(2, "xmax"), values: values,
      tolerance: try call.double(5, "tol"), iterations: Int(try call.integer(6, "maxiter"))
    ) { x throws(Unwind) in
      let value = try objective.number(at: x)
      if value.isFinite { return value }
      if value == -.infinity {
        try objective.warn("-Inf replaced by maximally negative value")
        return -.greatestFiniteMagnitude
      }
      try objective.warn("NA replaced by maximum positive value")
      return .greatestFiniteMagnitude
    }
    return .doubles([root.x, root.precision, root.iterations.map { Double($0) } ?? -1])
  }

  static let fmin = Builtin(.internal, "fmin(f, lower, upper, tol)") { call throws(Unwind) in
    let lower = try call.double(1, "xmin")
    guard lower.isFinite else { throw call.error("invalid 'xmin' value") }
    let upper = try call.double(2, "xmax")
    guard upper.isFinite else { throw call.error("invalid 'xmax' value") }
    guard lower < upper else { throw call.error("'xmin' not less than 'xmax'") }
    let tolerance = try call.double(3, "tol")
    guard tolerance.isFinite, tolerance > 0 else { throw call.error("invalid 'tol' value") }
    let objective = Objective(call.interpreter, call[0], of: "optimize", call: call.call)
    return .double(
      try findMinimum(from: lower, to: upper, tolerance: tolerance) { x throws(Unwind) in
        let value = try objective.number(at: x)
        if value.isFinite { return value }
        try objective.warn("NA/Inf replaced by maximum positive value")
        return .greatestFiniteMagnitude
      })
  }

  static let optim = Builtin(.internal, "optim(par, fn, gr, method, control, lower, upper)") {
    call throws(Unwind) in
    let problem = try ScaledProblem(call, control: 4)
    let method = try call.text(3, "method")
    let start = zip(problem.start, problem.scales).map { $0 / $1 }
    var found: Minimum
    var message = Value.null
    switch method {
    case "Nelder-Mead": found = try problem.nelderMead(start)
    case "BFGS": found = try problem.variableMetric(start)
    case "CG": found = try problem.conjugateGradients(start)
    case "L-BFGS-B":
      let text: String
      (found, text) = try problem.bounded(
        start, lower: Array(try call.doubles(5).elements),
        upper: Array(try call.doubles(6).elements))
      message = .string(call.strings.intern(text))
    case "SANN":
      found = try RandomState.draw(call) { stream throws(Unwind) in
        try problem.annealing(start, stream)
      }
    default: throw call.error("unknown 'method'")
    }
    found.value *= problem.valueScale
    let point = DoubleVector(zip(found.point, problem.scales).map { $0 * $1 })
    point.setAttribute(.names, problem.names)
    let counts = IntegerVector([
      Int32(found.functionCount), found.gradientCount.map { Int32($0) } ?? .missing,
    ])
    return .list([
      Value(point), .double(found.value), .object(counts), .integer(found.code), message,
    ])
  }

  static let optimhess = Builtin(.internal, "optimhess(par, fn, gr, control)") {
    call throws(Unwind) in
    let problem = try ScaledProblem(call, control: 3)
    let n = problem.start.count
    let point = zip(problem.start, problem.scales).map { $0 / $1 }
    let hessian = DoubleVector(count: n * n)
    for i in 0..<n {
      let step = problem.steps[i] / problem.scales[i]
      var shifted = point
      shifted[i] = point[i] + step
      let above = try problem.gradient(shifted)
      shifted[i] = point[i] - step
      let below = try problem.gradient(shifted)
      for j in 0..<n {
        hessian.elements[i * n + j] =
          problem.valueScale * (above[j] - below[j])
          / (2 * step * problem.scales[i] * problem.scales[j])
      }
    }
    for i in 0..<n {
      for j in 0..<i {
        let mean = 0.5 * (hessian.elements[i * n + j] + hessian.elements[j * n + i])
        hessian.elements[i * n + j] = mean
        hessian.elements[j * n + i] = mean
      }
    }
    hessian.setAttribute(.dim, .integers([Int32(n), Int32(n)]))
    return .object(hessian)
  }
}

/// An R function to be minimised or solved.
struct Objective {
  private let interpreter: Interpreter
  private let function: Value
  /// Who messages say it is for.
  private let name: String
  private let call: Value

  init(_ interpreter: Interpreter, _ function: Value, of name: String, call: Value) {
    self.interpreter = interpreter
    self.function = function
    self.name = name
    self.call = call
  }

  /// The value at a single number.
  func number(at x: Double) throws(Unwind) -> Double {
    let value = try interpreter.call(function, [Argument(.double(x))])
    if case .double(let number) = value { return number }
    guard value.count == 1, value.kind == .integer || value.kind == .double else {
      throw .error(.error("invalid function value in '\(name)'", call: call))
    }
    return try interpreter.numbers(value)[0]
  }

  func warn(_ message: String) throws(Unwind) {
    try interpreter.signalWarning(message, call: call)
  }
}

/// The problem of `optim` in scaled parameters and values.
struct ScaledProblem {
  let interpreter: Interpreter
  private let function: Value
  private let gradientFunction: Value
  private let call: Value
  let start: [Double]
  let names: Value
  let valueScale: Double
  let scales: [Double]
  let steps: [Double]
  private let control: ListVector

  init(_ call: borrowing Invocation, control position: Int) throws(Unwind) {
    interpreter = call.interpreter
    self.call = call.call
    start = Array(try call.doubles(0).elements)
    names = call[0].attribute(.names)
    function = call[1]
    gradientFunction = call[2]
    guard function.isFunction else { throw call.error("'fn' is not a function") }
    guard let control = call[position].list else { throw call.error("invalid control") }
    self.control = control
    let reader = ControlReader(control, call.strings)
    valueScale = try reader.number("fnscale", interpreter)
    scales = try reader.numbers("parscale", interpreter)
    guard scales.count == start.count else {
      throw call.error("'parscale' is of the wrong length")
    }
    steps = try reader.numbers("ndeps", interpreter)
    guard steps.count == start.count || !gradientFunction.isNull else {
      throw call.error("'ndeps' is of the wrong length")
    }
  }

  /// The scaled value at scaled parameters.
  func value(_ point: [Double]) throws(Unwind) -> Double {
    let value = try interpreter.call(function, [Argument(parameters(point))])
    guard value.count == 1 else {
      throw failure("objective function in optim evaluates to length \(value.count) not 1")
    }
    guard value.kind.isAtomic else { throw failure("non-numeric value of 'fn'") }
    return try interpreter.numbers(value)[0] / valueScale
  }

  /// The scaled gradient, from the function given or by central differences.
  func gradient(_ point: [Double]) throws(Unwind) -> [Double] {
    guard gradientFunction.isNull else {
      let value = try interpreter.call(gradientFunction, [Argument(parameters(point))])
      let elements = try interpreter.numbers(value)
      guard elements.count == point.count else {
        throw failure(
          "gradient in optim evaluated to length \(elements.count) not \(point.count)")
      }
      return point.indices.map { elements[$0] * scales[$0] / valueScale }
    }
    var result: [Double] = []
    for i in point.indices {
      var shifted = point
      shifted[i] = point[i] + steps[i]
      let above = try self.value(shifted)
      shifted[i] = point[i] - steps[i]
      let below = try self.value(shifted)
      let slope = (above - below) / (2 * steps[i])
      guard slope.isFinite else {
        throw failure("non-finite finite-difference value [\(i + 1)]")
      }
      result.append(slope)
    }
    return result
  }

  private func parameters(_ point: [Double]) -> Value {
    let vector = DoubleVector(zip(point, scales).map { $0 * $1 })
    vector.setAttribute(.names, names)
    return Value(vector)
  }

  private func failure(_ message: String) -> Unwind {
    .error(Condition.error(message, call: call))
  }

  private func limits() throws(Unwind) -> MinimisationLimits {
    let reader = ControlReader(control, interpreter.strings)
    return MinimisationLimits(
      iterations: Int(saturating: try reader.number("maxit", interpreter)),
      absolute: try reader.number("abstol", interpreter),
      relative: try reader.number("reltol", interpreter))
  }

  // MARK: Methods

  func nelderMead(_ start: [Double]) throws(Unwind) -> Minimum {
    let value = try value(start)
    guard value.isFinite else {
      throw failure("function cannot be evaluated at initial parameters")
    }
    let reader = ControlReader(control, interpreter.strings)
    var simplex = NelderMead<Unwind>(
      limits: try limits(), reflection: try reader.number("alpha", interpreter),
      contraction: try reader.number("beta", interpreter),
      expansion: try reader.number("gamma", interpreter)
    ) { point throws(Unwind) in try self.value(point) }
    return try simplex.run(from: start, value: value)
  }

  func variableMetric(_ start: [Double]) throws(Unwind) -> Minimum {
    let value = try value(start)
    guard value.isFinite else { throw failure("initial value in 'vmmin' is not finite") }
    return try ApusStatistics.variableMetric(
      from: start, value: value, limits: try limits(),
      of: { point throws(Unwind) in try self.value(point) },
      gradient: { point throws(Unwind) in try self.gradient(point) })
  }

  func conjugateGradients(_ start: [Double]) throws(Unwind) -> Minimum {
    let value = try value(start)
    guard value.isFinite else {
      throw failure("Function cannot be evaluated at initial parameters")
    }
    let reader = ControlReader(control, interpreter.strings)
    let type = Int(saturating: try reader.number("type", interpreter))
    guard let update = ConjugateUpdate(rawValue: type) else {
      throw failure("unknown 'type' in \"CG\" method of 'optim'")
    }
    return try ApusStatistics.conjugateGradients(
      from: start, value: value, update: update, limits: try limits(),
      of: { point throws(Unwind) in try self.value(point) },
      gradient: { point throws(Unwind) in try self.gradient(point) })
  }
}

extension ScaledProblem {
  func bounded(
    _ start: [Double], lower: [Double], upper: [Double]
  ) throws(Unwind) -> (Minimum, String) {
    let reader = ControlReader(control, interpreter.strings)
    var search = BoundedMinimisation<Unwind>(
      lower: zip(lower, scales).map { $0 / $1 }, upper: zip(upper, scales).map { $0 / $1 },
      reduction: try reader.number("factr", interpreter) * Double.ulpOfOne,
      gradientLimit: try reader.number("pgtol", interpreter),
      iterations: Int(saturating: try reader.number("maxit", interpreter)),
      of: { point throws(Unwind) in
        let value = try self.value(point)
        guard value.isFinite else {
          throw self.failure("L-BFGS-B needs finite values of 'fn'")
        }
        return value
      }, gradient: { point throws(Unwind) in try self.gradient(point) })
    let (minimum, outcome) = try search.run(from: start)
    switch outcome {
    case .smallReduction:
      return (minimum, "CONVERGENCE: REL_REDUCTION_OF_F <= FACTR*EPSMCH")
    case .smallGradient: return (minimum, "CONVERGENCE: NORM OF PROJECTED GRADIENT <= PGTOL")
    case .outOfIterations: return (minimum, "NEW_X")
    case .noDescent: return (minimum, "ERROR: ABNORMAL_TERMINATION_IN_LNSRCH")
    }
  }

  /// Simulated annealing with normal steps, cooled logarithmically.
  func annealing(_ start: [Double], _ stream: RandomStream) throws(Unwind) -> Minimum {
    let reader = ControlReader(control, interpreter.strings)
    let iterations = Int(saturating: try reader.number("maxit", interpreter))
    let perTemperature = Int(saturating: try reader.number("tmax", interpreter))
    let temperature = try reader.number("temp", interpreter)
    guard perTemperature >= 1 else { throw failure("'tmax' is not a positive integer") }
    let huge = 1e35
    let finite = { (value: Double) in value.isFinite ? value : huge }
    var point = start
    var current = finite(try value(start))
    var best = Minimum(
      point: start, value: current, functionCount: iterations, gradientCount: nil, code: 0)
    for step in 1..<max(iterations, 1) {
      let level = Double((step - 1) / perTemperature * perTemperature)
      let heat = temperature / log(level + 2.7182818)
      let trial = point.map { _ in heat / temperature * stream.normal() }.enumerated().map {
        point[$0] + $1
      }
      let trialValue = finite(try value(trial))
      let rise = trialValue - current
      if rise <= 0 || stream.uniform() < exp(-rise / heat) {
        (point, current) = (trial, trialValue)
        if current <= best.value { (best.point, best.value) = (point, current) }
      }
    }
    return best
  }
}

/// The numbers in `optim`'s control list.
private struct ControlReader {
  private let control: ListVector
  private let strings: StringPool

  init(_ control: ListVector, _ strings: StringPool) {
    self.control = control
    self.strings = strings
  }

  func numbers(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> [Double] {
    let wanted = strings.intern(name)
    guard let place = control.names?.elements.firstIndex(of: wanted) else { return [] }
    return try interpreter.numbers(control.elements[place])
  }

  func number(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Double {
    try numbers(name, interpreter).first ?? .nan
  }
}

extension Interpreter {
  /// The elements of an atomic vector as doubles.
  fileprivate func numbers(_ value: Value) throws(Unwind) -> [Double] {
    let vector = try vector(value, as: .double)
    return withExtendedLifetime(vector) { Array(vector.doubles) }
  }
}
