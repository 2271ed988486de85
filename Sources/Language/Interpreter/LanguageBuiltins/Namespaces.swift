/// Namespaces by name.
enum Namespaces {
  static var all: [Builtin] { [find, exports, loaded, label, register, registerExports, forget] }

  static let find = Builtin(.internal, "findNamespace(name)") { call throws(Unwind) in
    let name = call.strings.symbol(try call.text(0, "name"))
    return call.interpreter.namespaces[name].map { .object($0) } ?? .null
  }

  /// The environment of what a package exports; `NULL` if it exports all or there is none.
  static let exports = Builtin(.internal, "packageExports(name)") { call throws(Unwind) in
    let name = call.strings.symbol(try call.text(0, "name"))
    return call.interpreter.exports[name].map { .object($0) } ?? .null
  }

  static let loaded = Builtin(.internal, "loadedNamespaces()") { call throws(Unwind) in
    .strings(call.interpreter.namespaces.keys.map(\.handle))
  }

  /// The name under which an environment is known: `R_GlobalEnv`, `namespace:stats`, …; `""` for others.
  static let label = Builtin(.internal, "environmentLabel(environment)") { call throws(Unwind) in
    .string(call.strings.intern(call[0].environment?.name ?? ""))
  }

  /// Makes an environment the namespace of a package.
  static let register = Builtin(.internal, "registerNamespace(name, environment)") {
    call throws(Unwind) in
    let name = try call.text(0, "name")
    guard let environment = call[1].asEnvironment else { throw call.error("invalid namespace") }
    environment.name = "namespace:\(name)"
    environment.isWatched = true
    call.interpreter.namespaces[call.strings.symbol(name)] = environment
    return .null
  }

  /// Makes an environment what a package shows when it is attached.
  static let registerExports = Builtin(.internal, "registerExports(name, environment)") {
    call throws(Unwind) in
    let name = try call.text(0, "name")
    guard let environment = call[1].asEnvironment else { throw call.error("invalid environment") }
    environment.name = "package:\(name)"
    environment.isWatched = true
    call.interpreter.exports[call.strings.symbol(name)] = environment
    return .null
  }

  /// Forgets a package that could not be loaded, or is unloaded.
  static let forget = Builtin(.internal, "forgetNamespace(name)") { call throws(Unwind) in
    let name = call.strings.symbol(try call.text(0, "name"))
    call.interpreter.namespaces[name] = nil
    call.interpreter.exports[name] = nil
    return .null
  }
}
