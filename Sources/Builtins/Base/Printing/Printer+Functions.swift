import ApusInterpreter

extension Printer {
  /// The source text of a function, or its deparsed code; then where it lives.
  func printClosure(_ closure: Closure) {
    if settings.usesSource, let source = closure.definition.source {
      let file = source.file.bytes
      let start = max(0, min(Int(source.start), file.count))
      let end = max(start, min(Int(source.end), file.count))
      file.withUnsafeBufferPointer { output.append(UnsafeBufferPointer(rebasing: $0[start..<end])) }
      output.append("\n")
    } else {
      printLanguage(.object(closure))
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
