/// A whole text file as columns, still in the pieces in which it was parsed.
///
/// Ask for a column with `column(_:)`, or have its cells copied straight to where they shall live.
package struct CSVTable: Sendable {
  package let rowCount: Int
  /// The type of each column of the file; nil where skipped.
  package let types: [ColumnType?]
  let chunks: [ParsedChunk]

  /// Whether the text ended inside quotes.
  package var endsInQuotes: Bool { chunks.last?.endsInQuotes ?? false }

  /// The cells of a column, in one piece.
  package func column(_ index: Int) -> ColumnValues? {
    switch types[index] {
    case nil: nil
    case .logical: .logical(integers(index))
    case .integer: .integer(integers(index))
    case .string, .factor: .string(text(index))
    case .double, .date, .dateTime:
      .double(
        [Double](unsafeUninitializedCapacity: rowCount) { buffer, count in
          copyDoubles(of: index, to: buffer)
          count = rowCount
        })
    }
  }

  private func integers(_ index: Int) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: rowCount) { buffer, count in
      copyIntegers(of: index, to: buffer)
      count = rowCount
    }
  }

  private func text(_ index: Int) -> StringColumn {
    var dictionary = StringDictionary()
    let codes = [Int32](unsafeUninitializedCapacity: rowCount) { buffer, count in
      dictionary = copyCodes(of: index, to: buffer)
      count = rowCount
    }
    return StringColumn(codes: codes, dictionary: dictionary)
  }

  /// Copies the cells of a logical or integer column.
  package func copyIntegers(of index: Int, to buffer: UnsafeMutableBufferPointer<Int32>) {
    var position = 0
    for chunk in chunks {
      switch chunk.columns[index] {
      case .logical(let values)?, .integer(let values)?:
        _ = buffer[position...].update(fromContentsOf: values)
      default: break
      }
      position += chunk.rowCount
    }
  }

  /// Copies the cells of a numeric column as doubles.
  package func copyDoubles(of index: Int, to buffer: UnsafeMutableBufferPointer<Double>) {
    var position = 0
    for chunk in chunks {
      switch chunk.columns[index] {
      case .double(let values)?:
        _ = buffer[position...].update(fromContentsOf: values)
      case .integer(let values)?, .logical(let values)?:
        for (offset, value) in values.enumerated() {
          buffer[position + offset] = value == missingInteger ? missingDouble : Double(value)
        }
      default: break
      }
      position += chunk.rowCount
    }
  }

  /// Copies the codes of a text column, and returns the dictionary they point into.
  package func copyCodes(
    of index: Int, to buffer: UnsafeMutableBufferPointer<Int32>
  ) -> StringDictionary {
    let table = StringTable()
    var position = 0
    for chunk in chunks {
      switch chunk.columns[index] {
      case .string(let column)?:
        let codes = column.dictionary.codes(in: table)
        for (offset, code) in column.codes.enumerated() {
          buffer[position + offset] = code < 0 ? missingInteger : codes[Int(code)]
        }
      default:
        for offset in 0..<chunk.rowCount { buffer[position + offset] = missingInteger }
      }
      position += chunk.rowCount
    }
    return table.dictionary()
  }
}
