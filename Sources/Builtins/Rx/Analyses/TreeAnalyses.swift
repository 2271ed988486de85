import ApusAnalytics
import ApusColumns
import ApusInterpreter
import ApusModelFrames

/// Decision trees: passes that bring the rows into memory as codes, and what grows from them.
enum TreeAnalyses {
  static var all: [Builtin] { [tree] }

  /// `rxGrowTree(data, formula, weights, settings, numCoresToUse, reportProgress)`: a tree, its
  /// pruning steps, and the leaf of each row.
  static let tree = Builtin(
    .internal, "rxGrowTree(data, formula, weights, settings, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let settings = TreeSettings(call[3], call.strings)
      let rows = try rows(call, settings)
      let options = try settings.options(rows, call)
      let trainer = TreeTrainer(rows, options, folds: settings.integer("xVal", else: 0))
      let interpreter = call.interpreter
      let (tree, steps) = try trainer.train(seed: settings.seed) {
        try interpreter.checkInterrupt()
      }
      var result = description(rows, call.strings)
      result.append(("tree", value(tree, rows, call.strings)))
      result.append(("steps", value(steps)))
      result.append(("leaves", leaves(tree, rows)))
      return call.strings.list(result)
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// The rows of the data as codes, after two or three passes.
  static func rows(_ call: borrowing Invocation, _ settings: TreeSettings) throws -> TreeRows {
    let data = try RxData(call[0], call)
    let model = try Analyses.model(call, data)
    guard model.responses.count == 1, !model.terms.isEmpty else {
      throw ModelError(.invalidFormula, "The formula must have a response and predictors.")
    }
    let runner = try PassRunner(call, threads: 4, report: 5)
    let maxBins = settings.bins
    let survey = try runner.run(
      TreeSurvey(
        model, limit: max(1001, maxBins ?? 0), removesMissings: settings.flag("removeMissings")),
      data, columns: model.dataNames)
    try settings.checkLevels(survey)
    let binning = try TreeBinning(survey, maxBins: maxBins)
    var counts: FineCounts?
    if let counting = binning.counting {
      counts = try runner.run(counting, data, columns: model.dataNames)
    }
    return try runner.run(binning.rows(counts), data, columns: model.dataNames)
  }

  /// What the rows are, for the R half.
  static func description(_ rows: TreeRows, _ strings: StringPool) -> [(String, Value)] {
    let predictors = rows.model.terms.compactMap(\.first).map { rows.model.variables[$0].name }
    let levels = rows.bins.map { bins -> Value in
      guard case .categorical(let levels) = bins else { return .null }
      return .object(CharacterVector(levels.map { strings.intern($0) }))
    }
    let classes: Value =
      rows.classes == nil
      ? .null : .object(CharacterVector(rows.levels.map { strings.intern($0) }))
    return [
      ("predictors", .object(CharacterVector(predictors.map { strings.intern($0) }))),
      ("levels", strings.list(Array(zip(predictors, levels)))), ("classes", classes),
      ("valid", .double(Double(rows.count))),
      ("missing", .double(Double(rows.rowCount - rows.count))),
    ]
  }

  /// A tree as columns, one element a node; links count from 1.
  static func value(_ tree: Tree, _ rows: TreeRows, _ strings: StringPool) -> Value {
    let numbers = { (of: (TreeNode) -> Double) -> Value in
      .object(DoubleVector(tree.nodes.map(of)))
    }
    let integers = { (of: (TreeNode) -> Int) -> Value in
      .object(IntegerVector(tree.nodes.map { Int32(of($0)) }))
    }
    let sides = tree.nodes.map { node -> Value in
      guard let split = node.split, !split.sides.isEmpty else { return .null }
      return .object(IntegerVector(split.sides.map { Int32($0) }))
    }
    return strings.list([
      ("depth", integers { $0.depth }), ("count", integers { $0.count }),
      ("weight", numbers { $0.weight }), ("risk", numbers { $0.risk }),
      ("value", numbers { $0.value }), ("complexity", numbers { $0.complexity }),
      ("left", integers { $0.left + 1 }), ("right", integers { $0.right + 1 }),
      ("predictor", integers { ($0.split?.predictor ?? -1) + 1 }),
      ("cut", numbers { $0.split?.cut ?? 0 }),
      ("belowGoesLeft", integers { $0.split?.belowGoesLeft == true ? 1 : 0 }),
      ("missingGoesLeft", integers { $0.split?.missingGoesLeft == true ? 1 : 0 }),
      ("improvement", numbers { $0.split?.improvement ?? 0 }),
      ("splitCount", integers { $0.split?.count ?? 0 }), ("sides", .list(sides)),
      ("classWeights", .object(DoubleVector(tree.nodes.flatMap(\.classWeights)))),
    ])
  }

  private static func value(_ steps: [PruningStep]) -> Value {
    .object(
      DoubleVector(
        steps.flatMap {
          [
            $0.complexity, Double($0.splitCount), $0.relativeError, $0.crossError,
            $0.crossDeviation,
          ]
        }))
  }

  /// The leaf of each row of the data, counted from 1.
  private static func leaves(_ tree: Tree, _ rows: TreeRows) -> Value {
    var all = Array(repeating: missingInteger, count: rows.rowCount)
    for (row, place) in rows.places.enumerated() { all[Int(place)] = tree.leaves[row] + 1 }
    return .object(IntegerVector(all))
  }
}

/// The settings of trees as the R half gives them: a list with these elements.
struct TreeSettings {
  private let list: ListVector?
  private let strings: StringPool

