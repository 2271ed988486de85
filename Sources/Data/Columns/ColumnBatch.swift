/// What is known of a column besides its cells.
package struct Field: Codable, Sendable, Equatable {
  /// How cells are stored when narrower than they are in memory.
  package enum Storage: String, Codable, Sendable {
    case float32, int16, uint16
  }

  /// What a code stands for, as in files of other statistics programs.
  package struct ValueLabel: Codable, Sendable, Equatable {
    package var code: String
    package var label: String

    package init(code: String, label: String) {
      self.code = code
      self.label = label
    }
  }

  package var name: String
  package var type: ColumnType
  /// Of a factor; empty as long as nobody knows them, as in a text file.
  package var levels: [String]
  package var isOrdered = false
  /// Of date-times, to be shown in; nil for the current one.
  package var timeZone: String?
  package var storage: Storage?
  package var description: String?
  /// The range that summaries and `F()` take for granted, when it is known.
  package var low: Double?
  package var high: Double?
  package var valueLabels: [ValueLabel] = []

  package init(name: String, type: ColumnType, levels: [String] = []) {
    self.name = name
    self.type = type
    self.levels = levels
  }
}

/// The columns of a data set.
package struct Schema: Codable, Sendable, Equatable {
  package var fields: [Field]

  package init(_ fields: [Field]) {
    self.fields = fields
  }

  package var names: [String] { fields.map(\.name) }

  /// A name that comes twice.
  var duplicate: String? {
    var known: Set<String> = []
    return names.first { !known.insert($0).inserted }
  }

  package func index(of name: String) -> Int? {
    fields.firstIndex { $0.name == name }
  }

  /// The positions of the named fields in their own order, of all when nil.
  ///
  /// Names that are not there are left out.
  package func indices(of names: [String]?) -> [Int] {
    guard let names else { return Array(fields.indices) }
    let wanted = Set(names)
    return fields.indices.filter { wanted.contains(fields[$0].name) }
  }
}

/// Some rows of a data set: named columns of equal length.
package struct ColumnBatch: Sendable {
  package var names: [String]
  package var columns: [ColumnValues]
  package var rowCount: Int

  package init(names: [String], columns: [ColumnValues], rowCount: Int? = nil) {
    precondition(names.count == columns.count, "a column needs a name")
    self.names = names
    self.columns = columns
    self.rowCount = rowCount ?? columns.first?.count ?? 0
  }

  package subscript(name: String) -> ColumnValues? {
    names.firstIndex(of: name).map { columns[$0] }
  }

  package var schema: Schema {
    Schema(
      zip(names, columns).map { name, values in
        guard case .factor(_, let levels) = values else {
          return Field(name: name, type: values.type)
        }
        return Field(name: name, type: .factor, levels: levels)
      })
  }

  package func rows(_ range: Range<Int>) -> ColumnBatch {
    ColumnBatch(names: names, columns: columns.map { $0.rows(range) }, rowCount: range.count)
  }
}
