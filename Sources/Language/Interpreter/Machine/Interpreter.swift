// ApusInterpreter: values, environments, functions, compiler, machine, operators, dispatch and
// conditions: all that runs per R operation. It knows no mathematics, no files and no terminal.
//
// Start reading at `Interpreter` (what one running R owns), `Value` (what it computes with),
// `Compiler` (language objects to code) and `Machine+Loop` (what runs the code).

/// One running R: everything it owns, and the services that builtins use.
///
/// There is no state outside: a process may have many interpreters, each used by one thread at a time.
package final class Interpreter {
  package let strings: StringPool
  package private(set) var globalEnvironment: Environment! = nil
  /// The namespace of base, parent of which is the global environment.
  package private(set) var baseNamespace: Environment! = nil
  /// `package:base`, the end of the search path; shares its bindings with the namespace.
  package private(set) var baseEnvironment: Environment! = nil
  package private(set) var emptyEnvironment: Environment! = nil
  /// Builtins reached through `.Internal`.
  var internals: [Symbol: BuiltinFunction] = [:]
  /// Where output goes; hosts replace it.
  package var output: any OutputSink
  /// Values of `options()`.
  package var options: [(name: Symbol, value: Value)] = []
  /// Whether the value of the last top-level expression wants to be printed.
  package var isVisible = true
  /// State of builtin modules, by its type.
  private var extensions: [ObjectIdentifier: AnyObject] = [:]

  let machine: Machine

  package init(output: any OutputSink) {
    strings = StringPool()
    self.output = output
    machine = Machine()
    let empty = Environment(parent: nil, interpreter: self)
    emptyEnvironment = empty
    baseEnvironment = Environment(parent: empty, interpreter: self)
    globalEnvironment = Environment(parent: baseEnvironment, interpreter: self)
    baseNamespace = Environment(parent: globalEnvironment, interpreter: self)
  }

  /// The state of a builtin module in this interpreter, made at the first use.
  package func state<State: AnyObject>(_ make: () -> State) -> State {
    if let found = extensions[ObjectIdentifier(State.self)] as? State { return found }
    let made = make()
    extensions[ObjectIdentifier(State.self)] = made
    return made
  }
}

/// Receives what R prints.
package protocol OutputSink: AnyObject {
  func write(_ bytes: UnsafeBufferPointer<UInt8>, to stream: OutputStream)
  func flush()
}

package enum OutputStream: Sendable { case output, error }

extension Interpreter {
  /// Writes text to R's standard output (through `sink()` when one is set).
  package func print(_ text: String) {
    var text = text
    text.withUTF8 { output.write($0, to: .output) }
  }

  /// Writes text to R's standard error.
  package func printError(_ text: String) {
    var text = text
    text.withUTF8 { output.write($0, to: .error) }
  }
}
