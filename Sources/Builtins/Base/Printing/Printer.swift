import ApusInterpreter

/// Writes values as R prints them at top level and in `print.default`.
final class Printer {
  let interpreter: Interpreter
  let environment: Environment
  var settings: PrintSettings
  let output = TextBuffer(capacity: 1024)
  /// Where in a list we are: `[[2]]$b`.
  var tag: [UInt8] = []
  /// Whose attributes are printed: `attr(,"a")`.
  var attributeTag: [UInt8] = []
  /// Arguments for the methods that print classed elements.
  var passedArguments: [Argument] = []

  var strings: StringPool { interpreter.strings }

  init(_ interpreter: Interpreter, in environment: Environment, _ settings: PrintSettings) {
    self.interpreter = interpreter
    self.environment = environment
    self.settings = settings
  }

  /// Hands what was written so far to the interpreter's output.
  func flush() {
    guard output.count > 0 else { return }
    interpreter.write(output.bytes)
    output.removeAll()
  }

  func flushIfLarge() {
    if output.count > 1 << 16 { flush() }
  }

  /// Prints a value of a list or an attribute: by its method when it has a class.
  func printElement(_ value: Value) throws(Unwind) {
    if value.hasClass {
      flush()
      let saved = (tag, attributeTag)
      if value.isS4 {
        _ = try interpreter.callFunction("show", [Argument(value)])
      } else {
        _ = try interpreter.callFunction("print", [Argument(value)] + passedArguments)
      }
      (tag, attributeTag) = saved
      return
    }
    try printPlain(value)
  }

  /// Prints a value without looking for a method.
  func printPlain(_ value: Value) throws(Unwind) {
    switch value {
    case .null, .unbound, .defaultArgument: output.append("NULL\n")
    case .missingArgument: output.append("\n")
    case .symbol, .promise: printLanguage(value)
    case .object(let object): try print(object, value)
    default: if let vector = value.vector { printVector(vector) }
    }
    flushIfLarge()
  }

  private func print(_ object: Object, _ value: Value) throws(Unwind) {
    switch object {
    case let list as ListVector: try printList(list)
    case let vector as Vector:
      try printAtomic(vector)
      try printAttributes(of: object)
    case let closure as Closure:
      printClosure(closure)
      try printAttributes(of: object)
    case let builtin as BuiltinFunction: printBuiltin(builtin)
    case let environment as Environment:
      output.append(interpreter.environmentLabel(environment))
      output.append("\n")
      try printAttributes(of: object)
    case is Call:
      printLanguage(value)
      try printAttributes(of: object)
    case is S4Object:
      printReference(object)
      try printAttributes(of: object)
    default: printReference(object)
    }
  }

  private func printReference(_ object: Object) {
    let address = UInt(bitPattern: ObjectIdentifier(object).hashValue)
    switch object.kind {
    case .externalPointer: output.append("<pointer: 0x\(String(address, radix: 16))>\n")
    case .weakReference: output.append("<weak reference>\n")
    case .s4: output.append("<S4 Type Object>\n")
    default: output.append("<\(object.kind.typeName)>\n")
    }
  }

  func printLanguage(_ value: Value) {
    printLines(interpreter.shownLines(value))
  }

  func printLines(_ lines: [String]) {
    for line in lines {
      output.append(line)
      output.append("\n")
    }
  }
}

extension Interpreter {
  /// Prints the value of a top-level expression: by `print` (`show`) when it has a class.
  package func printValue(_ value: Value, in environment: Environment) throws(Unwind) {
    if value.hasClass {
      let isS4 = value.object?.flags.contains(.isS4) ?? false
      let name = strings.symbol(isS4 ? "show" : "print")
      guard let function = try libraryFunction(name) else { return }
      _ = try call(function, [Argument(value)], as: Call(function, [Argument(.symbol(.x))]))
      isVisible = true
      return
    }
    let printer = Printer(self, in: environment, PrintSettings(optionsOf: self))
    try printer.printPlain(value)
    printer.flush()
  }

  /// Writes bytes to R's standard output.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) { output.write(bytes, to: .output) }

  /// `<environment: …>` with the name or the address.
  package func environmentLabel(_ environment: Environment) -> String {
    if environment === globalEnvironment { return "<environment: R_GlobalEnv>" }
    if environment === baseEnvironment { return "<environment: base>" }
    if environment === baseNamespace { return "<environment: namespace:base>" }
    if environment === emptyEnvironment { return "<environment: R_EmptyEnv>" }
    if let name = environment.name { return "<environment: \(name)>" }
    return "<environment: \(address(of: environment))>"
  }

  /// The address of an object, as R shows it.
  package func address(of object: Object) -> String {
    "0x" + String(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque()), radix: 16)
  }
}
