/// Writes values as the code that makes them, laid out as R does it.
///
/// A line is broken at the next comma or operator once it is longer than the cutoff, so lines are mostly a
/// little longer than that.
package final class Deparser {
  let strings: StringPool
  let options: DeparseOptions
  let cutoff: Int
  /// Whether names stand beside the elements.
  var usesNiceNames: Bool
  /// Whether names that are not syntactic stand between backquotes.
  let usesBackquotes: Bool
  private let lineLimit: Int
  /// How much wider fixed notation may be: the option `scipen`.
  package var penalty = 0
  /// Written as one of several values, where `if` in a block keeps its line.
  var isPartOfList = false

  /// The line that is being written.
  let line = TextBuffer()
  private var lines: [String] = []
  /// Bytes of the line so far, which is what R counts.
  private(set) var column = 0
  private var isAtLineStart = true
  var indent = 0
  /// How many `{` are open.
  var braces = 0
  /// The precedence of the operator that follows what is being written, if one does.
  var following: Operator.Precedence?
  /// The functions whose arguments are being written.
  var enclosing: [Symbol] = []
  /// How many language objects the current one is part of.
  var languageDepth = 0
  private var depth = 0
  /// Whether something was nested so deeply that it was left out.
  package private(set) var isTooDeep = false

  /// Deeper nesting is not followed.
  private static let depthLimit = 5000

  package init(
    strings: StringPool, options: DeparseOptions = .standard, cutoff: Int = 60,
    usesBackquotes: Bool = true, lineLimit: Int = .max
  ) {
    self.strings = strings
    self.options = options
    usesNiceNames = options.contains(.niceNames)
    self.cutoff = cutoff
    self.usesBackquotes = usesBackquotes
    self.lineLimit = lineLimit
  }

  /// The lines that `value` takes.
  package func lines(of value: Value) -> [String] {
    write(value)
    breakLine()
    return lines
  }
}

// MARK: - Writing text

extension Deparser {
  /// Whether all lines that are wanted are there.
  var isFull: Bool { lines.count >= lineLimit }

  func write(_ text: StaticString) {
    startLine()
    line.append(text)
    column += text.utf8CodeUnitCount
  }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    startLine()
    line.append(bytes)
    column += bytes.count
  }

  func write(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  /// Writes by appending to the line directly.
  func write(by append: (TextBuffer) -> Void) {
    startLine()
    let start = line.count
    append(line)
    column += line.count - start
  }

  private func startLine() {
    guard isAtLineStart else { return }
    isAtLineStart = false
    let width = 4 * min(indent, 4) + 2 * max(indent - 4, 0)
    line.appendSpaces(width)
    column = width
  }

  func breakLine() {
    if !isFull { lines.append(line.text) }
    line.removeAll()
    column = 0
    isAtLineStart = true
  }

  /// Ends a line that is long enough; the first time, what follows is indented.
  func breakIfLong(_ hasBroken: inout Bool) {
    guard column > cutoff else { return }
    if !hasBroken {
      hasBroken = true
      indent += 1
    }
    breakLine()
  }
}

// MARK: - Values

extension Deparser {
  func write(_ value: Value) {
    guard !isFull else { return }
    guard depth < Self.depthLimit else {
      isTooDeep = true
      return
    }
    depth += 1
    defer { depth -= 1 }
    switch value {
    case .null: write("NULL")
    case .symbol(let symbol): write(symbol)
    case .missingArgument, .unbound, .defaultArgument: write("")
    case .promise(let promise): write(promise.expression)
    case .object(let object): write(object)
    default: if let vector = value.vector { writeElements(of: vector, names: nil) }
    }
  }

  private func write(_ object: Object) {
    if object.flags.contains(.isS4), object.hasClass { return writeS4(object) }
    switch object.kind {
    case .call: writeQuoted(unsafeDowncast(object, to: Call.self))
    case .closure:
      writeStructure(of: object, names: nil) { write(unsafeDowncast(object, to: Closure.self)) }
    case .builtin: write(".Primitive(\"\(name(of: object))\")")
    case .promise: write(unsafeDowncast(object, to: Promise.self).expression)
    case .environment: write("<environment>")
    case .externalPointer: write("<pointer: 0x0>")
    case .weakReference: write("<weak reference>")
    case .bytecode: write("<bytecode>")
    case .dots: write("<...>")
    case .s4: write("<S4 object of class \(classText(of: object))>")
    default: if let vector = object.vector { write(vector) }
    }
  }

