import ApusModelFrames

/// The bins of a tree's predictors, once the survey is there.
package struct TreeBinning: Sendable {
  package let survey: TreeSurvey
  private let limit: Int
  /// Numeric predictors with more values than bins.
  private let crowded: [Int]

  /// `maxBins`: the greatest number of bins; nil for the usual one, by the number of rows.
  package init(_ survey: TreeSurvey, maxBins: Int?) throws {
    self.survey = survey
    guard survey.validCount > 0 else {
      throw ModelError(.noData, "There are no valid observations.")
    }
    guard survey.model.terms.allSatisfy({ $0.count == 1 }) else {
      throw ModelError(.invalidFormula, "The formula of a tree must have main effects only.")
    }
    let usual = min(1001, max(101, Int(Double(survey.validCount).squareRoot())))
    let limit = min(Self.mostBins, max(2, maxBins ?? usual))
    self.limit = limit
    crowded = survey.model.terms.compactMap(\.first).filter { variable in
      survey.bins(variable).map { $0.count > limit && survey.categories(variable) == nil } ?? true
    }
  }

  package static let mostBins = 60_000

  /// The pass that counts crowded predictors; nil when there are none.
  package var counting: FineCounts? {
    crowded.isEmpty ? nil : FineCounts(survey, variables: crowded)
  }

  /// The empty state of the pass that takes the rows in.
  package func rows(_ counts: FineCounts?) -> TreeRows {
    let bins = survey.model.terms.compactMap(\.first).map { variable -> PredictorBins in
      if let index = crowded.firstIndex(of: variable), let counts {
        return counts.bins(of: index, count: limit)
      }
      return survey.bins(variable) ?? .numeric(lows: [], highs: [])
    }
    return TreeRows(survey, bins)
  }
}

/// A row of the table of pruned trees.
package struct PruningStep: Sendable {
  package let complexity: Double
  package let splitCount: Int
  package let relativeError: Double
  package internal(set) var crossError = Double.nan
  package internal(set) var crossDeviation = Double.nan
}

/// Grows one tree, prunes it, and finds by cross validation how far to prune.
package struct TreeTrainer: Sendable {
  private let grower: TreeGrower
  package let folds: Int

  package init(_ data: TreeRows, _ options: TreeOptions, folds: Int) {
    grower = TreeGrower(data, options)
    self.folds = folds
  }

  package func train(
    seed: UInt64, poll: () throws -> Void
  ) throws -> (tree: Tree, steps: [PruningStep]) {
    var random = SplitMix(seed: seed)
    let all = (0..<grower.data.count).map { Int32($0) }
    let tree = try pruned(all, &random, poll)
    var steps = steps(tree)
    if folds > 1, steps.count > 1 { try validate(tree, &steps, &random, poll) }
    return (tree, steps)
  }

  private func pruned(
    _ rows: [Int32], _ random: inout SplitMix, _ poll: () throws -> Void
  ) throws -> Tree {
    var tree = try grower.grow(rows, &random, poll: poll)
    tree.findComplexities()
    tree.prune(grower.options.complexity * tree.nodes[0].risk)
    return tree
  }

  private func steps(_ tree: Tree) -> [PruningStep] {
    let root = tree.nodes[0].risk
    let inner = tree.nodes.filter { $0.split != nil }
    let distinct = Set(inner.map(\.complexity)).sorted(by: >)
    let limits = distinct + [grower.options.complexity * root]
    return limits.map { limit in
      PruningStep(
        complexity: root > 0 ? limit / root : 0,
        splitCount: inner.filter { $0.complexity > limit }.count,
        relativeError: root > 0 ? tree.risk(above: limit) / root : 0)
    }
  }

  private func validate(
    _ tree: Tree, _ steps: inout [PruningStep], _ random: inout SplitMix,
    _ poll: () throws -> Void
  ) throws {
    let fold = (0..<grower.data.count).map { _ in random.integer(0..<folds) }
    // Between two steps, pruning stays the same: the geometric mean stands for all that is there.
    let limits = steps.indices.map { index in
      index == 0
        ? 10 * steps[0].complexity
        : (steps[index].complexity * steps[index - 1].complexity)
          .squareRoot()
    }
    var sums = Array(repeating: 0.0, count: steps.count)
    var squares = sums
    for left in 0..<folds {
      let kept = fold.indices.filter { fold[$0] != left }.map { Int32($0) }
      let held = fold.indices.filter { fold[$0] == left }
      guard !kept.isEmpty else { continue }
      let other = try pruned(kept, &random, poll)
      for (step, limit) in limits.enumerated() {
        let scaled = limit * other.nodes[0].risk
        for row in held {
          let leaf = other.leaf(of: row, in: grower.data.codes, above: scaled)
          let error = grower.error(row, other.nodes[leaf].value)
          sums[step] += error
          squares[step] += error * error
        }
      }
    }
    let root = tree.nodes[0].risk
    let count = Double(grower.data.count)
    for step in steps.indices where root > 0 {
      steps[step].crossError = sums[step] / root
      steps[step].crossDeviation =
        max(0, squares[step] - sums[step] * sums[step] / count).squareRoot() / root
    }
  }
}

extension Tree {
  /// The risk of the tree with only the splits that are worth more.
  func risk(above limit: Double) -> Double {
    var risk = 0.0
    var open = [0]
    while let node = open.popLast() {
      if nodes[node].split != nil, nodes[node].complexity > limit {
        open += [nodes[node].left, nodes[node].right]
      } else {
        risk += nodes[node].risk
      }
    }
    return risk
  }
}

extension TreeGrower {
  /// What it costs to take a row's response for something else.
  func error(_ row: Int, _ value: Double) -> Double {
    let weight = weights?[row] ?? 1
    guard isClassification, let actual = data.classes.map({ Int($0[row]) }) else {
      let apart = numbers[row] - value
      return weight * apart * apart
    }
    let loss = options.loss?[actual][Int(value)] ?? (actual == Int(value) ? 0 : 1)
    return weight * loss * (options.classFactors?.risk[actual] ?? 1)
  }
}
