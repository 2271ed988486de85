import ApusColumns

/// The categories of a variable of a stream, as far as they are known.
package enum Categories: Codable, Sendable, Equatable {
  /// Known from the beginning.
  case fixed([String])
  /// In order of appearance.
  case observed([String])
  /// Whole numbers from low to high; empty when low exceeds high.
  case integers(low: Int, high: Int)

  package var count: Int {
    switch self {
    case .fixed(let labels), .observed(let labels): labels.count
    case .integers(let low, let high): max(0, high - low + 1)
    }
  }

  package var labels: [String] {
    switch self {
    case .fixed(let labels), .observed(let labels): labels
    case .integers(let low, let high): low > high ? [] : (low...high).map { String($0) }
    }
  }

  /// The categories of both, and where those of `other` are among them.
  ///
  /// Those of self keep their
  /// places unless whole numbers come in below; `shift` says by how much they move.
  package func union(_ other: Categories) -> (all: Categories, places: [Int], shift: Int) {
    switch (self, other) {
    case (.integers(let low, let high), .integers(let otherLow, let otherHigh)):
      if low > high { return (other, Array(0..<other.count), 0) }
      if otherLow > otherHigh { return (self, [], 0) }
      let all = Categories.integers(low: min(low, otherLow), high: max(high, otherHigh))
      let first = otherLow - min(low, otherLow)
      return (all, Array(first..<first + other.count), low - min(low, otherLow))
    default:
      var labels = self.labels
      if labels == other.labels { return (self, Array(labels.indices), 0) }
      var positions = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
      let places = other.labels.map { label in
        if let known = positions[label] { return known }
        positions[label] = labels.count
        labels.append(label)
        return labels.count - 1
      }
      return (.observed(labels), places, 0)
    }
  }
}

/// A variable of a model, computed for a batch.
package enum ModelColumn: Sendable {
  /// Missing values are NaN.
  case numeric([Double])
  /// Codes from 0; missing ones are negative.
  case categorical([Int32], Categories)
}

/// The formula of a streamed analysis: its terms as written, and the variables behind them.
package struct StreamModel: Codable, Sendable {
  package struct Variable: Codable, Sendable {
    package let name: String
    /// As it is written in the formula.
    package let text: String
    package fileprivate(set) var expression: Expression
  }

  package private(set) var variables: [Variable]
  /// Positions of the responses among the variables.
  package let responses: [Int]
  /// The variables of each term.
  package let terms: [[Int]]
  package let hasIntercept: Bool
  /// Position of the weights among the variables.
  package let weights: Int?
  /// Positions of the variables that are added to the linear predictor as they are.
  package let offsets: [Int]

  package init(
    _ formula: Formula, dataNames: [String], weights: String? = nil, offset: String? = nil
  ) throws {
    let terms = try Terms(formula, dataNames: dataNames, keepsOrder: true)
    var responses = terms.hasResponse ? [terms.variables[0].expression] : []
    if case .call("cbind", let arguments)? = responses.first { responses = arguments.map(\.value) }
    let skipped = terms.hasResponse ? 1 : 0
    let predictors = terms.variables.dropFirst(skipped).map { $0.expression.withoutOffset }
    let extra = [offset, weights].compactMap { $0.map { Expression.symbol($0) } }
    let all = responses + predictors + extra
    variables = all.map { Variable(name: $0.columnName, text: $0.bareText, expression: $0) }
    let written = terms.offsets.map { $0 - skipped + responses.count }
    offsets = written + (offset.map { _ in [responses.count + predictors.count] } ?? [])
    self.weights = weights.map { _ in all.count - 1 }
    self.responses = Array(responses.indices)
    self.terms = terms.terms.map { $0.indices.map { $0 - skipped + responses.count } }
    hasIntercept = terms.hasIntercept
    let known = Set(dataNames)
    for variable in variables {
      for name in variable.expression.variableNames where !known.contains(name) {
        throw ModelError(
          .unknownVariable, "The variable '\(name)' is not in the data.", variable: name)
      }
    }
  }

  /// The same where `F(x)` has a level for each whole number in the range known of `x`, instead of that
  /// of the data.
  package func knowing(_ range: (_ name: String) -> ClosedRange<Double>?) -> StreamModel {
    var result = self
    for (index, variable) in variables.enumerated() {
      guard case .call("F", let arguments) = variable.expression, arguments.count == 1,
        case .symbol(let name) = arguments[0].value, let known = range(name)
      else { continue }
      let low = Expression.Argument(.number(known.lowerBound.rounded(.down)), name: "low")
      let high = Expression.Argument(.number(known.upperBound.rounded(.down)), name: "high")
      result.variables[index].expression = .call("F", [arguments[0], low, high])
    }
    return result
  }

  /// The columns of the data that the model reads.
  package var dataNames: [String] {
    var names: [String] = []
    for variable in variables {
      for name in variable.expression.variableNames where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  /// All variables of a batch.
  package func evaluate(_ batch: ColumnBatch) throws -> [ModelColumn] {
    let columns = try variables.map { try ColumnEvaluator(batch).column($0.expression) }
    if let weights, case .categorical = columns[weights] {
      throw ModelError(.invalidType, "The weights '\(variables[weights].name)' are not numeric.")
    }
    return columns
  }
}

extension Expression {
  /// The argument of a call of `offset`, else the expression itself.
  fileprivate var withoutOffset: Expression {
    if case .call("offset", let arguments) = self, let first = arguments.first?.value {
      return first
    }
    return self
  }

  /// The text of an expression, of a name without quotes.
  fileprivate var bareText: String {
    if case .symbol(let name) = self { return name }
    return text
  }

  /// What a variable is called in results: `F(age, 30, 39)` is F_age_30_39_T.
  package var columnName: String {
    guard case .call("F", let arguments) = self else { return bareText }
    var parts = ["F"]
    var hasRange = false
    for argument in arguments where argument.name != "exclude" {
      parts.append(argument.value.text)
      hasRange = parts.count > 2
    }
    let exclude = arguments.first { $0.name == "exclude" }?.value
    if hasRange, parts.count < 5 { parts.append(exclude == .logical(false) ? "F" : "T") }
    return parts.joined(separator: "_")
  }
}
