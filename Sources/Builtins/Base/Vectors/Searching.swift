import ApusInterpreter

/// Where elements are: `which`, `which.min`, `tabulate`, `findInterval`, `.bincode`, `lengths`.
enum Searching {
  static var all: [Builtin] {
    [which, whichMin, whichMax, tabulate, findInterval, bincode, lengths]
  }

  static let which = Builtin(.internal, "which(x)") { call throws(Unwind) in
    guard call[0].kind == .logical, let vector = call[0].vector else {
      throw call.error("argument to 'which' is not logical")
    }
    let truths = vector.wholeNumbers
    var count = 0
    for truth in truths { count += truth == 1 ? 1 : 0 }
    // One element more than needed, so that writing needs no test.
    let result = IntegerVector(count: count + 1)
    let places = result.elements
    var next = 0
    for k in 0..<truths.count {
      places[next] = Int32(truncatingIfNeeded: k + 1)
      next += truths[k] == 1 ? 1 : 0
    }
    result.truncate(to: count)
    if let names = call[0].elementNames {
      let kept = places.prefix(count).map { names.elements[Int($0) - 1] }
      result.setAttribute(.names, .strings(kept))
    }
    return Value(result)
  }

  static let whichMin = Builtin(.internal, "which.min(x)") { call throws(Unwind) in
    try extreme(call) { $0 < $1 }
  }

  static let whichMax = Builtin(.internal, "which.max(x)") { call throws(Unwind) in
    try extreme(call) { $0 > $1 }
  }

  private static func extreme(
    _ call: borrowing Invocation, _ isBetter: (Double, Double) -> Bool
  ) throws(Unwind) -> Value {
    let numbers = try call.doubles(0).elements
    var best = -1
    for k in 0..<numbers.count where !numbers[k].isNaN {
      if best < 0 || isBetter(numbers[k], numbers[best]) { best = k }
    }
    guard best >= 0 else { return .object(IntegerVector(count: 0)) }
    let result = IntegerVector(CollectionOfOne(Int32(best + 1)))
    if let names = call[0].elementNames {
      result.setAttribute(.names, .string(names.elements[best]))
    }
    return Value(result)
  }

  static let tabulate = Builtin(.internal, "tabulate(bin, nbins)") { call throws(Unwind) in
    let bins = try call.integers(0)
    let count = try call.integer(1, "nbin")
    guard count >= 0 else { throw call.error("invalid 'nbin' argument") }
    let result = IntegerVector(repeating: 0, count: Int(count))
    let tallies = result.elements
    if let start = bins.compactStart {
      for k in 0..<bins.count {
        let bin = Int(start) + k
        if bin >= 1, bin <= tallies.count { tallies[bin - 1] &+= 1 }
      }
      return Value(result)
    }
    let limit = UInt32(bitPattern: count)
    for bin in bins.elements {
      let place = UInt32(bitPattern: bin &- 1)
      if place < limit { tallies[Int(place)] &+= 1 }
    }
    return Value(result)
  }

  /// `findInterval(vec, x, rightmost.closed, all.inside, left.open)`.
  static let findInterval = Builtin(
    .internal, "findInterval(vec, x, rightmost.closed, all.inside, left.open)"
  ) { call throws(Unwind) in
    let breaks = try call.doubles(0).elements
    let numbers = try call.doubles(1).elements
    let isRightClosed = try call.flag(2, "rightmost.closed")
    let isInside = try call.flag(3, "all.inside")
    let isLeftOpen = try call.flag(4, "left.open")
    let result = IntegerVector(count: numbers.count)
    let codes = result.elements
    let size = breaks.count
    for k in 0..<numbers.count {
      let number = numbers[k]
      guard !number.isNaN else {
        codes[k] = .missing
        continue
      }
      var code = isLeftOpen ? countBelow(breaks, number) : countUpTo(breaks, number)
      if isRightClosed, size > 0 {
        if !isLeftOpen, code == size, number == breaks[size - 1] { code = size - 1 }
        if isLeftOpen, code == 0, number == breaks[0] { code = 1 }
      }
      if isInside { code = min(max(code, 1), size - 1) }
      codes[k] = Int32(truncatingIfNeeded: code)
    }
    return Value(result)
  }

