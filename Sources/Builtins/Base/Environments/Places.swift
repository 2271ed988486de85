import ApusInterpreter

/// Environments themselves: making them, their parents and names, and the search path.
enum Places {
  static var all: [Builtin] {
    [
      newEnv, emptyenv, globalenv, baseenv, parentEnv, setParentEnv, asEnvironment, posToEnv,
      environmentName, isEnvironment, search, attach, attachPackage, detach, environment,
      setEnvironment, isNamespace, envProfile,
    ].map(\.needingFrame)
  }

  static let newEnv = Builtin(.internal, "new.env(hash, parent, size)") { call throws(Unwind) in
    let parent = try call.environment(1, "'enclos' must be an environment")
    let environment = Environment(parent: parent, interpreter: call.interpreter)
    environment.isHashed = try call.flag(0, "hash")
    return .object(environment)
  }

  static let emptyenv = Builtin(.primitive, "emptyenv()") { call throws(Unwind) in
    .object(call.interpreter.emptyEnvironment)
  }

  static let globalenv = Builtin(.primitive, "globalenv()") { call throws(Unwind) in
    .object(call.interpreter.globalEnvironment)
  }

  static let baseenv = Builtin(.primitive, "baseenv()") { call throws(Unwind) in
    .object(call.interpreter.baseEnvironment)
  }

  static let parentEnv = Builtin(.internal, "parent.env(env)") { call throws(Unwind) in
    let environment = try call.environment(0, "argument is not an environment")
    guard environment !== call.interpreter.emptyEnvironment else {
      throw call.error("the empty environment has no parent")
    }
    return .object(environment.parent ?? call.interpreter.emptyEnvironment)
  }

  static let setParentEnv = Builtin(.internal, "parent.env<-(env, value)") {
    call throws(Unwind) in
    let environment = try call.environment(0, "argument is not an environment")
    guard environment !== call.interpreter.emptyEnvironment else {
      throw call.error("can not set parent of the empty environment")
    }
    environment.setParent(try call.environment(1, "'parent' is not an environment"))
    return call[0]
  }

  static let isEnvironment = Builtin(.primitive, "is.environment(x)") { call throws(Unwind) in
    .logical(call[0].kind == .environment || call[0].isS4 && call[0].asEnvironment != nil)
  }

  // MARK: - The environment of a function

  static let environment = Builtin(.internal, "environment(fun)") { call throws(Unwind) in
    if let closure = call[0].object as? Closure { return .object(closure.environment) }
    if call[0].isNull {
      return try call.interpreter.evaluate(
        .object(Call(.parentFrame)), in: call.environment)
    }
    return call[0].attribute(call.strings.symbol(".Environment"))
  }

  static let setEnvironment = Builtin(.primitive, "environment<-(fun, value)") {
    call throws(Unwind) in
    if let closure = call[0].object as? Closure {
      guard let environment = call[1].asEnvironment else {
        throw call.error("replacement object is not an environment")
      }
      return .object(call.interpreter.move(closure, to: environment))
    }
    guard call[1].isNull || call[1].asEnvironment != nil else {
      throw call.error("replacement object is not an environment")
    }
    try call.interpreter.assignAttribute(
      &call.arguments[0], call.strings.symbol(".Environment"), call[1], call: call.call)
    return call.takeFirst()
  }

  // MARK: - The search path

  /// The environments from the global one to base.
  static func searchPath(_ interpreter: Interpreter) -> [Environment] {
    var path: [Environment] = []
    var here: Environment? = interpreter.globalEnvironment
    while let environment = here {
      path.append(environment)
      if environment === interpreter.baseEnvironment { break }
      here = environment.parent
    }
    return path
  }

  private static func searchName(_ environment: Environment, _ interpreter: Interpreter) -> String {
    if environment === interpreter.globalEnvironment { return ".GlobalEnv" }
    if environment === interpreter.baseEnvironment { return "package:base" }
    if let name = Value.object(environment).attribute(interpreter.strings.symbol("name"))
      .characterVector, name.count > 0
    {
      return interpreter.strings.text(name.elements[0])
    }
    return environment.name ?? "(unknown)"
  }

  static let search = Builtin(.internal, "search()") { call throws(Unwind) in
    let interpreter = call.interpreter
    return .strings(
      searchPath(interpreter).map { interpreter.strings.intern(searchName($0, interpreter)) })
  }

  static let asEnvironment = Builtin(.primitive, "as.environment(x)", dispatch: .generic) {
    call throws(Unwind) in
    if let environment = call[0].asEnvironment { return .object(environment) }
    switch call[0].kind {
    case .double, .integer: return try atPosition(call)
    case .character: return try named(call)
    case .null: throw call.error("using 'as.environment(NULL)' is defunct")
    case .list:
      let environment = Environment(
        parent: call.interpreter.emptyEnvironment, interpreter: call.interpreter)
      environment.isHashed = false
      guard let list = call[0].list else { break }
      let names = call[0].namesVector
      guard list.count == 0 || names != nil else {
        throw call.error("names(x) must be a character vector of the same length as x")
      }
      for k in 0..<list.count {
        environment.define(Symbol(names?.elements[k] ?? .empty), list.elements[k])
      }
      return .object(environment)
    default: break
    }
    throw call.error(
      call[0].kind == .s4
        ? "S4 object does not extend class \"environment\"" : "invalid object for 'as.environment'")
  }

