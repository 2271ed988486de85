import ApusDistributions
import ApusInterpreter

/// The d, p and q functions of every family, vectorised over all their arguments.
enum DistributionFunctions {
  static var all: [Builtin] {
    Family.all.flatMap { family in
      family.functions.compactMap { letter in function(letter, of: family) }
    } + [ptukey, qtukey]
  }

  private static func function(_ letter: Character, of family: Family) -> Builtin? {
    let parameters = family.parameters.joined(separator: ", ")
    switch letter {
    case "d":
      return Builtin(.internal, "d\(family.name)(x, \(parameters), log)") {
        call throws(Unwind) in
        let asLog = try call.flag(family.parameters.count + 1, "log")
        return try vectorised(call, family) { $0.densities($1, log: asLog, into: $2) }
      }
    case "p":
      return Builtin(.internal, "p\(family.name)(q, \(parameters), lower.tail, log.p)") {
        call throws(Unwind) in
        let tail = try tail(call, family.parameters.count + 1)
        return try vectorised(call, family) { $0.cumulatives($1, tail, into: $2) }
      }
    case "q":
      return Builtin(.internal, "q\(family.name)(p, \(parameters), lower.tail, log.p)") {
        call throws(Unwind) in
        let tail = try tail(call, family.parameters.count + 1)
        return try vectorised(call, family) { $0.quantiles($1, tail, into: $2) }
      }
    default: return nil
    }
  }

  private static func tail(_ call: borrowing Invocation, _ position: Int) throws(Unwind) -> Tail {
    Tail(
      isLower: try call.flag(position, "lower.tail"), isLog: try call.flag(position + 1, "log.p"))
  }

  private typealias Kernel = (any Distribution, Numbers, NumbersOut) -> Void

  private static func vectorised(
    _ call: borrowing Invocation, _ family: Family, _ kernel: Kernel
  ) throws(Unwind) -> Value {
    let count = family.parameters.count
    let vectors = try numericVectors(call, count + 1)
    let length = vectors.contains { $0.count == 0 } ? 0 : vectors.map(\.count).max() ?? 0
    let result = DoubleVector(count: length)
    let sources = vectors.map { Numbers($0.elements) }
    if sources.dropFirst().allSatisfy({ $0.count == 1 }) {
      fill(result.elements, sources, family, kernel)
    } else if length > 0 {
      fillRecycling(result.elements, sources, family, kernel)
    }
    try finish(call, result, sources)
    adopt(call, vectors.count, result)
    return Value(result)
  }

  /// All parameters are single numbers: one distribution for the whole buffer.
  private static func fill(
    _ result: NumbersOut, _ sources: [Numbers], _ family: Family, _ kernel: Kernel
  ) {
    guard !result.isEmpty else { return }
    let p = (1..<4).map { $0 < sources.count ? sources[$0][0] : 0 }
    kernel(family.make(p[0], p[1], p[2]), sources[0], result)
  }

  /// A distribution for each combination of parameters, made anew only when they change.
  private static func fillRecycling(
    _ result: NumbersOut, _ sources: [Numbers], _ family: Family, _ kernel: Kernel
  ) {
    var current = (Double.nan, Double.nan, Double.nan)
    var distribution: (any Distribution)?
    let parameter = { (index: Int, k: Int) in
      index < sources.count ? sources[index][k % sources[index].count] : 0
    }
    for k in 0..<result.count {
      let next = (parameter(1, k), parameter(2, k), parameter(3, k))
      if distribution == nil || next != current {
        distribution = family.make(next.0, next.1, next.2)
        current = next
      }
      guard let distribution else { continue }
      var x = sources[0][k % sources[0].count]
      withUnsafePointer(to: &x) {
        kernel(
          distribution, Numbers(start: $0, count: 1),
          NumbersOut(rebasing: result[k..<(k + 1)]))
      }
    }
  }

  /// NA and NaN arguments show through; any other NaN is worth a warning.
  static func finish(
    _ call: borrowing Invocation, _ result: DoubleVector, _ sources: [Numbers]
  ) throws(Unwind) {
    var isNew = false
    let elements = result.elements
    for k in 0..<elements.count where elements[k].isNaN {
      if let given = sources.first(where: { $0[k % $0.count].isNaN }) {
        elements[k] = given[k % given.count]
      } else {
        isNew = true
      }
    }
    if isNew { try call.warning("NaNs produced") }
  }

  /// The first `count` arguments as doubles.
  static func numericVectors(
    _ call: borrowing Invocation, _ count: Int
  ) throws(Unwind) -> [DoubleVector] {
    var vectors: [DoubleVector] = []
    for k in 0..<count {
      let kind = call[k].kind
      guard kind == .double || kind == .integer || kind == .logical,
        !call.interpreter.inherits(call[k], "factor")
      else { throw call.error("Non-numeric argument to mathematical function") }
      vectors.append(try call.doubles(k))
    }
    return vectors
  }

  /// Takes the attributes of the first arguments that are as long as the result, those of earlier
  /// ones winning.
  static func adopt(_ call: borrowing Invocation, _ count: Int, _ result: Vector) {
    for k in (0..<count).reversed() where call[k].count == result.count {
      for entry in call[k].attributes?.entries ?? [] {
        result.setAttribute(entry.name, entry.value)
      }
    }
    result.setAttributes(result.attributes)
  }
}

// MARK: - The studentized range

extension DistributionFunctions {
  static let ptukey = Builtin(.internal, "ptukey(q, nranges, nmeans, df, lower.tail, log.p)") {
    call throws(Unwind) in
    let tail = try tail(call, 4)
    return try range(call) { $0.cumulative($1, tail) }
  }

  static let qtukey = Builtin(.internal, "qtukey(p, nranges, nmeans, df, lower.tail, log.p)") {
    call throws(Unwind) in
    let tail = try tail(call, 4)
    return try range(call) { $0.quantile($1, tail) }
  }

  private static func range(
    _ call: borrowing Invocation, _ function: (StudentizedRange, Double) -> Double
  ) throws(Unwind) -> Value {
    let vectors = try numericVectors(call, 4)
    let length = vectors.contains { $0.count == 0 } ? 0 : vectors.map(\.count).max() ?? 0
    let result = DoubleVector(count: length)
    let sources = vectors.map { Numbers($0.elements) }
    for k in 0..<length {
      let at = { (source: Int) in sources[source][k % sources[source].count] }
      let family = StudentizedRange(ranges: at(1), groups: at(2), degreesOfFreedom: at(3))
      result.elements[k] = function(family, at(0))
    }
    try finish(call, result, sources)
    adopt(call, vectors.count, result)
    return Value(result)
  }
}
