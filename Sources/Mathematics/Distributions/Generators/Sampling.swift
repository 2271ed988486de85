import Glibc

// The index streams of R's sample(): each in R's order of draws.

extension RandomStream {
  /// A uniform whole number in 0 ..< bound.
  package func index(below bound: Double) -> Double {
    if sampleKind == .rounding { return floor(bound * roundingUniform(bound)) }
    if bound <= 0 { return 0 }
    let bits = Int(ceil(log2(bound)))
    while true {
      let value = randomBits(bits)
      if value < bound { return value }
    }
  }

  /// A whole number of that many random bits, sixteen from each uniform number.
  private func randomBits(_ bits: Int) -> Double {
    var value: Int64 = 0
    var n = 0
    while n <= bits {
      value = 65536 &* value &+ Int64(floor(uniform() * 65536))
      n += 16
    }
    if bits < 64 { value &= (1 << Int64(bits)) - 1 }
    return Double(value)
  }

  /// With bounds beyond 25 bits, the old way joins two uniform numbers for more bits.
  private func roundingUniform(_ bound: Double) -> Double {
    guard bound > 33_554_431, kind != .lecuyer || bound > 4_294_967_295 else { return uniform() }
    let big = 33_554_432.0
    let coarse = floor(big * uniform())
    return (coarse + uniform()) / big
  }

  /// `count` numbers of 1...n with replacement.
  package func sampleWithReplacement(_ n: Double, count: Int) -> [Double] {
    (0..<count).map { _ in index(below: n) + 1 }
  }

  /// `count` different numbers of 1...n: each draw takes one out and moves the last into its place.
  package func sampleWithoutReplacement(_ n: Int, count: Int) -> [Int32] {
    var pool = [Int32](unsafeUninitializedCapacity: n) { buffer, size in
      for i in 0..<n { buffer[i] = Int32(i) + 1 }
      size = n
    }
    var left = n
    return (0..<count).map { _ in
      let j = Int(index(below: Double(left)))
      left -= 1
      defer { pool[j] = pool[left] }
      return pool[j]
    }
  }

  /// `count` different numbers of 1...n, few of very many: draws again when one comes twice.
  package func sampleByRejection(_ n: Double, count: Int) -> [Double] {
    var seen = Set<Double>(minimumCapacity: count)
    return (0..<count).map { _ in
      while true {
        let value = index(below: n) + 1
        if seen.insert(value).inserted { return value }
      }
    }
  }
}

// MARK: - Unequal probabilities

extension RandomStream {
  /// Numbers of 1...n with replacement; `probabilities` must sum to 1.
  ///
  /// With 200 or more likely outcomes by Walker's alias tables, else by inversion through
  /// the probabilities in decreasing order.
  package func sample(weighted probabilities: [Double], count: Int) -> [Int32] {
    let n = Double(probabilities.count)
    if probabilities.lazy.filter({ n * $0 > 0.1 }).count > 200 {
      return sampleByAlias(probabilities, count: count)
    }
    var (cumulative, order) = decreasing(probabilities)
    for i in cumulative.indices.dropFirst() { cumulative[i] += cumulative[i - 1] }
    let last = cumulative.count - 1
    return (0..<count).map { _ in
      let u = uniform()
      return order[cumulative[..<last].firstIndex { u <= $0 } ?? last]
    }
  }

  /// Different numbers of 1...n, each draw in proportion to what is left.
  package func sampleWithoutReplacement(
    weighted probabilities: [Double], count: Int
  ) -> [Int32] {
    var (weights, order) = decreasing(probabilities)
    var total = 1.0
    return (0..<count).map { _ in
      let target = total * uniform()
      var mass = 0.0
      let last = weights.count - 1
      var j = 0
      while j < last {
        mass += weights[j]
        if target <= mass { break }
        j += 1
      }
      total -= weights.remove(at: j)
      return order.remove(at: j)
    }
  }

  private func sampleByAlias(_ probabilities: [Double], count: Int) -> [Int32] {
    let n = probabilities.count
    var threshold = probabilities.map { $0 * Double(n) }
    var alias = [Int](repeating: 0, count: n)
    // Poor outcomes from the left, rich ones from the right.
    var queue = [Int](repeating: 0, count: n)
    var poor = 0
    var rich = n
    for i in 0..<n {
      if threshold[i] < 1 {
        queue[poor] = i
        poor += 1
      } else {
        rich -= 1
        queue[rich] = i
      }
    }
    if poor > 0, rich < n {
      for k in 0..<(n - 1) {
        let i = queue[k]
        let j = queue[rich]
        alias[i] = j
        threshold[j] += threshold[i] - 1
        if threshold[j] < 1 { rich += 1 }
        if rich >= n { break }
      }
    }
    return (0..<count).map { _ in
      let whole = sampleKind == .rejection ? index(below: Double(n)) : 0
      let u = sampleKind == .rejection ? whole + uniform() : uniform() * Double(n)
      let k = Int(u)
      return Int32(u < threshold[k] + Double(k) ? k : alias[k]) + 1
    }
  }
}

/// The values in decreasing order and their positions from 1, by a heap sort: its order of ties
/// is part of R's streams.
private func decreasing(_ values: [Double]) -> (values: [Double], order: [Int32]) {
  var keys = values
  var order = values.indices.map { Int32($0) + 1 }
  guard keys.count > 1 else { return (keys, order) }

  func sift(_ key: Double, _ item: Int32, from root: Int, below end: Int) {
    var hole = root
    var child = 2 * root + 1
    while child < end {
      if child + 1 < end, keys[child] > keys[child + 1] { child += 1 }
      if key <= keys[child] { break }
      keys[hole] = keys[child]
      order[hole] = order[child]
      hole = child
      child = 2 * hole + 1
    }
    keys[hole] = key
    order[hole] = item
  }

  for root in (0..<(keys.count / 2)).reversed() {
    sift(keys[root], order[root], from: root, below: keys.count)
  }
  for end in (1..<keys.count).reversed() {
    let key = keys[end]
    let item = order[end]
    keys[end] = keys[0]
    order[end] = order[0]
    sift(key, item, from: 0, below: end)
  }
  return (keys, order)
}
