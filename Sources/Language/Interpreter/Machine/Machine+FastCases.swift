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

  /// A comparison of plain scalars: 1 or 0; −1 if it needs the general rules.
  @inline(__always)
  static func quickTest(_ operation: ComparisonOperator, _ x: Registers, _ y: Registers) -> Int32 {
    switch operation {
    case .less: test(x, y) { $0 < $1 }
    case .greater: test(x, y) { $0 > $1 }
    case .lessOrEqual: test(x, y) { $0 <= $1 }
    case .greaterOrEqual: test(x, y) { $0 >= $1 }
    case .equal: compareEqual(x, y).map { $0 ? 1 : 0 } ?? -1
    case .notEqual: compareEqual(x, y).map { $0 ? 0 : 1 } ?? -1
    }
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
    return source.rawObject._withUnsafeGuaranteedRef { object in
      guard object.kind.isVector, !object.hasAttributes else { return false }
      let vector = unsafeDowncast(object, to: Vector.self)
      guard UInt(bitPattern: place) < UInt(bitPattern: vector.count), let elements = vector.storage
      else { return compactElement(object, place, target) }
      switch object.kind {
      case .double: target.set(double: elements.load(fromByteOffset: place &* 8, as: Double.self))
      case .integer: target.set(integer: elements.load(fromByteOffset: place &* 4, as: Int32.self))
      case .logical: target.set(logical: elements.load(fromByteOffset: place &* 4, as: Int32.self))
      case .character: target.set(string: elements.load(fromByteOffset: place &* 4, as: Int32.self))
      case .list where inList:
        target.assign(from: elements.assumingMemoryBound(to: Value.self) + place)
      default: return false
      }
      return true
    }
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
    _ source: Registers, _ index: Registers, _ target: Registers, inList: Bool
  ) -> Bool {
    quickElement(source, index, target, inList: inList)
  }

  /// Stores one element in place in a vector that only this register refers to.
  @inline(__always)
  static func quickStore(
    _ target: Registers, _ index: Registers, _ source: Registers, inList: Bool
  ) -> Bool {
    guard target.tag == Tag.object else { return false }
    let place = position(index)
    guard isUniquelyHeld(target) else { return false }
    return target.rawObject._withUnsafeGuaranteedRef { object in
      guard object.kind.isVector, !object.hasAttributes else { return false }
      let vector = unsafeDowncast(object, to: Vector.self)
      guard UInt(bitPattern: place) < UInt(bitPattern: vector.count), let elements = vector.storage
      else { return storeElsewhere(object, place, source, inList: inList) }
      let tag = source.tag
      switch object.kind {
      case .double where tag == Tag.double:
        elements.storeBytes(of: source.rawDouble, toByteOffset: place &* 8, as: Double.self)
      case .integer where tag == Tag.integer, .logical where tag == Tag.logical,
        .character where tag == Tag.string:
        elements.storeBytes(of: source.rawInteger, toByteOffset: place &* 4, as: Int32.self)
      default: return storeElsewhere(object, place, source, inList: inList)
      }
      return true
    }
  }

  /// The same where a number must be converted, a sequence written out or a list made longer.
  @inline(never)
  static func storeElsewhere(
    _ object: Object, _ place: Int, _ source: Registers, inList: Bool
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
    case let list as ListVector where inList && list.kind == .list:
      return storeInList(list, place, source)
    default: return false
    }
    return true
  }

  @inline(never)
  static func anyStore(
    _ target: Registers, _ index: Registers, _ source: Registers, inList: Bool
  ) -> Bool {
    quickStore(target, index, source, inList: inList)
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
    let position = (sequence + 1).rawInteger
    return sequence.rawObject._withUnsafeGuaranteedRef { object in
      guard object.kind.isNumeric else { return false }
      let vector = unsafeDowncast(object, to: Vector.self)
      guard Int(position) < vector.count else { return false }
      if object.kind == .integer {
        if let elements = vector.storage {
          element.set(integer: elements.load(fromByteOffset: Int(position) &* 4, as: Int32.self))
        } else {
          element.set(integer: unsafeDowncast(object, to: IntegerVector.self).start &+ position)
        }
      } else {
        guard let elements = vector.storage else { return false }
        element.set(double: elements.load(fromByteOffset: Int(position) &* 8, as: Double.self))
      }
      UnsafeMutableRawPointer(sequence + 1).storeBytes(of: position &+ 1, as: Int32.self)
      return true
    }
  }
}
