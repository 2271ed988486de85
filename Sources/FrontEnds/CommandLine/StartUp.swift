import Apus
import Glibc

/// What is read before anything else runs: `.Renviron`, `.Rprofile`, the saved workspace.
struct StartUp {
  let options: Options

  /// Sets environment variables from `R_ENVIRON_USER`, or `.Renviron` here or at home.
  func readEnvironment() {
    guard options.readsEnvironment,
      let text = Self.userFile(named: ".Renviron", variable: "R_ENVIRON_USER").flatMap(readFile)
    else { return }
    for line in text.split(separator: 0x0A) { Self.set(line) }
  }

  /// Runs the profile, restores the workspace, calls `.First`; answers an outcome if that was `quit()`.
  func prepare(_ program: Program, isQuiet: Bool) -> Program.Outcome? {
    var steps: [[UInt8]] = []
    if options.readsProfile {
      let profile = Self.userFile(named: ".Rprofile", variable: "R_PROFILE_USER")
      profile.flatMap(readFile).map { steps.append($0) }
    }
    if options.restoresData, access(".RData", R_OK) == 0 {
      let announcement = isQuiet ? "" : "; cat('[Previously saved workspace restored]\\n\\n')"
      steps.append(Array("base::invisible(base::load('.RData', .GlobalEnv))\(announcement)".utf8))
    }
    steps.append(
      Array("if (base::exists('.First', .GlobalEnv, mode = 'function')) .First()".utf8))
    for step in steps {
      let outcome = program.run(step)
      if case .quit = outcome { return outcome }
    }
    return nil
  }

  /// The file that a variable names, else one in this folder, else one at home.
  private static func userFile(named name: String, variable: String) -> String? {
    if let given = getenv(variable) { return String(cString: given) }
    if access(name, R_OK) == 0 { return name }
    return getenv("HOME").map { String(cString: $0) + "/" + name }
  }

  /// Sets `NAME=value`, unless the line is a comment.
  private static func set(_ line: ArraySlice<UInt8>) {
    let text = String(decoding: line, as: UTF8.self).trimmingBlanks()
    guard !text.hasPrefix("#"), let equals = text.firstIndex(of: "=") else { return }
    let name = String(text[..<equals]).trimmingBlanks()
    var value = String(text[text.index(after: equals)...]).trimmingBlanks()
    for quote in ["\"", "'"]
    where value.count > 1 && value.hasPrefix(quote) && value.hasSuffix(quote) {
      value = String(value.dropFirst().dropLast())
    }
    if !name.isEmpty { setenv(name, expanded(value), 1) }
  }

  /// Replaces `${NAME}` and `${NAME-default}` by what they stand for.
  private static func expanded(_ value: String) -> String {
    var result = ""
    var rest = value[...]
    while let dollar = rest.firstIndex(of: "$") {
      let after = rest.index(after: dollar)
      guard after < rest.endIndex, rest[after] == "{",
        let close = rest[after...].firstIndex(of: "}")
      else {
        result += rest[..<after]
        rest = rest[after...]
        continue
      }
      result += rest[..<dollar]
      let inner = rest[after..<close].dropFirst()
      let parts = inner.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0].drop(while: { $0 == " " }).prefix { $0 != ":" })
      let known = getenv(name).map { String(cString: $0) } ?? ""
      let other = parts.count > 1 ? String(parts[1].drop { $0 == ":" }) : ""
      result += known.isEmpty ? other : known
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension String {
  fileprivate func trimmingBlanks() -> String {
    var text = self[...].drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return String(text)
  }
}
