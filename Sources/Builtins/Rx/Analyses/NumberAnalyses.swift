import ApusAnalytics
import ApusColumns
import ApusInterpreter
import ApusModelFrames

/// Passes behind quantiles and covariances.
enum NumberAnalyses {
  static var all: [Builtin] { [scan, binCounts, crossSums] }

  /// `rxScan(data, formula, weights, numCoresToUse, reportProgress)`: the range of the one variable
  /// and the least power of ten that makes its values whole (7 for none).
  static let scan = Builtin(
    .internal, "rxScan(data, formula, weights, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let model = try Analyses.model(call, data)
      let runner = try PassRunner(call, threads: 3, report: 4)
      let scan = try runner.run(NumberScan(model), data, columns: model.dataNames)
      return call.strings.list([
        ("valid", .double(Double(scan.validCount))),
        ("missing", .double(Double(scan.missingCount))), ("least", .double(scan.least)),
        ("most", .double(scan.most)), ("decimals", .integer(scan.decimals)),
      ])
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// `rxBinCounts(data, formula, weights, low, scale, isWhole, count, numCoresToUse,
  /// reportProgress)`: the rows, or weights, of equal bins of the one variable.
  static let binCounts = Builtin(
    .internal,
    "rxBinCounts(data, formula, weights, low, scale, isWhole, count, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let model = try Analyses.model(call, data)
      let count = Int(try call.integer(6, "count"))
      guard count > 0, count <= 100_000_000 else {
        throw ModelError(.invalidType, "there are too many bins")
      }
      let empty = BinCounts(
        model, low: try call.double(3, "low"), scale: try call.double(4, "scale"),
        isWhole: try call.flag(5, "isWhole"), count: count)
      let runner = try PassRunner(call, threads: 7, report: 8)
      let state = try runner.run(empty, data, columns: model.dataNames)
      return .object(DoubleVector(state.finish()))
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// `rxCrossSums(data, formula, weights, numCoresToUse, reportProgress)`: the sums of products of
  /// the terms, as they are and around the means.
  static let crossSums = Builtin(
    .internal, "rxCrossSums(data, formula, weights, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let model = try Analyses.model(call, data)
      let runner = try PassRunner(call, threads: 3, report: 4)
      let state = try runner.run(CrossProducts(model), data, columns: model.dataNames)
      let sums = try CovarianceMatrix(state)
      return call.strings.list([
        ("names", .object(CharacterVector(sums.names.map { call.strings.intern($0) }))),
        ("products", .object(DoubleVector(sums.products))),
        ("centred", .object(DoubleVector(sums.centred))),
        ("means", .object(DoubleVector(sums.means))),
        ("valid", .double(Double(sums.validCount))),
        ("missing", .double(Double(sums.missingCount))),
        ("weights", .double(sums.weightSum)),
      ])
    } catch {
      throw DataSources.failure(error, call)
    }
  }
}
