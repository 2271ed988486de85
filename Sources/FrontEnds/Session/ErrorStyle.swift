import ApusSyntax
import Glibc

/// How a syntax error is shown: in R's words, at a terminal with a mark at the place.
package enum ErrorStyle: Sendable {
  case plain, marked, colored

  /// What suits the terminal: no colour if it has none or `NO_COLOR` is set.
  package static var ofTerminal: ErrorStyle {
    guard isatty(STDERR_FILENO) == 1 else { return .plain }
    let wantsNone = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let terminal = getenv("TERM").map { String(cString: $0) } ?? "dumb"
    return wantsNone || terminal == "dumb" ? .marked : .colored
  }

  /// The message with what this style adds.
  func show(_ message: String, _ error: Diagnostic, in source: [UInt8]) -> String {
    guard self != .plain else { return message }
    let lines = source.split(separator: 0x0A, omittingEmptySubsequences: false)
    var text = self == .colored ? "\u{1B}[31m\(message)\u{1B}[0m" : message
    guard error.kind != .incomplete, lines.indices.contains(error.line - 1) else { return text }
    let line = String(decoding: lines[error.line - 1], as: UTF8.self)
    let mark = self == .colored ? "\u{1B}[1;31m^\u{1B}[0m" : "^"
    text += "  \(line)\n  " + String(repeating: " ", count: max(0, error.column - 1)) + mark + "\n"
    return text
  }
}
