import ApusInterpreter

extension Interpreter {
  /// The lines of code that make a value or language object again.
  func deparsedLines(_ value: Value) -> [String] {
    if case .symbol(let name) = value { return [strings.text(name)] }
    return ["<\(value.kind.typeName)>"]
  }
}
