// Namespaces and the search path.

/// Where the text of a package's R code is, and how a variable of it is made when first wanted.
package final class LazyDefinition: Object {
  let source: @Sendable () -> UnsafeBufferPointer<UInt8>

  package init(_ source: @escaping @Sendable () -> UnsafeBufferPointer<UInt8>) {
    self.source = source
    super.init(kind: .bytecode)
  }

  /// Whether the text is so short that it may be a function which only calls a builtin.
  var mayBeThin: Bool { source().count < 240 }
}

extension Interpreter {
  /// The object of a package's namespace: `package::name`.
  func member(
    of package: Symbol, _ name: Symbol, exportedOnly: Bool
  ) throws(Unwind) -> Value {
    let package = packageAliases[package] ?? package
    let namespace: Environment
    if let known = namespaces[package] {
      namespace = known
    } else {
      namespace = try loaded(package)
    }
    let isHidden = exportedOnly && exports[package].map { $0.binding(name) == nil } ?? false
    if !isHidden, let value = try namespace.value(name) { return value }
    let owner = strings.text(package)
    let text = strings.text(name)
    if exportedOnly, namespace !== baseNamespace {
      throw .error(.error("'\(text)' is not an exported object from 'namespace:\(owner)'"))
    }
    throw .error(.error("object '\(text)' not found"))
  }

  /// The namespace of a package that is to be loaded first.
  private func loaded(_ package: Symbol) throws(Unwind) -> Environment {
    let loader = Symbol(strings.intern("loadNamespace"))
    guard let function = try baseNamespace.value(loader) else {
      throw .error(.functionNotFound("loadNamespace"))
    }
    let result = try call(
      function, [Argument(.string(package.handle))], as: Call(loader, .symbol(.x)))
    guard let namespace = namespaces[package] ?? result.environment else {
      throw .error(.objectNotFound(strings.text(package)))
    }
    return namespace
  }

  /// Makes the value of a library variable from its text.
  func define(_ lazy: LazyDefinition, in environment: Environment) throws(Unwind) -> Value {
    let parsed = parse(Array(lazy.source()))
    guard let expression = parsed.expressions.first else { return .null }
    return try evaluate(expression, in: environment)
  }

  /// Locks base and its variables, but for those of graphics devices.
  package func lockBase() {
    let open: [Symbol] = [strings.symbol(".Device"), strings.symbol(".Devices")]
    baseEnvironment.forEachBinding { $0.isLocked = !open.contains($0.name) }
    baseEnvironment.isLocked = true
    baseNamespace.isLocked = true
  }

  /// A new environment on the search path, right behind the global one.
  package func attach(_ name: String) -> Environment {
    let environment = Environment(parent: globalEnvironment.parent, interpreter: self)
    environment.name = name
    environment.isWatched = true
    globalEnvironment.parent = environment
    invalidateLookups()
    return environment
  }
}
