import ApusAnalytics
import ApusColumns
import ApusInterpreter
import ApusModelFrames

/// Predictions of regressions.
enum RegressionPredictions {
  static var all: [Builtin] { [predictions] }

  /// `rxPredictors(data, formula, offset, levels, coefficients, terms, covariances, checksLevels,
  /// numCoresToUse, reportProgress)`: linear predictors, their variances, and the response of a
  /// two-sided formula.
  ///
  /// `coefficients`: a matrix with a column for each response; `terms`: the term of each row, 0 for
  /// the intercept.
  static let predictions = Builtin(
    .internal,
    """
    rxPredictors(data, formula, offset, levels, coefficients, terms, covariances, checksLevels, \
    numCoresToUse, reportProgress)
    """
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let offset = call[2].isNull ? nil : try call.text(2, "offset")
      let model = try StreamModel(
        FormulaReading.formula(call[1], call.strings), dataNames: data.names, offset: offset)
      let fit = try fit(model, call)
      let runner = try PassRunner(call, threads: 8, report: 9)
      let state = try runner.run(Predictions(fit), data, columns: model.dataNames)
      return call.strings.list([
        ("predictors", .list(state.predictors.map { Value.object(DoubleVector($0)) })),
        ("variances", .object(DoubleVector(state.variances))),
        ("responses", .object(DoubleVector(state.responses))),
      ])
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  private static func fit(
    _ model: StreamModel, _ call: borrowing Invocation
  ) throws -> PredictionModel {
    let known = SourceDescription(try call.list(3), call.strings)
    let levels = model.variables.map { known.texts($0.name) }
    let values = Array(try call.doubles(4).elements)
    let terms = Array(try call.integers(5).elements).map { Int($0) - 1 }
    guard !terms.isEmpty, terms.allSatisfy({ $0 < model.terms.count }) else {
      throw ModelError(.invalidFormula, "The coefficients are not those of the formula.")
    }
    let coefficients = stride(from: 0, to: values.count, by: terms.count).map { start in
      var result = ModelCoefficients(terms: Array(repeating: [], count: model.terms.count))
      for (term, value) in zip(terms, values[start...]) {
        let value = value.isNaN ? 0 : value
        if term < 0 { result.intercept = value } else { result.terms[term].append(value) }
      }
      return result
    }
    let covariances = call[6].isNull ? nil : Array(try call.doubles(6).elements)
    if let covariances, covariances.count != terms.count * terms.count {
      throw ModelError(.invalidFormula, "The covariances are not those of the coefficients.")
    }
    return PredictionModel(
      model, levels: levels, coefficients: coefficients, covariances: covariances,
      checksLevels: try call.flag(7, "checkFactorLevels"))
  }
}
