/// How trees are grown.
package struct TreeOptions: Sendable {
  /// Fewer rows are not split.
  package var minSplit = 20
  /// Fewer rows are not split off.
  package var minBucket = 7
  package var maxDepth = 10
  /// Splits that lessen the risk by less than this part of the root's are taken back.
  package var complexity = 0.0
  /// Splits by information rather than by Gini's index.
  package var usesInformation = false
  /// What classes weigh in splits and in risks; nil for 1.
  package var classFactors: (split: [Double], risk: [Double])?
  /// What it costs to take the class of a row for another: rows are true classes.
  package var loss: [[Double]]?
  /// How many predictors, chosen at random, are looked at for each split; nil for all.
  package var tried: Int?
  /// By predictors: improvements are divided by these.
  package var costs: [Double]?
  /// The work on a large node is shared by so many threads.
  package var threads = 1

  package init() {}
}

/// How a node is split.
package struct TreeSplit: Sendable {
  package let predictor: Int
  /// Numbers below it go to one side.
  package let cut: Double
  /// Codes up to this one are below the cut.
  package let lastCode: Int
  package let belowGoesLeft: Bool
  /// By levels: -1 left, 1 right, 0 not seen; empty for numbers.
  package let sides: [Int8]
  package let improvement: Double
  /// Rows whose value was there.
  package let count: Int
  /// Where rows without a value go.
  package var missingGoesLeft = true

  func goesLeft(_ code: UInt16) -> Bool {
    if code == PredictorBins.missing { return missingGoesLeft }
    if sides.isEmpty { return (Int(code) <= lastCode) == belowGoesLeft }
    switch sides[Int(code)] {
    case -1: return true
    case 1: return false
    default: return missingGoesLeft
    }
  }
}

package struct TreeNode: Sendable {
  package let depth: Int
  package let count: Int
  package let weight: Double
  /// The squares around the mean, or what the best class misses.
  package let risk: Double
  /// The mean, or the code of the best class from 0.
  package let value: Double
  /// The weights of the classes.
  package let classWeights: [Double]
  package var split: TreeSplit?
  package var left = -1
  package var right = -1
  /// The cost of a split at which the node stops being split.
  package var complexity = 0.0
}

/// A decision tree: the root first, each node before its children.
package struct Tree: Sendable {
  package internal(set) var nodes: [TreeNode] = []
  /// The leaf of each row that the tree was grown from.
  package internal(set) var leaves: [Int32] = []

  /// The leaf that a row of codes ends in, for splits that cost more than `complexity`.
  package func leaf(of row: Int, in codes: [[UInt16]], above complexity: Double = -1) -> Int {
    var node = 0
    while let split = nodes[node].split, nodes[node].complexity > complexity {
      node = split.goesLeft(codes[split.predictor][row]) ? nodes[node].left : nodes[node].right
    }
    return node
  }
}

// MARK: - Pruning by cost and complexity

extension Tree {
  /// Finds at which cost of a split each node stops being split, by the weakest link (Breiman
  /// and others, 1984, section 3.3).
  mutating func findComplexities() {
    var isSplit = nodes.map { $0.split != nil }
    var alpha = -Double.infinity
    while isSplit.contains(true) {
      let (risks, leaves) = subtrees(isSplit)
      let gains = nodes.indices.map { node in
        isSplit[node] ? (nodes[node].risk - risks[node]) / Double(leaves[node] - 1) : .infinity
      }
      let least = gains.min() ?? 0
      alpha = max(alpha, least)
      let limit = least + 1e-12 * max(abs(least), nodes[0].risk * 1e-3)
      for node in nodes.indices where isSplit[node] && gains[node] <= limit {
        close(node, alpha, &isSplit)
      }
    }
  }

  private func subtrees(_ isSplit: [Bool]) -> (risks: [Double], leaves: [Int]) {
    var risks = nodes.map(\.risk)
    var leaves = nodes.map { _ in 1 }
    for node in nodes.indices.reversed() where isSplit[node] {
      risks[node] = risks[nodes[node].left] + risks[nodes[node].right]
      leaves[node] = leaves[nodes[node].left] + leaves[nodes[node].right]
    }
    return (risks, leaves)
  }

  private mutating func close(_ node: Int, _ alpha: Double, _ isSplit: inout [Bool]) {
    var open = [node]
    while let next = open.popLast() {
      guard isSplit[next] else { continue }
      isSplit[next] = false
      nodes[next].complexity = max(0, alpha)
      open += [nodes[next].left, nodes[next].right]
    }
  }

  /// Takes back the splits that are not worth `alpha`, and drops the nodes below them.
  mutating func prune(_ alpha: Double) {
    var kept: [TreeNode] = []
    var places = [Int](repeating: 0, count: nodes.count)
    var stack = [(node: 0, parent: -1, isLeft: true)]
    while let (node, parent, isLeft) = stack.popLast() {
      var copy = nodes[node]
      let stays = copy.split != nil && copy.complexity > alpha
      if !stays { mark(below: node, as: kept.count, &places) }
      places[node] = kept.count
      if parent >= 0 {
        if isLeft { kept[parent].left = kept.count } else { kept[parent].right = kept.count }
      }
      let (left, right) = (copy.left, copy.right)
      if !stays { (copy.split, copy.left, copy.right, copy.complexity) = (nil, -1, -1, 0) }
      kept.append(copy)
      guard stays else { continue }
      stack.append((right, kept.count - 1, false))
      stack.append((left, kept.count - 1, true))
    }
    nodes = kept
    leaves = leaves.map { $0 < 0 ? $0 : Int32(places[Int($0)]) }
  }

  private func mark(below node: Int, as place: Int, _ places: inout [Int]) {
    var open = [node]
    while let next = open.popLast() {
      places[next] = place
      if nodes[next].split != nil { open += [nodes[next].left, nodes[next].right] }
    }
  }
}
