/// Gives the lines that R code asks for: `readline()`, `scan()`, `stdin()`.
package protocol InputSource: AnyObject {
  /// The next line without its end; who types it is shown the prompt.
  func readLine(prompt: String) -> InputLine

  /// Keeps what was typed so far for a later session: in a file, or where the host keeps it.
  func saveHistory(to path: String?) -> Bool

  /// Adds the lines of a file to what was typed; nil where that is not kept.
  func loadHistory(from path: String) -> Bool?

  /// Whether what is typed is kept.
  var hasHistory: Bool { get }
}

extension InputSource {
  package func saveHistory(to path: String?) -> Bool { false }

  package func loadHistory(from path: String) -> Bool? { nil }

  package var hasHistory: Bool { false }
}

/// What an input source gives.
package enum InputLine: Sendable {
  case line([UInt8])
  case end
  /// Ctrl-C was pressed instead.
  case interrupted
}

/// What becomes of the workspace at the end of a session.
package enum SavePolicy: String, Sendable {
  case yes, no, ask
}

// MARK: - The end of a session

extension Interpreter {
  /// Asks whether to save, runs `.Last`, saves: all that `quit()` does before the session is over.
  func prepareToQuit(_ wanted: SavePolicy, runsLast: Bool) throws(Unwind) {
    let policy = wanted == .ask ? try askWhetherToSave() : wanted
    let last = strings.symbol(".Last")
    if runsLast, let function = try globalEnvironment.value(last), function.isFunction {
      _ = try call(function)
    }
    if policy == .yes {
      _ = try callFunction("save.image", [])
      _ = input?.saveHistory(to: nil)
    }
  }

  private func askWhetherToSave() throws(Unwind) -> SavePolicy {
    output.flush()
    while true {
      switch input?.readLine(prompt: "Save workspace image? [y/n/c]: ") ?? .end {
      case .end: return .no
      case .interrupted: throw .interrupt
      case .line(let text):
        switch text.first.map({ $0 | 0x20 }) {
        case UInt8(ascii: "y"): return .yes
        case UInt8(ascii: "n"): return .no
        case UInt8(ascii: "c"): throw .toTopLevel
        default: continue
        }
      }
    }
  }
}
