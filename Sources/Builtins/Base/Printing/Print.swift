import ApusInterpreter

/// The help pages of `print` and `print.default`.
enum Print {
  static let all = [printDefault, printFunction, environmentText]

  /// An environment as printing shows it.
  static let environmentText = Builtin(.internal, "environmentText(x)") { call throws(Unwind) in
    guard let environment = call[0].environment else { throw call.error("invalid environment") }
    return .string(call.strings.intern(call.interpreter.environmentLabel(environment)))
  }

  /// Prints a value without looking for a method of the value itself.
  ///
  /// NULL arguments mean what the options say; `passed` are the arguments for elements' methods.
  static let printDefault = Builtin(
    .internal,
    "print.default(x, digits, quote, na.print, print.gap, right, max, width, useSource, passed)"
  ) { call throws(Unwind) in
    let settings = try PrintSettings(arguments: call)
    let printer = Printer(call.interpreter, in: call.environment, settings)
    printer.passedArguments = passedArguments(call[9])
    try printer.printPlain(call[0])
    printer.flush()
    return call[0]
  }

  static let printFunction = Builtin(.internal, "print.function(x, useSource)") {
    call throws(Unwind) in
    var settings = PrintSettings(optionsOf: call.interpreter)
    settings.usesSource = try call.flag(1, "useSource")
    let printer = Printer(call.interpreter, in: call.environment, settings)
    try printer.printPlain(call[0])
    printer.flush()
    return call[0]
  }

  /// The elements of a list as arguments with their names.
  private static func passedArguments(_ value: Value) -> [Argument] {
    guard let list = value.list else { return [] }
    let names = value.namesVector
    return (0..<list.count).map { k in
      Argument(names.map { Symbol($0.elements[k]) } ?? .empty, list.elements[k])
    }
  }
}

extension PrintSettings {
  /// Reads the arguments of `print.default`, with R's words for wrong ones.
  init(arguments call: borrowing Invocation) throws(Unwind) {
    self.init(optionsOf: call.interpreter)
    if !call[1].isNull {
      let number = try call.integer(1, "digits")
      guard (0...22).contains(number) else { throw call.error("invalid printing digits \(number)") }
      digits = max(Int(number), 1)
    }
    quote = try call.flag(2, "quote")
    if !call[3].isNull {
      guard call[3].kind == .character, call[3].count >= 1 else {
        throw call.error("invalid 'na.print' specification")
      }
      missing = Array(call.strings.bytes(try call.characters(3).elements[0]))
    }
    if !call[4].isNull {
      guard let number = try? call.integer(4, "print.gap"), !number.isMissing, number >= 0 else {
        throw call.error("'gap' must be non-negative integer")
      }
      gap = Int(number)
    }
    right = try call.flag(5, "right")
    if !call[6].isNull {
      let number = try call.integer(6, "max")
      guard !number.isMissing, number >= 0 else { throw call.error("invalid 'max' argument") }
      maximum = Int(number)
    }
    if !call[7].isNull {
      let number = try call.integer(7, "width")
      guard (10...10000).contains(number) else { throw call.error("invalid printing width") }
      width = Int(number)
    }
    usesSource = try call.flag(8, "useSource") && usesSource
  }
}
