import ApusInterpreter

/// Calls, names and expressions as values.
enum LanguageValues {
  static var all: [Builtin] { [call, allNames, pairlist] }

  static let call = Builtin(.primitive, "call(name, ...)") { call throws(Unwind) in
    guard call.count > 0 else { throw call.error("'name' is missing") }
    guard let name = call[0].characterVector, name.count == 1 else {
      throw call.error("first argument must be a character string")
    }
    let arguments = (1..<max(call.count, 1)).map { Argument(call.name($0), call[$0]) }
    return .object(Call(.symbol(Symbol(name.elements[0])), arguments))
  }

  static let pairlist = Builtin(.primitive, "pairlist(...)") { call throws(Unwind) in
    guard call.count > 0 else { return .null }
    let result = ListVector(kind: .pairlist, Array(call.arguments))
    if call.names.contains(where: { !$0.isEmpty }) {
      result.setAttribute(.names, .strings(call.names.map(\.handle)))
    }
    return .object(result)
  }

  /// `all.names(expr, functions, max.names, unique)`.
  static let allNames = Builtin(.internal, "all.names(expr, functions, max.names, unique)") {
    call throws(Unwind) in
    let limit = try call.integer(2, "max.names")
    var collector = NameWalk(
      includesFunctions: try call.flag(1, "functions"), isUnique: try call.flag(3, "unique"),
      limit: limit < 0 ? .max : Int(limit))
    collector.visit(call[0])
    return .object(CharacterVector(collector.names))
  }
}

/// Walks an expression and collects the symbols in it.
private struct NameWalk {
  let includesFunctions: Bool
  let isUnique: Bool
  let limit: Int
  private(set) var names: [StringHandle] = []
  private var seen: Set<StringHandle> = []

  init(includesFunctions: Bool, isUnique: Bool, limit: Int) {
    self.includesFunctions = includesFunctions
    self.isUnique = isUnique
    self.limit = limit
  }

  mutating func visit(_ value: Value) {
    switch value {
    case .symbol(let symbol): add(symbol)
    case .object(let object):
      if let call = object as? Call {
        if case .symbol(let function) = call.function {
          if includesFunctions { add(function) }
        } else {
          visit(call.function)
        }
        if let definition = call.definition {
          visit(definition.body)
        } else {
          for argument in call.arguments { visit(argument.value) }
        }
      } else if object.kind == .expression, let list = value.list {
        for element in list.elements { visit(element) }
      }
    default: break
    }
  }

  private mutating func add(_ symbol: Symbol) {
    guard !symbol.isEmpty, names.count < limit else { return }
    if isUnique, !seen.insert(symbol.handle).inserted { return }
    names.append(symbol.handle)
  }
}
