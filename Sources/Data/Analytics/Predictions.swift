import ApusColumns
import ApusModelFrames

/// A fitted model as far as predictions need it.
package struct PredictionModel: Codable, Sendable {
  /// Of the formula, without the response unless that is wanted too.
  package let model: StreamModel
  /// The levels of each variable; nil for numbers.
  package let levels: [[String]?]
  /// By responses of the fit.
  package let coefficients: [ModelCoefficients]
  /// Of the coefficients, row by row; nil when no standard errors are wanted.
  package let covariances: [Double]?
  /// Whether a level that is not known is an error.
  package let checksLevels: Bool

  package init(
    _ model: StreamModel, levels: [[String]?], coefficients: [ModelCoefficients],
    covariances: [Double]?, checksLevels: Bool
  ) {
    self.model = model
    self.levels = levels
    self.coefficients = coefficients
    self.covariances = covariances
    self.checksLevels = checksLevels
  }
}

/// The linear predictors of all rows in their order; NaN where a variable is missing.
package struct Predictions: Aggregation {
  private let fit: PredictionModel
  /// By responses of the fit.
  package private(set) var predictors: [[Double]]
  /// The variances of the linear predictors.
  package private(set) var variances: [Double] = []
  /// The responses in the data, when the formula has one.
  package private(set) var responses: [Double] = []

  package init(_ fit: PredictionModel) {
    self.fit = fit
    predictors = Array(repeating: [], count: fit.coefficients.count)
  }

  package func finish() -> Predictions { self }

  package mutating func merge(_ other: Predictions) {
    for index in predictors.indices { predictors[index] += other.predictors[index] }
    variances += other.variances
    responses += other.responses
  }

  // MARK: - Update

  package mutating func update(with batch: ColumnBatch) throws {
    let model = fit.model
    let columns = try model.evaluate(batch)
    var isMissing = Array(repeating: false, count: batch.rowCount)
    let used = Set(model.terms.joined() + model.offsets)
    var known: [ModelColumn] = []
    for (variable, column) in columns.enumerated() {
      known.append(
        used.contains(variable) ? try filled(column, variable, batch.rowCount, &isMissing) : column)
    }
    let rows = ModelRows(known, needing: [], rowCount: batch.rowCount)
    var offsets: [Double]?
    for offset in model.offsets {
      guard let values = rows.numbers([offset]) else { continue }
      offsets = offsets.map { zip($0, values).map { $0 + $1 } } ?? values
    }
    for (index, coefficients) in fit.coefficients.enumerated() {
      let values = coefficients.predictors(rows, model, offsets: offsets)
      predictors[index] += zip(values, isMissing).map { $1 ? missingDouble : $0 }
    }
    if let covariances = fit.covariances {
      let values = quadraticForms(rows, covariances)
      variances += zip(values, isMissing).map { $1 ? missingDouble : $0 }
    }
    if let response = model.responses.first { responses += Self.numbers(columns[response]) }
  }

  /// A column with the codes of the fit and no missing values, which are noted.
  private func filled(
    _ column: ModelColumn, _ variable: Int, _ rowCount: Int, _ isMissing: inout [Bool]
  ) throws -> ModelColumn {
    let name = fit.model.variables[variable].name
    switch (column, fit.levels[variable]) {
    case (.numeric(let values), nil):
      for (row, value) in values.enumerated() where value.isNaN && row < rowCount {
        isMissing[row] = true
      }
      return column
    case (.categorical(let codes, let own), let levels?):
      let positions = Dictionary(levels.enumerated().map { ($1, Int32($0)) }) { one, _ in one }
      let places = own.labels.map { positions[$0] ?? -1 }
      let used = Set(codes)
      if fit.checksLevels,
        let unknown = places.indices.first(where: { places[$0] < 0 && used.contains(Int32($0)) })
      {
        throw ModelError(
          .unknownVariable, "The level '\(own.labels[unknown])' of '\(name)' is not in the model.",
          variable: name)
      }
      let known = codes.enumerated().map { row, code in
        let place = code < 0 ? -1 : places[Int(code)]
        if place < 0 { isMissing[row] = true }
        return max(0, place)
      }
      return .categorical(known, .fixed(levels))
    default:
      throw ModelError(
        .invalidType, "The variable '\(name)' has another type than in the model.", variable: name)
    }
  }

  private static func numbers(_ column: ModelColumn) -> [Double] {
    switch column {
    case .numeric(let values): values
    case .categorical(let codes, _): codes.map { $0 < 0 ? missingDouble : $0 == 0 ? 0 : 1 }
    }
  }

  /// x'Vx for the row x of the design matrix, of which only few columns are not zero.
  private func quadraticForms(_ rows: ModelRows, _ covariances: [Double]) -> [Double] {
    let model = fit.model
    guard let terms = fit.coefficients.first?.terms else { return [] }
    let first = model.hasIntercept ? 1 : 0
    let width = first + terms.reduce(0) { $0 + $1.count }
    var offset = first
    var parts: [(offset: Int, cells: [Int32]?, numbers: [Double]?)] = []
    for (term, values) in zip(model.terms, terms) {
      parts.append((offset, rows.cells(term), rows.numbers(term)))
      offset += values.count
    }
    var places = Array(repeating: 0, count: first + parts.count)
    var values = Array(repeating: 1.0, count: first + parts.count)
    return (0..<rows.rowCount).map { row in
      for (index, part) in parts.enumerated() {
        places[first + index] = part.offset + (part.cells.map { Int($0[row]) } ?? 0)
        values[first + index] = part.numbers?[row] ?? 1
      }
      var sum = 0.0
      for (one, value) in zip(places, values) {
        var inner = 0.0
        for (other, factor) in zip(places, values) {
          inner += factor * covariances[one * width + other]
        }
        sum += value * inner
      }
      return sum
    }
  }
}
