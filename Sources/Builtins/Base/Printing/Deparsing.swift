import ApusInterpreter

extension Interpreter {
  /// The lines of code that make a value or language object again; too deep ones are cut.
  func deparsedLines(_ value: Value) -> [String] {
    let deparser = Deparser(strings: strings, options: .standard)
    deparser.penalty = integerOption("scipen") ?? 0
    return deparser.lines(of: value)
  }

  /// The lines in which code is printed: objects that stand in it are shown without attributes.
  func shownLines(_ value: Value) -> [String] {
    let options: DeparseOptions = [.keepInteger, .keepNA, .niceNames]
    return Deparser(strings: strings, options: options).lines(of: value)
  }

  /// The code of an expression vector, as it was written where that is known; no attributes.
  func expressionLines(_ expressions: ListVector) -> [String] {
    let options: DeparseOptions = [.keepInteger, .keepNA, .niceNames, .useSource]
    return Deparser(strings: strings, options: options).lines(of: .object(expressions))
  }
}
