/// How the operands of an element-wise operator fit together: the length of the result and the
/// attributes it gets.
struct Pairing {
  let count: Int
  private let left: Vector
  private let right: Vector
  private var dim: Value = .null
  private var leftIsArray = false
  private var rightIsArray = false
  private var tsp: Value = .null
  private var tspClass: Value = .null

  /// Checks shapes and lengths; warns about fractional recycling.
  init(_ left: Vector, _ right: Vector, _ interpreter: Interpreter, _ call: Value) throws(Unwind) {
    self.left = left
    self.right = right
    let (m, n) = (left.count, right.count)
    count = m == 0 || n == 0 ? 0 : max(m, n)
    try Unwind.checkRoom(count, max(left.kind, right.kind))
    if left.hasAttributes || right.hasAttributes {
      try findDimensions(interpreter, call)
      try findTimeSeries(call)
    }
    if m > 0, n > 0, m != n, max(m, n) % min(m, n) != 0 {
      try interpreter.signalWarning(
        "longer object length is not a multiple of shorter object length", call: call)
    }
  }

  private mutating func findDimensions(
    _ interpreter: Interpreter, _ call: Value
  ) throws(Unwind) {
    leftIsArray = left.attribute(.dim).count > 0
    rightIsArray = right.attribute(.dim).count > 0
    if leftIsArray != rightIsArray {
      let (array, other) = leftIsArray ? (left, right) : (right, left)
      if array.count == 1, other.count != 1 {
        if other.count > 1 {
          let order = leftIsArray ? "array-vector" : "vector-array"
          try interpreter.signalWarning(
            "Recycling array of length 1 in \(order) arithmetic is deprecated.\n"
              + "  Use c() or as.vector() instead.\n", call: call)
        }
        leftIsArray = false
        rightIsArray = false
      }
    }
    if leftIsArray && rightIsArray {
      guard left.dimensions == right.dimensions else {
        throw .error(.error("non-conformable arrays", call: call))
      }
      dim = left.attribute(.dim)
    } else if leftIsArray, right.count > 0 || left.count == 0 {
      dim = left.attribute(.dim)
    } else if rightIsArray, left.count > 0 || right.count == 0 {
      dim = right.attribute(.dim)
    }
  }

  private mutating func findTimeSeries(_ call: Value) throws(Unwind) {
    let first = left.attribute(.tsp)
    let second = right.attribute(.tsp)
    if first.isNull && second.isNull { return }
    if !first.isNull && !second.isNull {
      guard Self.conform(first, second) else {
        throw .error(.error("non-conformable time-series", call: call))
      }
    } else {
      let (series, other) = first.isNull ? (right, left) : (left, right)
      guard series.count >= other.count else {
        throw .error(.error("time-series/vector length mismatch", call: call))
      }
    }
    let owner = first.isNull ? right : left
    tsp = owner.attribute(.tsp)
    tspClass = owner.attribute(.class_)
  }

  private static func conform(_ a: Value, _ b: Value) -> Bool {
    guard let a = a.object?.vector, let b = b.object?.vector, a.kind == .double, b.kind == .double
    else { return false }
    return a.doubles.elementsEqual(b.doubles)
  }
}

extension Pairing {
  /// Sets the attributes of the result: all of those of full-length operands (arithmetic), or only
  /// shape and names (comparison, logic).
  func giveAttributes(
    to result: Vector, all: Bool, _ interpreter: Interpreter
  ) throws(Unwind) {
    guard left.hasAttributes || right.hasAttributes else { return }
    if all, count > 0 {
      if right.count == count { result.copyOtherAttributes(from: right) }
      if left.count == count { result.copyOtherAttributes(from: left) }
    }
    if dim.isNull {
      let owner = [left, right].first { $0.count == count && !$0.attribute(.names).isNull }
      if let owner { result.setAttribute(.names, owner.attribute(.names)) }
    } else {
      try checkProduct(result, interpreter)
      result.setAttribute(.dim, dim)
      let first = leftIsArray ? left.attribute(.dimnames) : .null
      let dimnames = first.isNull && rightIsArray ? right.attribute(.dimnames) : first
      if !dimnames.isNull { result.setAttribute(.dimnames, dimnames) }
    }
    if !tsp.isNull {
      guard count > 0 else {
        throw .error(
          .error(
            "cannot assign 'tsp' to zero-length vector", call: interpreter.currentCall()))
      }
      result.setAttribute(.tsp, tsp)
      result.setAttribute(.class_, tspClass)
    }
  }

  private func checkProduct(_ result: Vector, _ interpreter: Interpreter) throws(Unwind) {
    let extents = (leftIsArray ? left : right).dimensions ?? []
    let product = extents.reduce(1, *)
    guard product == result.count else {
      throw .error(
        .error(
          "dims [product \(product)] do not match the length of object [\(result.count)]",
          call: interpreter.currentCall()))
    }
  }
}

extension Object {
  /// Takes over names, dim and dimnames.
  final func copyShape(from other: Object) {
    guard let attributes = other.attributes else { return }
    for entry in attributes.entries
    where entry.name == .names || entry.name == .dim || entry.name == .dimnames {
      setAttribute(entry.name, entry.value)
    }
  }

  /// Takes over all attributes but names, dim and dimnames, and the S4 mark.
  package final func copyOtherAttributes(from other: Object) {
    if other.flags.contains(.isS4) { flags.insert(.isS4) }
    guard let attributes = other.attributes else { return }
    for entry in attributes.entries
    where entry.name != .names && entry.name != .dim && entry.name != .dimnames {
      setAttribute(entry.name, entry.value)
    }
  }
}
