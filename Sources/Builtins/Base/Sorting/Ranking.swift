import ApusInterpreter

extension Sorting {
  /// `rank(x, ties)`: the vector has no missing values; ties are "average", "min" or "max".
  static let rank = Builtin(.internal, "rank(x, ties)") { call throws(Unwind) in
    guard let vector = call[0].vector, vector.kind.isAtomic || vector.count < 2 else {
      throw call.unimplemented(call[0].kind, in: "greater")
    }
    guard vector.kind != .raw else { throw call.error("raw vectors cannot be sorted") }
    let ties = try call.text(1, "ties.method")
    let texts = TextRanks(interpreter: call.interpreter, isByteOrder: false)
    var permutation = Permutation(count: vector.count)
    try permutation.sort(by: vector, SortDirection(), texts)
    let places = permutation.places
    let average = DoubleVector(count: ties == "average" ? places.count : 0)
    let whole = IntegerVector(count: ties == "average" ? 0 : places.count)
    var start = 0
    while start < places.count {
      var end = start + 1
      while end < places.count, isEqual(vector, places[start], places[end]) { end += 1 }
      for k in start..<end {
        switch ties {
        case "average": average.elements[Int(places[k])] = Double(start + 1 + end) / 2
        case "max": whole.elements[Int(places[k])] = Int32(end)
        default: whole.elements[Int(places[k])] = Int32(start + 1)
        }
      }
      start = end
    }
    return ties == "average" ? Value(average) : Value(whole)
  }

  private static func isEqual(_ vector: Vector, _ one: UInt32, _ other: UInt32) -> Bool {
    switch vector {
    case let numbers as DoubleVector:
      let (a, b) = (numbers.elements[Int(one)], numbers.elements[Int(other)])
      return a == b || a.isNaN && b.isNaN
    case let texts as CharacterVector:
      return texts.elements[Int(one)] == texts.elements[Int(other)]
    case let numbers as ComplexVector:
      return numbers.elements[Int(one)] == numbers.elements[Int(other)]
    default: return vector.wholeNumbers[Int(one)] == vector.wholeNumbers[Int(other)]
    }
  }

  /// `psort(x, partial)`: rearranged so that the elements at the places `partial` are those of the
  /// sorted vector, smaller ones before and larger ones behind (Hoare's algorithm FIND).
  static let psort = Builtin(.internal, "psort(x, partial)") { call throws(Unwind) in
    guard let source = call[0].vector, source.kind.isAtomic else {
      throw call.error("only atomic vectors can be sorted")
    }
    guard source.kind != .raw else { throw call.error("raw vectors cannot be sorted") }
    var wanted: [Int] = []
    for place in try call.integers(1).elements {
      guard !place.isMissing else { throw call.error("NA index") }
      guard place >= 1, place <= source.count else {
        throw call.error("index \(place) outside bounds")
      }
      wanted.append(Int(place) - 1)
    }
    wanted.sort()
    let result = source.resized(to: source.count)
    switch result {
    case let numbers as DoubleVector:
      select(numbers.elements, wanted[...], 0, source.count - 1) {
        $0.isNaN ? false : $1.isNaN || $0 < $1
      }
    case let texts as CharacterVector:
      let collation = call.interpreter.collation
      select(texts.elements, wanted[...], 0, source.count - 1) {
        $0.isMissing ? false : $1.isMissing || collation.compare($0, $1) < 0
      }
    case let numbers as ComplexVector:
      select(numbers.elements, wanted[...], 0, source.count - 1) {
        ($0.real, $0.imaginary) < ($1.real, $1.imaginary)
      }
    default:
      select(result.wholeNumbers, wanted[...], 0, source.count - 1) {
        $0.isMissing ? false : $1.isMissing || $0 < $1
      }
    }
    return Value(result)
  }

  private static func select<Element>(
    _ elements: UnsafeMutableBufferPointer<Element>, _ wanted: ArraySlice<Int>, _ low: Int,
    _ high: Int, _ isLess: (Element, Element) -> Bool
  ) {
    guard !wanted.isEmpty, high > low else { return }
    // The wanted place before the middle of the range first: it splits the work for the others.
    let center = (low + high) / 2
    let middle = wanted.lastIndex { $0 <= center } ?? wanted.startIndex
    let place = wanted[middle]
    find(elements, place, low, high, isLess)
    select(elements, wanted[..<middle], low, place - 1, isLess)
    select(elements, wanted[(middle + 1)...], place + 1, high, isLess)
  }

  private static func find<Element>(
    _ elements: UnsafeMutableBufferPointer<Element>, _ place: Int, _ low: Int, _ high: Int,
    _ isLess: (Element, Element) -> Bool
  ) {
    var left = low
    var right = high
    while left < right {
      let pivot = elements[place]
      var i = left
      var j = right
      while i <= j {
        while isLess(elements[i], pivot) { i += 1 }
        while isLess(pivot, elements[j]) { j -= 1 }
        if i <= j {
          elements.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if j < place { left = i }
      if place < i { right = j }
    }
  }
}
