import Apus
import ApusInterpreter
import Glibc

#if Console
import CReadline
#endif

/// Reads lines from the terminal: with GNU readline, or plainly when that is switched off.
final class LineEditor {
  /// The lines before, of which the one that is typed is a continuation.
  var context: [UInt8] = []
  private let session: Session
  #if Console
  // Invariant: readline is one for the process, and so is the console that uses it: written once.
  nonisolated(unsafe) private static weak var active: LineEditor?
  #endif

  init(_ session: Session) {
    self.session = session
    #if Console
    readline_leave_signals_alone()
    using_history()
    readline_read_with { _ in LineEditor.nextByte() }
    Self.active = self
    readline_complete_with { _, start, end in
      LineEditor.active?.matches(Int(start), Int(end))
    }
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
    fflush(nil)
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

// MARK: - Completion

#if Console
extension LineEditor {
  private typealias Match = UnsafeMutablePointer<CChar>

  /// What could replace the bytes of the line from `start` to `end`, as readline wants it.
  private func matches(_ start: Int, _ end: Int) -> UnsafeMutablePointer<Match?>? {
    guard let line = readline_line() else { return nil }
    let typed = UnsafeBufferPointer(start: line, count: strlen(line)).map { UInt8(bitPattern: $0) }
    let found = session.completions(of: context + typed, at: context.count + end)
    readline_complete_files(found.values == nil ? 1 : 0)
    let place = found.start - context.count
    guard let values = found.values, !values.isEmpty, place <= end else { return nil }
    let words = values.map { value in
      place >= start
        ? typed[start..<place] + Array(value.utf8) : Array(value.utf8.dropFirst(start - place))
    }
    // What all have in common comes first; one alone needs no list behind it.
    let common = words.dropFirst().reduce(words[0]) { Self.commonPrefix($0, $1) }
    let entries = [common] + (words.count > 1 ? words : [])
    let list = UnsafeMutablePointer<Match?>.allocate(capacity: entries.count + 1)
    for (k, entry) in entries.enumerated() { list[k] = Self.copy(entry) }
    list[entries.count] = nil
    return list
  }

  private static func commonPrefix(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    Array(zip(a, b).prefix { $0 == $1 }.map(\.0))
  }

  /// A C string that readline frees.
  private static func copy(_ bytes: [UInt8]) -> Match? {
    strdup(String(decoding: bytes, as: UTF8.self))
  }
}
#endif

// MARK: - History

extension LineEditor {
  /// Adds an entry to the history.
  func remember(_ entry: String) {
    #if Console
    if !entry.isEmpty { add_history(entry) }
    #endif
  }

  /// Whether lines are kept.
  var hasHistory: Bool {
    #if Console
    return true
    #else
    return false
    #endif
  }

  /// Reads the history of earlier sessions; nil where none is kept.
  func loadHistory(_ path: String) -> Bool? {
    #if Console
    stifle_history(Self.historySize)
    return read_history(path) == 0
    #else
    return nil
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
