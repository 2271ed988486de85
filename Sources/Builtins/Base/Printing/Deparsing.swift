import ApusInterpreter

extension Interpreter {
  /// The lines of code that make a value or language object again; too deep ones are cut.
  func deparsedLines(_ value: Value) -> [String] {
    let options: DeparseOptions = [.keepInteger, .keepNA, .niceNames, .showAttributes, .useSource]
    return Deparser(strings: strings, options: options).lines(of: value)
  }
}
