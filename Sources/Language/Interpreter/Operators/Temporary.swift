extension Interpreter {
  package func deparsedLine(_ value: Value) -> String { value.symbol.map { strings.text($0) } ?? value.kind.typeName }
}
