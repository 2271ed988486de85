import ApusColumns

/// Grows a tree from rows in memory, a node at a time.
package struct TreeGrower: Sendable {
  let data: TreeRows
  let options: TreeOptions
  /// What is predicted by a regression tree.
  let numbers: [Double]
  /// A factor for each row; nil for 1.
  let weights: [Double]?

  package init(
    _ data: TreeRows, _ options: TreeOptions, numbers: [Double]? = nil
  ) {
    self.data = data
    self.options = options
    self.numbers = numbers ?? data.numbers
    weights = data.weights
  }

  var isClassification: Bool { data.classes != nil && numbers.isEmpty }
  var classCount: Int { data.levels.count }

  /// `isAlone`: no other tree is grown at the same time, so that predictors are shared by threads.
  ///
  /// `poll` is called between nodes; what it throws ends the growth.
  package func grow(
    _ rows: [Int32], _ random: inout SplitMix, isAlone: Bool = true, poll: () throws -> Void = {}
  ) throws -> Tree {
    var tree = Tree()
    tree.leaves = Array(repeating: -1, count: data.count)
    var rows = rows
    var buffer = rows
    let root = node(rows[...], depth: 0)
    tree.nodes.append(root)
    let limit = options.complexity * root.risk
    var stack = [(node: 0, range: 0..<rows.count)]
    while let (node, range) = stack.popLast() {
      try poll()
      guard canSplit(tree.nodes[node], limit),
        var split = bestSplit(rows[range], tree.nodes[node], tried(&random), isAlone)
      else {
        for row in rows[range] { tree.leaves[Int(row)] = Int32(node) }
        continue
      }
      let hasMissing = split.count < range.count
      if hasMissing { split.missingGoesLeft = majorityGoesLeft(rows[range], split) }
      let middle = partition(&rows, range, split, &buffer)
      tree.nodes[node].split = split
      let depth = tree.nodes[node].depth + 1
      tree.nodes[node].left = tree.nodes.count
      tree.nodes.append(self.node(rows[range.lowerBound..<middle], depth: depth))
      tree.nodes[node].right = tree.nodes.count
      tree.nodes.append(self.node(rows[middle..<range.upperBound], depth: depth))
      if !hasMissing {
        let (left, right) = (tree.nodes[tree.nodes.count - 2], tree.nodes[tree.nodes.count - 1])
        tree.nodes[node].split?.missingGoesLeft = left.weight >= right.weight
      }
      stack.append((tree.nodes[node].right, middle..<range.upperBound))
      stack.append((tree.nodes[node].left, range.lowerBound..<middle))
    }
    return tree
  }

  private func canSplit(_ node: TreeNode, _ limit: Double) -> Bool {
    node.count >= options.minSplit && node.depth < options.maxDepth && node.risk > limit
  }

  /// The predictors to look at.
  private func tried(_ random: inout SplitMix) -> [Int] {
    var all = Array(data.codes.indices)
    guard let count = options.tried, count < all.count else { return all }
    for place in 0..<count { all.swapAt(place, random.integer(place..<all.count)) }
    return all[..<count].sorted()
  }

  private func majorityGoesLeft(_ rows: ArraySlice<Int32>, _ split: TreeSplit) -> Bool {
    let codes = data.codes[split.predictor]
    var left = 0.0
    var right = 0.0
    for row in rows where codes[Int(row)] != PredictorBins.missing {
      let weight = weights?[Int(row)] ?? 1
      if split.goesLeft(codes[Int(row)]) { left += weight } else { right += weight }
    }
    return left >= right
  }

  /// Puts the rows that go left first, both sides in their order.
  private func partition(
    _ rows: inout [Int32], _ range: Range<Int>, _ split: TreeSplit, _ buffer: inout [Int32]
  ) -> Int {
    let codes = data.codes[split.predictor]
    var left = range.lowerBound
    var right = 0
    for place in range {
      let row = rows[place]
      if split.goesLeft(codes[Int(row)]) {
        rows[left] = row
        left += 1
      } else {
        buffer[right] = row
        right += 1
      }
    }
    for place in 0..<right { rows[left + place] = buffer[place] }
    return left
  }

  // MARK: - Nodes

  private func node(_ rows: ArraySlice<Int32>, depth: Int) -> TreeNode {
    isClassification ? classNode(rows, depth) : meanNode(rows, depth)
  }

  private func meanNode(_ rows: ArraySlice<Int32>, _ depth: Int) -> TreeNode {
    let (weight, sum) = totals(rows)
    let mean = weight == 0 ? 0 : sum / weight
    var squares = 0.0
    var lost = 0.0
    numbers.withUnsafeBufferPointer { numbers in
      for row in rows {
        let apart = numbers[Int(row)] - mean
        let square = weights.map { $0[Int(row)] * apart * apart } ?? apart * apart
        let (total, error) = DoubleDouble.twoSum(squares, square)
        squares = total
        lost += error
      }
    }
    return TreeNode(
      depth: depth, count: rows.count, weight: weight, risk: squares + lost, value: mean,
      classWeights: [])
  }

  /// The weight of rows, and their weighted sum, compensated.
  private func totals(_ rows: ArraySlice<Int32>) -> (weight: Double, sum: Double) {
    var weight = 0.0
    var sum = 0.0
    var lost = 0.0
    numbers.withUnsafeBufferPointer { numbers in
      for row in rows {
        let own = weights?[Int(row)] ?? 1
        weight += own
        let (total, error) = DoubleDouble.twoSum(sum, own * numbers[Int(row)])
        sum = total
        lost += error
      }
    }
    return (weight, sum + lost)
  }

  private func classNode(_ rows: ArraySlice<Int32>, _ depth: Int) -> TreeNode {
    var counts = Array(repeating: 0.0, count: classCount)
    for row in rows {
      guard let code = data.classes?[Int(row)] else { continue }
      counts[Int(code)] += weights?[Int(row)] ?? 1
    }
    let scaled = options.classFactors.map { zip(counts, $0.risk).map { $0 * $1 } } ?? counts
    let risks = counts.indices.map { best in
      scaled.indices.reduce(0.0) { risk, actual in
        risk + scaled[actual] * (options.loss?[actual][best] ?? (actual == best ? 0 : 1))
      }
    }
    let best = risks.indices.min { risks[$0] < risks[$1] } ?? 0
    return TreeNode(
      depth: depth, count: rows.count, weight: counts.reduce(0, +), risk: risks[best],
      value: Double(best), classWeights: counts)
  }
}

/// A small generator of random numbers: splitmix64.
package struct SplitMix: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  package mutating func integer(_ range: Range<Int>) -> Int {
    let (high, _) = next().multipliedFullWidth(by: UInt64(range.count))
    return range.lowerBound + Int(high)
  }
}
