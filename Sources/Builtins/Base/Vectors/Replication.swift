import ApusInterpreter

/// `rep`, `rep.int`, `rep_len`: elements again and again.
enum Replication {
  static var all: [Builtin] { [rep, repInt, repLen] }

  static let rep = Builtin(.primitive, "rep(x, ...)", dispatch: .generic) { call throws(Unwind) in
    let given = try ArgumentRoster(["x", "times", "length.out", "each"], of: call)
    guard let value = given[0], !value.isNull else {
      if let length = try single(given[2], "length.out", call), length > 0 {
        try call.warning("'x' is NULL so the result will be NULL")
      }
      return .null
    }
    let source = try replicable(value, call)
    let names = value.elementNames
    let each = try single(given[3], "each", call)
    let length = try single(given[2], "length.out", call)
    let stretched = each.map { source.count * $0 } ?? source.count
    try call.checkRoom(Double(length ?? stretched), source.kind)
    let places: [Int32]
    if source.count == 0, length ?? 0 == 0 {
      return value
    } else if let length {
      places =
        source.count == 0
        ? Array(repeating: -1, count: length)
        : cycle(source.count, each: each ?? 1, total: length)
    } else {
      places = try timed(given[1], stretched, each ?? 1, source, call)
    }
    let result = source.gathered(places)
    if let names {
      let labels = names.gathered(places)
      if source.count == 0, let labels = labels as? CharacterVector {
        labels.elements.update(repeating: .empty)
      }
      result.setAttribute(.names, Value(labels))
    }
    return Value(result)
  }

  static let repInt = Builtin(.internal, "rep.int(x, times)") { call throws(Unwind) in
    guard !call[0].isNull else { return .null }
    if try hasMethod(call[0], call) {
      let times = Argument(call.strings.symbol("times"), call[1])
      return try call.interpreter.callFunction("rep", [Argument(call[0]), times])
    }
    let source = try replicable(call[0], call)
    let times = try call.doubles(1).elements
    let result: Vector
    if times.count == 1 {
      guard times[0] >= 0, times[0].isFinite else { throw call.error("invalid 'times' value") }
      try call.checkRoom(Double(source.count) * times[0], source.kind)
      result = repeated(source, total: source.count * Int(times[0]))
    } else {
      guard times.count == source.count else { throw call.error("invalid 'times' value") }
      for number in times where !(number >= 0 && number.isFinite) {
        throw call.error("invalid 'times' value")
      }
      result = source.gathered(counted(times, each: 1))
    }
    return keepingFactor(result, of: call[0])
  }

  static let repLen = Builtin(.internal, "rep_len(x, length.out)") { call throws(Unwind) in
    if try hasMethod(call[0], call) {
      let length = Argument(call.strings.symbol("length.out"), call[1])
      return try call.interpreter.callFunction("rep", [Argument(call[0]), length])
    }
    let lengths = try call.doubles(1).elements
    guard lengths.count == 1, (0..<0x1p52).contains(lengths[0]) else {
      throw call.error("invalid 'length.out' value")
    }
    let total = Int(lengths[0])
    guard !call[0].isNull else {
      if total == 0 { return .null }
      throw call.error("cannot replicate NULL to a non-zero length")
    }
    let source = try replicable(call[0], call)
    try call.checkRoom(lengths[0], source.kind)
    return keepingFactor(repeated(source, total: total), of: call[0])
  }

  // MARK: - Readers

  /// Whether `rep` has a method for an object's class: dates keep theirs.
  private static func hasMethod(
    _ value: Value, _ call: borrowing Invocation
  ) throws(Unwind) -> Bool {
    guard value.hasClass, value.attribute(.levels).isNull else { return false }
    return try call.interpreter.method("rep", for: value, in: call.environment) != nil
  }

  private static func replicable(
    _ value: Value, _ call: borrowing Invocation
  ) throws(Unwind) -> Vector {
    guard let vector = value.vector else {
      throw call.error("attempt to replicate an object of type '\(value.kind.typeName)'")
    }
    return vector
  }

