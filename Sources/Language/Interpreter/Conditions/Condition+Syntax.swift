// Errors of source text, in R's words.

import ApusSyntax

extension Condition {
  /// What `parse(text =)` and `source()` say; `call` is the call that asked for the parse.
  package static func syntax(
    _ diagnostic: Diagnostic, in source: String, call: Value, lowering: Lowering
  ) -> Condition {
    error(
      diagnostic.message(in: source),
      call: lowering.call(of: diagnostic, otherwise: call))
  }

  /// What the console and a script say.
  package static func consoleSyntax(
    _ diagnostic: Diagnostic, lowering: Lowering
  ) -> Condition {
    error(diagnostic.consoleMessage, call: lowering.call(of: diagnostic, otherwise: .null))
  }
}

extension Lowering {
  fileprivate func call(of diagnostic: Diagnostic, otherwise call: Value) -> Value {
    switch diagnostic.kind {
    case .uncalledMessage: .null
    case .misplaced(let node): value(node)
    default: call
    }
  }
}
