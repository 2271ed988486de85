import ApusInterpreter
import ApusSyntax

extension Session {
  /// Evaluates R source text, as many expressions as there are; answers the value of the last one.
  ///
  /// Nothing is printed but what the code itself prints.
  /// - Throws: `RError` for a syntax error, and for an R error that the code does not handle.
  @discardableResult
  public func evaluate(_ source: String) throws -> RObject {
    let (expressions, result) = interpreter.parse(
      keepingSource: interpreter.sourceFile(Array(source.utf8)))
    if let error = result.error { throw RError(syntax: error.consoleMessage) }
    return try perform { () throws(Unwind) -> Value in
      var value = Value.null
      for expression in expressions {
        value = try interpreter.evaluate(expression, in: interpreter.globalEnvironment)
      }
      return value
    }
  }

  /// Calls an R function by its name.
  ///
  /// - Throws: `RError` for an R error that the function does not handle.
  @discardableResult
  public func call(_ function: String, _ arguments: RObject...) throws -> RObject {
    let own = try arguments.map { Argument(try adopt($0)) }
    return try perform { () throws(Unwind) -> Value in
      try interpreter.callFunction(function, own)
    }
  }

  /// A variable of the global environment; nil if there is none.
  ///
  /// Setting it to nil removes it. What another session made is copied.
  public subscript(name: String) -> RObject? {
    get {
      let symbol = interpreter.strings.symbol(name)
      return interpreter.globalEnvironment.lookup(symbol).map { RObject($0, self) }
    }
    set {
      let symbol = interpreter.strings.symbol(name)
      if let value = newValue.flatMap({ try? adopt($0) }) {
        interpreter.globalEnvironment.define(symbol, value)
      } else {
        interpreter.globalEnvironment.remove(symbol)
      }
    }
  }

  /// Stops what runs at the next safe point, within milliseconds; may be called from any thread.
  public func interrupt() { interruptFlag.pointee = 1 }

  /// The value as one of this session: strings mean something only in the session that made them.
  private func adopt(_ object: RObject) throws -> Value {
    let other = object.session
    if other === self { return object.value }
    let bytes = try other.call("serialize", object, RObject(.null, other)).value.vector
    guard let raw = bytes as? RawVector else { return .null }
    return try call("unserialize", RObject(.object(RawVector(raw.elements)), self)).value
  }

  private func perform(_ body: () throws(Unwind) -> Value) throws -> RObject {
    interpreter.useThisThread()
    do throws(Unwind) {
      return RObject(try body(), self)
    } catch {
      interpreter.recover()
      throw RError(error, interpreter)
    }
  }
}

/// An error that R code did not handle.
public struct RError: Error, CustomStringConvertible, Sendable {
  public let message: String
  /// The call in which it happened, as text.
  public let call: String?
  /// The classes of the condition, `"simpleError"`, `"error"`, `"condition"` for most.
  public let classes: [String]

  public var description: String {
    call.map { "Error in \($0) : \(message)" } ?? "Error: \(message)"
  }

  init(syntax message: String) {
    self.message = message
    call = nil
    classes = ["parseError", "error", "condition"]
  }

  init(_ failure: Unwind, _ interpreter: Interpreter) {
    switch failure {
    case .error(let condition):
      message = condition.message
      call = condition.call.isNull ? nil : interpreter.deparsedLine(condition.call)
      let object = condition.object.map { interpreter.classes(of: $0) }
      classes = object.map { $0.map { interpreter.strings.text($0) } } ?? condition.classes
    case .interrupt:
      message = "interrupted"
      call = nil
      classes = ["interrupt", "condition"]
    case .quit(let status):
      message = "quit with status \(status)"
      call = nil
      classes = ["quit", "condition"]
    default:
      message = "the evaluation was ended"
      call = nil
      classes = ["condition"]
    }
  }
}
