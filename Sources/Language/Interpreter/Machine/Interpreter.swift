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
  package private(set) lazy var globalEnvironment = Environment(
    parent: baseEnvironment, interpreter: self)
  /// The namespace of base, parent of which is the global environment.
  package private(set) lazy var baseNamespace = Environment(
    parent: globalEnvironment, sharing: baseEnvironment, interpreter: self)
  /// `package:base`, the end of the search path; shares its bindings with the namespace.
  package private(set) lazy var baseEnvironment = Environment(
    parent: emptyEnvironment, interpreter: self)
  package private(set) lazy var emptyEnvironment = Environment(parent: nil, interpreter: self)
  /// Loaded namespaces by name.
  package var namespaces: [Symbol: Environment] = [:]
  /// Second names of packages.
  package var packageAliases: [Symbol: Symbol] = [:]
  /// What packages export, by their names, attached or not; base exports all it has.
  package var exports: [Symbol: Environment] = [:]
  /// What the packages of the library export, in front of base: they see it whatever hides it on the search path.
  package var libraryExports: Environment?
  /// S3 methods registered by packages: generic → full table of methods by name.
  package var registeredMethods: [Symbol: Value] = [:]
  /// Builtins reached through `.Internal`.
  package private(set) var internals: [Symbol: BuiltinFunction] = [:]
  /// Where output goes; hosts replace it.
  package var output: any OutputSink
  /// Where lines come from that R code asks for; nil: the process's own standard input.
  package var input: (any InputSource)?
  /// What `quit()` does with the workspace unless it is told.
  package var savePolicy = SavePolicy.no
  /// Values of `options()`.
  package var options: [(name: Symbol, value: Value)] = []
  /// Whether the value of the last top-level expression wants to be printed.
  package var isVisible = true
  /// Warnings kept until the top level.
  package var warnings: [(message: String, call: Value)] = []
  /// Those shown last, for `warnings()`.
  package var lastWarnings: [(message: String, call: Value)] = []
  /// What `geterrmessage()` gives.
  package var lastErrorMessage = ""
  /// Arguments of the command line, for `commandArgs()`.
  package var commandArguments: [String] = []
  package var isInteractive = false
  /// Starts another interpreter with the same library, on the thread that calls; set by what installs it.
  package var startAnother: (@Sendable (any OutputSink) -> Interpreter)?
  /// Reports an error that nobody handled, before the stack is unwound; answers what to throw.
  package var uncaught: (Interpreter, Condition) -> Unwind = { _, condition in .error(condition) }

  var handlers: [Handler] = []
  /// Those of `globalCallingHandlers`, below all others.
  var globalHandlers: [Handler] = []
  /// The calls that led to the last uncaught error, innermost first, as lines of text.
  var lastTraceback: [[String]] = []
  var restarts: [Restart] = []
  var nextTarget = 0
  /// How many activations may be in each other: `options(expressions = )`.
  var expressionLimit = 5000
  /// The `eval`s that run, innermost last.
  var evaluations: [EvaluationContext] = []
  var searchEpoch: UInt { machine.state.pointee.searchEpoch }
  var redefinitionEpoch: UInt { machine.state.pointee.redefinitionEpoch }
  /// The instruction that failed last, for `restoreTaken`.
  var failedInstruction: UnsafeMutablePointer<Instruction>
  /// The call of a library function whose builtin runs in its stead, and the number of activations then.
  var standingCall: Unmanaged<Call>?
  var standingDepth = -1
  /// State of builtin modules, by its type.
  private var extensions: [ObjectIdentifier: AnyObject] = [:]

  let machine: Machine
  /// What is remembered of S4 classes and methods.
  let s4: S4State
  let debugging = Debugging()
  /// Vectors that readers of arguments have made, newest last: see `Builtin.body`.
  let temporaries: UnsafeMutablePointer<ContiguousArray<Vector>>

  package init(output: any OutputSink) {
    strings = StringPool()
    self.output = output
    machine = Machine()
    s4 = S4State(strings)
    temporaries = .allocate(capacity: 1)
    temporaries.initialize(to: [])
    failedInstruction = .allocate(capacity: 1)
    machine.measureStack()
    emptyEnvironment.name = "R_EmptyEnv"
    baseEnvironment.name = "base"
    globalEnvironment.name = "R_GlobalEnv"
    baseNamespace.name = "namespace:base"
    namespaces[.base] = baseNamespace
    for environment in [baseNamespace, baseEnvironment, globalEnvironment] {
      environment.isWatched = true
    }
  }

  deinit {
    // Closures and environments refer to each other: empty them, so that everything goes.
    for namespace in namespaces.values { namespace.removeAll() }
    globalEnvironment.removeAll()
    baseEnvironment.removeAll()
    temporaries.deinitialize(count: 1)
    temporaries.deallocate()
  }

  /// The state of a builtin module in this interpreter, made at the first use.
  package func state<State: AnyObject>(_ make: () -> State) -> State {
    if let found = extensions[ObjectIdentifier(State.self)] as? State { return found }
    let made = make()
    extensions[ObjectIdentifier(State.self)] = made
    return made
  }

  /// Lets go of the state of builtin modules: what they hold of files ends with it.
  package func releaseState() { extensions.removeAll() }

  /// Makes builtins available: primitives and specials by their names in base, internals to `.Internal`.
  package func install(_ builtins: [Builtin]) {
    for builtin in builtins {
      let function = BuiltinFunction(builtin, in: strings)
      switch builtin.role {
      case .internal: internals[function.name] = function
      case .primitive, .special: baseNamespace.define(function.name, .object(function))
      }
    }
  }
}

/// Receives what R prints.
package protocol OutputSink: AnyObject {
  func write(_ bytes: UnsafeBufferPointer<UInt8>, to stream: OutputStream)
  func flush()
  /// How many characters a line has where the output is a terminal; nil where it is not.
  var terminalWidth: Int? { get }
}

extension OutputSink {
  package var terminalWidth: Int? { nil }
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

  /// Tells the interpreter that this thread uses it from now on: the limit of recursion is the thread's stack.
  package func useThisThread() { machine.measureStack() }

  /// Asks what runs to stop at the next safe point; may be called from another thread or a signal handler.
  package var interruptFlag: UnsafeMutablePointer<Int32> {
    UnsafeMutableRawPointer(machine.state).assumingMemoryBound(to: Int32.self)
  }

  /// A name of a builtin may now mean something else: code that relies on it is outdated.
  func noteRedefinition(of name: Symbol, in environment: Environment) {
    guard strings.hasFlag(StringPool.isInlined, name), !environment.isBase else { return }
    machine.state.pointee.redefinitionEpoch += 1
  }

  /// Code is chosen anew at each call site: what functions do when called has changed.
  func outdateCallSites() { machine.state.pointee.redefinitionEpoch += 1 }

  func invalidateLookups() { machine.state.pointee.searchEpoch += 1 }

  /// A running function's frame got a name that its code does not know.
  func noteExtra(in frame: Environment) {
    invalidateLookups()
    for k in 0..<machine.depth {
      let activation = machine.activations + k
      if activation.pointee.environment?.toOpaque() == Unmanaged.passUnretained(frame).toOpaque() {
        activation.pointee.scope = nil
      }
    }
  }
}
