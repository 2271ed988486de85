// Stops before statements, for `debug` and `browser`.

extension Interpreter {
  /// The code of a closure that stops before each of its statements; nil if it is not to stop now.
  @inline(never)
  func steppedCode(of closure: Closure) -> Code? {
    guard debugging.isOn else { return nil }
    if debugging.entersNextCall {
      debugging.entersNextCall = false
      if closure.stepping == .never { closure.stepping = .once }
    }
    if let code = closure.steppedCode, code.epoch == redefinitionEpoch { return code }
    var compiler = Compiler(self, environment: closure.environment, isFunction: true)
    compiler.isStepped = true
    let code = compiler.function(closure.definition)
    closure.steppedCode = code
    return code
  }
}

extension Compiler {
  /// Emits a stop before statement `number` of a block.
  mutating func step(_ number: Int, of block: Call) {
    guard isStepped else { return }
    if let sources = block.attribute(.srcref).list?.elements, sources.count > number + 1 {
      steppedSource = sources[number + 1]
    }
    step(at: block.arguments[number].value)
  }

  /// Compiles an arm or a body with a stop before it, unless it is a block that stops itself.
  mutating func stepped(_ part: Value, _ compile: (inout Compiler, Value) -> Void) {
    let source = steppedSource
    if isStepped, part.call?.name != .brace { step(at: part) }
    compile(&self, part)
    steppedSource = source
  }

  /// Emits the stop at the start of a debugged function.
  mutating func enterStep(_ definition: FunctionDefinition) {
    if let sources = definition.body.object?.attribute(.srcref).list?.elements {
      steppedSource = sources.first ?? .null
    } else {
      steppedSource = definition.source?.value ?? .null
    }
    step(at: definition.body, "enter")
  }

  /// Emits a stop: what comes next, what is said before it, how many loops it is in, where it was written.
  mutating func step(at statement: Value, _ label: String = "") {
    let name = interpreter.strings.symbol(SteppingBuiltins.step.name)
    guard let builtin = interpreter.internals[name] else { return }
    let parts: [Value] = [
      statement, .string(interpreter.strings.intern(label)), .integer(Int32(loops.count)),
      steppedSource,
    ]
    scratch { compiler in
      let target = compiler.temporary()
      let base = compiler.temporaries(parts.count)
      for (k, part) in parts.enumerated() {
        compiler.emit(.constant, base + k, compiler.constant(part))
      }
      let call = Call(.symbol(name))
      let sources = [ArgumentSource](repeating: .promise, count: parts.count)
      let site = CallSite(call, function: nil, sources: sources, builtin: builtin)
      compiler.emit(.callBuiltin, target, compiler.callSite(site), base, for: call)
    }
  }
}
