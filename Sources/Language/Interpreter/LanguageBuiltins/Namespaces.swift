/// Namespaces by name.
enum Namespaces {
  static var all: [Builtin] { [find, exports, loaded, label] }

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
}
