import ApusInterpreter

/// `is.na`, `is.nan`, `is.finite`, `is.infinite`, `anyNA`.
enum MissingValues {
  static var all: [Builtin] { [isNA, isNaN, isFinite, isInfinite, anyNA] }

  private static let isNA = Builtin(.primitive, "is.na(x)", dispatch: .generic) {
    call throws(Unwind) in
    guard !call.isNotGiven(0) else { throw call.wrongCount("is.na", requires: 1) }
    switch call[0] {
    case .double(let number): return .logical(number.isNaN)
    case .integer(let number), .logical(let number): return .logical(number.isMissing)
    case .string(let text): return .logical(text.isMissing)
    case .null: return .object(LogicalVector(count: 0))
    default: break
    }
    guard let vector = call[0].vector, vector.kind != .expression else {
      try call.warning(
        "is.na() applied to non-(list or vector) of type '\(call[0].kind.typeName)'")
      let count = call[0].kind == .expression || call[0].kind == .call ? call[0].count : 1
      return .logicals([Int32](repeating: 0, count: count))
    }
    let result = LogicalVector(repeating: 0, count: vector.count)
    mark(vector, result.elements)
    if vector.kind != .pairlist { result.copyShapeAttributes(from: vector) }
    return Value(result)
  }

  /// Sets 1 where an element is missing.
  private static func mark(_ vector: Vector, _ target: UnsafeMutableBufferPointer<Int32>) {
    switch vector.kind {
    case .double:
      let numbers = vector.doubles
      for k in 0..<numbers.count { target[k] = numbers[k].isNaN ? 1 : 0 }
    case .integer, .logical:
      let numbers = vector.integers
      for k in 0..<numbers.count { target[k] = numbers[k] == .min ? 1 : 0 }
    case .character:
      let texts = vector.strings
      for k in 0..<texts.count { target[k] = texts[k].isMissing ? 1 : 0 }
    case .complex:
      let numbers = vector.complexes
      for k in 0..<numbers.count { target[k] = numbers[k].isNaN ? 1 : 0 }
    case .raw: break
    default:
      let values = vector.values
      for k in 0..<values.count { target[k] = isMissingScalar(values[k]) ? 1 : 0 }
    }
  }

  private static func isMissingScalar(_ value: Value) -> Bool {
    switch value {
    case .double(let number): return number.isNaN
    case .integer(let number), .logical(let number): return number.isMissing
    case .string(let text): return text.isMissing
    default:
      guard let vector = value.object?.vector, vector.count == 1, vector.kind.isAtomic else {
        return false
      }
      return hasMissing(vector)
    }
  }

  private static func hasMissing(_ vector: Vector) -> Bool {
    switch vector.kind {
    case .double: return vector.doubles.contains { $0.isNaN }
    case .integer, .logical: return vector.integers.contains(.missing)
    case .character: return vector.strings.contains(.missing)
    case .complex: return vector.complexes.contains { $0.isNaN }
    default: return false
    }
  }

  private static let anyNA = Builtin(
    .primitive, "anyNA(x, recursive = FALSE)", dispatch: .generic
  ) { call throws(Unwind) in
    guard !call.isNotGiven(0) else {
      throw call.error("0 arguments passed to 'anyNA' which requires 1 or 2 arguments")
    }
    let isRecursive = try call.isAbsent(1) ? false : call.flag(1, "recursive")
    return .logical(try anyMissing(call[0], isRecursive, call, isTop: true))
  }

  private static func anyMissing(
    _ value: Value, _ isRecursive: Bool, _ call: borrowing Invocation, isTop: Bool
  ) throws(Unwind) -> Bool {
    if value.hasClass, !isTop || value.kind.isList {
      let marks = try call.interpreter.callFunction("is.na", [Argument(value)])
      return try call.vector(marks, as: .logical).integers.contains(1)
    }
    guard value.isVector && value.kind != .expression, let vector = value.vector else {
      guard isTop, !value.isNull, value.kind != .pairlist else { return false }
      throw .error(
        .error(
          "anyNA() applied to non-(list or vector) of type '\(value.kind.typeName)'",
          call: call.interpreter.currentCall()))
    }
    guard vector.kind.isList else { return hasMissing(vector) }
    for element in vector.values {
      if isRecursive {
        if try anyMissing(element, true, call, isTop: false) { return true }
      } else if isMissingScalar(element) {
        return true
      }
    }
    return false
  }

  private static let isNaN = test("is.nan", { $0.isNaN && !$0.isMissing }, whole: 0)
  private static let isFinite = test("is.finite", { $0.isFinite }, whole: 1)
  private static let isInfinite = test("is.infinite", { $0.isInfinite }, whole: 0)

  /// A test of doubles; `whole` is the answer for integers that are not NA.
  private static func test(
    _ name: String, _ holds: @escaping @Sendable (Double) -> Bool, whole: Int32
  ) -> Builtin {
    Builtin(.primitive, "\(name)(x)", dispatch: .generic) { call throws(Unwind) in
      guard !call.isNotGiven(0) else { throw call.wrongCount(name, requires: 1) }
      if call[0].isNull { return .object(LogicalVector(count: 0)) }
      guard let vector = call[0].vector, vector.kind.isAtomic else {
        throw call.error(
          "default method not implemented for type '\(call[0].kind.typeName)'")
      }
      let result = LogicalVector(repeating: 0, count: vector.count)
      let target = result.elements
      switch vector.kind {
      case .double:
        let numbers = vector.doubles
        for k in 0..<numbers.count { target[k] = holds(numbers[k]) ? 1 : 0 }
      case .integer, .logical:
        let numbers = vector.integers
        for k in 0..<numbers.count { target[k] = numbers[k].isMissing ? 0 : whole }
      case .complex:
        let isFinite = whole == 1
        for (k, z) in vector.complexes.enumerated() {
          let (real, imaginary) = (holds(z.real), holds(z.imaginary))
          target[k] = (isFinite ? real && imaginary : real || imaginary) ? 1 : 0
        }
      default: break
      }
      result.copyShapeAttributes(from: vector)
      return Value(result)
    }
  }
}

extension Object {
  /// Takes over names, dim and dimnames.
  func copyShapeAttributes(from other: Object) {
    for entry in other.attributes?.entries ?? []
    where entry.name == .names || entry.name == .dim || entry.name == .dimnames {
      setAttribute(entry.name, entry.value)
    }
  }
}
