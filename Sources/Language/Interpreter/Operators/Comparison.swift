/// `== != < > <= >=`.
package enum ComparisonOperator: UInt8, Sendable {
  case equal, notEqual, less, greater, lessOrEqual, greaterOrEqual

  var spelling: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .greater: ">"
    case .lessOrEqual: "<="
    case .greaterOrEqual: ">="
    }
  }
}

extension Interpreter {
  /// `a op b` without dispatch.
  package func compare(
    _ operation: ComparisonOperator, _ a: Value, _ b: Value, call: Value = .null
  ) throws(Unwind) -> Value {
    switch (a, b) {
    case (.double(let x), .double(let y)): return .logical(compareDoubles(operation, x, y))
    case (.integer(let x), .integer(let y)): return .logical(compareIntegers(operation, x, y))
    case (.double(let x), .integer(let y)):
      return .logical(compareDoubles(operation, x, y.asDouble))
    case (.integer(let x), .double(let y)):
      return .logical(compareDoubles(operation, x.asDouble, y))
    case (.string(let x), .string(let y)):
      return .logical(compareStrings(operation, x, y, collation))
    default: return try compareVectors(operation, a, b, call)
    }
  }

  private func compareVectors(
    _ operation: ComparisonOperator, _ a: Value, _ b: Value, _ call: Value
  ) throws(Unwind) -> Value {
    var left = try comparable(a, operation, call)
    var right = try comparable(b, operation, call)
    let pairing = try Pairing(left, right, self, call)
    let result = LogicalVector(count: pairing.count)
    if pairing.count > 0 {
      try checkElements(&left, &right, call)
      try compareElements(operation, left, right, result.elements, call)
    }
    try pairing.giveAttributes(to: result, all: false, self)
    return Value(result)
  }

  /// An operand as a vector: names and calls by their text, NULL as an empty vector.
  private func comparable(
    _ value: Value, _ operation: ComparisonOperator, _ call: Value
  ) throws(Unwind) -> Vector {
    switch value.kind {
    case .null: return LogicalVector(count: 0)
    case .symbol, .call:
      let text = value.symbol.map { $0.handle } ?? strings.intern(deparsedLine(value))
      return CharacterVector(CollectionOfOne(text))
    default:
      guard let vector = value.vector, vector.kind != .pairlist else {
        throw .error(
          .error(
            "comparison (\(operation.spelling)) is possible only for atomic and list types",
            call: call))
      }
      return vector
    }
  }

  /// Lists take part if each element is a scalar: as the type of the other side.
  private func checkElements(
    _ left: inout Vector, _ right: inout Vector, _ call: Value
  ) throws(Unwind) {
    if left.kind.isList && right.kind.isList {
      throw .error(.error("comparison of these types is not implemented", call: call))
    }
    if left.kind.isList { left = try scalars(left, as: right.kind) }
    if right.kind.isList { right = try scalars(right, as: left.kind) }
  }

  /// The elements of a list as an atomic vector, shape kept out.
  private func scalars(_ list: Vector, as kind: Kind) throws(Unwind) -> Vector {
    try coerce(.object(list), to: kind)
  }

  private func compareElements(
    _ operation: ComparisonOperator, _ left: Vector, _ right: Vector,
    _ result: UnsafeMutableBufferPointer<Int32>, _ call: Value
  ) throws(Unwind) {
    let kind = max(left.kind, right.kind)
    var problems: CoercionProblems = []
    let target: Kind = kind == .logical || kind == .raw ? .integer : kind
    let first =
      left.kind == target || left.kind == .logical && target == .integer
      ? left : try convert(left, to: target, &problems)
    let second =
      right.kind == target || right.kind == .logical && target == .integer
      ? right : try convert(right, to: target, &problems)
    switch target {
    case .integer:
      compareKernel(
        operation, UnsafeBufferPointer(first.integers), UnsafeBufferPointer(second.integers),
        result)
    case .double:
      compareKernel(
        operation, UnsafeBufferPointer(first.doubles), UnsafeBufferPointer(second.doubles), result)
    case .complex:
      guard operation == .equal || operation == .notEqual else {
        throw .error(.error("invalid comparison with complex values", call: call))
      }
      let isEqual: Int32 = operation == .equal ? 1 : 0
      forEachPair(
        UnsafeBufferPointer(first.complexes), UnsafeBufferPointer(second.complexes), result
      ) { x, y in
        x.isNaN || y.isNaN ? .missing : (x == y ? isEqual : 1 - isEqual)
      }
    default:
      compareStringElements(
        operation, UnsafeBufferPointer(first.strings), UnsafeBufferPointer(second.strings), result)
    }
  }