  /// A single non-negative number; nil if not given or NA.
  private static func single(
    _ value: Value?, _ what: String, _ call: borrowing Invocation
  ) throws(Unwind) -> Int? {
    guard let value else { return nil }
    if value.isNull { return nil }
    if value.count != 1 { try call.warning("first element used of '\(what)' argument") }
    let number = try call.interpreter.coerce(value, to: .double).firstNumber ?? .missing
    if number.isNaN { return nil }
    guard number >= 0, number < 1e15 else { throw call.error("invalid '\(what)' argument") }
    return Int(number)
  }

  private static func timed(
    _ value: Value?, _ stretched: Int, _ each: Int, _ source: Vector, _ call: borrowing Invocation
  ) throws(Unwind) -> [Int32] {
    let count = source.count
    guard let value else { return cycle(count, each: each, total: stretched) }
    let vector = try call.interpreter.coerce(value, to: .double)
    let times = unsafeDowncast(vector, to: DoubleVector.self).elements
    for number in times where !(number > -1 && number < 1e15) {
      throw call.error("invalid 'times' argument")
    }
    if times.count == 1 {
      try call.checkRoom(Double(stretched) * times[0], source.kind)
      return cycle(count, each: each, total: stretched * Int(times[0]))
    }
    guard times.count == stretched else { throw call.error("invalid 'times' argument") }
    try call.checkRoom(times.reduce(0, +), source.kind)
    return counted(times, each: each)
  }

  // MARK: - Places

  private static func cycle(_ count: Int, each: Int, total: Int) -> [Int32] {
    guard total > 0, count > 0, each > 0 else { return [] }
    return Array(unsafeUninitializedCapacity: total) { places, filled in
      var place: Int32 = 0
      var left = each
      for k in 0..<total {
        places[k] = place
        left -= 1
        if left == 0 {
          left = each
          place += 1
          if Int(place) == count { place = 0 }
        }
      }
      filled = total
    }
  }

  private static func counted(_ times: UnsafeMutableBufferPointer<Double>, each: Int) -> [Int32] {
    var total = 0
    for number in times { total += Int(number) }
    return Array(unsafeUninitializedCapacity: total) { places, filled in
      var next = 0
      for k in 0..<times.count {
        for _ in 0..<Int(times[k]) {
          places[next] = Int32(truncatingIfNeeded: k / each)
          next += 1
        }
      }
      filled = next
    }
  }

  /// The elements over and over until there are `total`.
  static func repeated(_ source: Vector, total: Int) -> Vector {
    if source.count == 0 { return source.resized(to: total) }
    let result = source.empty(count: total)
    if source.count == 1, let fast = constant(source, result) { return fast }
    var done = min(source.count, total)
    result.copyElements(from: source, at: 0, count: done, to: 0)
    // Doubles what is there, so that short vectors do not cost a copy each.
    while done < total {
      let size = min(done, total - done)
      result.copyElements(from: result, at: 0, count: size, to: done)
      done += size
    }
    return result
  }

  private static func constant(_ source: Vector, _ result: Vector) -> Vector? {
    switch (source, result) {
    case (let source as DoubleVector, let result as DoubleVector):
      result.elements.update(repeating: source.elements[0])
    case (let source as IntegerVector, let result as IntegerVector):
      result.elements.update(repeating: source.elements[0])
    case (let source as LogicalVector, let result as LogicalVector):
      result.elements.update(repeating: source.elements[0])
    case (let source as CharacterVector, let result as CharacterVector):
      result.elements.update(repeating: source.elements[0])
    default: return nil
    }
    return result
  }

  /// A factor stays one, with its names.
  private static func keepingFactor(_ result: Vector, of value: Value) -> Value {
    let levels = value.attribute(.levels)
    guard value.kind == .integer, value.hasClass, !levels.isNull else { return Value(result) }
    if let names = value.namesVector {
      result.setAttribute(.names, Value(repeated(names, total: result.count)))
    }
    result.setAttribute(.levels, levels)
    result.setAttribute(.class_, value.attribute(.class_))
    return .object(result)
  }
}
