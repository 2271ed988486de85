import ApusColumns

/// The rows of a data set, and of each column its least and greatest value or its levels.
package struct ColumnRanges: Aggregation {
  package struct Range: Codable, Sendable {
    package var least = Double.infinity
    package var most = -Double.infinity
    /// In order of appearance; nil for numbers.
    package var levels: [String]?
  }

  package private(set) var rowCount = 0
  package private(set) var ranges: [Range] = []

  package init() {}

  package func finish() -> ColumnRanges { self }

  package mutating func update(with batch: ColumnBatch) {
    var local = ColumnRanges()
    local.rowCount = batch.rowCount
    local.ranges = batch.columns.map { values in
      var range = Range()
      if let (_, levels) = values.categories, values.type != .logical {
        range.levels = levels
      } else {
        for value in values.doubles ?? [] where !value.isNaN {
          range.least = min(range.least, value)
          range.most = max(range.most, value)
        }
      }
      return range
    }
    merge(local)
  }

  package mutating func merge(_ other: ColumnRanges) {
    rowCount += other.rowCount
    if ranges.isEmpty {
      ranges = other.ranges
      return
    }
    for (column, range) in other.ranges.enumerated() {
      ranges[column].least = min(ranges[column].least, range.least)
      ranges[column].most = max(ranges[column].most, range.most)
      guard var levels = ranges[column].levels, let more = range.levels, levels != more else {
        continue
      }
      var known = Set(levels)
      levels += more.filter { known.insert($0).inserted }
      ranges[column].levels = levels
    }
  }
}
