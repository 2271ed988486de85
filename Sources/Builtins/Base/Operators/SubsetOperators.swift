import ApusInterpreter

/// `[`, `[[`, `$` and their replacement forms as functions.
enum SubsetOperators {
  static var all: [Builtin] {
    [
      subset, element, member, assignSubset, assignElement, assignMember, dotSubset, dotElement,
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
    guard call.count > 0 else { return .null }
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
    guard call.count > 0 else { return .null }
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
    try call.checkComplete()
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
    if let written = call.call.call, written.name == .dollarAssign, written.arguments.count < 3,
      !written.arguments.contains(where: { $0.value.symbol == .dots })
    {
      throw call.wrongCount("$<-", requires: 3)
    }
    guard call.count == 3, let name = call[1].name else {
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
