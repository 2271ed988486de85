import ApusInterpreter

/// Element-wise choice: the native halves of `ifelse`, `pmin`, `pmax` and `max.col`.
enum Choosing {
  static var all: [Builtin] { [truths, ifelse, pmin, pmax, maxCol] }

  /// `truths(test)`: 1 if any element is TRUE, plus 2 if any is FALSE.
  static let truths = Builtin(.internal, "truths(test)") { call throws(Unwind) in
    let elements = try call.logicals(0).elements
    var isAnyTrue: Int32 = 0
    var isAnyFalse: Int32 = 0
    for truth in elements {
      isAnyTrue |= truth == 1 ? 1 : 0
      isAnyFalse |= truth == 0 ? 2 : 0
    }
    return .integer(isAnyTrue | isAnyFalse)
  }

  /// `ifelse(test, yes, no)`: both recycled to the test; NULL for a side that is not needed.
  static let ifelse = Builtin(.internal, "ifelse(test, yes, no)") { call throws(Unwind) in
    let test = try call.logicals(0)
    let kind = max(max(call[1].kind, call[2].kind), .logical)
    guard call[1].isVectorLike, call[2].isVectorLike else {
      throw call.error("replacement must be a vector")
    }
    let yes = try side(call, 1, kind)
    let no = try side(call, 2, kind)
    let result = Choosing.empty(kind, count: test.count)
    switch (result, yes, no) {
    case (let r as DoubleVector, let y as DoubleVector, let n as DoubleVector):
      select(test.elements, y.elements, n.elements, .missing, r.elements)
    case (let r as IntegerVector, let y as IntegerVector, let n as IntegerVector):
      select(test.elements, y.elements, n.elements, .missing, r.elements)
    case (let r as LogicalVector, let y as LogicalVector, let n as LogicalVector):
      select(test.elements, y.elements, n.elements, .missing, r.elements)
    case (let r as CharacterVector, let y as CharacterVector, let n as CharacterVector):
      select(test.elements, y.elements, n.elements, .missing, r.elements)
    case (let r as ComplexVector, let y as ComplexVector, let n as ComplexVector):
      select(test.elements, y.elements, n.elements, .missing, r.elements)
    case (let r as ListVector, let y as ListVector, let n as ListVector):
      select(test.elements, y.elements, n.elements, .missingLogical, r.elements)
    default: throw call.error("replacement must be a vector")
    }
    if let object = call[0].object { result.copyAttributes(from: object) }
    return Value(result)
  }

  private static func side(
    _ call: borrowing Invocation, _ position: Int, _ kind: Kind
  ) throws(Unwind) -> Vector {
    let value = call[position]
    if value.isNull { return empty(kind, count: 0) }
    if value.kind == kind, let vector = value.vector { return vector }
    return try call.interpreter.coerce(value, to: kind)
  }

  static func empty(_ kind: Kind, count: Int) -> Vector {
    switch kind {
    case .raw: RawVector(count: count)
    case .logical: LogicalVector(count: count)
    case .integer: IntegerVector(count: count)
    case .double: DoubleVector(count: count)
    case .complex: ComplexVector(count: count)
    case .character: CharacterVector(count: count)
    default: ListVector(kind: kind, count: count)
    }
  }

  /// Takes `yes[k]`, `no[k]` or `missing`; sides of length 1 are kept in a register, others recycled.
  @inline(__always)
  private static func select<Element>(
    _ test: UnsafeMutableBufferPointer<Int32>, _ yes: UnsafeMutableBufferPointer<Element>,
    _ no: UnsafeMutableBufferPointer<Element>, _ missing: Element,
    _ result: UnsafeMutableBufferPointer<Element>
  ) {
    let count = test.count
    let ifTrue = yes.count > 0 ? yes[0] : missing
    let ifFalse = no.count > 0 ? no[0] : missing
    switch (yes.count, no.count) {
    case (0...1, 0...1):
      for k in 0..<count {
        result[k] = test[k] == 1 ? ifTrue : test[k] == 0 ? ifFalse : missing
      }
    case (count..., 0...1):
      for k in 0..<count {
        result[k] = test[k] == 1 ? yes[k] : test[k] == 0 ? ifFalse : missing
      }
    case (0...1, count...):
      for k in 0..<count {
        result[k] = test[k] == 1 ? ifTrue : test[k] == 0 ? no[k] : missing
      }
    case (count..., count...):
      for k in 0..<count {
        result[k] = test[k] == 1 ? yes[k] : test[k] == 0 ? no[k] : missing
      }
    default:
      for k in 0..<count {
        let one = yes.count > 0 ? yes[k % yes.count] : missing
        let other = no.count > 0 ? no[k % no.count] : missing
        result[k] = test[k] == 1 ? one : test[k] == 0 ? other : missing
      }
    }
  }

  // MARK: - Parallel extremes

  static let pmin = Builtin(.internal, "pmin(na.rm, ...)") { call throws(Unwind) in
    try extreme(call, isMaximum: false)
  }

