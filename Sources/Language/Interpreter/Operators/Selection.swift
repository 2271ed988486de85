/// The elements that an index chooses, as one-based positions.
///
/// A position may be NA, or larger than the vector: such elements read as NA, and assigning to them
/// makes the vector longer.
struct Selection {
  let positions: IntegerVector
  /// The largest position.
  var maximum: Int
  var hasMissing = false
  /// Names of the positions behind the end that a character index asks for, in their order.
  var newNames: [StringHandle] = []

  var count: Int { positions.count }

  /// All of `count` elements.
  static func all(_ count: Int) -> Selection {
    Selection(positions: IntegerVector(from: 1, count: count), maximum: count)
  }

  static var nothing: Selection { Selection(positions: IntegerVector(count: 0), maximum: 0) }
}

/// What an index selects from: a vector's elements or an array's extent.
struct IndexSpace {
  let count: Int
  /// Names of the elements, if there are any.
  let names: CharacterVector?
  /// The extent of an array: indices beyond it are errors.
  var isExtent = false
  /// Names that are not there are new elements.
  var isGrowing = false
  /// The call that errors of bounds show, if it is not that of other errors.
  var boundsCall: Value?
}

extension Interpreter {
  /// Makes positions of an index of any type.
  func select(
    _ index: Value, from space: IndexSpace, call: Value
  ) throws(Unwind) -> Selection {
    switch index {
    case .missingArgument: return .all(space.count)
    case .null: return .nothing
    default: break
    }
    guard let vector = index.vector else {
      throw .error(.invalidSubscriptType(index.kind, call: call))
    }
    let selection: Selection
    switch vector.kind {
    case .integer:
      selection = try selectIntegers(
        unsafeDowncast(vector, to: IntegerVector.self), from: space, call)
    case .double:
      let numbers = unsafeDowncast(vector, to: DoubleVector.self)
      if space.isExtent, numbers.elements.contains(where: { !$0.isNaN && abs($0) >= 0x1p31 }) {
        try signalWarning("NAs introduced by coercion to integer range", call: currentCall())
        return try select(.object(Self.inRange(numbers)), from: space, call: call)
      }
      var chosen = try selectIntegers(Self.truncated(numbers), from: space, call)
      if chosen.maximum == Int32.max { chosen.maximum = Self.maximum(of: numbers) }
      selection = chosen
    case .logical:
      selection = try selectLogicals(
        unsafeDowncast(vector, to: LogicalVector.self), from: space, call)
    case .character:
      selection = try selectNames(
        unsafeDowncast(vector, to: CharacterVector.self), from: space, call)
    default: throw .error(.invalidSubscriptType(vector.kind, call: call))
    }
    if space.isExtent, selection.maximum > space.count {
      throw .error(.subscriptOutOfBounds(call: space.boundsCall ?? call))
    }
    return selection
  }

  /// The largest finite number, or the largest integer before 2^62.
  private static func maximum(of numbers: DoubleVector) -> Int {
    Int(numbers.elements.lazy.filter(\.isFinite).reduce(0) { max($0, min($1, 0x1p62)) })
  }

  /// Numbers that no integer can hold become NA.
  private static func inRange(_ source: DoubleVector) -> DoubleVector {
    DoubleVector(source.elements.map { abs($0) < 0x1p31 ? $0 : .missing })
  }

  /// Doubles as indices: truncated, NA when they are not finite, the largest integer beyond it.
  private static func truncated(_ source: DoubleVector) -> IntegerVector {
    let result = IntegerVector(count: source.count)
    let (from, to) = (source.elements, result.elements)
    for k in 0..<from.count {
      let number = from[k]
      if !number.isFinite {
        to[k] = .missing
      } else {
        to[k] = Int32(max(min(number, 2_147_483_647), -2_147_483_647))
      }
    }
    return result
  }
}

// MARK: - Numbers

extension Interpreter {
  private func selectIntegers(
    _ index: IntegerVector, from space: IndexSpace, _ call: Value
  ) throws(Unwind) -> Selection {
    if let start = index.compactStart, start > 0 {
      return Selection(positions: index, maximum: Int(start) + index.count - 1)
    }
    let numbers = UnsafeBufferPointer(index.elements)
    var (least, greatest): (Int32, Int32) = (.max, 0)
    var (zeros, missing) = (0, 0)
    for number in numbers {
      greatest = max(greatest, number)
      missing += number == .min ? 1 : 0
      zeros += number == 0 ? 1 : 0
      least = min(least, number == .min ? .max : number)
    }
    if least < 0 {
      guard greatest == 0, missing == 0 else {
        throw .error(.error("only 0's may be mixed with negative subscripts", call: call))
      }
      return Self.complement(of: numbers, in: space.count)
    }
    let positions =
      zeros == 0 ? index : IntegerVector(numbers.filter { $0 != 0 })
    return Selection(
      positions: positions, maximum: Int(greatest), hasMissing: missing > 0)
  }

  /// All positions but the negated ones.
  private static func complement(
    of numbers: UnsafeBufferPointer<Int32>, in count: Int
  ) -> Selection {
    var isExcluded = [Bool](repeating: false, count: count)
    var excluded = 0
    for number in numbers where number < 0 {
      let place = -Int(number) - 1
      if place < count, !isExcluded[place] {
        isExcluded[place] = true
        excluded += 1
      }
    }
    if excluded == 0 { return .all(count) }
    let positions = IntegerVector(count: count - excluded)
    let target = positions.elements
    var used = 0
    for place in 0..<count where !isExcluded[place] {
      target[used] = Int32(truncatingIfNeeded: place + 1)
      used += 1
    }
    return Selection(positions: positions, maximum: used == 0 ? 0 : Int(target[used - 1]))
  }

