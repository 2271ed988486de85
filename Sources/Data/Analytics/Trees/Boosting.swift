import ApusColumns
import ApusModelFrames
import Glibc

/// What boosting lessens.
package enum BoostingLoss: String, Sendable {
  case gaussian, bernoulli, multinomial
}

/// Trees one after another, each fitted to what the others leave of the response (Friedman, 2002).
package struct BoostingTrainer: Sendable {
  private let data: TreeRows
  private let options: TreeOptions
  private let bags: BagOptions
  private let loss: BoostingLoss
  private let rate: Double
  /// The response as numbers, for each score: 0 or 1 for classes.
  private let responses: [[Double]]

  package struct Result: Sendable {
    /// Iteration by iteration; a tree for each class with `multinomial`.
    package var trees: [Tree] = []
    /// Where the scores begin, one for each class or one in all.
    package var start: [Double] = []
    /// By iterations: the mean deviance of the rows that were not drawn.
    package var deviances: [Double] = []
    package var counts: [Double] = []
  }

  package init(
    _ data: TreeRows, _ options: TreeOptions, _ bags: BagOptions, loss: BoostingLoss, rate: Double
  ) throws {
    self.data = data
    self.options = options
    self.bags = bags
    self.loss = loss
    self.rate = rate
    responses = Self.responses(data, loss)
    if loss == .gaussian, data.classes != nil {
      throw ModelError(.invalidType, "the response of the gaussian loss must be numeric")
    }
    if loss == .multinomial, data.classes == nil {
      throw ModelError(.invalidType, "the response of the multinomial loss must be a factor")
    }
    if loss == .bernoulli, data.classes != nil ? data.levels.count != 2 : !Self.isBinary(data) {
      throw ModelError(.invalidType, "the response of the bernoulli loss must be 0 or 1")
    }
  }

  private static func isBinary(_ data: TreeRows) -> Bool {
    data.numbers.allSatisfy { $0 == 0 || $0 == 1 }
  }

  /// How many scores a row has.
  private var width: Int { loss == .multinomial ? data.levels.count : 1 }

  private func weight(_ row: Int) -> Double { data.weights?[row] ?? 1 }

  private static func responses(_ data: TreeRows, _ loss: BoostingLoss) -> [[Double]] {
    guard let classes = data.classes else { return [data.numbers] }
    guard loss == .multinomial else { return [classes.map { Double($0) }] }
    return data.levels.indices.map { level in classes.map { $0 == level ? 1 : 0 } }
  }

  package func train(poll: () throws -> Void) throws -> Result {
    var result = Result()
    result.start = start()
    var scores = (0..<width).map { Array(repeating: result.start[$0], count: data.count) }
    var random = SplitMix(seed: bags.seed)
    for _ in 0..<bags.treeCount {
      let (rows, isOut) = bags.draw(data.count, &random)
      let shares = chances(scores)
      for score in 0..<width {
        try poll()
        let tree = try step(rows, isOut, shares[score], score, &scores[score], &random, poll)
        result.trees.append(tree)
      }
      let (deviance, count) = deviance(scores, isOut)
      result.deviances.append(deviance)
      result.counts.append(count)
    }
    return result
  }

  /// A tree for what is left, with the value of each leaf found anew, added to the scores.
  private func step(
    _ rows: [Int32], _ isOut: [Bool], _ chances: [Double], _ score: Int, _ scores: inout [Double],
    _ random: inout SplitMix, _ poll: () throws -> Void
  ) throws -> Tree {
    let left = Kernels.subtract(responses[score], chances)
    let grower = TreeGrower(data, options, numbers: left)
    var tree = try grower.grow(rows, &random, poll: poll)
    tree.findComplexities()
    tree.prune(options.complexity * tree.nodes[0].risk)
    var leaves = tree.leaves
    for row in isOut.indices where isOut[row] {
      leaves[row] = Int32(tree.leaf(of: row, in: data.codes))
    }
    let (above, below) = sums(rows, leaves, left, chances, count: tree.nodes.count)
    let scale = loss == .multinomial ? Double(width - 1) / Double(width) : 1
    let values = zip(above, below).map { $1 > 1e-12 ? rate * scale * $0 / $1 : 0 }
    tree.setValues(values)
    for row in leaves.indices { scores[row] += values[Int(leaves[row])] }
    tree.leaves = []
    return tree
  }

  /// By nodes: what is left of the response, and the second derivatives of the loss.
  private func sums(
    _ rows: [Int32], _ leaves: [Int32], _ left: [Double], _ chances: [Double], count: Int
  ) -> (above: [Double], below: [Double]) {
    let size = NodeRows.chunk
    let zeros = Array(repeating: 0.0, count: count)
    let parts = concurrentMap((rows.count + size - 1) / size, threads: options.threads) { part in
      var (above, below) = (zeros, zeros)
      for row in rows[part * size..<min(rows.count, (part + 1) * size)] {
        let row = Int(row)
        let leaf = Int(leaves[row])
        above[leaf] += weight(row) * left[row]
        below[leaf] += weight(row) * curvature(left[row], chances[row])
      }
      return (above, below)
    }
    return parts.reduce(into: (above: zeros, below: zeros)) {
      for node in 0..<count {
        $0.above[node] += $1.0[node]
        $0.below[node] += $1.1[node]
      }
    }
  }

  /// The second derivative of the loss at a row.
  private func curvature(_ left: Double, _ chance: Double) -> Double {
    switch loss {
    case .gaussian: 1
    case .bernoulli: chance * (1 - chance)
    case .multinomial: abs(left) * (1 - abs(left))
    }
  }

  private func start() -> [Double] {
    guard loss != .multinomial else { return Array(repeating: 0, count: width) }
    var total = 0.0
    var sum = 0.0
    for row in 0..<data.count {
      total += weight(row)
      sum += weight(row) * responses[0][row]
    }
    let mean = total > 0 ? sum / total : 0
    if loss == .gaussian { return [mean] }
    let bounded = min(1 - 1e-9, max(1e-9, mean))
    return [log(bounded / (1 - bounded))]
  }

  /// What the scores predict, on the scale of the response.
  private func chances(_ scores: [[Double]]) -> [[Double]] {
    switch loss {
    case .gaussian: return scores
    case .bernoulli: return scores.map { $0.map { 1 / (1 + exp(-$0)) } }
    case .multinomial:
      var chances = scores
      for row in 0..<data.count {
        let most = scores.map { $0[row] }.max() ?? 0
        var total = 0.0
        for score in scores.indices {
          chances[score][row] = exp(scores[score][row] - most)
          total += chances[score][row]
        }
        for score in scores.indices { chances[score][row] /= total }
      }
      return chances
    }
  }

  private func deviance(_ scores: [[Double]], _ isOut: [Bool]) -> (Double, Double) {
    guard isOut.contains(true) else { return (.nan, 0) }
    let chances = loss == .multinomial ? self.chances(scores) : scores
    var sum = 0.0
    var total = 0.0
    var count = 0.0
    for row in 0..<data.count where isOut[row] {
      count += 1
      total += weight(row)
      sum += weight(row) * deviance(row, chances)
    }
    return (total > 0 ? sum / total : .nan, count)
  }

  private func deviance(_ row: Int, _ values: [[Double]]) -> Double {
    let score = values[0][row]
    switch loss {
    case .gaussian:
      let apart = responses[0][row] - score
      return apart * apart
    case .bernoulli:
      let exponential = score > 30 ? score : log1p(exp(score))
      return -2 * (responses[0][row] * score - exponential)
    case .multinomial:
      let own = data.classes.map { Int($0[row]) } ?? 0
      return -2 * log(max(1e-300, values[own][row]))
    }
  }
}

extension Tree {
  /// Gives nodes other values.
  mutating func setValues(_ values: [Double]) {
    for node in nodes.indices {
      let old = nodes[node]
      var new = TreeNode(
        depth: old.depth, count: old.count, weight: old.weight, risk: old.risk,
        value: values[node], classWeights: old.classWeights)
      (new.split, new.left, new.right) = (old.split, old.left, old.right)
      new.complexity = old.complexity
      nodes[node] = new
    }
  }
}