  init(_ value: Value, _ strings: StringPool) {
    list = value.list
    self.strings = strings
  }

  private func element(_ name: String) -> Value {
    guard let list, let names = list.names else { return .null }
    let handle = strings.intern(name)
    guard let position = names.elements.firstIndex(of: handle) else { return .null }
    return list.elements[position]
  }

  func numbers(_ name: String) -> [Double]? {
    let value = element(name)
    switch value {
    case .double(let number): return [number]
    case .integer(let number): return [Double(number)]
    case .logical(let truth): return [Double(truth)]
    default: break
    }
    guard let vector = value.vector else { return nil }
    return withExtendedLifetime(vector) {
      switch vector.kind {
      case .double: Array(vector.doubles)
      case .integer, .logical: vector.integers.map { Double($0) }
      default: nil
      }
    }
  }

  func number(_ name: String, else fallback: Double) -> Double {
    numbers(name)?.first.flatMap { $0.isNaN ? nil : $0 } ?? fallback
  }

  func integer(_ name: String, else fallback: Int) -> Int {
    let value = number(name, else: Double(fallback))
    return abs(value) < 1e9 ? Int(value) : fallback
  }

  func flag(_ name: String) -> Bool { number(name, else: 0) != 0 }

  var seed: UInt64 { UInt64(max(0, min(9e15, number("seed", else: 1)))) }

  /// The greatest number of bins; nil for the usual one.
  var bins: Int? {
    let bins = integer("maxNumBins", else: -1)
    return bins < 0 ? nil : bins == 0 ? TreeBinning.mostBins : bins
  }

  /// Refuses factors of so many levels that splits could not be found.
  func checkLevels(_ survey: TreeSurvey) throws {
    let most = integer("maxUnorderedLevels", else: 32)
    for variable in survey.model.terms.compactMap(\.first) {
      guard let count = survey.categories(variable)?.count, count > most else { continue }
      let name = survey.model.variables[variable].name
      throw ModelError(
        .invalidType,
        "the variable '\(name)' has \(count) levels, more than maxUnorderedLevels (\(most))",
        variable: name)
    }
  }

  func options(_ rows: TreeRows, _ call: borrowing Invocation) throws -> TreeOptions {
    var options = TreeOptions()
    options.threads = try PassRunner(call, threads: 4, report: 5).threads
    let usual = max(20, Int(Double(rows.count).squareRoot()))
    options.minSplit = integer("minSplit", else: usual)
    options.minBucket = max(
      1, integer("minBucket", else: Int((Double(options.minSplit) / 3).rounded())))
    options.maxDepth = integer("maxDepth", else: 10)
    options.complexity = number("cp", else: 0)
    options.usesInformation = flag("information")
    options.tried = numbers("mTry")?.first.map { max(1, Int($0)) }
    if let costs = numbers("cost"), costs.count == rows.codes.count { options.costs = costs }
    try setClasses(&options, rows)
    return options
  }

  private func setClasses(_ options: inout TreeOptions, _ rows: TreeRows) throws {
    let count = rows.levels.count
    guard let classes = rows.classes, count > 0 else { return }
    if let loss = numbers("loss") {
      guard loss.count == count * count else {
        throw ModelError(.invalidType, "the loss matrix must have a row for each class")
      }
      options.loss = (0..<count).map { actual in (0..<count).map { loss[actual + count * $0] } }
    }
    var factors = Array(repeating: 1.0, count: count)
    if let prior = numbers("prior") {
      guard prior.count == count else {
        throw ModelError(.invalidType, "prior must have an element for each class")
      }
      var weights = Array(repeating: 0.0, count: count)
      for (row, code) in classes.enumerated() { weights[Int(code)] += rows.weights?[row] ?? 1 }
      let total = weights.reduce(0, +)
      factors = zip(prior, weights).map { $1 > 0 ? $0 * total / $1 : 0 }
    }
    guard options.loss != nil || numbers("prior") != nil else { return }
    let altered = options.loss.map { loss in
      zip(factors, loss).map { $0 * $1.reduce(0, +) }
    }
    options.classFactors = (altered ?? factors, factors)
  }
}
