import ApusInterpreter

/// All builtins of the package, theme by theme.
package enum RxBuiltins {
  package static var all: [[Builtin]] { [] }
}