  static let pmax = Builtin(.internal, "pmax(na.rm, ...)") { call throws(Unwind) in
    try extreme(call, isMaximum: true)
  }

  private static func extreme(
    _ call: borrowing Invocation, isMaximum: Bool
  ) throws(Unwind) -> Value {
    let skipsMissing = try call.flag(0, "na.rm")
    guard call.count > 1 else { throw call.error("no arguments") }
    var kind = Kind.integer
    var length = 0
    var isEmpty = false
    for k in 1..<call.count {
      let own = call[k].kind
      guard own == .null || own >= .logical && own <= .character && own != .complex else {
        throw call.error("invalid input type")
      }
      kind = max(kind, own)
      length = max(length, call[k].count)
      isEmpty = isEmpty || call[k].count == 0
    }
    if isEmpty { return .object(empty(kind, count: 0)) }
    let first = try call.interpreter.coerce(call[1], to: kind)
    var result = Replication.repeated(first, total: length)
    if result === call[1].object { result = result.resized(to: length) }
    var isFractional = length % first.count != 0
    for k in 2..<max(call.count, 2) {
      let other = try call.interpreter.coerce(call[k], to: kind)
      if length % other.count != 0 { isFractional = true }
      ParallelExtreme(isMaximum: isMaximum, skipsMissing: skipsMissing).merge(
        other, into: result, call.interpreter)
    }
    if isFractional { try call.warning("an argument will be fractionally recycled") }
    copyShape(of: call[1], to: result)
    return Value(result)
  }

  /// The attributes of the first argument; names and dims only if the lengths agree.
  private static func copyShape(of value: Value, to result: Vector) {
    for entry in value.attributes?.entries ?? [] {
      let isShape = entry.name == .names || entry.name == .dim || entry.name == .dimnames
      if !isShape || value.count == result.count { result.setAttribute(entry.name, entry.value) }
    }
  }

  static let maxCol = Builtin(.internal, "max.col(m, ties.method)") { call throws(Unwind) in
    let numbers = try call.doubles(0).elements
    let method = try call.integer(1, "ties.method")
    guard let size = call[0].dimensions, size.count == 2 else {
      throw call.error("a matrix is required")
    }
    let result = IntegerVector(count: size[0])
    for row in 0..<size[0] {
      var best = 0
      var isMissing = size[1] == 0
      for column in 0..<size[1] {
        let number = numbers[column * size[0] + row]
        if number.isNaN { isMissing = true }
        let top = numbers[best * size[0] + row]
        if number > top || method == 3 && number == top { best = column }
      }
      result.elements[row] = isMissing ? .missing : Int32(best + 1)
    }
    return Value(result)
  }
}

/// Merges a vector, recycled, into running minima or maxima.
struct ParallelExtreme {
  let isMaximum: Bool
  let skipsMissing: Bool

  func merge(_ other: Vector, into result: Vector, _ interpreter: Interpreter) {
    switch (result, other) {
    case (let result as DoubleVector, let other as DoubleVector):
      merge(other.elements, into: result.elements)
    case (let result as IntegerVector, let other as IntegerVector):
      merge(other.elements, into: result.elements)
    case (let result as CharacterVector, let other as CharacterVector):
      merge(other.elements, into: result.elements, interpreter)
    default: break
    }
  }

  private func merge(
    _ other: UnsafeMutableBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>
  ) {
    let sign: Double = isMaximum ? -1 : 1
    for k in 0..<result.count {
      let one = result[k]
      let two = other[other.count == 1 ? 0 : other.count == result.count ? k : k % other.count]
      if one.isNaN || two.isNaN {
        // The later of two missing values stays, unless they are skipped.
        if skipsMissing {
          if one.isNaN, !two.isNaN || !one.isMissing { result[k] = two }
        } else if two.isNaN {
          result[k] = two
        }
      } else if sign * two < sign * one {
        result[k] = two
      }
    }
  }

  private func merge(
    _ other: UnsafeMutableBufferPointer<Int32>, into result: UnsafeMutableBufferPointer<Int32>
  ) {
    for k in 0..<result.count {
      let one = result[k]
      let two = other[other.count == 1 ? 0 : other.count == result.count ? k : k % other.count]
      if one.isMissing || two.isMissing {
        result[k] = !skipsMissing ? .missing : one.isMissing ? two : one
      } else if isMaximum ? two > one : two < one {
        result[k] = two
      }
    }
  }

  private func merge(
    _ other: UnsafeMutableBufferPointer<StringHandle>,
    into result: UnsafeMutableBufferPointer<StringHandle>, _ interpreter: Interpreter
  ) {
    let collation = interpreter.collation
    for k in 0..<result.count {
      let one = result[k]
      let two = other[k % other.count]
      if one.isMissing || two.isMissing {
        result[k] = !skipsMissing ? .missing : one.isMissing ? two : one
        continue
      }
      let order = collation.compare(one, two)
      if isMaximum ? order < 0 : order > 0 { result[k] = two }
    }
  }
}
