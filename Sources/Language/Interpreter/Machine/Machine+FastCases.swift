// The fast cases of the loop's arms: on plain scalars and vectors without attributes.

extension Interpreter {
  /// A plain number that is not a missing integer.
  @inline(__always)
  static func number(_ x: Registers) -> Double? {
    let tag = x.tag
    if tag == Tag.double { return x.rawDouble }
    return tag == Tag.integer && x.rawInteger != .min ? Double(x.rawInteger) : nil
  }

  /// A comparison of plain numbers: 1 or 0; −1 if it needs the general rules.
  @inline(__always)
  static func test(
    _ x: Registers, _ y: Registers, _ holds: (Double, Double) -> Bool
  ) -> Int32 {
    guard let left = number(x), let right = number(y), !left.isNaN, !right.isNaN else { return -1 }
    return holds(left, right) ? 1 : 0
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

  /// Whether two plain scalars of the same type are equal; nil if that needs the general rules.
  @inline(__always)
  static func compareEqual(_ x: Registers, _ y: Registers) -> Bool? {
    let tag = x.tag
    guard tag == y.tag else { return nil }
    if tag == Tag.double {
      return x.rawDouble.isNaN || y.rawDouble.isNaN ? nil : x.rawDouble == y.rawDouble
    }
    if tag == Tag.integer || tag == Tag.logical {
      return x.rawInteger == .min || y.rawInteger == .min ? nil : x.rawInteger == y.rawInteger
    }
    if tag == Tag.string {
      // Handle 0 is NA.
      return x.rawInteger == 0 || y.rawInteger == 0 ? nil : x.rawInteger == y.rawInteger
    }
    return nil
  }

  /// An argument computed before its call: plain numbers only, anything else leaves `.unbound`.
  @inline(__always)
  static func eager(
    _ operation: ArithmeticOperator, _ target: Registers, _ x: Registers, _ y: Registers
  ) {
    if x.tag == Tag.double, y.tag == Tag.double {
      switch operation {
      case .add: target.set(double: x.rawDouble + y.rawDouble)
      case .subtract: target.set(double: x.rawDouble - y.rawDouble)
      case .multiply: target.set(double: x.rawDouble * y.rawDouble)
      default: target.set(double: x.rawDouble / y.rawDouble)
      }
    } else {
      eagerInteger(operation, target, x, y)
    }
  }

  @inline(never)
  static func eagerInteger(
    _ operation: ArithmeticOperator, _ target: Registers, _ x: Registers, _ y: Registers
  ) {
    guard x.tag == Tag.integer, y.tag == Tag.integer, x.rawInteger != .min, y.rawInteger != .min
    else {
      target.pointee = .unbound
      return
    }
    let (result, overflow): (Int32, Bool)
    switch operation {
    case .add: (result, overflow) = x.rawInteger.addingReportingOverflow(y.rawInteger)
    case .subtract: (result, overflow) = x.rawInteger.subtractingReportingOverflow(y.rawInteger)
    case .multiply: (result, overflow) = x.rawInteger.multipliedReportingOverflow(by: y.rawInteger)
    default: (result, overflow) = (0, true)
    }
    if overflow || result == .min {
      target.pointee = .unbound
    } else {
      target.set(integer: result)
    }
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
    _ source: Registers, _ index: Registers, _ target: Registers, inList: Bool
  ) -> Bool {
    guard source.tag == Tag.object else { return false }
    let place = position(index)
    guard place >= 0 else { return false }
    return source.rawObject._withUnsafeGuaranteedRef { object in
      guard !object.hasAttributes else { return false }
      switch object.kind {
      case .double:
        let vector = unsafeDowncast(object, to: DoubleVector.self)
        guard place < vector.count else { return false }
        target.set(double: vector.elements[unchecked: place])
      case .integer:
        let vector = unsafeDowncast(object, to: IntegerVector.self)
        guard place < vector.count else { return false }
        if let start = vector.compactStart {
          target.set(integer: start &+ Int32(truncatingIfNeeded: place))
        } else {
          target.set(integer: vector.elements[unchecked: place])
        }
      case .logical:
        let vector = unsafeDowncast(object, to: LogicalVector.self)
        guard place < vector.count else { return false }
        target.set(logical: vector.elements[unchecked: place])
      case .character:
        let vector = unsafeDowncast(object, to: CharacterVector.self)
        guard place < vector.count else { return false }
        target.pointee = .string(vector.elements[unchecked: place])
      case .list where inList:
        let vector = unsafeDowncast(object, to: ListVector.self)
        guard place < vector.count else { return false }
        target.pointee = vector.elements[unchecked: place]
      default: return false
      }
      return true
    }
  }

  /// Stores one element in place in a vector that only this register refers to.
  @inline(__always)
  static func quickStore(
    _ target: Registers, _ index: Registers, _ source: Registers, inList: Bool
  ) -> Bool {
    guard target.tag == Tag.object else { return false }
    let place = position(index)
    guard place >= 0, isUniquelyHeld(target) else { return false }
    return target.rawObject._withUnsafeGuaranteedRef { object in
      guard !object.hasAttributes else { return false }
      switch object.kind {
      case .double:
        let vector = unsafeDowncast(object, to: DoubleVector.self)
        guard place < vector.count else { return false }
        if source.tag == Tag.double {
          vector.elements[unchecked: place] = source.rawDouble
        } else if source.tag == Tag.integer, source.rawInteger != .min {
          vector.elements[unchecked: place] = Double(source.rawInteger)
        } else {
          return false
        }
      case .integer:
        let vector = unsafeDowncast(object, to: IntegerVector.self)
        guard place < vector.count, source.tag == Tag.integer else { return false }
        vector.elements[unchecked: place] = source.rawInteger
      case .logical:
        let vector = unsafeDowncast(object, to: LogicalVector.self)
        guard place < vector.count, source.tag == Tag.logical else { return false }
        vector.elements[unchecked: place] = source.rawInteger
      case .character:
        let vector = unsafeDowncast(object, to: CharacterVector.self)
        guard place < vector.count, case .string(let string) = source.pointee else { return false }
        vector.elements[unchecked: place] = string
      case .list where inList:
        return storeInList(unsafeDowncast(object, to: ListVector.self), place, source)
      default: return false
      }
      return true
    }
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
    UnsafeMutableRawPointer(register).withMemoryRebound(to: Object.self, capacity: 1) {
      isKnownUniquelyReferenced(&$0.pointee)
    }
  }

  /// The next element of a sequence of a `for` over integers or doubles.
  @inline(__always)
  static func quickNext(_ sequence: Registers, _ element: Registers) -> Bool {
    guard sequence.tag == Tag.object else { return false }
    let position = Int((sequence + 1).rawInteger)
    return sequence.rawObject._withUnsafeGuaranteedRef { object in
      switch object.kind {
      case .integer:
        let vector = unsafeDowncast(object, to: IntegerVector.self)
        guard position < vector.count else { return false }
        if let start = vector.compactStart {
          element.set(integer: start &+ Int32(truncatingIfNeeded: position))
        } else {
          element.set(integer: vector.elements[unchecked: position])
        }
      case .double:
        let vector = unsafeDowncast(object, to: DoubleVector.self)
        guard position < vector.count else { return false }
        element.set(double: vector.elements[unchecked: position])
      default: return false
      }
      (sequence + 1).set(integer: Int32(truncatingIfNeeded: position + 1))
      return true
    }
  }
}

extension UnsafeMutableBufferPointer {
  /// An element without a check of bounds, where the machine has just made it.
  @inline(__always)
  subscript(unchecked position: Int) -> Element {
    get { baseAddress.unsafelyUnwrapped[position] }
    nonmutating set { baseAddress.unsafelyUnwrapped[position] = newValue }
  }
}
