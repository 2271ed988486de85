import Glibc

#if Console
import CReadline
#endif

/// Reads lines from the terminal: with GNU readline, or plainly when that is switched off.
final class LineEditor {
  private(set) var wasInterrupted = false

  init() {
    #if Console
    readline_leave_signals_alone()
    using_history()
    #endif
  }

  /// The next line without its end; nil at the end of the input or after Ctrl-C (`wasInterrupted`).
  func readLine(prompt: String) -> String? {
    wasInterrupted = false
    #if Console
    guard let line = readline(prompt) else { return nil }
    defer { free(line) }
    return String(cString: line)
    #else
    Swift.print(prompt, terminator: "")
    fflush(nil)
    return Swift.readLine()
    #endif
  }

  /// Adds an entry to the history.
  func remember(_ entry: String) {
    #if Console
    if !entry.isEmpty { add_history(entry) }
    #endif
  }
}
