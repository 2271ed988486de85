import ApusInterpreter

/// `order`, `sort`, `psort`, `rank`, `is.unsorted` and `xtfrm`.
enum Sorting {
  static var all: [Builtin] { [order, sort, psort, rank, isUnsorted, xtfrm] }

  /// `order(keys, na.last, decreasing, radix)`: the keys are in a list.
  static let order = Builtin(.internal, "order(keys, na.last, decreasing, radix)") {
    call throws(Unwind) in
    let keys = try call.list(0)
    let decreasing = try call.logicals(2).elements
    for flag in decreasing where flag.isMissing {
      throw call.error("'decreasing' elements must be TRUE or FALSE")
    }
    let naLast = try call.logicals(1).elements.first ?? 1
    let texts = TextRanks(interpreter: call.interpreter, isByteOrder: try call.flag(3, "method"))
    guard let first = keys.elements.first else { return .null }
    if try call.flag(3, "method") { try checkRadix(first, call) }
    let count = first.count
    let place = keys.count == 1 ? "orderVector1" : "listgreater"
    for (k, key) in keys.elements.enumerated() {
      guard key.isVectorLike, !key.isNull else {
        throw call.error("argument \(k + 1) is not a vector")
      }
      guard key.count == count else { throw call.error("argument lengths differ") }
      guard key.kind.isAtomic && key.kind != .raw || count < 2 else {
        throw call.unimplemented(key.kind, in: place)
      }
    }
    var permutation = Permutation(count: count)
    for k in stride(from: keys.count - 1, through: 0, by: -1) {
      guard let vector = keys.elements[k].vector else { continue }
      if keys.count == 1, decreasing.first != 1, isSorted(vector) {
        return Value(IntegerVector(from: 1, count: count))
      }
      let flag = decreasing.isEmpty ? 0 : decreasing[min(k, decreasing.count - 1)]
      try permutation.sort(
        by: vector, SortDirection(isDecreasing: flag == 1, putsMissingFirst: naLast == 0), texts)
    }
    if naLast.isMissing {
      let masks = keys.elements.map { MissingMask($0) }
      if masks.contains(where: \.hasMissing) {
        permutation.keep { place in !masks.contains { $0.isMissing(place) } }
      }
    }
    return Value(permutation.vector)
  }

  /// The radix method is for numbers and texts.
  private static func checkRadix(
    _ key: Value, _ call: borrowing Invocation
  ) throws(Unwind) {
    switch key.kind {
    case .logical, .integer, .double, .character: return
    default:
      guard key.isVector else { return }
      throw call.error("First arg is type '\(key.kind.typeName)', not yet supported")
    }
  }

  /// Whether a numeric vector without missing values ascends already.
  private static func isSorted(_ vector: Vector) -> Bool {
    switch vector.kind {
    case .double:
      let numbers = unsafeDowncast(vector, to: DoubleVector.self).elements
      for k in numbers.indices.dropFirst() where !(numbers[k - 1] <= numbers[k]) { return false }
      return numbers.first.map { !$0.isNaN } ?? true
    case .integer, .logical:
      if vector.kind == .integer,
        unsafeDowncast(vector, to: IntegerVector.self).compactStart != nil
      {
        return true
      }
      let numbers = vector.wholeNumbers
      for k in numbers.indices.dropFirst() where numbers[k - 1] > numbers[k] { return false }
      return numbers.first.map { !$0.isMissing } ?? true
    default: return false
    }
  }

  /// `sort(x, decreasing)`: a plain vector without missing values.
  static let sort = Builtin(.internal, "sort(x, decreasing, radix)") { call throws(Unwind) in
    guard let vector = call[0].vector, vector.kind.isAtomic else {
      if call[0].isNull { return .null }
      throw call.error("only atomic vectors can be sorted")
    }
    guard vector.kind != .raw else { throw call.error("raw vectors cannot be sorted") }
    let isDecreasing = try call.flag(1, "decreasing")
    switch vector {
    case let numbers as DoubleVector:
      let result = Value(sorted(numbers, isDecreasing, call.interpreter.stopSignal))
      try call.interpreter.checkInterrupt()
      return result
    case let texts as CharacterVector:
      let order = TextRanks(interpreter: call.interpreter, isByteOrder: try call.flag(2, "method"))
      return Value(try sorted(texts, isDecreasing, order))
    case is ComplexVector:
      var permutation = Permutation(count: vector.count)
      try permutation.sort(
        by: vector, SortDirection(isDecreasing: isDecreasing),
        TextRanks(interpreter: call.interpreter, isByteOrder: true))
      return Value(vector.gathered(permutation.places.map { Int32(bitPattern: $0) }))
    default:
      let result = Value(sortedWords(vector, isDecreasing, call.interpreter.stopSignal))
      try call.interpreter.checkInterrupt()
      return result
    }
  }

  private static func sorted(
    _ source: DoubleVector, _ isDecreasing: Bool, _ stop: StopSignal
  ) -> DoubleVector {
    let result = DoubleVector(count: source.count)
    let numbers = source.elements
    let keys = UnsafeMutableRawBufferPointer(result.elements).bindMemory(to: UInt64.self)
    let direction = SortDirection()
    var isSorted = true
    var last: UInt64 = 0
    for k in 0..<numbers.count {
      let key = direction.key(numbers[k])
      isSorted = isSorted && last <= key
      last = key
      keys[k] = key
    }
    if !isSorted { RadixSort.sort(keys, until: stop) }
    var elements = UnsafeMutableRawBufferPointer(keys).bindMemory(to: Double.self)
    for k in 0..<elements.count { elements[k] = number(ofKey: elements[k].bitPattern) }
    if isDecreasing { elements.reverse() }
    return result
  }