  /// `new("A", .Data = …, slot = …)`.
  private func writeS4(_ object: Object) {
    var arguments = [Argument(object.attribute(.class_).name.map { .string($0.handle) } ?? .null)]
    if object.kind != .s4 {
      let data = object.shallowCopy()
      data.setAttributes(nil)
      data.flags.remove(.isS4)
      arguments.append(Argument(.dotData, .object(data)))
    }
    for entry in object.attributes?.entries ?? [] where entry.name != .class_ {
      let isNull = entry.value.symbol == strings.nullMark
      // The package of a class name is not shown.
      let isName = entry.value.attributes?.entries.map(\.name) == [.package]
      let value: Value = isName ? entry.value.name.map { .string($0.handle) } ?? .null : entry.value
      arguments.append(Argument(entry.name, isNull ? .null : value))
    }
    write(Call(.symbol(Symbol(strings.intern("new"))), arguments))
  }

  private func name(of builtin: Object) -> String {
    (builtin as? BuiltinFunction)?.builtin.name ?? ""
  }

  private func classText(of object: Object) -> String {
    let inner = Deparser(strings: strings, options: options, cutoff: .max)
    inner.penalty = penalty
    return inner.lines(of: object.attribute(.class_)).joined(separator: "\n")
  }

  /// Language objects inside other values are quoted, if that is wanted; not formulas.
  private func writeQuoted(_ call: Call) {
    let isQuoted =
      options.contains(.quoteExpressions) && languageDepth == 0 && call.name != .tilde
    languageDepth += 1
    if isQuoted { write("quote(") }
    write(call)
    if isQuoted { write(")") }
    languageDepth -= 1
  }

  private func write(_ symbol: Symbol) {
    let isQuoted = options.contains(.quoteExpressions) && languageDepth == 0
    if isQuoted { write("quote(") }
    writeVariable(symbol)
    if isQuoted { write(")") }
  }

  func writeVariable(_ symbol: Symbol) {
    if usesBackquotes { writeName(symbol) } else { write(strings.bytes(symbol)) }
  }

  /// A name, between backquotes if it is not syntactic.
  func writeName(_ symbol: Symbol, quote: UInt8 = UInt8(ascii: "`")) {
    let bytes = strings.bytes(symbol)
    if symbol.isEmpty || Self.isPlainName(bytes) { return write(bytes) }
    write { $0.appendEscaped(bytes, quote: quote) }
  }

  /// The name of an argument or an attribute.
  func writeTag(_ symbol: Symbol) {
    let bytes = strings.bytes(symbol)
    if usesBackquotes || symbol.isEmpty || Self.isPlainName(bytes) { return writeName(symbol) }
    writeUnescaped(bytes)
  }

  /// R writes names of elements between quotes as they are.
  func writeUnescaped(_ name: UnsafeBufferPointer<UInt8>) {
    let quote = UInt8(ascii: usesBackquotes ? "`" : "\"")
    write {
      $0.appendByte(quote); $0.append(name); $0.appendByte(quote)
    }
  }

  /// `...` and its parts need no quotes either.
  static func isPlainName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if Names.isSyntactic(bytes) { return true }
    guard bytes.count > 2, bytes.starts(with: "..".utf8) else { return false }
    let rest = bytes.dropFirst(2)
    return rest.elementsEqual(".".utf8) || rest.allSatisfy { $0 &- 0x30 < 10 }
  }
}

extension Interpreter {
  /// The lines that `deparse` gives.
  package func deparse(
    _ value: Value, options: DeparseOptions = .standard, cutoff: Int = 60,
    usesBackquotes: Bool = true, lineLimit: Int = .max
  ) throws(Unwind) -> [String] {
    let deparser = Deparser(
      strings: strings, options: options, cutoff: cutoff, usesBackquotes: usesBackquotes,
      lineLimit: lineLimit)
    deparser.penalty = integerOption("scipen") ?? 0
    let lines = deparser.lines(of: value)
    if deparser.isTooDeep { throw .error(.tooDeep()) }
    return lines
  }

  /// A call as messages show it: the first line of its code.
  package func callText(_ call: Value) -> String {
    let options = DeparseOptions.standard.subtracting(.showAttributes)
    let deparser = Deparser(strings: strings, options: options, lineLimit: 1)
    deparser.penalty = integerOption("scipen") ?? 0
    return deparser.lines(of: call).first ?? ""
  }

  /// A value as code in one string, broken only where blocks and functions have lines.
  package func deparsedLine(_ value: Value, asPartOfList: Bool = false) -> String {
    let deparser = Deparser(strings: strings, options: .simple, cutoff: 500)
    deparser.isPartOfList = asPartOfList
    deparser.penalty = integerOption("scipen") ?? 0
    return deparser.lines(of: value).joined(separator: "\n")
  }
}
