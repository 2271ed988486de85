// The fast cases of the loop's arms: on plain scalars and vectors without attributes.

import CSwiftRuntime

extension Interpreter {
  /// A plain number that is not a missing integer.
  @inline(__always)
  static func number(_ x: Registers) -> Double? {
    let tag = x.tag
    if tag == Tag.double { return x.rawDouble }
    return tag == Tag.integer && x.rawInteger != .min ? Double(x.rawInteger) : nil
  }

  /// Whether two plain scalars are in a `Relation`: 1 or 0; −1 if that needs the general rules.
  @inline(__always)
  static func holds(_ relation: UInt16, _ x: Registers, _ y: Registers) -> Int32 {
    var found: UInt16
    if x.tag == Tag.double, y.tag == Tag.double {
      found = order(x.rawDouble, y.rawDouble)
    } else if x.tag == Tag.integer, y.tag == Tag.integer, x.rawInteger != .min,
      y.rawInteger != .min
    {
      found = order(x.rawInteger, y.rawInteger)
    } else {
      found = orderOfOthers(Relation(rawValue: relation), x, y)
    }
    if found == 0 { return -1 }
    return found & relation == 0 ? 0 : 1
  }

  /// How two numbers lie to each other, as a `Relation`; 0 if one is NaN.
  @inline(__always)
  private static func order<Number: Comparable>(_ x: Number, _ y: Number) -> UInt16 {
    (x < y ? 1 : 0) | (x == y ? 2 : 0) | (x > y ? 4 : 0)
  }

  /// The same for an integer and a double, logicals, and whether strings are equal.
  @inline(never)
  private static func orderOfOthers(_ relation: Relation, _ x: Registers, _ y: Registers) -> UInt16
  {
    if let left = number(x), let right = number(y) { return order(left, right) }
    let tag = x.tag
    guard tag == y.tag, tag == Tag.logical || tag == Tag.string else { return 0 }
    let (left, right) = (x.rawInteger, y.rawInteger)
    if tag == Tag.logical { return left == .min || right == .min ? 0 : order(left, right) }
    // Handle 0 is NA; any other order of strings is the locale's.
    guard left != 0, right != 0, relation == .equal || relation == [.less, .greater] else {
      return 0
    }
    return left == right ? 2 : 1
  }

  /// x %% y for moderate doubles; nil if the general rules are needed.
  @inline(__always)
  static func smallModulo(_ x: Double, _ y: Double) -> Double? {
    guard y > 0, y < 0x1p31, x >= 0, x < 0x1p52 else { return nil }
    let quotient = (x / y).rounded(.down)
    let remainder = x - quotient * y
    guard quotient * y + remainder == x, remainder >= 0, remainder < y, y == y.rounded(.down),
      x == x.rounded(.down)
    else { return nil }
    return remainder
  }

  /// Position (from 0) that a plain scalar index means; −1 if it is none.
  @inline(__always)
  static func position(_ index: Registers) -> Int {
    if index.tag == Tag.integer { return Int(index.rawInteger) - 1 }
    if index.tag == Tag.double {
      let number = index.rawDouble
      return number >= 1 && number < 0x1p52 ? Int(number) - 1 : -1
    }
    return -1
  }

  /// One element of a vector without attributes.
  @inline(__always)
  static func quickElement(
    _ source: Registers, _ index: Registers, _ target: Registers, _ inList: UInt16
  ) -> Bool {
    guard source.tag == Tag.object else { return false }
    let place = position(index)
    return source.rawObject._withUnsafeGuaranteedRef { object in
      guard object.kind.isVector, !object.hasAttributes else { return false }
      let vector = unsafeDowncast(object, to: Vector.self)
      guard UInt(bitPattern: place) < UInt(bitPattern: vector.count), let elements = vector.storage
      else { return compactElement(object, place, target) }
      if object.kind == .double {
        target.set(double: elements.assumingMemoryBound(to: Double.self)[place])
      } else if object.kind == .integer {
        target.set(integer: elements.assumingMemoryBound(to: Int32.self)[place])
      } else {
        return otherElement(object.kind, elements, place, target, inList)
      }
      return true
    }
  }

  @inline(never)
  private static func otherElement(
    _ kind: Kind, _ elements: UnsafeMutableRawPointer, _ place: Int, _ target: Registers,
    _ inList: UInt16
  ) -> Bool {
    switch kind {
    case .logical: target.set(logical: elements.assumingMemoryBound(to: Int32.self)[place])
    case .character: target.set(string: elements.assumingMemoryBound(to: Int32.self)[place])
    case .list where inList == 1:
      target.assign(from: elements.assumingMemoryBound(to: Value.self) + place)
    default: return false
    }
    return true
  }

