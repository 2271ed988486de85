import ApusInterpreter

/// The order of the elements of vectors as a permutation of places (from 0), refined key by key.
///
/// Starting with the last key and ending with the first, each stable sort keeps what the sorts
/// before it decided between equal elements.
struct Permutation {
  private(set) var places: [UInt32]

  init(count: Int) { places = (0..<UInt32(count)).map { $0 } }

  /// The places as R counts them.
  var vector: IntegerVector {
    let result = IntegerVector(count: places.count)
    let elements = result.elements
    for k in 0..<places.count { elements[k] = Int32(bitPattern: places[k] &+ 1) }
    return result
  }

  mutating func keep(where isKept: (Int) -> Bool) { places.removeAll { !isKept(Int($0)) } }

  mutating func sort(
    by vector: Vector, _ direction: SortDirection, _ texts: TextRanks
  ) throws(Unwind) {
    let stop = texts.interpreter.stopSignal
    switch vector.kind {
    case .double:
      let numbers = unsafeDowncast(vector, to: DoubleVector.self).elements
      sortPairs(until: stop) { direction.key(numbers[$0]) }
    case .integer, .logical:
      let numbers = vector.wholeNumbers
      sortWords(numbers, direction, until: stop)
    case .character:
      let ranks = try texts.ranks(of: unsafeDowncast(vector, to: CharacterVector.self))
      ranks.withUnsafeBufferPointer {
        sortWords(UnsafeMutableBufferPointer(mutating: $0), direction, until: stop)
      }
    case .complex:
      let numbers = unsafeDowncast(vector, to: ComplexVector.self).elements
      sortPairs(until: stop) {
        direction.key(numbers[$0].isNaN ? .nan : numbers[$0].imaginary)
      }
      sortPairs(until: stop) { direction.key(numbers[$0].isNaN ? .nan : numbers[$0].real) }
    default: break
    }
    try texts.interpreter.checkInterrupt()
  }

  private mutating func sortPairs(until stop: StopSignal, _ key: (Int) -> UInt64) {
    let count = places.count
    let items = UnsafeMutablePointer<KeyedPlace>.allocate(capacity: 2 * count)
    defer { items.deallocate() }
    for k in 0..<count { items[k] = KeyedPlace(key: key(Int(places[k])), place: places[k]) }
    let sorted = RadixSort.sort(items, spare: items + count, count: count, until: stop)
    for k in 0..<count { places[k] = sorted[k].place }
  }

  private mutating func sortWords(
    _ numbers: UnsafeMutableBufferPointer<Int32>, _ direction: SortDirection,
    until stop: StopSignal
  ) {
    let count = places.count
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * count)
    defer { words.deallocate() }
    for k in 0..<count {
      words[k] = UInt64(direction.key(numbers[Int(places[k])])) << 32 | UInt64(places[k])
    }
    let sorted = RadixSort.sortByUpperHalf(words, spare: words + count, count: count, until: stop)
    for k in 0..<count { places[k] = UInt32(truncatingIfNeeded: sorted[k]) }
  }
}

/// Strings as numbers of the same order.
struct TextRanks {
  let interpreter: Interpreter
  /// By bytes (radix sort in R), not by the collation of the locale.
  let isByteOrder: Bool

  /// The rank of each string among the distinct ones; NA stays NA.
  func ranks(of texts: CharacterVector) throws(Unwind) -> [Int32] {
    let handles = texts.elements
    let flags = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: handles.count)
    defer { flags.deallocate() }
    Matcher.markRepeats(texts, fromLast: false, flags)
    var distinct: [StringHandle] = []
    for k in 0..<handles.count where flags[k] == 0 && !handles[k].isMissing {
      distinct.append(handles[k])
    }
    let sorted = CharacterVector(try sort(distinct))
    let result = Matcher.positions(of: texts, in: sorted, absent: .missing)
    return result.array
  }

  /// The strings in order.
  func sort(_ handles: [StringHandle]) throws(Unwind) -> [StringHandle] {
    let strings = interpreter.strings
    if isByteOrder {
      return try sort(handles) { TextRanks.isBefore($0, $1, strings) }
    }
    let collation = interpreter.collation
    return try sort(handles) { collation.compare($0, $1) < 0 }
  }

  private func sort(
    _ handles: [StringHandle], _ isBefore: (StringHandle, StringHandle) -> Bool
  ) throws(Unwind) -> [StringHandle] {
    let stop = interpreter.stopSignal
    var comparisons = 0
    do {
      return try handles.sorted {
        comparisons &+= 1
        if comparisons & 0xFFF == 0, stop.isRaised { throw Unwind.interrupt }
        return isBefore($0, $1)
      }
    } catch {
      try interpreter.checkInterrupt()
      return handles
    }
  }

  private static func isBefore(
    _ one: StringHandle, _ two: StringHandle, _ strings: StringPool
  ) -> Bool {
    strings.bytes(one).lexicographicallyPrecedes(strings.bytes(two))
  }
}
