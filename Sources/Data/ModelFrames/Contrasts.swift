import Glibc

/// How the levels of a factor become columns: one row a level, one column a contrast.
package struct Contrasts: Sendable {
  package let levelCount: Int
  /// By columns.
  package let values: [Double]
  /// What is put behind the factor's name.
  package let names: [String]

  package init(levelCount: Int, values: [Double], names: [String]) {
    precondition(values.count == levelCount * names.count, "a contrast needs a value a level")
    self.levelCount = levelCount
    self.values = values
    self.names = names
  }

  /// One column a level.
  package static func indicators(_ levels: [String]) -> Contrasts {
    Contrasts(levels.count, levels) { $0 == $1 ? 1 : 0 }
  }

  /// Each level against the base level.
  package static func treatment(_ levels: [String], base: Int = 0) -> Contrasts {
    let others = levels.indices.filter { $0 != base }
    return Contrasts(levels.count, others.map { levels[$0] }) { $0 == others[$1] ? 1 : 0 }
  }

  /// Each level against the mean, the last being minus the sum of the others.
  package static func sum(_ levels: [String]) -> Contrasts {
    let last = levels.count - 1
    return Contrasts(levels.count, numbered(last)) { $0 == last ? -1 : $0 == $1 ? 1 : 0 }
  }

  /// Each level against the mean of those before it.
  package static func helmert(_ levels: [String]) -> Contrasts {
    Contrasts(levels.count, numbered(levels.count - 1)) { level, column in
      level <= column ? -1 : level == column + 1 ? Double(column + 1) : 0
    }
  }

  /// Orthonormal polynomials over equally spaced levels, by the three-term recurrence, which for
  /// centred equally spaced points needs only the norms.
  package static func polynomial(_ levels: [String]) -> Contrasts {
    let count = levels.count
    let points = (0..<count).map { Double($0) - Double(count - 1) / 2 }
    var previous = [Double](repeating: 0, count: count)
    var current = [Double](repeating: 1 / Double(count).squareRoot(), count: count)
    var values: [Double] = []
    var carry = 0.0
    for _ in 1..<max(1, count) {
      var next = (0..<count).map { points[$0] * current[$0] - carry * previous[$0] }
      carry = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for level in 0..<count { next[level] /= carry }
      (previous, current) = (current, next)
      values += next
    }
    let names = [".L", ".Q", ".C"] + (4..<max(4, count)).map { "^\($0)" }
    return Contrasts(
      levelCount: count, values: values, names: Array(names.prefix(max(0, count - 1))))
  }

  private init(_ levelCount: Int, _ names: [String], _ value: (Int, Int) -> Double) {
    let values = names.indices.flatMap { column in (0..<levelCount).map { value($0, column) } }
    self.init(levelCount: levelCount, values: values, names: names)
  }

  private static func numbered(_ count: Int) -> [String] {
    (0..<max(0, count)).map { String($0 + 1) }
  }
}
