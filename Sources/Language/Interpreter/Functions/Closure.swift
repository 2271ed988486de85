/// A function written in R, with the environment in which it was made.
package final class Closure: Object {
  package let definition: FunctionDefinition
  package let environment: Environment
  /// Whether its calls are stepped through: `debug`, `debugonce`.
  package var stepping = Stepping.never
  /// Its body with a stop before each statement; nil until it is first stepped through.
  var steppedCode: Code?

  package enum Stepping { case never, once, always }

  package init(_ definition: FunctionDefinition, in environment: Environment) {
    self.definition = definition
    self.environment = environment
    super.init(kind: .closure)
  }

  package override func shallowCopy() -> Object {
    let copy = Closure(definition, in: environment)
    copy.copyAttributes(from: self)
    return copy
  }
}

/// An argument that is evaluated when its value is first wanted.
package final class Promise: Object {
  package let expression: Value
  /// Nil once the value is there.
  package var environment: Environment?
  /// `.unbound` until the promise is forced.
  package var value: Value
  var isUnderEvaluation = false
  /// An evaluation ended early: the next one says so.
  var wasInterrupted = false

  package init(_ expression: Value, in environment: Environment) {
    self.expression = expression
    self.environment = environment
    value = .unbound
    super.init(kind: .promise)
  }

  /// A promise that has its value.
  package init(_ expression: Value, value: Value) {
    self.expression = expression
    environment = nil
    self.value = value
    super.init(kind: .promise)
  }
}

/// What `...` is bound to: arguments (promises or plain values) and the expressions they were written as.
package final class Dots: Object {
  package let arguments: [Argument]
  /// As many as arguments.
  package let expressions: [Value]

  package init(_ arguments: [Argument], expressions: [Value]) {
    self.arguments = arguments
    self.expressions = expressions
    super.init(kind: .dots)
  }

  package override var length: Int { arguments.count }
}
