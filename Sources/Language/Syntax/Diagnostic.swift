/// Why a text is not R, in R's words, with what R prints around them.
package struct Diagnostic: Error, Sendable, Hashable {
  /// How an error is reported.
  package enum Kind: Sendable, Hashable {
    /// A token that cannot stand where it is; reported with its position and context.
    case unexpectedToken

    /// The text ended too early; a console asks for more.
    case incomplete

    /// A bare message, reported with the call that asked for the parse.
    case message

    /// A bare message, reported with no call.
    case uncalledMessage

    /// A bare message, reported with the given expression as its call.
    case misplaced(Tree.NodeID)
  }

  package var kind: Kind
  package var message: String
  package var line: Int
  package var column: Int

  /// The file that a `#line` directive names.
  package var file: String?

  /// The last one or two lines that were read, the offending token last.
  package var context: [String] = []

  /// The same, without what belongs to the expressions before.
  package var expressionContext: [String] = []

  /// The number of the last line of `context`.
  package var contextLine = 0

  /// The message of `parse()` and `source()`, where `source` is a file name or `<text>`.
  package func message(in source: String) -> String {
    guard kind == .unexpectedToken || kind == .incomplete else { return message }
    let source = file ?? source
    var text = "\(source.isEmpty ? "" : source + ":")\(line):\(column): \(message)"
    for (index, line) in context.enumerated() {
      text += "\n\(contextLine - context.count + 1 + index): \(line)"
    }
    // R sets the caret one column further when it shows a single line.
    let width = "\(contextLine): ".count + column + (context.count < 2 ? 1 : 0)
    return text + "\n" + String(repeating: " ", count: max(width - 1, 0)) + "^"
  }

  /// The same in a text that has `lines` more lines before.
  package func moved(by lines: Int) -> Diagnostic {
    var moved = self
    moved.line += lines
    moved.contextLine += lines
    return moved
  }

  /// Where in a script the error is, with a caret where the place is known.
  package func location(in script: String) -> String {
    switch kind {
    case .unexpectedToken, .incomplete: self.message(in: script)
    default: "\(script):\(line):\(max(column, 1)): \(message)"
    }
  }

  /// The message at the console and of a script that `Rscript` runs.
  package var consoleMessage: String {
    switch kind {
    case .incomplete: "unexpected end of input"
    case .unexpectedToken where expressionContext.count > 1:
      "\(message) in:\n\"\(expressionContext.joined(separator: "\n"))\""
    case .unexpectedToken: "\(message) in \"\(expressionContext.first ?? "")\""
    default: message
    }
  }
}

/// A remark on a text that is R, such as a literal `1.5L`.
package struct ParseWarning: Sendable, Hashable {
  package var message: String

  /// The index of the top-level expression it is about; the number of all, if that one is wrong.
  package var expression: Int
}

extension Diagnostic {
  /// How much of the text read so far R remembers for its messages.
  private static let contextLimit = 255

  /// How much of a line it shows.
  private static let lineLimit = 192

  /// A token of the text that cannot stand where it is.
  ///
  /// `end` is where reading stopped, `expressionStart` where the top-level expression begins.
  static func unexpected(
    _ what: String, at offset: Int, end: Int, expressionStart: Int, in source: SourceText
  ) -> Diagnostic {
    let position = source.position(at: offset)
    let lastLine = source.line(at: max(end - 1, 0))
    let origin = source.origin(ofLine: position.line)
    return Diagnostic(
      kind: .unexpectedToken, message: "unexpected \(what)", line: origin.line,
      column: position.column, file: origin.file, context: context(from: 0, to: end, in: source),
      expressionContext: context(from: expressionStart, to: end, in: source),
      contextLine: max(source.origin(ofLine: lastLine).line, origin.line))
  }

  /// The end of a line, or of the text, that came too early.
  static func unexpectedEnd(
    _ what: String, kind: Kind, at offset: Int, expressionStart: Int, in source: SourceText
  ) -> Diagnostic {
    let line = offset >= source.bytes.count ? source.lineCount : source.line(at: offset)
    let origin = source.origin(ofLine: line)
    return Diagnostic(
      kind: kind, message: "unexpected \(what)", line: origin.line + 1, column: 0,
      file: origin.file, context: context(from: 0, to: offset, in: source),
      expressionContext: context(from: expressionStart, to: offset, in: source),
      contextLine: origin.line)
  }

  private static func context(from start: Int, to end: Int, in source: SourceText) -> [String] {
    var end = end
    if end == source.bytes.count, end > start, source.bytes[end - 1] == UInt8(ascii: "\n") {
      end -= 1
    }
    let line = source.line(at: max(end, start))
    let first = max(
      start, Int(source.lineStarts[max(line - 2, 0)]), source.endOfDirective(aboveLine: line))
    guard first < end else { return [""] }
    let text = source.expandingTabs(in: first..<end).suffix(contextLimit)
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.suffix(2).map { String(decoding: $0.prefix(lineLimit), as: UTF8.self) }
  }
}