  private static func sortedWords(
    _ source: Vector, _ isDecreasing: Bool, _ stop: StopSignal
  ) -> Vector {
    let numbers = source.wholeNumbers
    guard numbers.count > 0 else { return source.empty(count: 0) }
    var low = numbers[0]
    var high = numbers[0]
    for number in numbers {
      low = min(low, number)
      high = max(high, number)
    }
    let span = Int(high) - Int(low) + 1
    let result = source.empty(count: numbers.count)
    var target = result.wholeNumbers
    if span <= 4 * numbers.count + 1024 {
      countingSort(numbers, low, span, target)
    } else {
      let keys = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: numbers.count)
      defer { keys.deallocate() }
      for k in 0..<numbers.count { keys[k] = UInt64(Int(numbers[k]) - Int(low)) }
      RadixSort.sort(keys, until: stop)
      for k in 0..<numbers.count { target[k] = Int32(truncatingIfNeeded: Int(keys[k]) + Int(low)) }
    }
    if isDecreasing { target.reverse() }
    return result
  }

  private static func countingSort(
    _ numbers: UnsafeMutableBufferPointer<Int32>, _ low: Int32, _ span: Int,
    _ target: UnsafeMutableBufferPointer<Int32>
  ) {
    var tallies = Array(repeating: UInt32(0), count: span)
    tallies.withUnsafeMutableBufferPointer { tallies in
      for number in numbers { tallies[Int(number) - Int(low)] += 1 }
      var next = 0
      for bin in 0..<span {
        for _ in 0..<tallies[bin] {
          target[next] = Int32(truncatingIfNeeded: Int(low) + bin)
          next += 1
        }
      }
    }
  }

  /// Sorts the distinct strings and repeats each as often as it occurs.
  private static func sorted(
    _ source: CharacterVector, _ isDecreasing: Bool, _ order: TextRanks
  ) throws(Unwind) -> CharacterVector {
    let ranks = IntegerVector(try order.ranks(of: source))
    let handles = source.elements
    var byRank = Array(repeating: StringHandle.missing, count: handles.count + 1)
    for k in 0..<handles.count where !ranks.elements[k].isMissing {
      byRank[Int(ranks.elements[k])] = handles[k]
    }
    let sorted = sortedWords(ranks, isDecreasing, order.interpreter.stopSignal)
    defer { withExtendedLifetime(sorted) {} }
    return CharacterVector(sorted.wholeNumbers.map { $0.isMissing ? .missing : byRank[Int($0)] })
  }

  static let isUnsorted = Builtin(.internal, "is.unsorted(x, strictly)") { call throws(Unwind) in
    guard let vector = call[0].vector, vector.kind.isAtomic else {
      return call[0].count < 2 ? .false : .missingLogical
    }
    let isStrict = try call.flag(1, "strictly")
    guard vector.count > 1 else { return .false }
    switch vector {
    case let numbers as DoubleVector:
      let x = numbers.elements
      for k in 1..<x.count where isStrict ? !(x[k - 1] < x[k]) : !(x[k - 1] <= x[k]) {
        return .true
      }
    case let texts as CharacterVector:
      let x = texts.elements
      let collation = call.interpreter.collation
      for k in 1..<x.count {
        let order = collation.compare(x[k - 1], x[k])
        if isStrict ? order >= 0 : order > 0 { return .true }
      }
    case let numbers as ComplexVector:
      let x = numbers.elements
      for k in 1..<x.count {
        let isEqual = x[k - 1] == x[k]
        let isLess = (x[k - 1].real, x[k - 1].imaginary) < (x[k].real, x[k].imaginary)
        if isStrict ? !isLess : !(isLess || isEqual) { return .true }
      }
    case let bytes as RawVector:
      let x = bytes.elements
      for k in 1..<x.count where isStrict ? x[k - 1] >= x[k] : x[k - 1] > x[k] { return .true }
    default:
      let x = vector.wholeNumbers
      for k in 1..<x.count where isStrict ? x[k - 1] >= x[k] : x[k - 1] > x[k] { return .true }
    }
    return .false
  }

  static let xtfrm = Builtin(.primitive, "xtfrm(x)", dispatch: .generic) { call throws(Unwind) in
    try call.interpreter.callFunction("xtfrm.default", [Argument(call[0])])
  }
}

/// Which elements of a key are missing.
struct MissingMask {
  private let flags: [Bool]
  var hasMissing: Bool { !flags.isEmpty }

  init(_ value: Value) {
    let all: [Bool] =
      switch value.vector {
      case let numbers as DoubleVector: numbers.elements.map(\.isNaN)
      case let texts as CharacterVector: texts.elements.map(\.isMissing)
      case let numbers as ComplexVector: numbers.elements.map(\.isNaN)
      case let numbers? where numbers.kind == .integer || numbers.kind == .logical:
        numbers.wholeNumbers.map(\.isMissing)
      default: []
      }
    flags = all.contains(true) ? all : []
  }

  func isMissing(_ place: Int) -> Bool { hasMissing && flags[place] }
}
