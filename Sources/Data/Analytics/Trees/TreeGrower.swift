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

  /// A node that may be split, with the sums of all predictors where they are known.
  private struct Open {
    let node: Int
    let span: NodeRows.Span
    var sums: [CodeSums]?
  }

  /// `isAlone`: no other tree is grown at the same time, so that the work is shared by threads.
  ///
  /// `poll` is called between nodes; what it throws ends the growth.
  package func grow(
    _ rows: [Int32], _ random: inout SplitMix, isAlone: Bool = true, poll: () throws -> Void = {}
  ) throws -> Tree {
    let threads = isAlone ? options.threads : 1
    let centre = isClassification ? 0 : mean(rows)
    let nodeRows = NodeRows(rows, self, centre: centre, threads: threads)
    var tree = Tree()
    tree.leaves = Array(repeating: -1, count: data.count)
    let all = NodeRows.Span(range: 0..<rows.count)
    tree.nodes.append(node(nodeRows, all, centre, depth: 0))
    let limit = options.complexity * tree.nodes[0].risk
    var stack = [Open(node: 0, span: all)]
    while let open = stack.popLast() {
      try poll()
      guard canSplit(tree.nodes[open.node], limit) else {
        mark(nodeRows, open, &tree)
        continue
      }
      let predictors = tried(&random)
      let sums = open.sums ?? count(nodeRows, open.span, predictors, threads: threads)
      guard var split = bestSplit(sums, predictors) else {
        mark(nodeRows, open, &tree)
        continue
      }
      let hasMissing = split.count < open.span.count
      if hasMissing { split.missingGoesLeft = majorityGoesLeft(nodeRows, open.span, split) }
      let (left, right) = nodeRows.divide(
        open.span, by: split, data.codes[split.predictor],
        codeCount: data.bins[split.predictor].count)
      let depth = tree.nodes[open.node].depth + 1
      let children = [left, right].map { node(nodeRows, $0, centre, depth: depth) }
      if !hasMissing { split.missingGoesLeft = children[0].weight >= children[1].weight }
      let place = tree.nodes.count
      tree.nodes[open.node].split = split
      (tree.nodes[open.node].left, tree.nodes[open.node].right) = (place, place + 1)
      tree.nodes += children
      var next = [Open(node: place + 1, span: right), Open(node: place, span: left)]
      if predictors.count == data.codes.count {
        passOn(sums, to: &next, nodeRows, threads) { canSplit(tree.nodes[$0], limit) }
      }
      stack += next
    }
    return tree
  }

  /// Counts the rows of the smaller child; those of the larger are what is left of the parent's.
  private func passOn(
    _ sums: [CodeSums], to children: inout [Open], _ rows: NodeRows, _ threads: Int,
    _ canSplit: (Int) -> Bool
  ) {
    let small = children[0].span.count < children[1].span.count ? 0 : 1
    let large = 1 - small
    let cells = sums.map(\.codeCount).max() ?? 0
    guard canSplit(children[large].node),
      children[large].span.count > children[small].span.count + 2 * cells
    else { return }
    let own = count(rows, children[small].span, Array(data.codes.indices), threads: threads)
    children[large].sums = zip(sums, own).map { $0.without($1) }
    if canSplit(children[small].node) { children[small].sums = own }
  }

  private func mark(_ rows: NodeRows, _ leaf: Open, _ tree: inout Tree) {
    tree.leaves.withUnsafeMutableBufferPointer { leaves in
      // Each thread writes its own rows' leaves.
      nonisolated(unsafe) let leaves = leaves
      let node = Int32(leaf.node)
      _ = rows.map(leaf.span) { for row in rows.rows($0) { leaves[Int(row)] = node } }
    }
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

  private func majorityGoesLeft(
    _ rows: NodeRows, _ span: NodeRows.Span, _ split: TreeSplit
  ) -> Bool {
    let codes = data.codes[split.predictor]
    let weights = rows.weights(span)
    var left = 0.0
    var right = 0.0
    for (place, row) in rows.rows(span).enumerated() where codes[Int(row)] != PredictorBins.missing
    {
      let weight = weights?[place] ?? 1
      if split.goesLeft(codes[Int(row)]) { left += weight } else { right += weight }
    }
    return left >= right
  }

  // MARK: - Nodes

  /// The weighted mean of the response.
  private func mean(_ rows: [Int32]) -> Double {
    var weight = 0.0
    var sum = DoubleDouble(0)
    for row in rows {
      let own = weights?[Int(row)] ?? 1
      weight += own
      sum.accumulate(own * numbers[Int(row)])
    }
    return weight == 0 ? 0 : sum.value / weight
  }

  private func node(
    _ rows: NodeRows, _ span: NodeRows.Span, _ centre: Double, depth: Int
  ) -> TreeNode {
    if let classes = rows.classes(span) { return classNode(classes, rows.weights(span), depth) }
    let parts = rows.map(span) { NumberSums(rows.values($0), rows.weights($0)) }
    let (weight, sum, squares) = parts.reduce(
      (DoubleDouble(0), DoubleDouble(0), DoubleDouble(0))
    ) { ($0.0 + $1.weight, $0.1 + $1.sum, $0.2 + $1.squares) }
    let isEmpty = weight.value == 0
    let risk = isEmpty ? DoubleDouble(0) : squares - sum * sum / weight
    return TreeNode(
      depth: depth, count: span.count, weight: weight.value, risk: max(0, risk.value),
      value: isEmpty ? 0 : centre + (sum / weight).value, classWeights: [])
  }

  private func classNode(
    _ classes: UnsafeBufferPointer<Int32>, _ weights: UnsafeBufferPointer<Double>?, _ depth: Int
  ) -> TreeNode {
    var counts = Array(repeating: 0.0, count: classCount)
    for (place, code) in classes.enumerated() { counts[Int(code)] += weights?[place] ?? 1 }
    let scaled = options.classFactors.map { zip(counts, $0.risk).map { $0 * $1 } } ?? counts
    let risks = counts.indices.map { best in
      scaled.indices.reduce(0.0) { risk, actual in
        risk + scaled[actual] * (options.loss?[actual][best] ?? (actual == best ? 0 : 1))
      }
    }
    let best = risks.indices.min { risks[$0] < risks[$1] } ?? 0
    return TreeNode(
      depth: depth, count: classes.count, weight: counts.reduce(0, +), risk: risks[best],
      value: Double(best), classWeights: counts)
  }
}

/// The weights, weighted sum and squares of numbers.
private struct NumberSums: Sendable {
  private(set) var weight = DoubleDouble(0)
  private(set) var sum = DoubleDouble(0)
  private(set) var squares = DoubleDouble(0)

  init(_ values: UnsafeBufferPointer<Double>?, _ weights: UnsafeBufferPointer<Double>?) {
    guard let values else { return }
    guard let weights else {
      weight = DoubleDouble(Double(values.count))
      sum = Kernels.sum(values)
      squares = Kernels.dot(values, values, isExact: true)
      return
    }
    weight = Kernels.sum(weights)
    for (place, value) in values.enumerated() {
      sum.accumulate(weights[place] * value)
      squares.accumulate(weights[place] * value * value)
    }
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
