/// A function written in Swift, declared once as a value.
///
/// The text of the signature *is* the R signature: matching, arity and `args()` come from it.
package struct Builtin: Sendable {
  package enum Role: Sendable {
    /// A function of the base package that R code calls by its name; arguments are values.
    case primitive
    /// Reached by `.Internal(name(…))` from the R half; arguments are positional values.
    case `internal`
    /// A function of the base package that gets its arguments unevaluated.
    case special
  }

  /// How methods are looked for before the body runs.
  package enum Dispatch: Sendable {
    case none
    /// On the first argument, by the builtin's own name.
    case generic
    /// The group generics; `Ops` looks at both arguments.
    case ops, math, summary, complex
    /// On both arguments, S4 methods only.
    case methods
  }

  package typealias Body =
    @Sendable (borrowing Invocation) throws(Unwind) -> Value

  package let name: String
  package let role: Role
  package let dispatch: Dispatch
  /// Parameter names in order; `...` takes what matches no other.
  package let parameters: [String]
  /// The parameters as `args()` shows them: `x, digits = 0`.
  package let formals: String
  /// Whether arguments are given to the body as written, because the signature has `...`.
  package let isVariadic: Bool
  /// Speaks about the frame of the closure around it, so that it needs one.
  package private(set) var looksAtFrames = false
  private let implementation: Body

  /// Declares a builtin; `signature` is its R signature, `"nchar(x, type, allowNA, keepNA)"`.
  ///
  /// Defaults (`"round(x, digits = 0)"`) are only shown; the body fills them in. A signature with `...` hands the arguments over as they were written, with their names
  /// (`Invocation.names`); any other is matched by name and position, and absent arguments arrive as
  /// `.missingArgument`. Internals are always positional.
  package init(
    _ role: Role, _ signature: String, dispatch: Dispatch = .none, body: @escaping Body
  ) {
    let open = signature.firstIndex(of: "(") ?? signature.endIndex
    // A name may itself hold a parenthesis: `(`.
    let start = open == signature.startIndex ? signature.index(after: open) : open
    let parts = signature[start...].dropFirst().dropLast()
    name = String(signature[..<start])
    formals = String(parts)
    parameters = parts.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.prefix { $0 != " " && $0 != "=" })
    }
    isVariadic = parameters.contains("...")
    self.role = role
    self.dispatch = dispatch
    implementation = body
  }

  /// Runs the builtin; vectors made for reading its arguments live until it is done.
  @inline(__always)
  func body(_ invocation: borrowing Invocation) throws(Unwind) -> Value {
    let temporaries = invocation.interpreter.temporaries
    let mark = temporaries.pointee.count
    defer {
      if temporaries.pointee.count > mark {
        temporaries.pointee.removeLast(temporaries.pointee.count - mark)
      }
    }
    return try implementation(invocation)
  }
}

extension Builtin {
  /// The same builtin, marked as one that needs the frame of the closure around it.
  package var needingFrame: Builtin {
    var marked = self
    marked.looksAtFrames = true
    return marked
  }
}

/// A builtin as a value of one interpreter.
package final class BuiltinFunction: Object {
  package let builtin: Builtin
  package let name: Symbol
  // Read at every call.
  let dispatch: Builtin.Dispatch
  let isVariadic: Bool
  let isInternal: Bool
  let parameterCount: Int
  /// Whether an argument may be left empty, as in `x[1, ]`.
  let acceptsEmpty: Bool
  /// Parameter names as symbols of this interpreter.
  let parameters: [Symbol]

  init(_ builtin: Builtin, in strings: StringPool) {
    self.builtin = builtin
    name = strings.symbol(builtin.name)
    dispatch = builtin.dispatch
    isVariadic = builtin.isVariadic
    isInternal = builtin.role == .internal
    parameterCount = builtin.parameters.count
    acceptsEmpty = builtin.role != .primitive || Self.acceptingEmpty.contains(builtin.name)
    parameters = builtin.parameters.map { strings.symbol($0) }
    super.init(kind: .builtin)
  }

  /// Builtins that GNU R hands their arguments unevaluated, and those that it writes in R.
  private static let acceptingEmpty: Set<String> = [
    "[", "[[", "[<-", "[[<-", "$", "$<-", "@", "@<-", "call", "levels", "log", "pairlist", "rep",
    "round", "signif", "invisible", "(",
  ]

  package var isSpecial: Bool { builtin.role == .special }
}

