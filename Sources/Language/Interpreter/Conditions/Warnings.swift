// Showing warnings at the top level, and getting ready for the next expression.

extension Interpreter {
  /// Prints the warnings kept since the last time, as R does after each top-level expression.
  ///
  /// After the text of an error they come "In addition".
  package func showWarnings(inAddition: Bool = false) {
    guard !warnings.isEmpty else { return }
    let shown = warnings
    warnings = []
    lastWarnings = shown
    output.flush()
    if inAddition { printError("In addition: ") }
    if shown.count == 1 {
      printError(singleWarning(shown[0]))
    } else if shown.count <= 10 {
      var text = "Warning messages:\n"
      for (k, warning) in shown.enumerated() { text += numberedWarning(k + 1, warning) }
      printError(text)
    } else if shown.count < 50 {
      printError("There were \(shown.count) warnings (use warnings() to see them)\n")
    } else {
      printError("There were 50 or more warnings (use warnings() to see the first 50)\n")
    }
  }

  private func singleWarning(_ warning: (message: String, call: Value)) -> String {
    if warning.call.isNull { return "Warning message:\n\(warning.message) \n" }
    let call = callText(warning.call)
    let separator = isLong(call, warning.message, margin: 6) ? "\n  " : " "
    return "Warning message:\nIn \(call) :\(separator)\(warning.message)\n"
  }

  private func numberedWarning(_ number: Int, _ warning: (message: String, call: Value)) -> String {
    if warning.call.isNull { return "\(number): \(warning.message) \n" }
    let call = callText(warning.call)
    let separator = isLong(call, warning.message, margin: 10) ? "\n  " : " "
    return "\(number): In \(call) :\(separator)\(warning.message)\n"
  }

  private func isLong(_ call: String, _ message: String, margin: Int) -> Bool {
    let first = message.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let width = first.first?.unicodeScalars.count ?? 0
    return margin + call.unicodeScalars.count + width > 75
  }

  /// Gets ready for the next top-level expression after one ended early.
  package func recover() {
    while machine.depth > 0 { drop(machine.current) }
    handlers = globalHandlers
    evaluations = []
    restarts = []
    machine.nativeDepth = 0
    restoreReserve()
  }
}
