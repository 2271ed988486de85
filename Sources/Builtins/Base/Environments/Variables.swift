import ApusInterpreter

/// Variables by name: `assign`, `get`, `exists`, `mget`, `rm`, `ls`, and environments as lists.
enum Variables {
  static var all: [Builtin] {
    [assign, get, get0, exists, mget, remove, ls, list2env, env2list]
  }

  static let assign = Builtin(.internal, "assign(x, value, envir, inherits)") {
    call throws(Unwind) in
    let name = try variableName(call, 0)
    if call[0].count > 1 {
      try call.warning("only the first element is used as variable name")
    }
    var target = try place(call, 2)
    if try call.flag(3, "inherits") {
      var here: Environment? = target
      while let candidate = here, candidate.lookup(name) == nil { here = candidate.parent }
      target = here ?? call.interpreter.globalEnvironment
    }
    try Variables.set(name, call[1], in: target, call)
    call.interpreter.isVisible = false
    return call[1]
  }

  /// Assigns, so that errors belong to the call.
  static func set(
    _ name: Symbol, _ value: Value, in environment: Environment, _ call: borrowing Invocation
  ) throws(Unwind) {
    do {
      try environment.assign(name, value)
    } catch .error(let condition) where condition.call.isNull {
      throw call.error(condition.message)
    }
  }

  /// The first string as a variable name.
  private static func variableName(
    _ call: borrowing Invocation, _ position: Int
  ) throws(Unwind) -> Symbol {
    if case .string(let name) = call[position], name != .empty { return Symbol(name) }
    guard let names = call[position].characterVector, names.count > 0,
      names.elements[0] != .empty
    else { throw call.error("invalid first argument") }
    return Symbol(names.elements[0])
  }

  private static func place(
    _ call: borrowing Invocation, _ position: Int
  ) throws(Unwind) -> Environment {
    if let environment = call[position].asEnvironment { return environment }
    throw call.error(
      call[position].isNull
        ? "use of NULL environment is defunct" : "invalid '\("envir")' argument")
  }

  // MARK: - Reading

  static let get = Builtin(.internal, "get(x, envir, mode, inherits)") { call throws(Unwind) in
    let name = try variableName(call, 0)
    if call[0].count > 1 { throw call.error("first argument has length > 1") }
    let mode = try call.text(2, "mode")
    guard let value = try find(name, try place(call, 1), mode, try call.flag(3, "inherits"))
    else {
      let text = call.strings.text(name)
      throw call.error(
        mode == "any"
          ? "object '\(text)' not found" : "object '\(text)' of mode '\(mode)' was not found")
    }
    if value.isMissingArgument {
      throw call.error("argument \"\(call.strings.text(name))\" is missing, with no default")
    }
    return value
  }

  static let get0 = Builtin(.internal, "get0(x, envir, mode, inherits, ifnotfound)") {
    call throws(Unwind) in
    let name = try variableName(call, 0)
    let mode = try call.text(2, "mode")
    return try find(name, try place(call, 1), mode, try call.flag(3, "inherits")) ?? call[4]
  }

  static let exists = Builtin(.internal, "exists(x, envir, mode, inherits)") {
    call throws(Unwind) in
    let name = try variableName(call, 0)
    let environment = try place(call, 1)
    let inherits = try call.flag(3, "inherits")
    let mode = try call.text(2, "mode")
    if mode == "any" {
      // The value is not wanted: promises stay unforced.
      var here: Environment? = environment
      while let candidate = here {
        if candidate.lookup(name) != nil { return .true }
        here = inherits ? candidate.parent : nil
      }
      return .false
    }
    return .logical(try find(name, environment, mode, inherits) != nil)
  }

  /// The value of a variable of a mode, looked for outwards if `inherits`.
  private static func find(
    _ name: Symbol, _ start: Environment, _ mode: String, _ inherits: Bool
  ) throws(Unwind) -> Value? {
    var here: Environment? = start
    while let environment = here {
      if let value = try environment.value(name), hasMode(value, mode) { return value }
      here = inherits ? environment.parent : nil
    }
    return nil
  }

