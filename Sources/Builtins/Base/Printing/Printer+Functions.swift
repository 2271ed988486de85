import ApusInterpreter

extension Printer {
  /// The source text of a function, or its deparsed code; then where it lives.
  func printClosure(_ closure: Closure) {
    let source = closure.attribute(.srcref)
    if settings.usesSource, let lines = strings.sourceLines(source) {
      for line in lines {
        line.withUnsafeBufferPointer { output.append($0) }
        output.append("\n")
      }
    } else {
      let options = DeparseOptions.standard.subtracting(.showAttributes)
      printLines(Deparser(strings: strings, options: options).lines(of: .object(closure)))
    }
    if closure.environment !== interpreter.globalEnvironment {
      output.append(interpreter.environmentLabel(closure.environment))
      output.append("\n")
    }
  }

  func printBuiltin(_ builtin: BuiltinFunction) {
    output.append("function (")
    output.append(builtin.builtin.formals)
    output.append(")  .Primitive(\"")
    output.append(strings.bytes(builtin.name))
    output.append("\")\n")
  }
}
