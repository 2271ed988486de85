/// What the compiler makes of a closure's body or of an expression.
final class Code {
  /// Parameters first, then every name that the body assigns.
  let locals: [Symbol]
  var localCount: Int { locals.count }

  init(locals: [Symbol]) { self.locals = locals }

  func slot(of name: Symbol) -> Int? { locals.firstIndex(of: name) }
}
