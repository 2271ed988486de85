import ApusInterpreter

extension Interpreter {
  /// The lines of code that make a value or language object again; too deep ones are cut.
  func deparsedLines(_ value: Value) -> [String] { lines(of: value, .standard) }

  /// The lines in which code is printed: objects that stand in it are shown without attributes.
  func shownLines(_ value: Value) -> [String] {
    lines(of: value, [.keepInteger, .keepNA, .niceNames])
  }

  /// The code of an expression vector, as it was written where that is known; no attributes.
  func expressionLines(_ expressions: ListVector) -> [String] {
    lines(of: .object(expressions), [.keepInteger, .keepNA, .niceNames, .useSource])
  }

  private func lines(of value: Value, _ options: DeparseOptions) -> [String] {
    let deparser = Deparser(strings: strings, options: options)
    deparser.penalty = integerOption("scipen") ?? 0
    return deparser.lines(of: value)
  }
}
