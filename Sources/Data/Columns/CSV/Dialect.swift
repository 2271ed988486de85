/// How a text file separates, quotes and marks its fields; the defaults are those of `read.csv`.
package struct CSVDialect: Sendable {
  /// Nil: any run of spaces and tabs.
  package var separator: UInt8? = UInt8(ascii: ",")
  package var quotes: [UInt8] = [UInt8(ascii: "\"")]
  package var decimal: UInt8 = UInt8(ascii: ".")
  package var missingStrings: [String] = ["NA"]
  package var comment: UInt8?
  package var stripsWhite = false
  package var skipsBlankLines = true
  /// Short rows are filled with empty fields; otherwise they are an error.
  package var fills = true
  /// What follows the last column on a line is not looked at.
  package var ignoresRest = false
  /// More bytes that separate fields.
  package var moreSeparators: [UInt8] = []
  /// Whether separators in a row are one.
  package var combinesSeparators = false
  /// The mark between the thousands of a number.
  package var thousands: UInt8?
  /// Where the fields of a line lie, in bytes, when nothing separates them.
  package var positions: [Range<Int>]?

  package init() {}

  /// Whether the ends of records can be found by counting one kind of quote.
  var hasSimpleQuotes: Bool { separator != nil && comment == nil && quotes.count <= 1 }
}

/// What a byte means to a dialect, looked up in a table of 256 entries.
struct ByteClass {
  static let plain: UInt8 = 0
  static let end: UInt8 = 1
  static let quote: UInt8 = 2
  static let comment: UInt8 = 4
  static let white: UInt8 = 8
  static let digit: UInt8 = 16

  static func table(for dialect: CSVDialect) -> [UInt8] {
    var table = [UInt8](repeating: plain, count: 256)
    table[Int(UInt8(ascii: "\n"))] = end
    table[Int(UInt8(ascii: "\r"))] = end
    for byte: UInt8 in [9, 11, 12, 32] { table[Int(byte)] = white }
    if let separator = dialect.separator { table[Int(separator)] = end }
    for separator in dialect.moreSeparators { table[Int(separator)] = end }
    for quote in dialect.quotes { table[Int(quote)] |= quote == dialect.separator ? 0 : self.quote }
    if let comment = dialect.comment { table[Int(comment)] |= self.comment }
    return table
  }
}

/// What to do with a column of a text file.
package enum ColumnPlan: Sendable, Equatable {
  case skip
  /// The type that fits all cells, found while reading.
  case infer
  /// Started from a sample: integers may become doubles, but text is an error.
  case sniffed(ColumnType)
  /// Fixed by the user; other text is an error.
  ///
  /// Levels may be given for factors.
  case declared(ColumnType, levels: [String]? = nil)
}