  private func selectLogicals(
    _ index: LogicalVector, from space: IndexSpace, _ call: Value
  ) throws(Unwind) -> Selection {
    let truths = UnsafeBufferPointer(index.elements)
    if space.isExtent, truths.count > space.count {
      throw .error(
        .error("(subscript) logical subscript too long", call: space.boundsCall ?? call))
    }
    guard !truths.isEmpty else { return .nothing }
    let length = max(space.count, truths.count)
    if truths.count == 1, truths[0] == 1 { return .all(length) }
    let size = Self.trueCount(truths, recycledTo: length)
    // One slot more than needed, so that the loop can write before it knows whether to keep.
    let positions = IntegerVector(count: size + 1)
    let target = positions.elements.baseAddress.unsafelyUnwrapped
    var used = 0
    var hasMissing = false
    var place = 0
    for position in 0..<length {
      let truth = truths[place]
      place += 1
      if place == truths.count { place = 0 }
      target[used] = truth == .min ? .min : Int32(truncatingIfNeeded: position &+ 1)
      hasMissing = hasMissing || truth == .min
      used &+= truth != 0 ? 1 : 0
    }
    positions.truncate(to: size)
    let isStretched = truths.count > space.count
    return Selection(
      positions: positions, maximum: isStretched ? length : min(length, space.count),
      hasMissing: hasMissing)
  }

  private static func trueCount(
    _ truths: UnsafeBufferPointer<Int32>, recycledTo length: Int
  ) -> Int {
    func count(_ part: Int) -> Int {
      var found = 0
      for k in 0..<part { found &+= truths[k] != 0 ? 1 : 0 }
      return found
    }
    return length / truths.count * count(truths.count) + count(length % truths.count)
  }
}

// MARK: - Names

extension Interpreter {
  private func selectNames(
    _ index: CharacterVector, from space: IndexSpace, _ call: Value
  ) throws(Unwind) -> Selection {
    if space.isExtent, space.names == nil {
      throw .error(
        .error("no 'dimnames' attribute for array", call: space.boundsCall ?? call))
    }
    let wanted = UnsafeBufferPointer(index.elements)
    let positions = IntegerVector(count: wanted.count)
    let target = positions.elements
    let names = space.names.map { UnsafeBufferPointer($0.elements) }
    var table = NameTable(names, lookups: wanted.count)
    var selection = Selection(positions: positions, maximum: space.count)
    for k in 0..<wanted.count {
      if let place = table.position(of: wanted[k]) {
        target[k] = place
      } else if space.isGrowing {
        let place = Int32(truncatingIfNeeded: space.count + selection.newNames.count + 1)
        target[k] = place
        selection.newNames.append(wanted[k])
        table.insert(wanted[k], place)
      } else if space.isExtent {
        throw .error(.subscriptOutOfBounds(call: space.boundsCall ?? call))
      } else {
        target[k] = .missing
        selection.hasMissing = true
      }
    }
    selection.maximum = space.count + selection.newNames.count
    return selection
  }
}

/// Finds names: by looking through them when they are few, by a hash table otherwise.
struct NameTable {
  private let names: UnsafeBufferPointer<StringHandle>?
  /// (name << 32 | position), linear probing; empty when there is no table.
  private var slots: [UInt64] = []
  private var added: [(name: StringHandle, position: Int32)] = []

  init(_ names: UnsafeBufferPointer<StringHandle>?, lookups: Int) {
    self.names = names
    let count = names?.count ?? 0
    guard lookups > 4, max(count, lookups) > 16 else { return }
    var size = 32
    while size < (count + lookups) * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    guard let names else { return }
    for k in 0..<names.count { enter(names[k], Int32(truncatingIfNeeded: k + 1)) }
  }

  /// The first position of a name; none for NA and the empty name.
  func position(of name: StringHandle) -> Int32? {
    if name.isMissing || name == .empty { return nil }
    if !slots.isEmpty {
      var probe = start(name)
      while slots[probe] != 0 {
        if UInt32(truncatingIfNeeded: slots[probe] >> 32) == name.id {
          return Int32(truncatingIfNeeded: slots[probe] & 0xFFFF_FFFF)
        }
        probe = (probe + 1) & (slots.count - 1)
      }
      return nil
    }
    if let place = names?.firstIndex(of: name) { return Int32(truncatingIfNeeded: place + 1) }
    return added.first { $0.name == name }?.position
  }

  mutating func insert(_ name: StringHandle, _ position: Int32) {
    if slots.isEmpty {
      added.append((name, position))
    } else {
      enter(name, position)
    }
  }

  private mutating func enter(_ name: StringHandle, _ position: Int32) {
    if name.isMissing || name == .empty { return }
    var probe = start(name)
    while slots[probe] != 0 {
      if UInt32(truncatingIfNeeded: slots[probe] >> 32) == name.id { return }
      probe = (probe + 1) & (slots.count - 1)
    }
    slots[probe] = UInt64(name.id) << 32 | UInt64(UInt32(bitPattern: position))
  }

  private func start(_ name: StringHandle) -> Int {
    Int((name.id &* 0x9E37_79B1) >> 7) & (slots.count - 1)
  }
}