  private static func hasMode(_ value: Value, _ mode: String) -> Bool {
    switch mode {
    case "any": true
    case "function": value.isFunction
    case "numeric": value.kind.isNumeric
    case "name": value.kind == .symbol
    default: value.kind.typeName == mode
    }
  }

  /// `mget(x, envir, mode, ifnotfound, inherits)`: the last values are used for what is not found.
  static let mget = Builtin(.internal, "mget(x, envir, mode, ifnotfound, inherits)") {
    call throws(Unwind) in
    guard let names = call[0].characterVector else { throw call.error("invalid first argument") }
    let environment = try place(call, 1)
    let modes = try call.characters(2).elements
    let inherits = try call.flag(4, "inherits")
    let defaults = call[3].list
    let result = ListVector(count: names.count)
    for k in 0..<names.count {
      let mode = call.strings.text(modes[k % modes.count])
      if let value = try find(Symbol(names.elements[k]), environment, mode, inherits) {
        result.elements[k] = value
      } else if let defaults, defaults.count > 0 {
        let other = defaults.elements[k % defaults.count]
        result.elements[k] =
          other.isFunction
          ? try call.interpreter.call(other, [Argument(.string(names.elements[k]))]) : other
      } else {
        throw .error(
          .error("value for \u{2018}\(call.strings.text(names.elements[k]))\u{2019} not found"))
      }
    }
    result.setAttribute(.names, .strings(Array(names.elements)))
    return .object(result)
  }

  // MARK: - Removing and listing

  static let remove = Builtin(.internal, "remove(list, envir, inherits)") { call throws(Unwind) in
    guard let names = call[0].characterVector else { throw call.error("invalid first argument") }
    let environment = try place(call, 1)
    let inherits = try call.flag(2, "inherits")
    if environment.isBase {
      let isNamespace = environment === call.interpreter.baseNamespace
      throw call.error(
        "cannot remove variables from \(isNamespace ? "base namespace" : "the base environment")")
    }
    for name in names.elements {
      var here: Environment? = environment
      var isDone = false
      while let candidate = here, !isDone {
        if candidate.lookup(Symbol(name)) != nil {
          if candidate.isLocked {
            throw call.error("cannot remove bindings from a locked environment")
          }
          isDone = candidate.remove(Symbol(name))
        }
        here = inherits ? candidate.parent : nil
      }
      if !isDone { try call.warning("object '\(call.strings.text(name))' not found") }
    }
    call.interpreter.isVisible = false
    return .null
  }

  static let ls = Builtin(.internal, "ls(envir, all.names, sorted)") { call throws(Unwind) in
    let environment = try call.environment(0, "invalid 'envir' argument")
    return .object(
      CharacterVector(
        EnvironmentListing.names(
          environment, all: try call.flag(1, "all.names"), sorted: try call.flag(2, "sorted"))))
  }

  // MARK: - Lists

  static let list2env = Builtin(.internal, "list2env(x, envir)") { call throws(Unwind) in
    guard let list = call[0].list ?? call[0].vector as? ListVector else {
      throw call.error("first argument must be a named list")
    }
    let names = call[0].namesVector
    guard list.count == 0 || names?.count == list.count else {
      throw call.error("names(x) must be a character vector of the same length as x")
    }
    let environment = try call.environment(1, "'envir' argument must be an environment")
    for k in 0..<list.count {
      let name = names?.elements[k] ?? .empty
      if name == .empty { throw call.error("zero-length name in list2env") }
      try set(Symbol(name), list.elements[k], in: environment, call)
    }
    return .object(environment)
  }

  static let env2list = Builtin(.internal, "env2list(x, all.names, sorted)") {
    call throws(Unwind) in
    let environment = try call.environment(0, "argument must be an environment")
    let names = EnvironmentListing.names(
      environment, all: try call.flag(1, "all.names"), sorted: try call.flag(2, "sorted"))
    let result = ListVector(count: names.count)
    for k in 0..<names.count {
      result.elements[k] = try environment.value(Symbol(names[k])) ?? .null
    }
    result.setAttribute(.names, .object(CharacterVector(names)))
    return .object(result)
  }
}
