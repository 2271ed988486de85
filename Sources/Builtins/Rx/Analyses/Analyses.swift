import ApusAnalytics
import ApusColumns
import ApusInterpreter
import ApusModelFrames

/// One pass over data, and what comes of it as a list for the R half.
enum Analyses {
  static var all: [Builtin] { [moments, cube, sparseCube] }

  /// The model of a call whose arguments begin with data, formula and weights.
  static func model(
    _ call: borrowing Invocation, _ data: RxData, offset: String? = nil
  ) throws -> StreamModel {
    let weights = call[2].isNull ? nil : try call.text(2, "weights")
    let model = try StreamModel(
      FormulaReading.formula(call[1], call.strings), dataNames: data.names, weights: weights,
      offset: offset)
    guard !data.isWorkedOn else { return model }
    return model.knowing { name in
      guard let field = data.schema.fields.first(where: { $0.name == name }),
        [.integer, .double].contains(field.type), let low = field.low, let high = field.high,
        low <= high, max(abs(low), abs(high)) < 1e9
      else { return nil }
      return low...high
    }
  }

  // MARK: - Moments

  /// `rxMoments(data, formula, weights, byTerm, numCoresToUse, reportProgress)`: for each term the
  /// counts, means, deviations and extremes by cell.
  static let moments = Builtin(
    .internal, "rxMoments(data, formula, weights, byTerm, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let model = try model(call, data)
      let requests = model.terms.map { CellMoments.Request(model.responses + $0) }
      let runner = try PassRunner(call, threads: 4, report: 5)
      let empty = CellMoments(model, requests, isListwise: try !call.flag(3, "byTerm"))
      let state =
        try runner.report(empty.known, of: data)
        ?? runner.run(empty, data, columns: model.dataNames)
      let terms = zip(requests, state.finish()).map { request, summary in
        term(request, summary, model, call.strings)
      }
      return call.strings.list([
        ("rows", .double(Double(state.rowCount))),
        ("missing", .double(Double(state.missingCount))), ("terms", .list(terms)),
      ])
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  private static func term(
    _ request: CellMoments.Request, _ summary: CellMoments.Summary, _ model: StreamModel,
    _ strings: StringPool
  ) -> Value {
    let factors = Set(summary.factors.map(\.variable))
    let numbers = request.variables.filter { !factors.contains($0) }
    let column = { (value: (CellMoments.Moments) -> Double) -> Value in
      .object(DoubleVector(summary.cells.map { value($0).isNaN ? missingDouble : value($0) }))
    }
    return strings.list([
      ("numbers", names(numbers, model, strings)),
      ("factors", levels(summary, model, strings)),
      ("counts", column { $0.count }), ("weights", column { $0.weightSum }),
      ("sums", column { $0.sum }), ("means", column { $0.mean }),
      ("deviations", column { $0.deviation }), ("least", column { $0.least }),
      ("most", column { $0.most }), ("missing", .double(Double(summary.missingCount))),
      ("missingWeight", .double(summary.missingWeight)),
      ("texts", texts(request.variables, model, strings)),
    ])
  }

  static func names(
    _ variables: [Int], _ model: StreamModel, _ strings: StringPool
  ) -> Value {
    .object(CharacterVector(variables.map { strings.intern(model.variables[$0].name) }))
  }

  /// The variables as they are written in the formula.
  private static func texts(
    _ variables: [Int], _ model: StreamModel, _ strings: StringPool
  ) -> Value {
    .object(CharacterVector(variables.map { strings.intern(model.variables[$0].text) }))
  }

  /// The levels of the factors of a summary, by name.
  private static func levels(
    _ summary: CellMoments.Summary, _ model: StreamModel, _ strings: StringPool
  ) -> Value {
    strings.list(
      summary.factors.map { factor in
        let labels = factor.categories.labels.map { strings.intern($0) }
        return (model.variables[factor.variable].name, .object(CharacterVector(labels)))
      })
  }

  // MARK: - Cubes

  /// `rxCells(data, formula, weights, numCoresToUse, reportProgress)`: sums, means and counts of
  /// the responses by the cells of the one term.
  static let cube = Builtin(
    .internal, "rxCells(data, formula, weights, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let model = try model(call, data)
      guard model.terms.count == 1, let cells = model.terms.first else {
        throw ModelError(
          .invalidFormula, "The independent variables of a cube must be joined by ':' only.")
      }
      let responses = model.responses.isEmpty ? [[]] : model.responses.map { [$0] }
      let requests = responses.map { CellMoments.Request($0 + cells, isMeanOnly: true) }
      let runner = try PassRunner(call, threads: 3, report: 4)
      let empty = CellMoments(model, requests, isListwise: true)
      let state = try runner.run(empty, data, columns: model.dataNames)
      let summaries = state.finish()
      for summary in summaries {
        let factors = Set(summary.factors.map(\.variable))
        guard factors.isSuperset(of: cells) else {
          throw ModelError(
            .invalidType, "All independent variables of a cube must be categorical.")
        }
        guard factors.isDisjoint(with: model.responses) else {
          throw ModelError(.invalidType, "The dependent variables of a cube must be numeric.")
        }
      }
      let terms = zip(requests, summaries).map { term($0, $1, model, call.strings) }
      return call.strings.list([
        ("valid", .double(Double(state.rowCount - state.missingCount))),
        ("missing", .double(Double(state.missingCount))), ("terms", .list(terms)),
        ("responses", names(model.responses, model, call.strings)),
      ])
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// `rxSparseCells(data, formula, weights, numCoresToUse, reportProgress)`: the same, of the cells
  /// that rows have; `cells` are the codes of their levels, by factors.
  static let sparseCube = Builtin(
    .internal, "rxSparseCells(data, formula, weights, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let model = try model(call, data)
      guard model.terms.count == 1, let factors = model.terms.first else {
        throw ModelError(
          .invalidFormula, "The independent variables of a cube must be joined by ':' only.")
      }
      let responses = model.responses.isEmpty ? [[]] : model.responses.map { [$0] }
      let runner = try PassRunner(call, threads: 3, report: 4)
      let empty = SparseCells(model, responses: responses, factors: factors)
      let state = try runner.run(empty, data, columns: model.dataNames)
      let found = state.finish()
      let terms = zip(responses, found.summaries).map { response, summary in
        term(CellMoments.Request(response + factors), summary, model, call.strings)
      }
      let codes = found.codes.map { Value.object(IntegerVector($0.map { $0 + 1 })) }
      return call.strings.list([
        ("valid", .double(Double(state.rowCount - state.missingCount))),
        ("missing", .double(Double(state.missingCount))), ("terms", .list(terms)),
        ("responses", names(model.responses, model, call.strings)), ("cells", .list(codes)),
      ])
    } catch {
      throw DataSources.failure(error, call)
    }
  }
}
