import ApusInterpreter

/// `unique`, `duplicated`, `anyDuplicated` and `match`.
enum Uniqueness {
  static var all: [Builtin] { [unique, duplicated, anyDuplicated, match] }

  static let unique = Builtin(.internal, "unique(x, incomparables, fromLast)") {
    call throws(Unwind) in
    guard !call[0].isNull else { return .null }
    let vector = try comparable(call[0], "unique", call)
    let flags = try repeats(vector, call)
    defer { flags.deallocate() }
    var count = 0
    for flag in flags where flag == 0 { count += 1 }
    let places = [Int32](unsafeUninitializedCapacity: count) { places, filled in
      for k in 0..<flags.count where flags[k] == 0 {
        places[filled] = Int32(truncatingIfNeeded: k)
        filled += 1
      }
    }
    return Value(vector.gathered(places))
  }

  static let duplicated = Builtin(.internal, "duplicated(x, incomparables, fromLast)") {
    call throws(Unwind) in
    guard !call[0].isNull else { return .object(LogicalVector(count: 0)) }
    let flags = try repeats(try comparable(call[0], "duplicated", call), call)
    defer { flags.deallocate() }
    let result = LogicalVector(count: flags.count)
    let elements = result.elements
    for k in 0..<flags.count { elements[k] = Int32(flags[k]) }
    return Value(result)
  }

  static let anyDuplicated = Builtin(.internal, "anyDuplicated(x, incomparables, fromLast)") {
    call throws(Unwind) in
    guard !call[0].isNull else { return .integer(0) }
    let vector = try comparable(call[0], "anyDuplicated", call)
    if let numbers = vector as? IntegerVector, isIncreasing(numbers) { return .integer(0) }
    let flags = try repeats(vector, call)
    defer { flags.deallocate() }
    let fromLast = try call.flag(2, "fromLast")
    let place = fromLast ? flags.lastIndex { $0 != 0 } : flags.firstIndex { $0 != 0 }
    return .integer(place.map { $0 + 1 } ?? 0)
  }

  /// Whether each number is larger than the one before it, as the numbers of rows often are.
  private static func isIncreasing(_ numbers: IntegerVector) -> Bool {
    if numbers.compactStart != nil { return true }
    let elements = numbers.elements
    var k = 1
    while k < elements.count, elements[k - 1] < elements[k] { k += 1 }
    return k >= elements.count
  }

  private static func comparable(
    _ value: Value, _ name: String, _ call: borrowing Invocation
  ) throws(Unwind) -> Vector {
    guard let vector = value.vector else {
      throw call.error("\(name)() applies only to vectors")
    }
    guard vector.kind != .expression else {
      throw call.unimplemented(.expression, in: "HashTableSetup")
    }
    return vector
  }

  /// One byte for each element: 1 if it repeats another.
  ///
  /// The caller frees the buffer.
  private static func repeats(
    _ vector: Vector, _ call: borrowing Invocation
  ) throws(Unwind) -> UnsafeMutableBufferPointer<UInt8> {
    let fromLast = try call.flag(2, "fromLast")
    var excepted: [Int32] = []
    if !isFalse(call[1]) {
      let others = try call.interpreter.coerce(call[1], to: vector.kind)
      let places = Matcher.positions(of: vector, in: others, absent: 0)
      excepted = withExtendedLifetime(places) { Array(places.elements) }
    }
    let flags = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: vector.count)
    Matcher.markRepeats(vector, fromLast: fromLast, flags)
    for (k, place) in excepted.enumerated() where place > 0 { flags[k] = 0 }
    return flags
  }

  private static func isFalse(_ value: Value) -> Bool {
    if case .logical(0) = value { return true }
    return value.isNull
  }

  static let match = Builtin(.internal, "match(x, table, nomatch, incomparables)") {
    call throws(Unwind) in
    guard call[0].isVectorLike, call[1].isVectorLike else {
      throw call.error("'match' requires vector arguments")
    }
    let absent = call[2].count == 0 ? Int32.missing : try call.integer(2, "nomatch")
    if call[0].isNull { return .object(IntegerVector(count: 0)) }
    let pair = try Matcher.comparablePair(call[0], call[1], call.interpreter)
    let result = Matcher.positions(of: pair.x, in: pair.table, absent: absent)
    if !isFalse(call[3]) {
      let others = try call.interpreter.coerce(call[3], to: pair.x.kind)
      let hits = Matcher.positions(of: pair.x, in: others, absent: 0)
      for (k, hit) in hits.elements.enumerated() where hit > 0 { result.elements[k] = absent }
    }
    return Value(result)
  }
}

