import ApusInterpreter

/// Regular sequences: `:`, `seq_len`, `seq_along`, `seq.int` and the native half of `seq.default`.
enum Sequences {
  static var all: [Builtin] { [colon, seqLen, seqAlong, seqInt, seqDefault] }

  static let colon = Builtin(.primitive, ":(from, to)") { call throws(Unwind) in
    try call.checkComplete()
    if call.interpreter.inherits(call[0], "factor"), call.interpreter.inherits(call[1], "factor") {
      return try call.interpreter.callFunction(
        "interaction",
        [
          Argument(call[0]), Argument(call[1]),
          Argument(call.strings.symbol("sep"), .string(call.strings.intern(":"))),
          Argument(call.strings.symbol("lex.order"), .true),
        ])
    }
    guard call[0].count > 0, call[1].count > 0 else { throw call.error("argument of length 0") }
    for k in 0...1 where call[k].count > 1 {
      try call.warning("numerical expression has \(call[k].count) elements: only the first used")
    }
    let from = try endPoint(call, 0)
    let to = try endPoint(call, 1)
    return try range(from: from, to: to, call)
  }

  private static func endPoint(_ call: borrowing Invocation, _ k: Int) throws(Unwind) -> Double {
    switch call[k] {
    case .integer(let number) where !number.isMissing: return Double(number)
    case .double(let number) where !number.isNaN: return number
    default: break
    }
    if call[k].kind.isList { throw call.error("NA/NaN argument") }
    let number = try call.doubles(k).elements[0]
    guard !number.isNaN else { throw call.error("NA/NaN argument") }
    return number
  }

  /// `from`, `from ± 1`, … up to `to`: integers if they can hold all of them.
  static func range(
    from: Double, to: Double, _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    let steps = abs(to - from)
    guard steps < 4_503_599_627_370_496 else {
      throw call.error("result would be too long a vector")
    }
    let count = Int(steps + 1 + 1e-10)
    try call.checkRoom(steps, to > 2_147_483_647 ? .double : .integer)
    let last = from <= to ? from + Double(count - 1) : from - Double(count - 1)
    let isWhole = from == from.rounded(.towardZero)
    if isWhole, abs(from) <= 2_147_483_647, abs(last) <= 2_147_483_647 {
      if from <= to { return Value(IntegerVector(from: Int32(from), count: count)) }
      let result = IntegerVector(count: count)
      let elements = result.elements
      let first = Int32(from)
      for k in 0..<count { elements[k] = first &- Int32(truncatingIfNeeded: k) }
      return Value(result)
    }
    let result = DoubleVector(count: count)
    let elements = result.elements
    let step: Double = from <= to ? 1 : -1
    for k in 0..<elements.count { elements[k] = from + step * Double(k) }
    return Value(result)
  }

  static let seqLen = Builtin(.primitive, "seq_len(length.out)") { call throws(Unwind) in
    if call.isAbsent(0) { throw call.error("0 arguments passed to 'seq_len' which requires 1") }
    if call[0].count != 1 {
      try call.warning("first element used of 'length.out' argument")
    }
    let values = try call.doubles(0).elements
    guard let length = values.first, length >= 0, length.isFinite else {
      throw call.error("argument must be coercible to non-negative integer")
    }
    guard length <= 2_147_483_647 else { return try range(from: 1, to: length, call) }
    try call.checkRoom(length, .integer)
    return Value(IntegerVector(from: 1, count: Int(length)))
  }

  static let seqAlong = Builtin(.primitive, "seq_along(along.with)") { call throws(Unwind) in
    if call.isAbsent(0) { throw call.error("0 arguments passed to 'seq_along' which requires 1") }
    var count = call[0].count
    if call[0].hasClass {
      let length = try call.interpreter.callFunction("length", [Argument(call[0])])
      count = max(
        Int(saturating: try call.interpreter.coerce(length, to: .double).firstNumber ?? 0), 0)
    }
    return Value(IntegerVector(from: 1, count: count))
  }

  static let seqInt = Builtin(.primitive, "seq.int(from, to, by, length.out, along.with, ...)") {
    call throws(Unwind) in
    if call.count > 0, call[0].hasClass,
      let method = try call.interpreter.method("seq", for: call[0], in: call.environment)
    {
      let arguments = (0..<call.count).map { Argument(call.name($0), call[$0]) }
      return try call.interpreter.call(method, arguments, in: call.environment)
    }
    for k in 0..<call.count where call[k].isMissingArgument {
      throw call.error("argument \(k + 1) is empty")
    }
    let given = try ArgumentRoster(
      ["from", "to", "by", "length.out", "along.with"], of: call)
    var request = SequenceRequest(isDefault: false)
    request.from = given[0]
    request.to = given[1]
    request.by = given[2]
    request.length = given[3]
    request.alongWith = given[4]
    return try request.value(call)
  }