  private func compareStringElements(
    _ operation: ComparisonOperator, _ a: UnsafeBufferPointer<StringHandle>,
    _ b: UnsafeBufferPointer<StringHandle>, _ r: UnsafeMutableBufferPointer<Int32>
  ) {
    switch operation {
    case .equal:
      forEachPair(a, b, r) { x, y in
        x.isMissing || y.isMissing ? .missing : (x == y ? 1 : 0)
      }
    case .notEqual:
      forEachPair(a, b, r) { x, y in
        x.isMissing || y.isMissing ? .missing : (x == y ? 0 : 1)
      }
    default:
      let collation = self.collation
      forEachPair(a, b, r) { compareStrings(operation, $0, $1, collation) }
    }
  }

  @inline(__always)
  private func compareStrings(
    _ operation: ComparisonOperator, _ x: StringHandle, _ y: StringHandle,
    _ collation: @autoclosure () -> Collation
  ) -> Int32 {
    if x.isMissing || y.isMissing { return .missing }
    switch operation {
    case .equal: return x == y ? 1 : 0
    case .notEqual: return x == y ? 0 : 1
    case .less: return x != y && collation().compare(x, y) < 0 ? 1 : 0
    case .greater: return x != y && collation().compare(x, y) > 0 ? 1 : 0
    case .lessOrEqual: return x == y || collation().compare(x, y) <= 0 ? 1 : 0
    case .greaterOrEqual: return x == y || collation().compare(x, y) >= 0 ? 1 : 0
    }
  }
}

// MARK: - Kernels

@inline(__always)
private func compareDoubles(_ operation: ComparisonOperator, _ x: Double, _ y: Double) -> Int32 {
  if x.isNaN || y.isNaN { return .missing }
  switch operation {
  case .equal: return x == y ? 1 : 0
  case .notEqual: return x != y ? 1 : 0
  case .less: return x < y ? 1 : 0
  case .greater: return x > y ? 1 : 0
  case .lessOrEqual: return x <= y ? 1 : 0
  case .greaterOrEqual: return x >= y ? 1 : 0
  }
}

@inline(__always)
private func compareIntegers(_ operation: ComparisonOperator, _ x: Int32, _ y: Int32) -> Int32 {
  if x.isMissing || y.isMissing { return .missing }
  switch operation {
  case .equal: return x == y ? 1 : 0
  case .notEqual: return x != y ? 1 : 0
  case .less: return x < y ? 1 : 0
  case .greater: return x > y ? 1 : 0
  case .lessOrEqual: return x <= y ? 1 : 0
  case .greaterOrEqual: return x >= y ? 1 : 0
  }
}

private func compareKernel(
  _ operation: ComparisonOperator, _ a: UnsafeBufferPointer<Double>,
  _ b: UnsafeBufferPointer<Double>, _ r: UnsafeMutableBufferPointer<Int32>
) {
  switch operation {
  case .equal: forEachPair(a, b, r) { compareDoubles(.equal, $0, $1) }
  case .notEqual: forEachPair(a, b, r) { compareDoubles(.notEqual, $0, $1) }
  case .less: forEachPair(a, b, r) { compareDoubles(.less, $0, $1) }
  case .greater: forEachPair(a, b, r) { compareDoubles(.greater, $0, $1) }
  case .lessOrEqual: forEachPair(a, b, r) { compareDoubles(.lessOrEqual, $0, $1) }
  case .greaterOrEqual: forEachPair(a, b, r) { compareDoubles(.greaterOrEqual, $0, $1) }
  }
}

private func compareKernel(
  _ operation: ComparisonOperator, _ a: UnsafeBufferPointer<Int32>,
  _ b: UnsafeBufferPointer<Int32>, _ r: UnsafeMutableBufferPointer<Int32>
) {
  switch operation {
  case .equal: forEachPair(a, b, r) { compareIntegers(.equal, $0, $1) }
  case .notEqual: forEachPair(a, b, r) { compareIntegers(.notEqual, $0, $1) }
  case .less: forEachPair(a, b, r) { compareIntegers(.less, $0, $1) }
  case .greater: forEachPair(a, b, r) { compareIntegers(.greater, $0, $1) }
  case .lessOrEqual: forEachPair(a, b, r) { compareIntegers(.lessOrEqual, $0, $1) }
  case .greaterOrEqual: forEachPair(a, b, r) { compareIntegers(.greaterOrEqual, $0, $1) }
  }
}
