import ApusInterpreter

/// Calling a function for each element: the native halves of `lapply`, `vapply` and `mapply`.
enum Applying {
  static var all: [Builtin] { [lapply, vapply, mapply] }

  static let lapply = Builtin(.internal, "lapply(X, FUN)") { call throws(Unwind) in
    guard let source = call[0].vector else { return .list([]) }
    let caller = ElementCaller(call[1], in: call.environment, call.interpreter)
    let result = ListVector(count: source.count)
    let elements = result.elements
    for k in 0..<source.count {
      if k & 0xFFF == 0 { try call.interpreter.checkInterrupt() }
      elements[k] = try caller.apply(source, k)
    }
    if let names = call[0].elementNames { result.setAttribute(.names, Value(names)) }
    call.interpreter.isVisible = true
    return .object(result)
  }

  static let vapply = Builtin(.internal, "vapply(X, FUN, FUN.VALUE, USE.NAMES)") {
    call throws(Unwind) in
    guard !call[2].isNull, let template = call[2].vector else {
      throw call.error("'FUN.VALUE' must be a vector")
    }
    let source = call[0].vector ?? ListVector(count: 0)
    let useNames = try call.flag(3, "USE.NAMES")
    let caller = ElementCaller(call[1], in: call.environment, call.interpreter)
    let size = template.count
    let result = template.empty(count: size * source.count)
    var first: Value?
    for k in 0..<source.count {
      if k & 0xFFF == 0 { try call.interpreter.checkInterrupt() }
      let value = try caller.apply(source, k)
      if let problem = mismatch(value, template, k) { throw call.error(problem) }
      try store(value, result, at: k * size, size, call.interpreter)
      if first == nil { first = value }
    }
    shape(result, template: call[2], first: first, x: call[0], useNames: useNames)
    call.interpreter.isVisible = true
    return Value(result)
  }

  private static func mismatch(_ value: Value, _ template: Vector, _ k: Int) -> String? {
    let count = value.count
    if count != template.count {
      return """
        values must be length \(template.count),
         but FUN(X[[\(k + 1)]]) result is length \(count)
        """
    }
    let kind = value.kind
    let isPromotable =
      template.kind <= .double && kind >= .logical && kind <= template.kind
      && template.kind != .raw
    if kind == template.kind || isPromotable { return nil }
    return """
      values must be type '\(template.kind.typeName)',
       but FUN(X[[\(k + 1)]]) result is type '\(kind.typeName)'
      """
  }

  private static func store(
    _ value: Value, _ result: Vector, at place: Int, _ size: Int, _ interpreter: Interpreter
  ) throws(Unwind) {
    switch (result.kind, value) {
    case (.double, .double(let number)):
      unsafeDowncast(result, to: DoubleVector.self).elements[place] = number
    case (.integer, .integer(let number)):
      unsafeDowncast(result, to: IntegerVector.self).elements[place] = number
    case (.logical, .logical(let truth)):
      unsafeDowncast(result, to: LogicalVector.self).elements[place] = truth
    case (.character, .string(let string)):
      unsafeDowncast(result, to: CharacterVector.self).elements[place] = string
    default:
      let vector =
        value.kind == result.kind
        ? value.vector : try interpreter.coerce(value, to: result.kind)
      if let vector { result.copyElements(from: vector, at: 0, count: size, to: place) }
    }
  }

  /// Sets dim, dimnames or names as the template, the first value and `X` say.
  private static func shape(
    _ result: Vector, template: Value, first: Value?, x: Value, useNames: Bool
  ) {
    let columns: Value? = useNames ? x.elementNames.map { Value($0) } ?? textNames(x) : nil
    let size = template.count
    guard size != 1 || template.dimensions != nil else {
      if let columns { result.setAttribute(.names, columns) }
      return
    }
    let own = template.dimensions
    let dimensions = (own ?? [size]) + [x.count]
    result.setAttribute(.dim, .object(IntegerVector(dimensions.map { Int32($0) })))
    guard useNames else { return }
    var rows: [Value] = Array(repeating: .null, count: dimensions.count - 1)
    if own != nil {
      let names = template.dimensionNames ?? first?.dimensionNames
      if let names { rows = Array(names.elements) }
    } else if let names = template.namesVector ?? first?.namesVector {
      rows = [Value(names)]
    }
    if columns != nil || rows.contains(where: { !$0.isNull }) {
      result.setAttribute(.dimnames, .list(rows + [columns ?? .null]))
    }
  }

