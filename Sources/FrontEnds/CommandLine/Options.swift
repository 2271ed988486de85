import ApusInterpreter

/// What the command line asks for.
struct Options: Sendable {
  enum Request: Sendable {
    case run, version, help
    /// The words are wrong.
    case complain(String)
  }

  enum Source: Sendable {
    case standardInput
    case expressions([String])
    /// `apus file`, which is not echoed, or `apus -f file`, which is.
    case file(String, isEchoed: Bool)
  }

  var request = Request.run
  var source = Source.standardInput
  /// What `commandArgs()` gives.
  var arguments: [String]
  var isQuiet = false
  /// Whether the program is shown with prompts where R shows it.
  var echoes = true
  var isInteractive = false
  var readsEnvironment = true
  var readsProfile = true
  var restoresData = true
  var restoresHistory = true
  var save: SavePolicy?
  /// Words that mean nothing here.
  var ignored: [String] = []

  init(_ arguments: [String]) {
    self.arguments = arguments
    var words = arguments.dropFirst()
    while let word = words.popFirst() {
      if word == "--args" { break }
      if word.hasPrefix("-"), word != "-" {
        take(option: word, &words)
      } else if case .file(_, isEchoed: true) = source {
        ignored.append("ARGUMENT '\(word)' __ignored__\n\n")
      } else {
        takeScript(word, words)
        return
      }
    }
    if case .expressions = source {
      self.arguments = Self.scripted(arguments)
      restoresData = false
    }
  }

  /// A command line as Rscript hands it to R.
  private static func scripted(_ arguments: [String]) -> [String] {
    arguments.prefix(1) + ["--no-echo", "--no-restore"] + arguments.dropFirst()
  }

  /// `apus script.R arguments…` or `apus -e … arguments…`: what follows is for the script, as in Rscript.
  private mutating func takeScript(_ word: String, _ rest: ArraySlice<String>) {
    var trailing = Array(rest)
    var shown = Self.scripted(arguments.dropLast(rest.count + 1))
    restoresData = false
    if case .expressions = source {
      trailing.insert(word, at: 0)
    } else {
      source = word == "-" ? .standardInput : .file(word, isEchoed: false)
      shown.append("--file=\(word)")
      if word == "-" { echoes = false }
    }
    arguments = shown + (trailing.isEmpty ? [] : ["--args"] + trailing)
  }

  private mutating func take(option: String, _ rest: inout ArraySlice<String>) {
    switch option {
    case "-e":
      guard let text = rest.popFirst() else {
        request = .complain("option '-e' requires a non-empty argument")
        return
      }
      if case .expressions(let others) = source {
        source = .expressions(others + [text])
      } else {
        source = .expressions([text])
      }
    case "-f", "--file":
      guard let file = rest.popFirst() else {
        request = .complain("option '\(option)' requires a filename argument")
        return
      }
      source = .file(file, isEchoed: true)
    case _ where option.hasPrefix("--file="):
      source = .file(String(option.dropFirst(7)), isEchoed: true)
    case "--version": request = .version
    case "--help", "-h": request = .help
    case "-g", "--gui", "-d", "--debugger", "--encoding": _ = rest.popFirst()
    default: take(flag: option)
    }
  }

  private mutating func take(flag: String) {
    switch flag {
    case "--quiet", "-q", "--silent": isQuiet = true
    case "--no-echo", "--slave", "-s":
      isQuiet = true
      echoes = false
      save = .no
    case "--interactive": isInteractive = true
    case "--save": save = .yes
    case "--no-save": save = .no
    case "--no-environ": readsEnvironment = false
    case "--no-init-file": readsProfile = false
    case "--no-restore-data": restoresData = false
    case "--no-restore-history": restoresHistory = false
    case "--no-restore":
      restoresData = false
      restoresHistory = false
    case "--vanilla":
      save = .no
      readsEnvironment = false
      readsProfile = false
      restoresData = false
      restoresHistory = false
    default:
      if !Self.isKnown(flag) { ignored.append("WARNING: unknown option '\(flag)'\n\n") }
    }
  }

  /// Options of R that change nothing here.
  private static func isKnown(_ flag: String) -> Bool {
    let plain: Set<String> = [
      "--no-site-file", "--restore", "--no-readline", "--verbose", "--ess", "--no-timing",
    ]
    let valued = [
      "--encoding=", "--gui=", "--debugger=", "--max-ppsize=", "--min-nsize=", "--min-vsize=",
      "--max-connections=", "--default-packages=", "--debugger-args=",
    ]
    return plain.contains(flag) || valued.contains { flag.hasPrefix($0) }
  }
}