/// One call of a builtin: its arguments and what it runs in.
package struct Invocation {
  private unowned(unsafe) let owner: Interpreter
  /// The arguments; valid during the call only.
  package let arguments: UnsafeMutableBufferPointer<Value>
  /// Names as written, of variadic builtins; empty when no argument has a name.
  package let names: [Symbol]
  unowned(unsafe) let function: BuiltinFunction
  /// The call as it was written; nil when called from Swift.
  let site: Call?
  /// The environment in which the call was written, when it is known already.
  let knownEnvironment: Environment?

  init(
    interpreter: Interpreter, arguments: UnsafeMutableBufferPointer<Value>, names: [Symbol],
    function: BuiltinFunction, site: Call?, knownEnvironment: Environment?
  ) {
    owner = interpreter
    self.arguments = arguments
    self.names = names
    self.function = function
    self.site = site
    self.knownEnvironment = knownEnvironment
  }

  /// A computed property, because the compiler cannot read an unmanaged field of a borrowed value.
  package var interpreter: Interpreter { owner }
  package var count: Int { arguments.count }
  package var strings: StringPool { interpreter.strings }

  package subscript(position: Int) -> Value { arguments[position] }

  /// Whether the argument was left empty in the call, not given as an empty symbol.
  package func isWrittenEmpty(_ position: Int) -> Bool {
    guard self[position].isMissingArgument, let site else { return false }
    guard position < site.arguments.count else { return true }
    let isAsWritten = site.arguments.count == count
    guard isAsWritten || site.arguments.contains(where: { $0.value.symbol == .dots }) else {
      return true
    }
    return site.arguments[position].value.isMissingArgument
  }

  /// Refuses a call that was written with fewer arguments than the builtin has.
  package func checkComplete() throws(Unwind) {
    guard let site, !site.arguments.contains(where: { $0.value.symbol == .dots }),
      site.arguments.count < function.parameterCount
    else { return }
    throw .error(
      .wrongArity(
        site.arguments.count, function.builtin.name, function.parameterCount, call: .object(site)))
  }

  /// The name of argument `position` as written, `.empty` if it has none.
  package func name(_ position: Int) -> Symbol {
    names.isEmpty ? .empty : names[position]
  }

  /// Takes an argument out, so that a vector that nobody else refers to can be changed in place.
  ///
  /// Replacement functions (`[<-`, `names<-`, …) take their first argument this way; one that fails puts it
  /// back with `restore`.
  package func take(_ position: Int) -> Value {
    guard let place = arguments.baseAddress else { return .null }
    let value = (place + position).move()
    (place + position).initialize(to: .null)
    return value
  }

  /// Puts back what `take` took.
  package func restore(_ position: Int, _ value: Value) { arguments[position] = value }

  /// The call for error messages: that of the builtin, or for internals that of the closure around it.
  package var call: Value { interpreter.errorCall(of: function, at: site) }

  /// The environment in which the call was written.
  package var environment: Environment { knownEnvironment ?? interpreter.currentEnvironment() }

  /// An error of this call, to be thrown.
  package func error(_ message: String) -> Unwind {
    .error(Condition.error(message, call: call))
  }

  /// The error of a builtin, by its name within GNU R, for a type that it knows nothing of.
  package func unimplemented(_ kind: Kind, in name: String) -> Unwind {
    error("unimplemented type '\(kind.typeName)' in '\(name)'\n")
  }

  /// A warning of this call.
  package func warning(_ message: String) throws(Unwind) {
    try interpreter.signalWarning(message, call: call)
  }
}
