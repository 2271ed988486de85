import ApusDistributions
import ApusInterpreter

/// The r functions of every family.
enum RandomNumbers {
  static var all: [Builtin] {
    Family.all.filter { $0.functions.contains("r") }.map(function) + [rmultinom]
  }

  private static func function(_ family: Family) -> Builtin {
    let parameters = family.parameters.joined(separator: ", ")
    return Builtin(.internal, "r\(family.name)(n, \(parameters))") { call throws(Unwind) in
      let length = try resultLength(call)
      var sources: [DoubleVector] = []
      for k in 1...family.parameters.count {
        let kind = call[k].kind
        guard kind == .double || kind == .integer || kind == .logical else {
          throw call.error("invalid arguments")
        }
        sources.append(try call.doubles(k))
      }
      if length == 0 {
        return .object(family.isWhole ? IntegerVector(count: 0) : DoubleVector(count: 0))
      }
      if sources.contains(where: { $0.count == 0 }) { return try allMissing(call, length) }
      let result = DoubleVector(count: length)
      try RandomState.draw(call) { stream throws(Unwind) in
        let parameters = sources.map { Numbers($0.elements) }
        let numbers = result.elements
        for start in stride(from: 0, to: length, by: chunk) {
          let part = NumbersOut(rebasing: numbers[start..<min(start + chunk, length)])
          fill(part, from: start, parameters, family, stream)
          try call.interpreter.checkInterrupt()
        }
      }
      return try finish(call, result, isWhole: family.isWhole)
    }
  }

  /// How many numbers are drawn between two looks for Ctrl-C.
  private static let chunk = 1 << 16

  /// `n`, or the length of a longer vector in its place.
  private static func resultLength(_ call: borrowing Invocation) throws(Unwind) -> Int {
    guard call[0].isVector else { throw call.error("invalid arguments") }
    if call[0].count != 1 { return call[0].count }
    let n = try call.double(0, "n")
    guard n >= 0, n <= 4_503_599_627_370_496 else { throw call.error("invalid arguments") }
    return Int(n)
  }

  private static func allMissing(
    _ call: borrowing Invocation, _ length: Int
  ) throws(Unwind) -> Value {
    try call.warning("NAs produced")
    return Value(DoubleVector(repeating: .missing, count: length))
  }

  private static func fill(
    _ result: NumbersOut, from start: Int, _ sources: [Numbers], _ family: Family,
    _ stream: RandomStream
  ) {
    if sources.allSatisfy({ $0.count == 1 }) {
      let p = (0..<3).map { $0 < sources.count ? sources[$0][0] : 0 }
      family.make(p[0], p[1], p[2]).randoms(stream, into: result)
      return
    }
    let parameter = { (index: Int, k: Int) in
      index < sources.count ? sources[index][k % sources[index].count] : 0
    }
    for place in 0..<result.count {
      let k = start + place
      let distribution = family.make(parameter(0, k), parameter(1, k), parameter(2, k))
      result[place] = distribution.random(stream)
    }
  }

  /// Whole numbers become integers when all fit; NaN becomes NA with a warning.
  private static func finish(
    _ call: borrowing Invocation, _ result: DoubleVector, isWhole: Bool
  ) throws(Unwind) -> Value {
    let elements = result.elements
    var hasNaN = false
    var fits = true
    for x in elements {
      if x.isNaN { hasNaN = true } else if x > 2_147_483_647 || x <= -2_147_483_648 { fits = false }
    }
    if hasNaN { try call.warning("NAs produced") }
    guard isWhole else { return Value(result) }
    if !fits {
      for k in 0..<elements.count where elements[k].isNaN { elements[k] = .missing }
      return Value(result)
    }
    let whole = IntegerVector(count: elements.count)
    let places = whole.elements
    for k in 0..<elements.count {
      places[k] = elements[k].isNaN ? .missing : Int32(elements[k])
    }
    return Value(whole)
  }

  /// `rmultinom(n, size, prob)`: the counts of each class are binomial given those before.
  static let rmultinom = Builtin(.internal, "rmultinom(n, size, prob)") { call throws(Unwind) in
    let count = try call.integer(0, "n")
    let size = try call.integer(1, "size")
    guard count >= 0 else { throw call.error("invalid first argument 'n'") }
    guard size >= 0 else { throw call.error("invalid second argument 'size'") }
    let weights = try SamplingFunctions.checkedProbabilities(call, 2, needed: 1, replace: true)
    let classes = weights.count
    let result = IntegerVector(repeating: 0, count: Int(count) * classes)
    try RandomState.draw(call) { stream throws(Unwind) in
      for draw in 0..<Int(count) {
        var left = Double(size)
        var mass = 1.0
        for k in 0..<classes where left > 0 {
          let share = weights[k] / mass
          let isRest = k == classes - 1 || (weights[k] > 0 && share >= 1)
          let x =
            isRest
            ? left
            : weights[k] > 0 ? Binomial(size: left, probability: share).random(stream) : 0
          result.elements[draw * classes + k] = Int32(x)
          left -= x
          mass -= weights[k]
        }
      }
    }
    result.setAttribute(.dim, .integers([Int32(classes), count]))
    if let names = call[2].vector?.names {
      result.setAttribute(.dimnames, .list([.object(names), .null]))
    }
    return .object(result)
  }
}