  /// The native half of `seq.default`; NULL stands for an argument that was not given.
  static let seqDefault = Builtin(.internal, "seq.default(from, to, by, length.out, along.with)") {
    call throws(Unwind) in
    var request = SequenceRequest(isDefault: true)
    request.from = call[0].isNull ? nil : call[0]
    request.to = call[1].isNull ? nil : call[1]
    request.by = call[2].isNull ? nil : call[2]
    request.length = call[3].isNull ? nil : call[3]
    request.alongWith = call[4].isNull ? nil : call[4]
    return try request.value(call)
  }
}

extension Vector {
  /// The first element of a double vector.
  var firstNumber: Double? {
    kind == .double && count > 0 ? unsafeDowncast(self, to: DoubleVector.self).elements[0] : nil
  }
}

/// The arguments of a variadic builtin, matched to its formals by R's rules: exact names, then
/// partial ones, then positions.
struct ArgumentRoster {
  private var values: [Value?]

  init(_ formals: [String], of call: borrowing Invocation) throws(Unwind) {
    values = Array(repeating: nil, count: formals.count)
    var isUsed = Array(repeating: false, count: call.count)
    for isExact in [true, false] {
      for k in 0..<call.count where !isUsed[k] && !call.name(k).isEmpty {
        let name = call.strings.text(call.name(k))
        let found = formals.indices.filter {
          values[$0] == nil && (isExact ? formals[$0] == name : formals[$0].hasPrefix(name))
        }
        guard found.count == 1 else { continue }
        isUsed[k] = true
        values[found[0]] = call[k]
      }
    }
    var next = 0
    for k in 0..<call.count where !isUsed[k] && call.name(k).isEmpty {
      while next < formals.count, values[next] != nil { next += 1 }
      guard next < formals.count else { break }
      values[next] = call[k]
    }
  }

  /// The argument of a formal; nil if it was not given or left empty.
  subscript(position: Int) -> Value? {
    guard let value = values[position], !value.isMissingArgument else { return nil }
    return value
  }
}

/// What a sequence was asked for by; the rules of `seq.int` or those of `seq.default`, which
/// differ in when the result is of type integer.
struct SequenceRequest {
  let isDefault: Bool
  var from: Value?
  var to: Value?
  var by: Value?
  var length: Value?
  var alongWith: Value?

  init(isDefault: Bool) { self.isDefault = isDefault }

  func value(_ call: borrowing Invocation) throws(Unwind) -> Value {
    if let only = from, to == nil, by == nil, length == nil, alongWith == nil {
      if only.count == 1, only.kind.isNumeric || only.kind == .logical && !isDefault {
        let last = try number(only, "from", call)
        return try Sequences.range(from: 1, to: last, call)
      }
      return Value(IntegerVector(from: 1, count: only.count))
    }
    if let alongWith {
      if from == nil, to == nil, by == nil {
        return Value(IntegerVector(from: 1, count: alongWith.count))
      }
      return try withLength(alongWith.count, isWhole: true, call)
    }
    guard let length, !length.isNull else { return try withoutLength(call) }
    if length.count != 1 {
      guard length.count > 0 else {
        throw call.error("argument 'length.out' must be of length 1")
      }
      try call.warning("first element used of 'length.out' argument")
    }
    let size = try call.interpreter.coerce(length, to: .double).firstNumber ?? .missing
    guard size >= 0, size.isFinite else {
      throw call.error("'length.out' must be a non-negative number")
    }
    guard size < 0x1p52 else { throw call.error("result would be too long a vector") }
    return try withLength(Int(size.rounded(.up)), isWhole: length.kind == .integer, call)
  }

  private func number(
    _ value: Value, _ what: String, _ call: borrowing Invocation
  ) throws(Unwind) -> Double {
    guard value.count == 1 else { throw call.error("'\(what)' must be of length 1") }
    let number = try call.interpreter.coerce(value, to: .double).firstNumber ?? .missing
    guard number.isFinite else { throw call.error("'\(what)' must be a finite number") }
    return number
  }