  private static func textNames(_ x: Value) -> Value? {
    guard let text = x.characterVector else { return nil }
    return text.hasAttributes ? .object(CharacterVector(text.elements)) : x
  }

  /// `mapply(FUN, dots, MoreArgs)`: `dots` is a list of the vectors.
  static let mapply = Builtin(.internal, "mapply(FUN, dots, MoreArgs)") { call throws(Unwind) in
    let vectors = try call.list(1)
    let names = call[1].namesVector
    var readers: [ElementReader] = []
    for value in vectors.elements {
      readers.append(try ElementReader(value, call.interpreter, in: call.environment))
    }
    let isEmpty = readers.contains { $0.count == 0 }
    let longest = isEmpty ? 0 : readers.map(\.count).max() ?? 0
    let result = ListVector(count: longest)
    let more = Applying.moreArguments(call[2])
    for k in 0..<longest {
      var arguments: [Argument] = []
      arguments.reserveCapacity(readers.count + more.count)
      for j in 0..<readers.count {
        let name = names.map { Symbol($0.elements[j]) } ?? .empty
        let place = k % readers[j].count
        let expression = Applying.dotsElement(j, place, call.strings)
        let value = try readers[j].element(place)
        arguments.append(Argument(name, .promise(Promise(expression, value: value))))
      }
      result.elements[k] = try call.interpreter.call(
        call[0], arguments + more, in: call.environment)
    }
    if readers.contains(where: { longest % max($0.count, 1) != 0 }) {
      try call.warning("longer argument not a multiple of length of shorter")
    }
    call.interpreter.isVisible = true
    return .object(result)
  }

  private static func moreArguments(_ value: Value) -> [Argument] {
    guard let list = value.list else { return [] }
    let names = value.namesVector
    return list.elements.indices.map { k in
      Argument(names.map { Symbol($0.elements[k]) } ?? .empty, list.elements[k])
    }
  }

  /// `dots[[j]][[k]]`, what the argument looks like to `substitute`.
  private static func dotsElement(_ j: Int, _ k: Int, _ strings: StringPool) -> Value {
    let outer = Call(.subset2, .symbol(strings.symbol("dots")), .integer(j + 1))
    return .object(Call(.subset2, .object(outer), .integer(k + 1)))
  }
}

/// Calls `FUN(X[[i]], ...)` for the elements of a vector, in the frame of an apply function.
struct ElementCaller {
  private let interpreter: Interpreter
  private let function: Value
  private let frame: Environment
  /// What the first argument is to `substitute`.
  private let expression: Value
  private let more: [Argument]
  private let takesPromises: Bool
  /// `FUN(X[[i]], ...)`, what `sys.call` and error messages show.
  private let written: Call

  init(_ function: Value, in frame: Environment, _ interpreter: Interpreter) {
    self.interpreter = interpreter
    self.function = function
    self.frame = frame
    expression = .object(Call(.subset2, .symbol(.X), .symbol(.i)))
    let dots = frame.lookup(.dots)?.object as? Dots
    more = dots?.arguments ?? []
    takesPromises = function.object is Closure
    written = Call(.FUN, expression, .symbol(.dots))
  }

  func apply(_ source: Vector, _ k: Int) throws(Unwind) -> Value {
    let value = source.elementValue(k)
    let first: Value = takesPromises ? .promise(Promise(expression, value: value)) : value
    var arguments: [Argument] = []
    arguments.reserveCapacity(more.count + 1)
    arguments.append(Argument(first))
    arguments.append(contentsOf: more)
    return try interpreter.call(function, arguments, in: frame, as: written)
  }
}

/// Reads `x[[k]]`: directly, or through the `[[` and `length` methods of an object.
struct ElementReader {
  private let interpreter: Interpreter
  private let value: Value
  private let vector: Vector?
  private let frame: Environment
  let count: Int

  init(_ value: Value, _ interpreter: Interpreter, in frame: Environment) throws(Unwind) {
    self.interpreter = interpreter
    self.value = value
    self.frame = frame
    if value.hasClass {
      vector = nil
      let length = try interpreter.callFunction("length", [Argument(value)])
      count = max(Int(saturating: try interpreter.coerce(length, to: .double).firstNumber ?? 0), 0)
    } else {
      vector = value.vector
      count = vector?.count ?? value.count
    }
  }

  func element(_ k: Int) throws(Unwind) -> Value {
    if let vector { return vector.elementValue(k) }
    return try interpreter.callFunction("[[", [Argument(value), Argument(.integer(k + 1))])
  }
}
