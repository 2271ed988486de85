import ApusDistributions
import ApusInterpreter

/// `set.seed`, `RNGkind` and `sample`.
enum SamplingFunctions {
  static var all: [Builtin] { [setSeed, kinds, sample, sample2] }

  /// The seed is an integer or NULL (from the time); kinds are codes or NULL (as they are).
  static let setSeed = Builtin(.internal, "set.seed(seed, kind, normal.kind, sample.kind)") {
    call throws(Unwind) in
    let seed: UInt32
    if call[0].isNull {
      seed = RandomState.seedFromTime()
    } else {
      let given = try call.integer(0, "seed")
      guard !given.isMissing else { throw call.error("supplied seed is not a valid integer") }
      seed = UInt32(bitPattern: given)
    }
    let state = call.interpreter.state { RandomState() }
    try changeKinds(call, state.stream, from: 1)
    state.stream.seed(seed)
    state.publish(call.interpreter)
    return .null
  }

  /// Sets the kinds given by codes; answers the codes as they were.
  static let kinds = Builtin(.internal, "RNGkind(kind, normal.kind, sample.kind)") {
    call throws(Unwind) in
    try RandomState.draw(call) { stream throws(Unwind) in
      let codes = [
        stream.kind.rawValue, stream.normalKind.rawValue, stream.sampleKind.rawValue,
      ]
      try changeKinds(call, stream, from: 0)
      return .integers(codes.map { Int32($0) })
    }
  }

  private static func changeKinds(
    _ call: borrowing Invocation, _ stream: RandomStream, from first: Int
  ) throws(Unwind) {
    if !call[first].isNull {
      let code = Int(try call.integer(first, "kind"))
      guard let kind = GeneratorKind(rawValue: code) else {
        throw call.error("generator \(code) is not provided")
      }
      stream.change(to: kind)
      if kind == .marsagliaMulticarry {
        try call.warning("RNGkind: Marsaglia-Multicarry has poor statistical properties")
      }
    }
    if !call[first + 1].isNull {
      let code = Int(try call.integer(first + 1, "normal.kind"))
      guard let kind = NormalKind(rawValue: code) else {
        throw call.error("normal generator \(code) is not provided")
      }
      stream.change(to: kind)
    }
    if !call[first + 2].isNull {
      let code = Int(try call.integer(first + 2, "sample.kind"))
      guard let kind = SampleKind(rawValue: code) else {
        throw call.error("invalid sample_kind \(code) in 'RNGkind'")
      }
      if kind == .rounding { try call.warning("non-uniform 'Rounding' sampler used") }
      stream.sampleKind = kind
    }
  }

  static let sample = Builtin(.internal, "sample(x, size, replace, prob)") {
    call throws(Unwind) in
    let n = try population(call)
    let count = try size(call, n)
    guard call[2].count == 1 else { throw call.error("invalid 'replace' argument") }
    let replaces = try call.flag(2, "replace")
    if !replaces, Double(count) > n {
      throw call.error(
        "cannot take a sample larger than the population when 'replace = FALSE'")
    }
    let drawn = replaces || count < 2 ? Double(count) : max(n, Double(count))
    try Unwind.checkRoom(drawn, .double)
    if !call[3].isNull { return try weighted(call, n, count, replaces) }
    return try RandomState.draw(call) { stream throws(Unwind) in
      if replaces || count < 2 {
        return numbers(stream.sampleWithReplacement(n, count: count), below: n)
      }
      return .integers(stream.sampleWithoutReplacement(Int(n), count: count))
    }
  }

  private static func weighted(
    _ call: borrowing Invocation, _ n: Double, _ count: Int, _ replaces: Bool
  ) throws(Unwind) -> Value {
    guard Double(call[3].count) == n else {
      throw call.error("incorrect number of probabilities")
    }
    let shares = try checkedProbabilities(call, 3, needed: count, replace: replaces)
    return try RandomState.draw(call) { stream throws(Unwind) in
      .integers(
        replaces || count < 2
          ? stream.sample(weighted: shares, count: count)
          : stream.sampleWithoutReplacement(weighted: shares, count: count))
    }
  }

  /// Few of very many, without replacement.
  static let sample2 = Builtin(.internal, "sample2(n, size)") { call throws(Unwind) in
    let n = try population(call)
    let count = try size(call, n)
    if Double(count) > n / 2 { throw call.error("This algorithm is for size <= n/2") }
    return try RandomState.draw(call) { stream throws(Unwind) in
      numbers(stream.sampleByRejection(n, count: count), below: n)
    }
  }

  private static func population(_ call: borrowing Invocation) throws(Unwind) -> Double {
    guard call[0].isVector, call[0].count == 1 else {
      throw call.error("invalid first argument")
    }
    let n = try call.double(0, "x")
    let isEmpty = n == 0
    let size = isEmpty ? try call.double(1, "size") : 0
    guard n >= 0, n <= 4.5e15, size == 0 else { throw call.error("invalid first argument") }
    return n.rounded(.down)
  }

  private static func size(
    _ call: borrowing Invocation, _ n: Double
  ) throws(Unwind) -> Int {
    guard call[1].isVector, call[1].count == 1 else { throw call.error("invalid 'size' argument") }
    let size = try call.double(1, "size")
    guard size >= 0, size <= 4.5e15 else { throw call.error("invalid 'size' argument") }
    return Int(size)
  }

  private static func numbers(_ values: [Double], below n: Double) -> Value {
    n <= 2_147_483_647 ? .integers(values.map { Int32($0) }) : .doubles(values)
  }

  /// Probabilities scaled to sum 1.
  static func checkedProbabilities(
    _ call: borrowing Invocation, _ position: Int, needed: Int, replace: Bool
  ) throws(Unwind) -> [Double] {
    let weights = Array(try call.doubles(position).elements)
    var positive = 0
    var total = 0.0
    for weight in weights {
      guard weight.isFinite else { throw call.error("NA in probability vector") }
      guard weight >= 0 else { throw call.error("negative probability") }
      if weight > 0 { positive += 1 }
      total += weight
    }
    guard positive > 0, replace || needed <= positive else {
      throw call.error("too few positive probabilities")
    }
    return weights.map { $0 / total }
  }
}
