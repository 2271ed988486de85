/// A half-open range of byte offsets in a source text.
package struct SourceRange: Sendable, Hashable {
  package var start: UInt32
  package var end: UInt32

  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// The same range as array indices.
  package var indices: Range<Int> { Int(start)..<Int(end) }
}

/// A place in a source text, counted from one.
package struct SourcePosition: Sendable, Hashable {
  package var line: Int

  /// Characters from the start of the line; a tab reaches to the next multiple of eight.
  package var column: Int

  /// Bytes from the start of the line.
  package var byteColumn: Int

  package init(line: Int, column: Int, byteColumn: Int) {
    self.line = line
    self.column = column
    self.byteColumn = byteColumn
  }
}
