import ApusAnalytics
import ApusColumns
import ApusInterpreter
import ApusModelFrames

/// Linear and generalised linear models.
enum Regressions {
  static var all: [Builtin] { [linearModel, generalisedModel] }

  /// `rxLeastSquares(data, formula, weights, cube, dropFirst, dropMain, numbersLevels, covData,
  /// chooser, numCoresToUse, reportProgress)`.
  ///
  /// `chooser`: a function that is given what models with some of the terms leave of the responses,
  /// and answers with a list of other sets of terms, or in the end with one set; NULL for all terms.
  static let linearModel = Builtin(
    .internal,
    """
    rxLeastSquares(data, formula, weights, cube, dropFirst, dropMain, numbersLevels, covData, \
    chooser, numCoresToUse, reportProgress)
    """
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let model = try Analyses.model(call, data)
      guard !model.responses.isEmpty else {
        throw ModelError(.invalidFormula, "The formula must have a dependent variable.")
      }
      var options = try options(call, at: 3)
      let runner = try PassRunner(call, threads: 9, report: 10)
      let state = try runner.run(CrossProducts(model), data, columns: model.dataNames)
      if !call[8].isNull { options.terms = try chosenTerms(state, options, call) }
      let fit = try LinearModel(state, options: options)
      var elements = list(fit, model, model.variables.indices.map(state.categories), call.strings)
      if try call.flag(7, "covData") {
        let divisor = Double(max(1, fit.validCount - 1))
        elements.append(("covariances", .doubles(fit.covariances(state, divisor: divisor))))
      }
      return call.strings.list(elements)
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// The four arguments that say how factors are coded.
  private static func options(
    _ call: borrowing Invocation, at first: Int
  ) throws(Unwind) -> LinearModelOptions {
    var options = LinearModelOptions()
    options.isCube = try call.flag(first, "cube")
    options.dropsFirst = try call.flag(first + 1, "dropFirst")
    options.dropsMain = try call.flag(first + 2, "dropMain")
    options.numbersLevels = try call.flag(first + 3, "coefLabelStyle")
    return options
  }

  // MARK: - Choosing terms

  /// Asks for sets of terms until the answer is one set.
  private static func chosenTerms(
    _ state: CrossProducts, _ options: LinearModelOptions, _ call: borrowing Invocation
  ) throws -> [Int] {
    var answer = Value.null
    while true {
      let next = try call.interpreter.call(call[8], [Argument(answer)])
      guard let sets = next.list else { return try terms(next, call) }
      var fits: [Value] = []
      for set in withExtendedLifetime(sets, { Array(sets.elements) }) {
        var options = options
        options.terms = try terms(set, call)
        fits.append(summary(try LinearModel(state, options: options), call.strings))
      }
      answer = .list(fits)
    }
  }

  private static func terms(
    _ value: Value, _ call: borrowing Invocation
  ) throws(Unwind) -> [Int] {
    let numbers = try call.vector(value, as: .integer)
    return withExtendedLifetime(numbers) { numbers.integers.map { Int($0) - 1 } }
  }

  private static func summary(_ fit: LinearModel, _ strings: StringPool) -> Value {
    strings.list([
      ("rank", .integer(fit.rank)), ("valid", .double(Double(fit.validCount))),
      ("weights", .double(fit.weightSum)),
      ("residuals", .object(DoubleVector(fit.residualSquares))),
      ("names", .object(CharacterVector(fit.columns.map { strings.intern($0.name) }))),
      ("dropped", .object(LogicalVector(fit.isDropped.map { $0 ? 1 : 0 }))),
      ("estimates", .object(DoubleVector(fit.estimates.flatMap { $0 }))),
    ])
  }

  // MARK: - Results

  private static func list(
    _ fit: LinearModel, _ model: StreamModel, _ categories: [Categories?], _ strings: StringPool
  ) -> [(String, Value)] {
    let levels = zip(model.variables, categories).compactMap { variable, categories in
      categories.map { categories in
        let labels = categories.labels.map { strings.intern($0) }
        return (variable.name, Value.object(CharacterVector(labels)))
      }
    }
    return [
      ("names", .object(CharacterVector(fit.columns.map { strings.intern($0.name) }))),
      ("responses", Analyses.names(model.responses, model, strings)),
      ("dropped", .object(LogicalVector(fit.isDropped.map { $0 ? 1 : 0 }))),
      ("terms", .object(IntegerVector(fit.columns.map { Int32(($0.term ?? -1) + 1) }))),
      ("estimates", .object(DoubleVector(fit.estimates.flatMap { $0 }))),
      ("inverse", .object(DoubleVector(fit.inverse.flatMap { $0 }))),
      ("residuals", .object(DoubleVector(fit.residualSquares))),
      ("total", .object(DoubleVector(fit.totalSquares))),
      ("rank", .integer(fit.rank)), ("condition", .double(fit.conditionNumber)),
      ("valid", .double(Double(fit.validCount))),
      ("missing", .double(Double(fit.missingCount))), ("weights", .double(fit.weightSum)),
      ("cells", .object(DoubleVector(fit.cellCounts))),
      ("means", .object(DoubleVector(fit.means))), ("levels", strings.list(levels)),
    ]
  }

  // MARK: - Generalised linear models

  /// `rxScoring(data, formula, weights, offset, family, initialValues, control, cube, dropFirst,
  /// dropMain, numbersLevels, terms, numCoresToUse, reportProgress)`.
  ///
  /// `terms`: those of the formula to fit, counted from 1; NULL for all.
  ///
  /// `family`: link, variance and likelihood by name, or a function for families of other kinds.
  /// `control`: the largest number of iterations and two tolerances.
  static let generalisedModel = Builtin(
    .internal,
    """
    rxScoring(data, formula, weights, offset, family, initialValues, control, cube, dropFirst, \
    dropMain, numbersLevels, terms, numCoresToUse, reportProgress)
    """
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let offset = call[3].isNull ? nil : try call.text(3, "offset")
      let model = try Analyses.model(call, data, offset: offset)
      guard model.responses.count == 1 else {
        throw ModelError(.invalidFormula, "The formula must have one dependent variable.")
      }
      let family = try call[4].isFunction ? nil : Self.family(call)
      let runner = try PassRunner(call, threads: 12, report: 13)
      let fit = try GeneralisedModel(model, family, scoringOptions(call)) { pass in
        if family != nil { return try runner.run(pass, data, columns: model.dataNames) }
        return try runner.runHere(pass, data, columns: model.dataNames) { pass, batch in
          try pass.update(with: batch) { try values($0, call) }
        }
      }
      return call.strings.list(
        list(fit.fit, model, fit.categories, call.strings) + scores(fit))
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// The elements here take the place of those of the last least squares fit.
  private static func scores(_ fit: GeneralisedModel) -> [(String, Value)] {
    [
      ("coefficients", .object(DoubleVector(fit.estimates))),
      ("iterations", .integer(fit.iterations)), ("converged", .logical(fit.hasConverged ? 1 : 0)),
      ("deviance", .double(fit.deviance)), ("pearson", .double(fit.pearson)),
      ("nullDeviance", .double(fit.nullDeviance ?? missingDouble)),
      ("saturated", .double(fit.saturated)), ("priorWeights", .double(fit.weightSum)),
      ("zeroWeights", .double(Double(fit.zeroWeights))),
      ("counts", .object(DoubleVector(fit.cellCounts))),
    ]
  }

  private static func scoringOptions(
    _ call: borrowing Invocation
  ) throws(Unwind) -> ScoringOptions {
    var options = ScoringOptions()
    options.linear = try Self.options(call, at: 7)
    if !call[11].isNull { options.linear.terms = try terms(call[11], call) }
    let control = try call.doubles(6).elements
    if control.count == 3 {
      options.maxIterations = max(1, min(100_000, Int(control[0].isNaN ? 25 : control[0])))
      options.coefficientTolerance = control[1]
      options.devianceTolerance = control[2]
    }
    if !call[5].isNull { options.initialValues = Array(try call.doubles(5).elements) }
    return options
  }

  private static func family(_ call: borrowing Invocation) throws -> ResponseFamily {
    let description = SourceDescription(try call.list(4), call.strings)
    guard let link = Link(description.text("link") ?? "") else {
      throw ModelError(.invalidType, "unknown link")
    }
    let power = Double(description.text("variance") ?? "")
    let variance: Variance =
      description.text("variance") == "binomial" ? .binomial : power.map { .power($0) } ?? .constant
    let likelihood = ResponseFamily.Likelihood(rawValue: description.text("likelihood") ?? "none")
    return ResponseFamily(
      link: link, variance: variance, likelihood: likelihood ?? .none,
      isQuasi: description.flag("isQuasi") ?? false)
  }

  /// What a family's own functions make of rows: the R half calls them, all at once.
  private static func values(
    _ rows: FamilyRows, _ call: borrowing Invocation
  ) throws -> FamilyValues {
    let answer = try call.interpreter.call(
      call[4],
      [
        Argument(rows.predictors.map { .doubles($0) } ?? .null), Argument(.doubles(rows.responses)),
        Argument(.doubles(rows.weights ?? Array(repeating: 1, count: rows.responses.count))),
      ])
    guard let parts = answer.list, parts.elements.count == 6 else {
      throw ModelError(.invalidType, "invalid family")
    }
    var columns: [[Double]] = []
    for part in withExtendedLifetime(parts, { Array(parts.elements) }) {
      let vector = try call.vector(part, as: .double)
      columns.append(withExtendedLifetime(vector) { Array(vector.doubles) })
    }
    guard columns[..<5].allSatisfy({ $0.count == rows.responses.count }), columns[5].count == 1
    else { throw ModelError(.invalidType, "the family does not give a value for each row") }
    return FamilyValues(
      of: rows, predictors: columns[0], means: columns[1], slopes: columns[2],
      variances: columns[3], deviances: columns[4], invalidCount: Int(columns[5][0]))
  }
}
