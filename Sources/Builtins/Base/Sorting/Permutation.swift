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

  mutating func sort(by vector: Vector, _ direction: SortDirection, _ texts: TextRanks) {
    switch vector.kind {
    case .double:
      let numbers = unsafeDowncast(vector, to: DoubleVector.self).elements
      sortPairs { direction.key(numbers[$0]) }
    case .integer, .logical:
      let numbers = vector.wholeNumbers
      sortWords(numbers, direction)
    case .character:
      let ranks = texts.ranks(of: unsafeDowncast(vector, to: CharacterVector.self))
      ranks.withUnsafeBufferPointer {
        sortWords(UnsafeMutableBufferPointer(mutating: $0), direction)
      }
    case .complex:
      let numbers = unsafeDowncast(vector, to: ComplexVector.self).elements
      sortPairs { direction.key(numbers[$0].isNaN ? .nan : numbers[$0].imaginary) }
      sortPairs { direction.key(numbers[$0].isNaN ? .nan : numbers[$0].real) }
    default: break
    }
  }

  private mutating func sortPairs(_ key: (Int) -> UInt64) {
    let count = places.count
    let items = UnsafeMutablePointer<KeyedPlace>.allocate(capacity: 2 * count)
    defer { items.deallocate() }
    for k in 0..<count { items[k] = KeyedPlace(key: key(Int(places[k])), place: places[k]) }
    let sorted = RadixSort.sort(items, spare: items + count, count: count)
    for k in 0..<count { places[k] = sorted[k].place }
  }

  private mutating func sortWords(
    _ numbers: UnsafeMutableBufferPointer<Int32>, _ direction: SortDirection
  ) {
    let count = places.count
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * count)
    defer { words.deallocate() }
    for k in 0..<count {
      words[k] = UInt64(direction.key(numbers[Int(places[k])])) << 32 | UInt64(places[k])
    }
    let sorted = RadixSort.sortByUpperHalf(words, spare: words + count, count: count)
    for k in 0..<count { places[k] = UInt32(truncatingIfNeeded: sorted[k]) }
  }
}

/// Strings as numbers of the same order.
struct TextRanks {
  let interpreter: Interpreter
  /// By bytes (radix sort in R), not by the collation of the locale.
  let isByteOrder: Bool

  /// The rank of each string among the distinct ones; NA stays NA.
  func ranks(of texts: CharacterVector) -> [Int32] {
    let handles = texts.elements
    let flags = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: handles.count)
    defer { flags.deallocate() }
    Matcher.markRepeats(texts, fromLast: false, flags)
    var distinct: [StringHandle] = []
    for k in 0..<handles.count where flags[k] == 0 && !handles[k].isMissing {
      distinct.append(handles[k])
    }
    let sorted = CharacterVector(sort(distinct))
    let result = Matcher.positions(of: texts, in: sorted, absent: .missing)
    return result.array
  }

  /// The strings in order.
  func sort(_ handles: [StringHandle]) -> [StringHandle] {
    let strings = interpreter.strings
    if isByteOrder {
      return handles.sorted { TextRanks.isBefore($0, $1, strings) }
    }
    let collation = interpreter.collation
    return handles.sorted { collation.compare($0, $1) < 0 }
  }

  private static func isBefore(
    _ one: StringHandle, _ two: StringHandle, _ strings: StringPool
  ) -> Bool {
    strings.bytes(one).lexicographicallyPrecedes(strings.bytes(two))
  }
}