  // MARK: Without a length

  private func withoutLength(_ call: borrowing Invocation) throws(Unwind) -> Value {
    let first = try from.map { value throws(Unwind) in try number(value, "from", call) } ?? 1
    let last = try to.map { value throws(Unwind) in try number(value, "to", call) } ?? 1
    guard let by else { return try Sequences.range(from: first, to: last, call) }
    let distance = last - first
    if distance == 0, last == 0 { return to ?? from ?? .double(0) }
    guard by.count == 1 else { throw call.error("'by' must be of length 1") }
    let step = try call.interpreter.coerce(by, to: .double).firstNumber ?? .missing
    let steps = distance / step
    guard steps.isFinite else {
      if step == 0, distance == 0 { return from ?? .double(first) }
      throw call.error("invalid '(to - from)/by'")
    }
    guard steps >= 0 else { throw call.error("wrong sign in 'by' argument") }
    guard steps <= 2_147_483_647 else { throw call.error("'by' argument is much too small") }
    if abs(distance) / max(abs(last), abs(first)) < 100 * 0x1p-52 { return from ?? .double(first) }
    if from?.kind == .integer, by.kind == .integer, (to?.kind ?? .integer) == .integer {
      return whole(first, step, Int(steps) + 1)
    }
    let count = Int(steps + 1e-10) + 1
    let result = stepped(first, step, count)
    let elements = result.elements
    let end = elements[count - 1]
    if step > 0 ? end > last : end < last { elements[count - 1] = last }
    return Value(result)
  }

  // MARK: With a length

  private func withLength(
    _ count: Int, isWhole lengthIsWhole: Bool, _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    if from != nil, to != nil, by != nil { throw call.error("too many arguments") }
    try call.checkRoom(Double(count), .integer)
    if from == nil, to == nil, by == nil { return Value(IntegerVector(from: 1, count: count)) }
    let first = try from.map { value throws(Unwind) in try number(value, "from", call) }
    let last = try to.map { value throws(Unwind) in try number(value, "to", call) }
    if count == 0 { return .object(IntegerVector(count: 0)) }
    let isTyped = (from?.kind ?? .integer) == .integer && (to?.kind ?? .integer) == .integer
    if let by {
      let step = try number(by, "by", call)
      let start = first ?? last.map { $0 - Double(count - 1) * step } ?? 1
      let mayBeWhole = !isDefault || isTyped && by.kind == .integer
      return result(start, step, count, end: nil, mayBeWhole: mayBeWhole)
    }
    let mayBeWhole =
      !isDefault || isTyped && (lengthIsWhole || from != nil && to != nil && count <= 2)
    let span = Double(count - 1)
    switch (first, last) {
    case (let first?, let last?):
      if count == 1 { return result(first, 1, 1, end: nil, mayBeWhole: mayBeWhole) }
      return result(first, (last - first) / span, count, end: last, mayBeWhole: mayBeWhole)
    case (let first?, nil): return result(first, 1, count, end: nil, mayBeWhole: mayBeWhole)
    case (nil, let last?): return result(last - span, 1, count, end: nil, mayBeWhole: mayBeWhole)
    case (nil, nil): return .null
    }
  }

  private func result(
    _ first: Double, _ step: Double, _ count: Int, end: Double?, mayBeWhole: Bool
  ) -> Value {
    let last = end ?? first + step * Double(count - 1)
    let isWhole = first == first.rounded() && step == step.rounded()
    if mayBeWhole, isWhole, abs(first) <= 2_147_483_647, abs(last) <= 2_147_483_647 {
      return whole(first, step, count)
    }
    let result = stepped(first, step, count)
    if let end, count > 1 { result.elements[count - 1] = end }
    return Value(result)
  }

  private func whole(_ first: Double, _ step: Double, _ count: Int) -> Value {
    if step == 1 { return Value(IntegerVector(from: Int32(first), count: count)) }
    let result = IntegerVector(count: count)
    let elements = result.elements
    let start = Int(first)
    let stride = Int(step)
    for k in 0..<count { elements[k] = Int32(truncatingIfNeeded: start + stride * k) }
    return Value(result)
  }

  private func stepped(_ first: Double, _ step: Double, _ count: Int) -> DoubleVector {
    let result = DoubleVector(count: count)
    let elements = result.elements
    for k in 0..<elements.count { elements[k] = first + Double(k) * step }
    return result
  }
}
