/// The name and type of a column, with the levels of a factor.
package struct Field: Codable, Sendable, Equatable {
  package var name: String
  package var type: ColumnType
  package var levels: [String]

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

  package func index(of name: String) -> Int? {
    fields.firstIndex { $0.name == name }
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