  static let posToEnv = Builtin(.primitive, "pos.to.env(x)") { call throws(Unwind) in
    if call[0].asEnvironment != nil { return call[0] }
    return try atPosition(call)
  }

  /// The environment at a place of the search path; −1 is where the function was called from.
  private static func atPosition(_ call: borrowing Invocation) throws(Unwind) -> Value {
    let position = try call.integer(0, "pos")
    if position == -1 {
      return try call.interpreter.evaluate(.object(Call(.parentFrame)), in: call.environment)
    }
    let path = searchPath(call.interpreter)
    guard position >= 1, position <= path.count else {
      throw call.error("invalid 'pos' argument")
    }
    return .object(path[Int(position) - 1])
  }

  private static func named(_ call: borrowing Invocation) throws(Unwind) -> Value {
    let wanted = try call.text(0, "name")
    if wanted == "base" { return .object(call.interpreter.baseEnvironment) }
    let found = searchPath(call.interpreter).first {
      searchName($0, $0.interpreter) == wanted
    }
    guard let found else { throw call.error("no item called \"\(wanted)\" on the search list") }
    return .object(found)
  }

  static let environmentName = Builtin(.internal, "environmentName(env)") { call throws(Unwind) in
    let interpreter = call.interpreter
    guard let environment = call[0].environment else { return .string(.empty) }
    let name: String
    if environment === interpreter.globalEnvironment {
      name = "R_GlobalEnv"
    } else if environment.isBase {
      name = "base"
    } else if environment === interpreter.emptyEnvironment {
      name = "R_EmptyEnv"
    } else if let own = environment.name {
      name = own.hasPrefix("namespace:") ? String(own.dropFirst(10)) : own
    } else {
      let own = call[0].attribute(interpreter.strings.symbol("name")).characterVector
      name = own.flatMap { $0.count > 0 ? interpreter.strings.text($0.elements[0]) : nil } ?? ""
    }
    return .string(interpreter.strings.intern(name))
  }

  /// `attach(x, pos, name)`: variables of a list or copies of those of an environment.
  static let attach = Builtin(.internal, "attach(what, pos, name)") { call throws(Unwind) in
    let interpreter = call.interpreter
    let environment = Environment(parent: nil, interpreter: interpreter)
    if let source = call[0].asEnvironment {
      for symbol in source.symbols {
        if let value = try source.value(symbol) { environment.define(symbol, value) }
      }
    } else if let list = call[0].list {
      guard let names = call[0].namesVector ?? (list.count == 0 ? CharacterVector(count: 0) : nil)
      else { throw call.error("all elements of a list must be named") }
      for k in 0..<list.count { environment.define(Symbol(names.elements[k]), list.elements[k]) }
    } else if !call[0].isNull {
      throw call.error("'attach' only works for lists, data frames and environments")
    }
    environment.isWatched = true
    environment.setAttribute(interpreter.strings.symbol("name"), call[2])
    insert(environment, at: try call.integer(1, "pos"), interpreter)
    interpreter.isVisible = false
    return .object(environment)
  }

  /// Puts a package that was taken off the search path there again.
  static let attachPackage = Builtin(.internal, "attachPackage(name, pos)") {
    call throws(Unwind) in
    let name = call.strings.symbol(try call.text(0, "name"))
    guard let environment = call.interpreter.exports[name] else {
      throw call.error("no package of that name")
    }
    insert(environment, at: try call.integer(1, "pos"), call.interpreter)
    return .null
  }

  private static func insert(
    _ environment: Environment, at position: Int32, _ interpreter: Interpreter
  ) {
    let path = searchPath(interpreter)
    let above = path[min(max(0, Int(position) - 2), path.count - 2)]
    environment.setParent(above.parent)
    above.setParent(environment)
  }

  static let detach = Builtin(.internal, "detach(pos)") { call throws(Unwind) in
    let position = Int(try call.integer(0, "pos"))
    let path = searchPath(call.interpreter)
    guard position > 1, position <= path.count else { throw call.error("invalid 'pos' argument") }
    guard position < path.count else {
      throw call.error("detaching \"package:base\" is not allowed")
    }
    path[position - 2].setParent(path[position - 1].parent)
    call.interpreter.isVisible = false
    return .object(path[position - 1])
  }

  // MARK: - Namespaces

  static let isNamespace = Builtin(.internal, "isNamespaceEnv(ns)") { call throws(Unwind) in
    guard let environment = call[0].environment else { return .false }
    return .logical(
      environment === call.interpreter.baseNamespace
        || call.interpreter.namespaces.values.contains { $0 === environment })
  }

  static let envProfile = Builtin(.internal, "env.profile(env)") { call throws(Unwind) in
    let environment = try call.environment(0, "argument must be a hashed environment")
    let result = ListVector([
      .integer(environment.bucketCount), .integer(environment.length), .null,
    ])
    result.setAttribute(
      .names, .strings(["size", "nchains", "counts"].map { call.strings.intern($0) }))
    return .object(result)
  }
}
