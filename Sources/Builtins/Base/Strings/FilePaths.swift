import ApusInterpreter
import Glibc

/// The help pages of `basename`, `file.path`, `path.expand` and `normalizePath`.
enum FilePaths {
  static let all = [basename, dirname, filePath, pathExpand, normalizePath]

  static let basename = Builtin(.internal, "basename(path)") { call throws(Unwind) in
    try map(call) { path in
      let trimmed = trimmed(path)
      return trimmed.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init)
        ?? ""
    }
  }

  static let dirname = Builtin(.internal, "dirname(path)") { call throws(Unwind) in
    try map(call) { path in
      if path.isEmpty { return "" }
      var trimmed = trimmed(path)
      if trimmed.isEmpty { return "/" }
      guard let slash = trimmed.lastIndex(of: "/") else { return "." }
      trimmed = String(trimmed[..<slash])
      while trimmed.last == "/" { trimmed.removeLast() }
      return trimmed.isEmpty ? "/" : trimmed
    }
  }

  private static func trimmed(_ path: String) -> String {
    var result = expanded(path)
    while result.last == "/" { result.removeLast() }
    return result
  }

  private static func map(
    _ call: borrowing Invocation, _ body: (String) -> String
  ) throws(Unwind) -> Value {
    guard call[0].kind == .character else {
      throw call.error("a character vector argument expected")
    }
    let source = try call.characters(0)
    let result = CharacterVector(count: source.count)
    for (k, string) in source.elements.enumerated() {
      result.elements[k] =
        string.isMissing ? .missing : call.strings.intern(body(call.strings.text(string)))
    }
    return Value(result)
  }

  static let filePath = Builtin(.internal, "file.path(args, fsep)") { call throws(Unwind) in
    guard let list = call[0].list else { throw call.error("invalid first argument") }
    guard call[1].kind == .character, let given = try call.characters(1).elements.first,
      !given.isMissing
    else { throw call.error("invalid separator") }
    let separator = call.strings.bytes(given)
    var columns: [TextColumn] = []
    for value in list.elements { columns.append(try TextColumn(value, call)) }
    if columns.contains(where: { $0.count == 0 }) { return .object(CharacterVector(count: 0)) }
    let count = columns.reduce(0) { max($0, $1.count) }
    let builder = CharacterBuilder(call.strings, count: count)
    for k in 0..<count {
      for (position, column) in columns.enumerated() {
        if position > 0 { builder.text.append(separator) }
        column.append(k, to: builder.text)
      }
      builder.endElement()
    }
    return Value(builder.finish())
  }

  static let pathExpand = Builtin(.internal, "path.expand(path)") { call throws(Unwind) in
    guard call[0].kind == .character else { throw call.error("invalid 'path' argument") }
    return try map(call) { expanded($0) }
  }

  /// A path with `~` replaced by the home directory.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// Absolute paths without links; `mustWork` says what happens when there is no such file.
  static let normalizePath = Builtin(.internal, "normalizePath(path, winslash, mustWork)") {
    call throws(Unwind) in
    guard call[0].kind == .character else {
      throw call.error("'path' should be a character vector")
    }
    let source = try call.characters(0)
    let mustWork = try call.logicals(2).elements.first ?? .missing
    let result = CharacterVector(count: source.count)
    for (k, string) in source.elements.enumerated() {
      let path = expanded(call.strings.text(string))
      if !string.isMissing, let resolved = realpath(path, nil) {
        result.elements[k] = call.strings.intern(String(cString: resolved))
        free(resolved)
        continue
      }
      result.elements[k] = string
      let shown = string.isMissing ? "NA" : call.strings.text(string)
      let message = "path[\(k + 1)]=\"\(shown)\": No such file or directory"
      if mustWork == 1 { throw call.error(message) }
      if mustWork.isMissing { try call.warning(message) }
    }
    return Value(result)
  }
}
