/// What went wrong with a file or a column, and where.
package struct ColumnError: Error, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable {
    case missingFile, unreadable, corrupt, empty, unexpectedText, tooFewFields, unknownColumn
    case invalidArgument, cancelled, unwritable
  }

  package var code: Code
  package var message: String
  package var file: String?
  /// Counted from 1 over the rows of data.
  package var row: Int?
  package var column: String?

  package init(
    _ code: Code, _ message: String, file: String? = nil, row: Int? = nil, column: String? = nil
  ) {
    self.code = code
    self.message = message
    self.file = file
    self.row = row
    self.column = column
  }

  package var description: String {
    var places: [String] = []
    if let file { places.append("file '\(file)'") }
    if let row { places.append("row \(row)") }
    if let column { places.append("column '\(column)'") }
    return places.isEmpty ? message : places.joined(separator: ", ") + ": " + message
  }
}
