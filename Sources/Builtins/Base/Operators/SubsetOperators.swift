import ApusInterpreter

/// `[`, `[[`, `$`, `@` and their replacement forms as functions.
enum SubsetOperators {
  static var all: [Builtin] {
    [
      subset, element, member, slot, assignSubset, assignElement, assignMember, assignSlot,
      dotSubset, dotElement,
    ]
  }

  private static let subset = Builtin(.primitive, "[(x, ...)", dispatch: .generic) {
    call throws(Unwind) in try subset(call)
  }

  /// `.subset`: as `[` without methods.
  private static let dotSubset = Builtin(.primitive, ".subset(x, ...)") {
    call throws(Unwind) in try subset(call)
  }

  private static let element = Builtin(.primitive, "[[(x, ...)", dispatch: .generic) {
    call throws(Unwind) in try element(call)
  }

  private static let dotElement = Builtin(.primitive, ".subset2(x, ...)") {
    call throws(Unwind) in try element(call)
  }

  private static func subset(_ call: borrowing Invocation) throws(Unwind) -> Value {
    guard call.count > 0 else { throw call.error("invalid subsetting") }
    var drop = true
    var indices: [Value] = []
    indices.reserveCapacity(call.count)
    for k in 1..<max(call.count, 1) {
      if !call.names.isEmpty, call.name(k) == .drop {
        if case .logical(let truth) = call[k] {
          drop = truth != 0
        } else {
          drop = try call.logicals(k).elements.first != 0
        }
      } else {
        indices.append(call[k])
      }
    }
    return try call.interpreter.subset(call[0], indices, drop: drop, call: call.call)
  }

  private static func element(_ call: borrowing Invocation) throws(Unwind) -> Value {
    guard call.count > 0 else { throw call.error("invalid subsetting") }
    var matching = NameMatching.exact
    var indices: [Value] = []
    for k in 1..<max(call.count, 1) {
      if !call.names.isEmpty, call.name(k) == .exact {
        let truth = try call.logicals(k).elements.first ?? 1
        matching = truth.isMissing ? .partialWarning : (truth == 0 ? .partial : .exact)
      } else if call.names.isEmpty || call.name(k) != .drop {
        indices.append(call[k])
      }
    }
    return try call.interpreter.element(call[0], indices, matching: matching, call: call.call)
  }

  /// The name has been taken as it was written.
  private static let member = Builtin(.primitive, "$(x, name)", dispatch: .generic) {
    call throws(Unwind) in
    guard !call.isAbsent(1), let name = call[1].name else {
      throw call.error("invalid subscript type '\(call[1].kind.typeName)'")
    }
    return try call.interpreter.member(call[0], name, call: call.call)
  }

  private static let assignSubset = Builtin(.primitive, "[<-(x, ...)", dispatch: .generic) {
    call throws(Unwind) in
    let indices = try indices(call, "[<-")
    try call.interpreter.assignSubset(
      &call.arguments[0], indices, call[call.count - 1], call: call.call)
    return call.takeFirst()
  }

  private static let assignElement = Builtin(.primitive, "[[<-(x, ...)", dispatch: .generic) {
    call throws(Unwind) in
    let indices = try indices(call, "[[<-")
    try call.interpreter.assignElement(
      &call.arguments[0], indices, call[call.count - 1], call: call.call)
    return call.takeFirst()
  }

  private static let assignMember = Builtin(
    .primitive, "$<-(x, name, value)", dispatch: .generic
  ) { call throws(Unwind) in
    guard !call.isAbsent(2), let name = call[1].name else {
      throw call.error("invalid subscript type '\(call[1].kind.typeName)'")
    }
    try call.interpreter.assignMember(&call.arguments[0], name, call[2], call: call.call)
    return call.takeFirst()
  }

  /// What lies between the object and the value.
  private static func indices(
    _ call: borrowing Invocation, _ name: String
  ) throws(Unwind) -> [Value] {
    guard call.count >= 2 else {
      throw call.error("invalid number of arguments to '\(name)'")
    }
    return call.arguments[1..<call.count - 1].map { $0 }
  }
}

// MARK: - Slots

extension SubsetOperators {
  private static let slot = Builtin(.primitive, "@(object, name)") { call throws(Unwind) in
    guard let name = call[1].name else {
      throw call.error("invalid type or length for slot name")
    }
    if name == .dotData { return call.interpreter.unclass(call[0]) }
    let value = call[0].attribute(name)
    if !value.isNull {
      // A slot that holds NULL is kept as the name that says so.
      if let mark = value.symbol, call.strings.text(mark) == "\u{1}NULL\u{1}" { return .null }
      return value
    }
    let text = call.strings.text(name)
    let classes = call.interpreter.classNames(of: call[0]).characterVector
    let className = classes.map { call.strings.text($0.elements[0]) } ?? ""
    if call[0].object?.flags.contains(.isS4) ?? false {
      throw call.error("no slot of name \"\(text)\" for this object of class \"\(className)\"")
    }
    throw call.error(
      "no applicable method for `@` applied to an object of class \"\(className)\"")
  }

  private static let assignSlot = Builtin(.primitive, "@<-(object, name, value)") {
    call throws(Unwind) in
    guard let name = call[1].name else {
      throw call.error("invalid type or length for slot name")
    }
    let value = call[2].isNull ? .symbol(call.strings.symbol("\u{1}NULL\u{1}")) : call[2]
    guard let object = call[0].object else { return call[0] }
    let copy = object.shallowCopy()
    copy.setAttribute(name, value)
    return .object(copy)
  }
}
