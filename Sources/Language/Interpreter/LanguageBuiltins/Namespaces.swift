/// Namespaces by name.
enum Namespaces {
  static var all: [Builtin] { [find, loaded, label] }

  static let find = Builtin(.internal, "findNamespace(name)") { call throws(Unwind) in
    let name = call.strings.symbol(try call.text(0, "name"))
    return call.interpreter.namespaces[name].map { .object($0) } ?? .null
  }

  static let loaded = Builtin(.internal, "loadedNamespaces()") { call throws(Unwind) in
    .strings(call.interpreter.namespaces.keys.map(\.handle))
  }

  /// The name under which an environment is known: `R_GlobalEnv`, `namespace:stats`, …; `""` for others.
  static let label = Builtin(.internal, "environmentLabel(environment)") { call throws(Unwind) in
    .string(call.strings.intern(call[0].environment?.name ?? ""))
  }
}
