/// A variable of a file of another statistics program.
struct StatVariable: Sendable {
  /// What a value stands for.
  struct Label: Sendable {
    /// Nil for text.
    let number: Double?
    let text: String
    let label: String

    var code: String {
      guard let number else { return text }
      return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    }
  }

  let name: String
  let label: String
  let isText: Bool
  let isInteger: Bool
  /// As the file has it, such as `DATE9`.
  let format: String
  /// The name of the set of value labels, if any.
  let labelSet: String
  /// Values that stand for missing ones: numbers in ranges, or texts.
  let missingRanges: [ClosedRange<Double>]
  let missingTexts: [String]

  /// What numbers count when they stand for times.
  enum Calendar {
    case days, seconds
  }

  func calendar(isSAS: Bool) -> Calendar? {
    let format = format.uppercased()
    if isText { return nil }
    if isSAS {
      if Self.sasTimes.contains(where: format.hasPrefix) { return .seconds }
      return Self.sasDates.contains(where: format.hasPrefix) ? .days : nil
    }
    if ["DATETIME", "YMDHMS"].contains(where: format.hasPrefix) { return .seconds }
    return ["DATE", "ADATE", "EDATE", "JDATE", "SDATE", "QYR", "MOYR", "WKYR"]
      .contains(where: format.hasPrefix) ? .days : nil
  }

  private static let sasTimes = ["DATETIME", "DATEAMPM", "E8601DT", "B8601DT", "MDYAMPM"]
  private static let sasDates = [
    "DATE", "YYMM", "YYMON", "YYQ", "DDMMYY", "MMDDYY", "MMYY", "MONYY", "MONNAME", "MONTH", "DAY",
    "WEEKDATE", "WEEKDAT", "WEEKDAY", "WEEKU", "WEEKV", "WEEKW", "WORDDAT", "JULIAN", "JULDAY",
    "QTR", "YEAR", "NENGO", "E8601DA", "B8601DA", "DOWNAME", "EURDF", "MINGUO",
  ]
}

/// How the file is to be understood.
package struct StatOptions: Sendable {
  /// Which of the values that a file declares missing are.
  package enum MissingCodes: String, Sendable {
    case all, none, first
  }

  /// A catalog with the value labels of a SAS file.
  package var catalog: String?
  package var labelsAreLevels = true
  package var labelsAreKept = true
  package var missingCodes = MissingCodes.all
  package var makesFactors = false
  /// The rows that make a block.
  package var rowsPerRead = 500_000

  package init() {}
}

/// How the values of a variable become cells.
struct StatConversion: Sendable {
  let field: Field
  private let plan: ColumnPlan
  private let calendar: StatVariable.Calendar?
  /// Added to what numbers count to reach 1970.
  private let isSAS: Bool
  private let missingRanges: [ClosedRange<Double>]
  private let missingTexts: Set<String>
  private let codesOfNumbers: [Double: Int32]
  private let codesOfTexts: [String: Int32]

  init(
    _ variable: StatVariable, labels: [StatVariable.Label], _ plan: ColumnPlan, isSAS: Bool,
    _ options: StatOptions
  ) {
    self.isSAS = isSAS
    calendar = variable.calendar(isSAS: isSAS)
    (missingRanges, missingTexts) = Self.missing(variable, options.missingCodes)
    let (ranges, texts) = (missingRanges, missingTexts)
    let valid = labels.filter { label in
      guard let number = label.number else { return !texts.contains(label.text) }
      return !ranges.contains { $0.contains(number) }
    }
    var field = Field(name: variable.name, type: .double)
    field.description = variable.label.isEmpty ? nil : variable.label
    // Labels of missing codes only do not make categories of numbers.
    let isCategory = labels.contains { label in
      guard let number = label.number else { return true }
      return !variable.missingRanges.contains { $0.contains(number) }
    }
    let isLabelled = options.labelsAreLevels && isCategory && plan == .infer
    if isLabelled {
      field.type = .factor
      field.levels = valid.map(\.label).uniqued()
    } else {
      let found = variable.type(calendar, options)
      let settled = plan == .infer ? found : Field(name: variable.name, plan: plan)
      (field.type, field.levels) = (settled.type, settled.levels)
      if options.labelsAreKept, field.type != .factor {
        field.valueLabels = labels.map { Field.ValueLabel(code: $0.code, label: $0.label) }
      }
    }
    if field.type == .dateTime { field.timeZone = "UTC" }
    self.plan = isLabelled ? .infer : plan
    self.field = field
    let levels = isLabelled ? field.levels : []
    let codes = Dictionary(zip(levels, 1...)) { first, _ in first }
    var (ofNumbers, ofTexts): ([Double: Int32], [String: Int32]) = ([:], [:])
    for label in isLabelled ? valid : [] {
      let code = codes[label.label].map { Int32($0) }
      if let number = label.number { ofNumbers[number] = code } else { ofTexts[label.text] = code }
    }
    (codesOfNumbers, codesOfTexts) = (ofNumbers, ofTexts)
  }

