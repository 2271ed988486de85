// Functions that move to another environment.
//
// Compiled code belongs to a definition and takes names for functions of base where nothing else has them. When a
// name is bound later, all code is outdated (`noteRedefinition`); when the function comes where it is bound already,
// it gets a definition of its own, unless the same names are bound as where it was before.

/// What the functions called in a definition may mean somewhere else than in base.
struct Rebinding: Equatable {
  /// The global environment, a namespace or base: where the environments of its own end.
  let floor: ObjectIdentifier
  let names: Set<Symbol>
}

extension Interpreter {
  /// A closure of this definition in an environment, which may not be that of the closures made before.
  func closure(_ definition: FunctionDefinition, in environment: Environment) -> Closure {
    let found = rebinding(of: definition, in: environment)
    if definition.rebinding == nil { definition.rebinding = found }
    return Closure(definition.rebinding == found ? definition : definition.copy(), in: environment)
  }

  /// The closure, moved to another environment.
  package func move(_ closure: Closure, to environment: Environment) -> Closure {
    let definition = closure.definition
    if definition.rebinding == nil {
      definition.rebinding = rebinding(of: definition, in: closure.environment)
    }
    let moved = self.closure(definition, in: environment)
    moved.copyAttributes(from: closure)
    return moved
  }

  private func rebinding(
    of definition: FunctionDefinition, in environment: Environment
  ) -> Rebinding {
    var names: Set<Symbol> = []
    var place = environment
    while place.name == nil, let parent = place.parent {
      for name in definition.calledNames where names.contains(name) == false {
        if place.frameCode?.slot(of: name) != nil || place.binding(name) != nil {
          names.insert(name)
        }
      }
      place = parent
    }
    return Rebinding(floor: ObjectIdentifier(place), names: names)
  }
}

extension FunctionDefinition {
  /// The names of all functions called in the body, the defaults and the functions therein.
  var calledNames: Set<Symbol> {
    if let knownNames { return knownNames }
    var names: Set<Symbol> = []
    collect(into: &names)
    knownNames = names
    return names
  }

  private func collect(into names: inout Set<Symbol>) {
    Self.visit(body, &names)
    for parameter in parameters { Self.visit(parameter.default, &names) }
  }

  private static func visit(_ expression: Value, _ names: inout Set<Symbol>) {
    guard let call = expression.call else { return }
    if let definition = call.definition { return definition.collect(into: &names) }
    if let name = call.name { names.insert(name) } else { visit(call.function, &names) }
    for argument in call.arguments { visit(argument.value, &names) }
  }

  /// The same for other code; the functions therein too.
  func copy() -> FunctionDefinition {
    FunctionDefinition(
      parameters: parameters.map { Parameter($0.name, default: Self.copy($0.default)) },
      body: Self.copy(body), source: source)
  }

  private static func copy(_ expression: Value) -> Value {
    guard let call = expression.call else { return expression }
    let arguments = call.definition == nil ? call.arguments : []
    let copied = Call(
      copy(call.function), arguments.map { Argument($0.name, copy($0.value)) },
      definition: call.definition?.copy())
    copied.copyAttributes(from: call)
    return .object(copied)
  }
}