  /// One element of a sequence that is not written out.
  @inline(never)
  static func compactElement(_ object: Object, _ place: Int, _ target: Registers) -> Bool {
    guard let vector = object as? IntegerVector, let start = vector.compactStart, place >= 0,
      place < vector.count
    else { return false }
    target.set(integer: start &+ Int32(truncatingIfNeeded: place))
    return true
  }

  @inline(never)
  static func anyElement(
    _ source: Registers, _ index: Registers, _ target: Registers, _ inList: UInt16
  ) -> Bool {
    quickElement(source, index, target, inList)
  }

  /// Stores one element in place in a vector that only this register refers to.
  @inline(__always)
  static func quickStore(
    _ target: Registers, _ index: Registers, _ source: Registers, _ inList: UInt16
  ) -> Bool {
    guard target.tag == Tag.object else { return false }
    let place = position(index)
    guard isUniquelyHeld(target) else { return false }
    return target.rawObject._withUnsafeGuaranteedRef { object in
      guard object.kind.isVector, !object.hasAttributes else { return false }
      let vector = unsafeDowncast(object, to: Vector.self)
      guard UInt(bitPattern: place) < UInt(bitPattern: vector.count), let elements = vector.storage
      else { return storeElsewhere(object, place, source, inList) }
      let tag = source.tag
      switch object.kind {
      case .double where tag == Tag.double:
        elements.assumingMemoryBound(to: Double.self)[place] = source.rawDouble
      case .integer where tag == Tag.integer, .logical where tag == Tag.logical,
        .character where tag == Tag.string:
        elements.assumingMemoryBound(to: Int32.self)[place] = source.rawInteger
      default: return storeElsewhere(object, place, source, inList)
      }
      return true
    }
  }

  /// The same where a number must be converted, a sequence written out or a list made longer.
  @inline(never)
  static func storeElsewhere(
    _ object: Object, _ place: Int, _ source: Registers, _ inList: UInt16
  ) -> Bool {
    guard place >= 0 else { return false }
    switch object {
    case let vector as DoubleVector:
      guard source.tag == Tag.integer, source.rawInteger != .min, place < vector.count else {
        return false
      }
      vector.elements[place] = Double(source.rawInteger)
    case let vector as IntegerVector:
      guard source.tag == Tag.integer, place < vector.count else { return false }
      vector.elements[place] = source.rawInteger
    case let list as ListVector where inList == 1 && list.kind == .list:
      return storeInList(list, place, source)
    default: return false
    }
    return true
  }

  @inline(never)
  static func anyStore(
    _ target: Registers, _ index: Registers, _ source: Registers, _ inList: UInt16
  ) -> Bool {
    quickStore(target, index, source, inList)
  }

  @inline(never)
  static func storeInList(_ list: ListVector, _ place: Int, _ source: Registers) -> Bool {
    guard source.isPlain, place <= list.count else { return false }
    if place == list.count {
      list.append(source.pointee)
    } else {
      list.elements[place] = source.pointee
    }
    return true
  }

  /// Whether the object in a register has no other reference.
  @inline(__always)
  static func isUniquelyHeld(_ register: Registers) -> Bool {
    has_one_reference(register.rawPointer) != 0
  }

  /// The next element of a sequence of a `for` over integers or doubles.
  @inline(__always)
  static func quickNext(_ sequence: Registers, _ element: Registers) -> Bool {
    guard sequence.tag == Tag.object else { return false }
    let position = (sequence + 1).rawInteger
    return sequence.rawObject._withUnsafeGuaranteedRef { object in
      guard object.kind.isNumeric else { return false }
      let vector = unsafeDowncast(object, to: Vector.self)
      guard Int(position) < vector.count else { return false }
      if object.kind == .integer {
        if let elements = vector.storage {
          element.set(integer: elements.assumingMemoryBound(to: Int32.self)[Int(position)])
        } else {
          element.set(integer: unsafeDowncast(object, to: IntegerVector.self).start &+ position)
        }
      } else {
        guard let elements = vector.storage else { return false }
        element.set(double: elements.assumingMemoryBound(to: Double.self)[Int(position)])
      }
      UnsafeMutableRawPointer(sequence + 1).storeBytes(of: position &+ 1, as: Int32.self)
      return true
    }
  }
}
