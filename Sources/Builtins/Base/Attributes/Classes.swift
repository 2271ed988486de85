import ApusInterpreter

/// Classes of objects and equality of values.
enum Classes {
  static var all: [Builtin] {
    [getClass, setClass, oldClass, setOldClass, unclass, inherits, identical]
  }

  static let getClass = Builtin(.primitive, "class(x)") { call throws(Unwind) in
    let own = call[0].attribute(.class_)
    return own.isNull ? .strings(implicit(call[0], call.strings)) : own
  }

  /// The class of what has no class attribute, as `class()` shows it.
  static func implicit(_ value: Value, _ strings: StringPool) -> [StringHandle] {
    if let dimensions = value.dimensions {
      return dimensions.count == 2
        ? [Symbol.matrix.handle, Symbol.array.handle] : [Symbol.array.handle]
    }
    switch value.kind {
    case .double: return [Symbol.numeric.handle]
    case .closure, .builtin: return [Symbol.function_.handle]
    case .symbol: return [strings.intern("name")]
    case .call: return [callClass(value, strings)]
    default: return [strings.intern(value.kind.typeName)]
    }
  }

  private static func callClass(_ value: Value, _ strings: StringPool) -> StringHandle {
    switch value.call?.name {
    case let name? where [
      Symbol.if_, .while_, .for_, .equalAssign, .assign_, .parenthesis, .brace,
    ].contains(name):
      return name.handle
    default: return Symbol.call.handle
    }
  }

  static let setClass = Builtin(.primitive, "class<-(x, value)") { call throws(Unwind) in
    if call[0].isNull, call[1].isNull { return .null }
    if call[1].count > 0, call[1].kind != .character {
      throw call.error("attempt to set invalid 'class' attribute")
    }
    var change = try AttributeChange(call)
    guard let classes = call[1].characterVector, classes.count == 1 else {
      try change.setClass(call[1])
      return change.result
    }
    try setSingle(call.strings.text(classes.elements[0]), call[1], &change, call)
    return change.result
  }

  /// The name of a basic type converts to it instead of becoming an attribute.
  private static func setSingle(
    _ name: String, _ value: Value, _ change: inout AttributeChange, _ call: borrowing Invocation
  ) throws(Unwind) {
    let kind = change.target.kind
    let rank = call[0].dimensions?.count ?? 0
    switch name {
    case "numeric":
      change.target.setAttribute(.class_, .null)
      if !kind.isNumeric { try change.convert(to: .double) }
    case "matrix":
      guard rank == 2 else {
        throw call.error(
          "invalid to set the class to matrix unless the dimension attribute is of length 2 (was \(rank))"
        )
      }
      change.target.setAttribute(.class_, .null)
    case "array":
      guard rank > 0 else {
        throw call.error(
          "cannot set class to \"array\" unless the dimension attribute has length > 0")
      }
      change.target.setAttribute(.class_, .null)
    case "function" where kind == .closure || kind == .builtin:
      change.target.setAttribute(.class_, .null)
    case kind.typeName where kind != .double:
      change.target.setAttribute(.class_, .null)
    case "name", "environment", "externalptr", "symbol", "builtin", "NULL":
      throw call.error(
        "\"\(name)\" can only be set as the class if the object has this type; found \"\(kind.typeName)\""
      )
    default:
      if let other = vectorKinds[name], kind.isVector {
        change.target.setAttribute(.class_, .null)
        try change.convert(to: other)
      } else {
        try change.setClass(value)
      }
    }
  }

  private static let vectorKinds: [String: Kind] = [
    "logical": .logical, "integer": .integer, "complex": .complex, "character": .character,
    "raw": .raw, "list": .list, "expression": .expression, "double": .double,
  ]

  static let oldClass = Builtin(.primitive, "oldClass(x)") { call throws(Unwind) in
    call[0].attribute(.class_)
  }

  static let setOldClass = Builtin(.primitive, "oldClass<-(x, value)") { call throws(Unwind) in
    if call[0].isNull, call[1].isNull { return .null }
    var change = try AttributeChange(call)
    try change.setClass(call[1])
    return change.result
  }

  static let unclass = Builtin(.primitive, "unclass(x)") { call throws(Unwind) in
    guard case .object(let object) = call[0], object.hasClass else { return call[0] }
    if object.kind == .environment { throw call.error("cannot unclass an environment") }
    let copy = object.shallowCopy()
    copy.setAttribute(.class_, .null)
    if let vector = copy as? Vector { return Value(vector) }
    return .object(copy)
  }

  static let inherits = Builtin(.internal, "inherits(x, what, which)") { call throws(Unwind) in
    guard let what = call[1].characterVector else {
      throw call.error("'what' must be a character vector")
    }
    guard call[2].kind == .logical, call[2].count == 1 else {
      throw call.error("'which' must be a length 1 logical vector")
    }
    let wantsPlaces = try call.logicals(2).elements[0] != 0
    let own = call[0].attribute(.class_).characterVector.map { Array($0.elements) }
    let classes = own ?? implicit(call[0], call.strings)
    let places = what.elements.map { name in
      classes.firstIndex(of: name).map { Int32($0 + 1) } ?? 0
    }
    return wantsPlaces ? .integers(places) : .logical(places.contains { $0 > 0 })
  }

  /// `identical(x, y, num.eq, attrib.as.set)`.
  static let identical = Builtin(.internal, "identical(x, y, num.eq, attrib.as.set)") {
    call throws(Unwind) in
    guard ValueKey.isSame(call[0], call[1]) else { return .false }
    if try !call.flag(2, "num.eq"), !haveSameSigns(call[0], call[1]) { return .false }
    if try !call.flag(3, "attrib.as.set") {
      let one = call[0].attributes?.entries.map(\.name) ?? []
      let other = call[1].attributes?.entries.map(\.name) ?? []
      if one != other { return .false }
    }
    return .true
  }

  /// Whether zeros have the same sign.
  private static func haveSameSigns(_ one: Value, _ other: Value) -> Bool {
    guard let one = one.vector as? DoubleVector, let other = other.vector as? DoubleVector else {
      return true
    }
    return zip(one.elements, other.elements).allSatisfy { $0.sign == $1.sign || $0.isNaN }
  }
}
