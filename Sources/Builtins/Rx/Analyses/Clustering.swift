import ApusAnalytics
import ApusColumns
import ApusInterpreter
import ApusModelFrames

/// Passes behind k-means clustering.
enum Clustering {
  static var all: [Builtin] { [rowSample, pass, codes] }

  /// `rxRowSample(data, formula, count, seed, numCoresToUse, reportProgress)`: a sample of distinct
  /// points, one after another; the first ones when the seed is negative.
  static let rowSample = Builtin(
    .internal, "rxRowSample(data, formula, count, seed, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let model = try model(call, data)
      let seed = try call.double(3, "seed")
      let count = max(0, Int(try call.integer(2, "count")))
      let empty = RowSample(model, count: count, seed: seed < 0 ? nil : UInt64(exactly: seed) ?? 0)
      let runner = try PassRunner(call, threads: 4, report: 5)
      let state = try runner.run(empty, data, columns: model.dataNames)
      return .object(DoubleVector(state.finish()))
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// `rxClusterPass(data, formula, centres, total, numCoresToUse, reportProgress)`: one pass of
  /// Lloyd's algorithm from the centres, which are given one after another.
  static let pass = Builtin(
    .internal, "rxClusterPass(data, formula, centres, total, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let model = try model(call, data)
      let empty = ClusterSums(
        model, centres: try centres(call, model), wantsTotal: try call.flag(3, "total"))
      let runner = try PassRunner(call, threads: 4, report: 5)
      let found = try runner.run(empty, data, columns: model.dataNames).finish()
      return call.strings.list([
        ("centers", .object(DoubleVector(found.centres))),
        ("size", .object(DoubleVector(found.sizes))),
        ("withinss", .object(DoubleVector(found.withinSquares))),
        ("valid", .double(Double(found.validCount))),
        ("missing", .double(Double(found.missingCount))),
        ("totss", found.totalSquares.map { .double($0) } ?? .null),
      ])
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// `rxClusterCodes(data, formula, centres, numCoresToUse, reportProgress)`: the nearest centre of
  /// each row, counted from 1.
  static let codes = Builtin(
    .internal, "rxClusterCodes(data, formula, centres, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let model = try model(call, data)
      let empty = ClusterCodes(model, centres: try centres(call, model))
      let runner = try PassRunner(call, threads: 3, report: 4)
      let state = try runner.run(empty, data, columns: model.dataNames)
      return .object(IntegerVector(state.finish()))
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  private static func model(
    _ call: borrowing Invocation, _ data: RxData
  ) throws -> StreamModel {
    let model = try StreamModel(
      FormulaReading.formula(call[1], call.strings), dataNames: data.names)
    guard !model.terms.isEmpty, model.responses.isEmpty else {
      throw ModelError(.invalidFormula, "The formula must have variables on its right only.")
    }
    return model
  }

  private static func centres(
    _ call: borrowing Invocation, _ model: StreamModel
  ) throws -> [Double] {
    let vector = try call.doubles(2)
    let centres = withExtendedLifetime(vector) { Array(vector.elements) }
    guard !centres.isEmpty, centres.count.isMultiple(of: model.terms.count) else {
      throw ModelError(.invalidType, "centers must have a column for each variable")
    }
    return centres
  }
}
