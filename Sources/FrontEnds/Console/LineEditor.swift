import ApusInterpreter
import Glibc

#if Console
import CReadline
#endif

/// Reads lines from the terminal: with GNU readline, or plainly when that is switched off.
final class LineEditor {
  init() {
    #if Console
    readline_leave_signals_alone()
    using_history()
    readline_read_with { _ in LineEditor.nextByte() }
    #endif
  }

  /// The next line.
  func readLine(prompt: String) -> InputLine {
    Interrupts.clear()
    #if Console
    let line = readline(prompt)
    defer { free(line) }
    if Interrupts.isPending {
      Interrupts.clear()
      if line == nil { Swift.print() }
      return .interrupted
    }
    guard let line else { return .end }
    return .line(Array(UnsafeBufferPointer(start: line, count: strlen(line)).map(UInt8.init)))
    #else
    Swift.print(prompt, terminator: "")
    fflush(stdout)
    guard Interrupts.waitForInput() else {
      Interrupts.clear()
      Swift.print()
      return .interrupted
    }
    return Swift.readLine().map { .line(Array($0.utf8)) } ?? .end
    #endif
  }

  #if Console
  /// The next byte of the terminal for readline; an end of input on Ctrl-C.
  private static func nextByte() -> Int32 {
    var byte: UInt8 = 0
    while Interrupts.waitForInput() {
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 1 { return Int32(byte) }
      if count == 0 || errno != EINTR { return EOF }
    }
    rl_echo_signal_char(SIGINT)
    return EOF
  }
  #endif
}

// MARK: - History

extension LineEditor {
  /// Adds an entry to the history.
  func remember(_ entry: String) {
    #if Console
    if !entry.isEmpty { add_history(entry) }
    #endif
  }

  /// Reads the history of earlier sessions.
  func loadHistory(_ path: String) {
    #if Console
    stifle_history(Self.historySize)
    read_history(path)
    #endif
  }

  /// Keeps the last lines for later sessions.
  func saveHistory(_ path: String) -> Bool {
    #if Console
    return write_history(path) == 0 && history_truncate_file(path, Self.historySize) == 0
    #else
    return false
    #endif
  }

  /// `R_HISTSIZE`, or 512 lines.
  private static var historySize: Int32 {
    getenv("R_HISTSIZE").flatMap { Int32(String(cString: $0)) } ?? 512
  }
}
