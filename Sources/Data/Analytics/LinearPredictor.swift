import ApusModelFrames

/// The coefficients of a model: the intercept, and one for each cell of each term.
package struct ModelCoefficients: Codable, Sendable {
  package var intercept = 0.0
  package var terms: [[Double]]

  package init(intercept: Double = 0, terms: [[Double]]) {
    self.intercept = intercept
    self.terms = terms
  }

  init(_ columns: [CoefficientColumn], _ values: [Double], termCount: Int) {
    terms = Array(repeating: [], count: termCount)
    for (column, value) in zip(columns, values) {
      if let term = column.term { terms[term].append(value) } else { intercept = value }
    }
  }

  /// The linear predictors of rows whose factors have the cells of the coefficients.
  func predictors(_ rows: ModelRows, _ model: StreamModel, offsets: [Double]?) -> [Double] {
    var result =
      offsets.map { $0.map { $0 + intercept } }
      ?? Array(repeating: intercept, count: rows.rowCount)
    for (term, values) in zip(model.terms, terms) {
      add(values, rows.numbers(term), rows.cells(term), to: &result)
    }
    return result
  }

  private func add(
    _ values: [Double], _ numbers: [Double]?, _ cells: [Int32]?, to result: inout [Double]
  ) {
    // A term that is left out has no coefficients.
    if values.isEmpty { return }
    result.withUnsafeMutableBufferPointer { result in
      values.withUnsafeBufferPointer { values in
        if let cells {
          cells.withUnsafeBufferPointer { cells in
            if let numbers {
              for row in 0..<result.count { result[row] += values[Int(cells[row])] * numbers[row] }
            } else {
              for row in 0..<result.count { result[row] += values[Int(cells[row])] }
            }
          }
        } else if let numbers, let slope = values.first {
          numbers.withUnsafeBufferPointer { numbers in
            for row in 0..<result.count { result[row] += slope * numbers[row] }
          }
        }
      }
    }
  }
}

extension ModelColumn {
  /// With the codes that known categories have; nil when a category is not among them.
  func recoded(as known: Categories?) -> ModelColumn? {
    guard let known, case .categorical(let codes, let own) = self, own != known else { return self }
    let (all, places, _) = known.union(own)
    if all.count == known.count {
      let places = places.map { Int32($0) }
      return .categorical(codes.map { $0 < 0 ? $0 : places[Int($0)] }, known)
    }
    return nil
  }
}
