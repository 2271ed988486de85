import ApusAnalytics
import ApusInterpreter
import ApusModelFrames

/// Forests and boosted trees.
enum ForestAnalyses {
  static var all: [Builtin] { [forest, boosting] }

  /// `rxGrowForest(data, formula, weights, settings, numCoresToUse, reportProgress)`: trees from
  /// samples of the rows, and what they say of rows they have not seen.
  static let forest = Builtin(
    .internal, "rxGrowForest(data, formula, weights, settings, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let settings = TreeSettings(call[3], call.strings)
      let rows = try TreeAnalyses.rows(call, settings)
      let trainer = ForestTrainer(
        rows, try settings.options(rows, call), settings.bags, cutoff: settings.numbers("cutoff"))
      nonisolated(unsafe) let interpreter = call.interpreter
      let (trees, drawn, outOfBag) = try trainer.train { try interpreter.checkInterrupt() }
      var result = TreeAnalyses.description(rows, call.strings)
      let strings = call.strings
      result += [
        ("trees", .list(trees.map { TreeAnalyses.value($0, rows, strings) })),
        ("drawn", .object(DoubleVector(drawn.map { Double($0) }))),
        ("errors", .object(DoubleVector(outOfBag.errors))),
        ("counts", .object(DoubleVector(outOfBag.counts))),
        ("variances", .object(DoubleVector(outOfBag.variances))),
        ("confusion", .object(DoubleVector(outOfBag.confusion))),
      ]
      return strings.list(result)
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// `rxBoostTrees(data, formula, weights, settings, numCoresToUse, reportProgress, loss)`: trees
  /// each fitted to what those before leave.
  static let boosting = Builtin(
    .internal, "rxBoostTrees(data, formula, weights, settings, numCoresToUse, reportProgress, loss)"
  ) { call throws(Unwind) in
    do {
      let settings = TreeSettings(call[3], call.strings)
      let rows = try TreeAnalyses.rows(call, settings)
      guard let loss = BoostingLoss(rawValue: try call.text(6, "lossFunction")) else {
        throw ModelError(.invalidType, "unknown loss function")
      }
      var options = try settings.options(rows, call)
      options.classFactors = nil
      options.loss = nil
      let trainer = try BoostingTrainer(
        rows, options, settings.bags, loss: loss,
        rate: settings.number("learningRate", else: 0.1))
      let interpreter = call.interpreter
      let found = try trainer.train { try interpreter.checkInterrupt() }
      let strings = call.strings
      var result = TreeAnalyses.description(rows, strings)
      result += [
        ("trees", .list(found.trees.map { TreeAnalyses.value($0, rows, strings) })),
        ("start", .object(DoubleVector(found.start))),
        ("deviances", .object(DoubleVector(found.deviances))),
        ("counts", .object(DoubleVector(found.counts))),
      ]
      return strings.list(result)
    } catch {
      throw DataSources.failure(error, call)
    }
  }
}

extension TreeSettings {
  /// How rows are drawn for the trees of a forest.
  fileprivate var bags: BagOptions {
    var bags = BagOptions()
    bags.treeCount = max(1, min(1_000_000, integer("nTree", else: 10)))
    bags.replaces = flag("replace")
    bags.rate = max(0, min(bags.replaces ? 100 : 1, number("sampRate", else: 1)))
    bags.seed = seed
    return bags
  }
}