/// Equality of the elements of vectors.
enum Matcher {
  /// Both as vectors of one type, as `match` compares them.
  static func comparablePair(
    _ x: Value, _ table: Value, _ interpreter: Interpreter
  ) throws(Unwind) -> (x: Vector, table: Vector) {
    let left = try plain(x, interpreter)
    let right = try plain(table, interpreter)
    let kind = max(left.kind, right.kind)
    return (
      left.kind == kind ? left : try interpreter.coerce(.object(left), to: kind),
      right.kind == kind ? right : try interpreter.coerce(.object(right), to: kind)
    )
  }

  /// Factors, raw vectors and lists become character vectors.
  private static func plain(_ value: Value, _ interpreter: Interpreter) throws(Unwind) -> Vector {
    if value.hasClass, interpreter.inherits(value, "factor") { return labels(value) }
    switch value.kind {
    case .null: return LogicalVector(count: 0)
    case .list, .pairlist, .expression:
      let text = try interpreter.callFunction("as.character", [Argument(value)])
      return text.characterVector ?? CharacterVector(count: 0)
    case .raw: return try interpreter.coerce(value, to: .character)
    default: return value.vector ?? LogicalVector(count: 0)
    }
  }

  /// The labels of the elements of a factor.
  static func labels(_ factor: Value) -> CharacterVector {
    let levels = factor.attribute(.levels).characterVector
    guard let codes = factor.vector as? IntegerVector else { return CharacterVector(count: 0) }
    let result = CharacterVector(count: codes.count)
    let source = codes.elements
    let target = result.elements
    let known = levels?.elements ?? .init(start: nil, count: 0)
    for k in 0..<source.count {
      let code = Int(source[k])
      target[k] = code >= 1 && code <= known.count ? known[code - 1] : .missing
    }
    return result
  }

  /// The elements as 32-bit words that are equal where the elements are.
  static func words(_ vector: Vector) -> UnsafeBufferPointer<UInt32>? {
    switch vector.kind {
    case .integer, .logical:
      return UnsafeBufferPointer(
        UnsafeMutableRawBufferPointer(vector.wholeNumbers).bindMemory(to: UInt32.self))
    case .character:
      let handles = unsafeDowncast(vector, to: CharacterVector.self).elements
      return UnsafeBufferPointer(
        UnsafeMutableRawBufferPointer(handles).bindMemory(to: UInt32.self))
    default: return nil
    }
  }

  static func markRepeats(
    _ vector: Vector, fromLast: Bool, _ flags: UnsafeMutableBufferPointer<UInt8>
  ) {
    if let own = words(vector) { return Occurrences.mark(own, fromLast: fromLast, flags) }
    switch vector {
    case let numbers as DoubleVector:
      Occurrences.mark(UnsafeBufferPointer(numbers.elements), fromLast: fromLast, flags)
    case let numbers as ComplexVector:
      HashedKeys.mark(numbers.elements.map { ComplexKey($0) }, fromLast: fromLast, flags)
    case let bytes as RawVector:
      HashedKeys.mark(Array(bytes.elements), fromLast: fromLast, flags)
    case let list as ListVector:
      HashedKeys.mark(list.elements.map { ValueKey(value: $0) }, fromLast: fromLast, flags)
    default: flags.update(repeating: 0)
    }
  }

  /// Places (from 1) of the elements in a vector of the same type.
  static func positions(of x: Vector, in table: Vector, absent: Int32) -> IntegerVector {
    let result = IntegerVector(count: x.count)
    let places = result.elements
    if let own = words(x), let others = words(table) {
      Positions.find(own, in: others, absent: absent, places)
      return result
    }
    switch (x, table) {
    case (let x as DoubleVector, let table as DoubleVector):
      Positions.find(
        UnsafeBufferPointer(x.elements), in: UnsafeBufferPointer(table.elements), absent: absent,
        places)
    case (let x as ComplexVector, let table as ComplexVector):
      HashedKeys.find(
        x.elements.map { ComplexKey($0) }, in: table.elements.map { ComplexKey($0) },
        absent: absent, places)
    case (let x as RawVector, let table as RawVector):
      HashedKeys.find(Array(x.elements), in: Array(table.elements), absent: absent, places)
    case (let x as ListVector, let table as ListVector):
      HashedKeys.find(
        x.elements.map { ValueKey(value: $0) }, in: table.elements.map { ValueKey(value: $0) },
        absent: absent, places)
    default: places.update(repeating: absent)
    }
    return result
  }
}
