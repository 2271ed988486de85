import ApusInterpreter

/// Classes of objects and equality of values.
enum Classes {
  static var all: [Builtin] {
    [getClass, setClass, oldClass, setOldClass, unclass, inherits, identical]
  }

  static let getClass = Builtin(.primitive, "class(x)") { call throws(Unwind) in
    if call.isNotGiven(0) { throw call.wrongCount("class", requires: 1) }
    return call.interpreter.classNames(of: call[0])
  }

  static let setClass = Builtin(.primitive, "class<-(x, value)") { call throws(Unwind) in
    if call[0].isNull, call[1].isNull { return .null }
    if call[0].isS4, call[1].isNull {
      try call.warning(
        "Setting class(x) to NULL;   result will no longer be an S4 object")
      call.arguments[0].changeObject { $0.flags.remove(.isS4) }
    }
    try call.interpreter.assignClass(&call.arguments[0], call[1], call: call.call)
    return call.takeFirst()
  }

  static let oldClass = Builtin(.primitive, "oldClass(x)") { call throws(Unwind) in
    if call[0].isS4 {
      let old = call[0].attribute(.dotS3Class)
      if !old.isNull { return old }
    }
    return call[0].attribute(.class_)
  }

  static let setOldClass = Builtin(.primitive, "oldClass<-(x, value)") {
    call throws(Unwind) in
    if call[0].isNull, call[1].isNull { return .null }
    if call[0].isS4, call[1].isNull {
      call.arguments[0].changeObject { $0.flags.remove(.isS4) }
    }
    try call.interpreter.assignOldClass(&call.arguments[0], call[1], call: call.call)
    return call.takeFirst()
  }

  static let unclass = Builtin(.primitive, "unclass(x)") { call throws(Unwind) in
    if call[0].kind == .environment, call[0].hasClass {
      throw call.error("cannot unclass an environment")
    }
    return call.interpreter.unclass(call[0])
  }

  static let inherits = Builtin(.internal, "inherits(x, what, which)") { call throws(Unwind) in
    guard let what = call[1].characterVector else {
      throw call.error("'what' must be a character vector")
    }
    guard call[2].kind == .logical, call[2].count == 1 else {
      throw call.error("'which' must be a length 1 logical vector")
    }
    let wantsPlaces = try call.logicals(2).elements[0] != 0
    let names = call.interpreter.classNames(of: call[0]).characterVector
    var classes = names.map { Array($0.elements) } ?? []
    if call[0].isS4 { classes = call.interpreter.classes(of: call[0]) }
    let places = what.elements.map { name in
      classes.firstIndex(of: name).map { Int32($0 + 1) } ?? 0
    }
    return wantsPlaces ? .integers(places) : .logical(places.contains { $0 > 0 })
  }

  static let identical = Builtin(
    .internal,
    "identical(x, y, num.eq, single.NA, attrib.as.set, ignore.environment, ignore.srcref)"
  ) { call throws(Unwind) in
    var rules = IdentityRules()
    let names = ["num.eq", "single.NA", "attrib.as.set", "ignore.environment", "ignore.srcref"]
    var flags: [Bool] = []
    for (k, name) in names.enumerated() {
      guard let flag = try call.logicals(k + 2).elements.first, !flag.isMissing else {
        throw call.error("invalid '\(name)' value")
      }
      flags.append(flag != 0)
    }
    rules.comparesNumbersByValue = flags[0]
    rules.hasSingleMissing = flags[1]
    rules.ignoresAttributeOrder = flags[2]
    rules.ignoresEnvironment = flags[3]
    rules.ignoresSource = flags[4]
    return .logical(call.interpreter.identical(call[0], call[1], rules))
  }
}
