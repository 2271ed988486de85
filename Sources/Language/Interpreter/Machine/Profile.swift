#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import CSampling

/// Which functions run, looked at again and again: for `Rprof`.
///
/// A timer marks the flag that is looked at for interrupts, so that nothing is slower while it is off. A
/// builtin that runs for long is counted for the function that called it.
package final class Profile {
  private var file: UnsafeMutablePointer<FILE>?

  package init() {}

  deinit { stop() }

  /// Starts to write samples to a file; false if it cannot be opened.
  package func start(
    _ path: String, appends: Bool, interval: Double, in interpreter: Interpreter
  ) -> Bool {
    stop()
    file = fopen(path, appends ? "a" : "w")
    guard file != nil else { return false }
    write("sample.interval=\(Int((interval * 1e6).rounded()))\n")
    return start_sampling(interpreter.interruptFlag, interval) != 0
  }

  package func stop() {
    guard let file else { return }
    stop_sampling()
    fclose(file)
    self.file = nil
  }

  /// Writes the functions that run, innermost first, once for each sample that is due.
  func takeSamples(of interpreter: Interpreter) {
    let due = take_due_samples()
    guard file != nil, due > 0 else { return }
    let names = interpreter.functionActivations().reversed().map { interpreter.shownName(of: $0) }
    guard !names.isEmpty else { return }
    let line = names.map { "\"\($0)\" " }.joined() + "\n"
    for _ in 0..<due { write(line) }
  }

  private func write(_ text: String) { fputs(text, file) }
}

extension Interpreter {
  /// What a call calls, in one word: a name, or one with its package or list.
  fileprivate func shownName(of activation: ActivationPlace) -> String {
    guard let call = callOf(activation).call else { return "<Anonymous>" }
    if let name = call.name { return strings.text(name) }
    guard let callee = call.function.call, let name = callee.name else { return "<Anonymous>" }
    switch strings.text(name) {
    case "::", ":::", "$", "@": return deparsedLine(call.function)
    default: return "<Anonymous>"
    }
  }
}
