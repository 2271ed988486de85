/// What columns count.
package enum ColumnUnit: Sendable {
  /// Characters; a tab reaches to the next multiple of eight.
  case characters

  /// Bytes, with tabs alike: what R counts where it does not know the encoding.
  case bytes
}

/// A source text with a table of its lines, to turn byte offsets into positions.
package struct SourceText: Sendable {
  package let bytes: [UInt8]

  /// The offset of the first byte of each line.
  package let lineStarts: [UInt32]

  package let columns: ColumnUnit

  /// What `#line` says of lines.
  let directives: [LineDirective]

  package init(_ bytes: [UInt8], columns: ColumnUnit = .characters) {
    self.bytes = bytes
    self.columns = columns
    var starts: [UInt32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(UInt32(offset + 1))
    }
    lineStarts = starts
    directives = Self.directives(in: bytes, starts)
  }

  /// The number of lines; an unfinished last line counts.
  package var lineCount: Int {
    lineStarts.last == UInt32(bytes.count) ? lineStarts.count - 1 : lineStarts.count
  }

  /// The position of the byte at `offset`.
  package func position(at offset: Int) -> SourcePosition {
    let line = line(at: offset)
    let start = Int(lineStarts[line - 1])
    let column = column(in: bytes[start..<min(offset, bytes.count)]) + 1
    return SourcePosition(line: line, column: column, byteColumn: offset - start + 1)
  }

  /// The position of the last byte before `offset`, where a range that ends there ends for R.
  package func lastPosition(before offset: Int) -> SourcePosition {
    var last = max(offset - 1, 0)
    while last > 0, last < bytes.count, bytes[last] & 0xC0 == 0x80 { last -= 1 }
    var position = position(at: last)
    position.byteColumn += max(offset - 1, 0) - last
    return position
  }

  /// The number of the line that holds the byte at `offset`.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The text of lines `range`, counted from one, without the last line's newline.
  package func text(ofLines range: ClosedRange<Int>) -> String {
    let start = Int(lineStarts[max(range.lowerBound, 1) - 1])
    let last = min(range.upperBound, lineStarts.count)
    var end = last < lineStarts.count ? Int(lineStarts[last]) : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The column reached after `line`, which holds no newline.
  private func column(in line: ArraySlice<UInt8>) -> Int {
    var column = 0
    for byte in line where columns == .bytes || byte & 0xC0 != 0x80 {
      column = byte == UInt8(ascii: "\t") ? (column + 8) & ~7 : column + 1
    }
    return column
  }

  /// `bytes[range]` with each tab replaced by the spaces it stands for.
  func expandingTabs(in range: Range<Int>) -> [UInt8] {
    var expanded: [UInt8] = []
    var column = 0
    for byte in bytes[range] {
      switch byte {
      case UInt8(ascii: "\t"):
        let width = ((column + 8) & ~7) - column
        expanded.append(contentsOf: repeatElement(UInt8(ascii: " "), count: width))
        column += width
      case UInt8(ascii: "\n"):
        expanded.append(byte)
        column = 0
      default:
        expanded.append(byte)
        if byte & 0xC0 != 0x80 { column += 1 }
      }
    }
    return expanded
  }
}
