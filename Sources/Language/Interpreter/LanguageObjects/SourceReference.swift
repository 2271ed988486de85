import ApusSyntax

/// Where a piece of a program stands in its source text.
package struct SourceReference {
  package let file: SourceFile
  /// Lines, columns and bytes count from 1, the ends are inside.
  let first: SourcePosition
  let last: SourcePosition

  /// The object of class `srcref` that R code sees.
  package var value: Value { file.reference(first, last) }
}

/// A source text that references point into.
package final class SourceFile {
  package let text: SourceText
  /// The object of class `srcfile` that R code sees.
  package let environment: Value
  private let className: Value
  /// The objects of class `srcfilealias` for files that `#line` names.
  private var aliases: [String: Value] = [:]

  package init(
    _ bytes: [UInt8], columns: ColumnUnit = .characters, environment: Value, className: Value
  ) {
    text = SourceText(bytes, columns: columns)
    self.environment = environment
    self.className = className
  }

  package func reference(to range: SourceRange) -> SourceReference {
    SourceReference(
      file: self, first: text.position(at: Int(range.start)),
      last: text.lastPosition(before: Int(range.end)))
  }

  /// A reference to everything from the start of the text up to a place.
  package func reference(through last: SourcePosition) -> Value {
    reference(SourcePosition(line: 1, column: 0, byteColumn: 0), last)
  }

  fileprivate func reference(_ first: SourcePosition, _ last: SourcePosition) -> Value {
    let (start, end) = (text.origin(ofLine: first.line), text.origin(ofLine: last.line))
    let places = [
      start.line, first.byteColumn, end.line, last.byteColumn, first.column, last.column,
      first.line, last.line,
    ]
    let reference = IntegerVector(places.map { Int32(truncatingIfNeeded: $0) })
    reference.setAttribute(.srcfile, end.file.map { alias($0) } ?? environment)
    reference.setAttribute(.class_, className)
    return .object(reference)
  }

  /// Sets the attributes that tell where the parts of something were written.
  package func setReferences(_ object: Object, parts: [SourceRange], through last: SourcePosition) {
    let references = ListVector(parts.map { reference(to: $0).value })
    object.setAttribute(.srcref, .object(references))
    let file = text.origin(ofLine: last.line).file
    object.setAttribute(.srcfile, file.map { alias($0) } ?? environment)
    object.setAttribute(.wholeSrcref, reference(through: last))
  }

  /// What stands for the file that a directive names; its text is in this one.
  private func alias(_ name: String) -> Value {
    if let known = aliases[name] { return known }
    guard let original = environment.environment else { return environment }
    let r = original.interpreter
    let alias = Environment(parent: r.emptyEnvironment, interpreter: r)
    alias.define(r.strings.symbol("filename"), .string(r.strings.intern(name)))
    alias.define(r.strings.symbol("original"), environment)
    alias.setAttribute(
      .class_, .strings([r.strings.intern("srcfilealias"), r.strings.intern("srcfile")]))
    aliases[name] = .object(alias)
    return .object(alias)
  }
}

extension Interpreter {
  /// A source text with the given `srcfile`; without one, that of what was typed.
  package func sourceFile(
    _ bytes: [UInt8], columns: ColumnUnit = .characters, environment: Value? = nil
  ) -> SourceFile {
    SourceFile(
      bytes, columns: columns, environment: environment ?? .object(typedSource(bytes)),
      className: .string(strings.intern("srcref")))
  }

  private func typedSource(_ bytes: [UInt8]) -> Environment {
    let file = Environment(parent: emptyEnvironment, interpreter: self)
    let lines = bytes.withUnsafeBufferPointer { strings.intern($0) }
    file.define(strings.symbol("filename"), .string(.empty))
    file.define(strings.symbol("lines"), .string(lines))
    file.setAttribute(
      .class_, .strings([strings.intern("srcfilecopy"), strings.intern("srcfile")]))
    return file
  }
}

extension StringPool {
  /// The lines that an object of class `srcref` covers; nil if its file does not hold them.
  package func sourceLines(_ reference: Value) -> [[UInt8]]? {
    guard let places = reference.vector, places.kind == .integer, places.count >= 4,
      let lines = sourceLines(ofFile: reference.attribute(.srcfile))
    else { return nil }
    let numbers = places.integers
    let isParsed = numbers.count >= 8
    let first = Int(numbers[isParsed ? 6 : 0]) - 1
    let last = Int(numbers[isParsed ? 7 : 2]) - 1
    guard first >= 0, last >= first, last < lines.count else { return nil }
    var chosen = Array(lines[first...last])
    chosen[last - first] = Array(chosen[last - first].prefix(max(Int(numbers[3]), 0)))
    chosen[0] = Array(chosen[0].dropFirst(max(Int(numbers[1]) - 1, 0)))
    return chosen
  }

  private func sourceLines(ofFile value: Value) -> [[UInt8]]? {
    guard var file = value.environment else { return nil }
    // What stands for another file names that file itself.
    if let original = file.lookup(symbol("original"))?.environment { file = original }
    guard let lines = file.lookup(symbol("lines"))?.characterVector else { return nil }
    return lines.elements.flatMap { line in
      bytes(line).split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    }
  }
}
