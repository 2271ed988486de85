/// An argument of a call: a name (`.empty` when it has none) and a value or expression.
package struct Argument {
  package var name: Symbol
  package var value: Value

  package init(_ name: Symbol, _ value: Value) {
    self.name = name
    self.value = value
  }

  package init(_ value: Value) { self.init(.empty, value) }
}

/// A call as a language object: what `quote(f(x, n = 1))` gives.
///
/// Never changed once made.
package final class Call: Object {
  package let function: Value
  /// Empty for a `function` expression until somebody looks at its parts.
  @exclusivity(unchecked) private var parts: [Argument]
  /// What the call makes if it is a `function` expression.
  package let definition: FunctionDefinition?
  /// The name of the function's own place among the parts, as `quote(list(a = f))[-1]` has one.
  package let label: Symbol
  /// Translations of this call as code of its own; kept by the compiler.
  var environmentCode: Code?

  package init(
    _ function: Value, _ arguments: [Argument] = [], definition: FunctionDefinition? = nil,
    label: Symbol = .empty
  ) {
    self.function = function
    parts = arguments
    self.definition = definition
    self.label = label
    super.init(kind: .call)
  }

  package var arguments: [Argument] {
    if let definition, parts.isEmpty { parts = definition.expressionParts }
    return parts
  }

  package convenience init(_ function: Symbol, _ values: Value...) {
    self.init(.symbol(function), values.map { Argument($0) })
  }

  /// The names of all parts, nil when none has one.
  package var partNames: [StringHandle]? {
    let isNamed = !label.isEmpty || arguments.contains { !$0.name.isEmpty }
    return isNamed ? [label.handle] + arguments.map(\.name.handle) : nil
  }

  package override var length: Int { arguments.count + 1 }

  package override func shallowCopy() -> Object {
    let copy = Call(function, arguments, definition: definition, label: label)
    copy.copyAttributes(from: self)
    return copy
  }

  /// The name of the called function, if it is called by name.
  package var name: Symbol? { function.symbol }
}

/// What a `function` expression says: parameters, body and where it was written.
///
/// Parameters and body are made of the syntax tree when somebody first wants them.
package final class FunctionDefinition {
  @exclusivity(unchecked) private var made: (parameters: [Parameter], body: Value)?
  private var deferred: DeferredFunction?
  package let source: SourceReference?
  private var madeAttributes: Attributes?
  /// Made at the first call.
  var code: Code?
  /// What its code relies on, once closures of it may be in different environments.
  var rebinding: Rebinding?
  var knownNames: Set<Symbol>?

  package init(parameters: [Parameter], body: Value, source: SourceReference? = nil) {
    made = (parameters, body)
    self.source = source
  }

  init(_ deferred: DeferredFunction, source: SourceReference?) {
    self.deferred = deferred
    self.source = source
  }

  package var parameters: [Parameter] { content.parameters }
  package var body: Value { content.body }

  private var content: (parameters: [Parameter], body: Value) {
    if let made { return made }
    let content = deferred?.content ?? ([], .null)
    made = content
    deferred = nil
    return content
  }

  /// The attributes of a closure that this makes: where it was written.
  var closureAttributes: Attributes? {
    guard let source else { return nil }
    if let madeAttributes { return madeAttributes }
    let attributes = Attributes([(.srcref, source.value)])
    madeAttributes = attributes
    return attributes
  }

  /// The arguments of the call of `function` that this is.
  var expressionParts: [Argument] {
    let parameters = parameters
    let formals = ListVector(kind: .pairlist, parameters.map(\.default))
    if !parameters.isEmpty {
      formals.setAttribute(.names, .strings(parameters.map(\.name.handle)))
    }
    return [
      Argument(parameters.isEmpty ? .null : .object(formals)), Argument(body),
      Argument(source?.value ?? .null),
    ]
  }
}

/// A formal argument; `default` is `.missingArgument` when there is none.
package struct Parameter {
  package let name: Symbol
  package let `default`: Value

  package init(_ name: Symbol, default value: Value = .missingArgument) {
    self.name = name
    self.default = value
  }
}
