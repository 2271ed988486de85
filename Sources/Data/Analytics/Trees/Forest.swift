import ApusColumns
import Glibc

/// How the rows of each tree of a forest are drawn.
package struct BagOptions: Sendable {
  package var treeCount = 10
  package var replaces = true
  /// How many rows are drawn, as a part of all.
  package var rate = 1.0
  package var seed: UInt64 = 1

  package init() {}

  /// The rows of a tree in their order, those drawn twice standing twice, and which were not drawn.
  func draw(_ count: Int, _ random: inout SplitMix) -> (rows: [Int32], isOut: [Bool]) {
    if !replaces, rate >= 1 {
      return ((0..<count).map { Int32($0) }, Array(repeating: false, count: count))
    }
    var times = [Int32](repeating: 0, count: count)
    let wanted = max(1, Int((Double(count) * rate).rounded()))
    if replaces {
      for _ in 0..<wanted { times[random.integer(0..<count)] += 1 }
    } else {
      var left = min(wanted, count)
      for row in 0..<count where random.integer(0..<count - row) < left {
        times[row] = 1
        left -= 1
      }
    }
    var rows: [Int32] = []
    rows.reserveCapacity(wanted)
    for (row, times) in times.enumerated() {
      for _ in 0..<times { rows.append(Int32(row)) }
    }
    return (rows, times.map { $0 == 0 })
  }
}

/// What the trees of a forest say of rows they have not seen.
package struct OutOfBag: Sendable {
  /// By trees: how wrong the forest was so far.
  package fileprivate(set) var errors: [Double] = []
  /// By trees: how many rows some tree had not seen.
  package fileprivate(set) var counts: [Double] = []
  /// By trees: the variance of the response over these rows.
  package fileprivate(set) var variances: [Double] = []
  /// True classes by rows, predicted ones by columns, one row after another.
  package fileprivate(set) var confusion: [Double] = []
}

/// Trees from samples of the rows, each looking at a few predictors at each split (Breiman, 2001).
package struct ForestTrainer: Sendable {
  private let grower: TreeGrower
  private let bags: BagOptions
  /// By classes: votes are divided by these.
  private let cutoff: [Double]?

  package init(_ data: TreeRows, _ options: TreeOptions, _ bags: BagOptions, cutoff: [Double]?) {
    grower = TreeGrower(data, options)
    self.bags = bags
    self.cutoff = cutoff
  }

  private struct Grown: Sendable {
    var tree: Tree
    /// Rows that were not drawn, and their leaves.
    var rows: [Int32]
    var leaves: [Int32]
    let drawn: Int
  }

  package func train(
    poll: @escaping @Sendable () throws -> Void
  ) throws -> (trees: [Tree], drawn: [Int], outOfBag: OutOfBag) {
    var votes = Votes(grower, cutoff)
    var trees: [Tree] = []
    var drawn: [Int] = []
    let step = grower.options.threads
    for start in stride(from: 0, to: bags.treeCount, by: step) {
      let count = min(step, bags.treeCount - start)
      let board = Monitor((grown: [Grown?](repeating: nil, count: count), failure: Failure()))
      let home = pthread_self()
      concurrently(count, threads: step) { index in
        do {
          let grown = try grow(start + index) {
            if board.enter({ $0.failure.error != nil }) { throw CancelledTree() }
            if pthread_equal(home, pthread_self()) != 0 { try poll() }
          }
          board.enter { $0.grown[index] = grown }
        } catch {
          board.enter { if $0.failure.error == nil { $0.failure.error = error } }
        }
      }
      let (grown, failure) = board.enter { $0 }
      if let error = failure.error { throw error }
      for case let next? in grown {
        votes.add(next.tree, next.rows, next.leaves)
        drawn.append(next.drawn)
        trees.append(next.tree)
      }
    }
    return (trees, drawn, votes.outOfBag)
  }

  private struct Failure: Sendable {
    var error: (any Error)?
  }

  private struct CancelledTree: Error {}

  private func grow(_ number: Int, poll: () throws -> Void) throws -> Grown {
    var seeds = SplitMix(seed: bags.seed &+ UInt64(number) &* 0xD134_2543_DE82_EF95)
    var random = SplitMix(seed: seeds.next())
    let (rows, isOut) = bags.draw(grower.data.count, &random)
    var tree = try grower.grow(rows, &random, isAlone: false, poll: poll)
    tree.findComplexities()
    tree.prune(grower.options.complexity * tree.nodes[0].risk)
    let out = isOut.indices.filter { isOut[$0] }
    let leaves = out.map { Int32(tree.leaf(of: $0, in: grower.data.codes)) }
    tree.leaves = []
    return Grown(
      tree: tree, rows: out.map { Int32($0) }, leaves: leaves, drawn: rows.count)
  }
}

/// The votes, or the sums of means, that rows have got from trees that had not seen them.
private struct Votes {
  private let grower: TreeGrower
  private let cutoff: [Double]?
  private let width: Int
  private var sums: [Double]
  private var counts: [Int32]
  private var losses: [Double]
  private var lossSum = 0.0
  private var seen = 0
  private var responseSum = 0.0
  private var responseSquares = 0.0
  private var confusion: [Double]
  private(set) var outOfBag = OutOfBag()

  init(_ grower: TreeGrower, _ cutoff: [Double]?) {
    self.grower = grower
    self.cutoff = cutoff
    width = grower.isClassification ? max(1, grower.classCount) : 1
    sums = Array(repeating: 0, count: grower.data.count * width)
    counts = Array(repeating: 0, count: grower.data.count)
    losses = Array(repeating: 0, count: grower.data.count)
    confusion = grower.isClassification ? Array(repeating: 0, count: width * width) : []
  }

  mutating func add(_ tree: Tree, _ rows: [Int32], _ leaves: [Int32]) {
    for (row, leaf) in zip(rows, leaves) {
      let row = Int(row)
      let value = tree.nodes[Int(leaf)].value
      if grower.isClassification { vote(row, Int(value)) } else { average(row, value) }
    }
    let count = Double(max(1, seen))
    outOfBag.errors.append(lossSum / count)
    outOfBag.counts.append(Double(seen))
    let mean = responseSum / count
    outOfBag.variances.append(responseSquares / count - mean * mean)
    outOfBag.confusion = confusion
  }

  private mutating func vote(_ row: Int, _ value: Int) {
    guard let actual = grower.data.classes.map({ Int($0[row]) }) else { return }
    if counts[row] > 0 { confusion[actual * width + winner(row)] -= 1 } else { seen += 1 }
    counts[row] += 1
    sums[row * width + value] += 1
    let best = winner(row)
    confusion[actual * width + best] += 1
    let loss = best == actual ? 0.0 : 1.0
    lossSum += loss - losses[row]
    losses[row] = loss
  }

  private func winner(_ row: Int) -> Int {
    var best = 0
    var most = -1.0
    for code in 0..<width {
      let votes = sums[row * width + code] / (cutoff?[code] ?? 1)
      if votes > most { (best, most) = (code, votes) }
    }
    return best
  }

  private mutating func average(_ row: Int, _ value: Double) {
    let response = grower.numbers[row]
    if counts[row] == 0 {
      seen += 1
      responseSum += response
      responseSquares += response * response
    }
    counts[row] += 1
    sums[row] += value
    let apart = response - sums[row] / Double(counts[row])
    lossSum += apart * apart - losses[row]
    losses[row] = apart * apart
  }
}