  private static func missing(
    _ variable: StatVariable, _ codes: StatOptions.MissingCodes
  ) -> ([ClosedRange<Double>], Set<String>) {
    switch codes {
    case .all: (variable.missingRanges, Set(variable.missingTexts))
    case .first: (Array(variable.missingRanges.prefix(1)), Set(variable.missingTexts.prefix(1)))
    case .none: ([], [])
    }
  }

  /// Values as they were in the file as cells of the field.
  func cells(_ values: ColumnValues) throws -> ColumnValues {
    switch values {
    case .double(let numbers): try cells(withoutMissing(numbers))
    case .string(let text): try cells(withoutMissing(text))
    default: values
    }
  }

  private func withoutMissing(_ numbers: [Double]) -> [Double] {
    guard !missingRanges.isEmpty else { return numbers }
    return numbers.map { number in
      missingRanges.contains { $0.contains(number) } ? missingDouble : number
    }
  }

  private func withoutMissing(_ text: StringColumn) -> StringColumn {
    guard !missingTexts.isEmpty else { return text }
    let isMissing = text.dictionary.strings.map(missingTexts.contains)
    var result = text
    result.codes = text.codes.map { $0 >= 0 && isMissing[Int($0)] ? missingInteger : $0 }
    return result
  }

  private func cells(_ numbers: [Double]) throws -> ColumnValues {
    if plan == .infer, field.type == .factor {
      return .factor(
        codes: numbers.map { codesOfNumbers[$0] ?? missingInteger }, levels: field.levels)
    }
    switch field.type {
    case .date: return .date(dates(numbers))
    case .dateTime:
      return .dateTime(calendar == .days ? dates(numbers).map { $0 * 86400 } : times(numbers))
    case .integer: return .integer(try whole(numbers))
    case .logical: return .logical(numbers.map { $0.isNaN ? missingInteger : $0 == 0 ? 0 : 1 })
    case .factor, .string:
      let texts = numbers.map { number in
        number.isNaN ? nil : StatVariable.Label(number: number, text: "", label: "").code
      }
      return plan.converted(.string(StringColumn(texts)), rows: numbers.count)
    case .double: return .double(numbers)
    }
  }

  private func cells(_ text: StringColumn) throws -> ColumnValues {
    if plan == .infer, field.type == .factor, !field.levels.isEmpty {
      let codes = text.mapped { codesOfTexts[$0] }
      return .factor(codes: codes.map { $0 ?? missingInteger }, levels: field.levels)
    }
    switch field.type {
    case .double, .integer, .logical:
      let numbers = text.mapped { $0.isEmpty ? missingDouble : Double($0) }
      for (row, number) in numbers.enumerated() where number == nil && text.codes[row] >= 0 {
        throw ColumnError(
          .unexpectedText, "'\(text.dictionary[Int(text.codes[row])])' is not a number",
          row: row + 1, column: field.name)
      }
      return try cells(numbers.map { $0 ?? missingDouble })
    default: return plan.converted(.string(text), rows: text.codes.count)
    }
  }

  /// Days since 1970-01-01.
  private func dates(_ numbers: [Double]) -> [Double] {
    if calendar == .seconds || !isSAS { return times(numbers).map { ($0 / 86400).rounded(.down) } }
    return numbers.map { $0.isNaN ? $0 : $0 - 3653 }
  }

  /// Seconds since 1970-01-01: SAS counts from 1960-01-01, SPSS from 1582-10-14.
  private func times(_ numbers: [Double]) -> [Double] {
    let start: Double = isSAS ? 315_619_200 : 12_219_379_200
    return numbers.map { $0.isNaN ? $0 : $0 - start }
  }

  private func whole(_ numbers: [Double]) throws -> [Int32] {
    try numbers.enumerated().map { row, number in
      if number.isNaN { return missingInteger }
      guard let value = Int32(exactly: number.rounded(.towardZero)) else {
        throw ColumnError(
          .unexpectedText, "\(number) is too large for an integer", row: row + 1,
          column: field.name)
      }
      return value
    }
  }
}

extension StatVariable {
  /// What the variable is when nothing is wished.
  fileprivate func type(_ calendar: Calendar?, _ options: StatOptions) -> Field {
    let type: ColumnType =
      switch calendar {
      case .days: .date
      case .seconds: .dateTime
      case nil where isText: options.makesFactors ? .factor : .string
      case nil: isInteger ? .integer : .double
      }
    return Field(name: name, type: type)
  }
}

extension Sequence where Element: Hashable {
  fileprivate func uniqued() -> [Element] {
    var known: Set<Element> = []
    return filter { known.insert($0).inserted }
  }
}
