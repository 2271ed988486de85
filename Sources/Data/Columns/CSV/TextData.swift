/// A delimited text file as a source of data: it is opened again for each pass.
package struct TextData: DataSource {
  private let origin: TextOrigin
  private let options: CSVOptions
  private let names: [String]
  private let plans: [ColumnPlan]
  /// The rows that make a block.
  package var rowsPerRead = 500_000
  package let schema: Schema

  /// `plan`: what to do with a column of this name; what it leaves open is settled by looking at
  /// the first `rowsToSniff` rows.
  ///
  /// `makesFactors`: whether columns found to be text are factors.
  package init(
    _ origin: TextOrigin, options: CSVOptions, rowsToSniff: Int = 10_000,
    makesFactors: Bool = false, plan: (String) -> ColumnPlan = { _ in .infer }
  ) throws {
    self.origin = origin
    self.options = options
    let file = try CSVFile(origin, options: options)
    try Self.refuseOtherFormats(file)
    if let path = file.name, path.hasSuffix(".gz"), !file.isCompressed {
      throw ColumnError(.corrupt, "not a gz file", file: path)
    }
    names = file.columnNames
    if let header = file.header, header.count != file.columnCount, options.names == nil {
      throw ColumnError(
        .tooFewFields,
        "the header has \(header.count) names, but there are \(file.columnCount) columns",
        file: file.name)
    }
    plans = try file.sniff(names.map(plan), rows: rowsToSniff).map { plan in
      makesFactors && plan == .sniffed(.string) ? .declared(.factor) : plan
    }
    schema = Schema(
      zip(names, plans).compactMap { name, plan in
        plan == .skip ? nil : Field(name: name, plan: plan)
      })
  }

  /// The files that RevoScaleR itself wrote are no text.
  private static func refuseOtherFormats(_ file: CSVFile) throws {
    let start = UnsafeBufferPointer(
      start: file.reader.image.start, count: min(4, file.reader.image.count))
    if start.elementsEqual(RevoFile.magic) { throw RevoFile.refusal(file.name) }
  }

  package var rowCount: Int? { nil }

  package var blocks: [Int]? { nil }

  package func batches(
    of columns: [String]?, rows: Range<Int>?, blocksPerRead: Int
  ) throws -> any BatchSource {
    var plans = plans
    if let columns {
      let wanted = Set(columns)
      for index in plans.indices where !wanted.contains(names[index]) { plans[index] = .skip }
    }
    let file = try CSVFile(origin, options: options, columnCount: plans.count)
    return CSVBatches(
      file, names: names, plans: plans, rowsPerRead: rowsPerRead, rows: rows)
  }
}
