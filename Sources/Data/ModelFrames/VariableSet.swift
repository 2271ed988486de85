/// A set of variables of a formula, by their positions: what a term is.
package struct VariableSet: Hashable, Sendable {
  private var words: [UInt64] = []

  package init() {}

  package init(_ index: Int) {
    insert(index)
  }

  package mutating func insert(_ index: Int) {
    while words.count <= index / 64 { words.append(0) }
    words[index / 64] |= 1 << UInt64(index % 64)
  }

  package func contains(_ index: Int) -> Bool {
    index / 64 < words.count && words[index / 64] & 1 << UInt64(index % 64) != 0
  }

  package func removing(_ index: Int) -> VariableSet {
    guard contains(index) else { return self }
    var result = self
    result.words[index / 64] &= ~(1 << UInt64(index % 64))
    while result.words.last == 0 { result.words.removeLast() }
    return result
  }

  package func union(_ other: VariableSet) -> VariableSet {
    var result = words.count >= other.words.count ? self : other
    let shorter = words.count >= other.words.count ? other : self
    for (index, word) in shorter.words.enumerated() { result.words[index] |= word }
    return result
  }

  package func isSubset(of other: VariableSet) -> Bool {
    words.count <= other.words.count
      && words.indices.allSatisfy { words[$0] & ~other.words[$0] == 0 }
  }

  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  package var isEmpty: Bool { words.isEmpty }

  /// The positions, ascending.
  package var indices: [Int] {
    words.indices.flatMap { word in
      (0..<64).lazy.filter { words[word] & 1 << UInt64($0) != 0 }.map { word * 64 + $0 }
    }
  }
}