  /// How many breaks are at most `number`.
  private static func countUpTo(_ breaks: UnsafeMutableBufferPointer<Double>, _ number: Double)
    -> Int
  {
    var low = 0
    var high = breaks.count
    while low < high {
      let middle = (low + high) >> 1
      if breaks[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many breaks are less than `number`.
  private static func countBelow(_ breaks: UnsafeMutableBufferPointer<Double>, _ number: Double)
    -> Int
  {
    var low = 0
    var high = breaks.count
    while low < high {
      let middle = (low + high) >> 1
      if breaks[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  static let bincode = Builtin(.internal, "bincode(x, breaks, right, include.lowest)") {
    call throws(Unwind) in
    let numbers = try call.doubles(0).elements
    let breaks = try call.doubles(1).elements
    let isRight = try call.flag(2, "right")
    let includesLowest = try call.flag(3, "include.lowest")
    for k in breaks.indices.dropFirst() where breaks[k] < breaks[k - 1] {
      throw call.error("'breaks' is not sorted")
    }
    let result = IntegerVector(count: numbers.count)
    let codes = result.elements
    let size = breaks.count
    for k in 0..<numbers.count {
      let number = numbers[k]
      codes[k] = .missing
      guard !number.isNaN, size > 0 else { continue }
      var code = isRight ? countBelow(breaks, number) : countUpTo(breaks, number)
      if includesLowest {
        if isRight, code == 0, number == breaks[0] { code = 1 }
        if !isRight, code == size, number == breaks[size - 1] { code = size - 1 }
      }
      if code >= 1, code < size { codes[k] = Int32(truncatingIfNeeded: code) }
    }
    return Value(result)
  }

  static let lengths = Builtin(.internal, "lengths(x, use.names)") { call throws(Unwind) in
    guard call[0].isVectorLike else {
      throw call.error("'x' must be a list or atomic vector")
    }
    let useNames = try call.flag(1, "use.names")
    if call[0].hasClass, call[0].kind == .list,
      try call.interpreter.method("[[", for: call[0], in: call.environment) != nil
    {
      return try lengthsByMethods(call, useNames)
    }
    let count = call[0].count
    let result = IntegerVector(repeating: 1, count: count)
    if let list = call[0].list {
      for k in 0..<count {
        result.elements[k] = try length(list.elements[k], call.interpreter)
      }
    }
    if useNames {
      for name in [Symbol.names, .dim, .dimnames] {
        let own = call[0].attribute(name)
        if !own.isNull { result.setAttribute(name, own) }
      }
    }
    return Value(result)
  }

  /// The lengths of the elements that the methods of `length` and `[[` find.
  private static func lengthsByMethods(
    _ call: borrowing Invocation, _ useNames: Bool
  ) throws(Unwind) -> Value {
    let count = try length(call[0], call.interpreter)
    let result = IntegerVector(repeating: 1, count: Int(count))
    for k in 0..<Int(count) {
      let place = Argument(.integer(Int32(k + 1)))
      let element = try call.interpreter.callFunction("[[", [Argument(call[0]), place])
      result.elements[k] = try length(element, call.interpreter)
    }
    if useNames, let names = call[0].elementNames, names.count == Int(count) {
      result.setAttribute(.names, Value(names))
    }
    return Value(result)
  }

  private static func length(
    _ value: Value, _ interpreter: Interpreter
  ) throws(Unwind) -> Int32 {
    guard value.hasClass else { return Int32(truncatingIfNeeded: value.count) }
    let length = try interpreter.callFunction("length", [Argument(value)])
    return Int32(saturating: try interpreter.coerce(length, to: .double).firstNumber ?? 1)
  }
}
