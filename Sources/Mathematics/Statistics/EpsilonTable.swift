/// Wynn's epsilon algorithm: the limit of a slowly converging sequence, with an error estimate.
///
/// As QUADPACK uses it (Piessens et al., 1983): the table keeps its last diagonal, and elements
/// that converged or misbehave cut it short.
struct EpsilonTable {
  private static let limit = 50
  /// Places 1 to 52 are used.
  private var table = [Double](repeating: 0, count: 54)
  private(set) var count = 0
  private var recent: [Double] = []
  private var calls = 0

  mutating func append(_ value: Double) {
    count += 1
    table[count] = value
  }

  /// Replaces an element put in before any extrapolation.
  mutating func set(_ place: Int, _ value: Double) { table[place] = value }

  /// The extrapolated limit of what was appended.
  mutating func extrapolate() -> (value: Double, error: Double) {
    calls += 1
    var error = Double.greatestFiniteMagnitude
    var result = table[count]
    guard count >= 3 else { return (result, max(error, 5 * Double.ulpOfOne * abs(result))) }
    table[count + 2] = table[count]
    let newElements = (count - 1) / 2
    table[count] = .greatestFiniteMagnitude
    let original = count
    var k1 = count
    for i in 1...newElements {
      let (e0, e1, e2) = (table[k1 - 2], table[k1 - 1], table[k1 + 2])
      let (delta2, delta3) = (e2 - e1, e1 - e0)
      let tolerance2 = max(abs(e2), abs(e1)) * Double.ulpOfOne
      let tolerance3 = max(abs(e1), abs(e0)) * Double.ulpOfOne
      if abs(delta2) <= tolerance2, abs(delta3) <= tolerance3 {
        // Converged: e0, e1 and e2 are equal to machine accuracy.
        let spread = abs(delta2) + abs(delta3)
        return (e2, max(spread, 5 * Double.ulpOfOne * abs(e2)))
      }
      let e3 = table[k1]
      table[k1] = e1
      let delta1 = e1 - e3
      let tolerance1 = max(abs(e1), abs(e3)) * Double.ulpOfOne
      guard abs(delta1) > tolerance1, abs(delta2) > tolerance2, abs(delta3) > tolerance3 else {
        count = i + i - 1
        break
      }
      let slope = 1 / delta1 + 1 / delta2 - 1 / delta3
      guard abs(slope * e1) > 1e-4 else {
        count = i + i - 1
        break
      }
      let next = e1 + 1 / slope
      table[k1] = next
      k1 -= 2
      let estimate = abs(delta2) + abs(next - e2) + abs(delta3)
      if estimate <= error { (error, result) = (estimate, next) }
    }
    shift(from: original, newElements)
    if recent.count < 3 {
      recent.append(result)
      error = .greatestFiniteMagnitude
    } else {
      error = recent.reduce(0) { $0 + abs(result - $1) }
      recent = [recent[1], recent[2], result]
    }
    return (result, max(error, 5 * Double.ulpOfOne * abs(result)))
  }

  private mutating func shift(from original: Int, _ newElements: Int) {
    if count == Self.limit { count = Self.limit / 2 * 2 - 1 }
    var place = original % 2 == 0 ? 2 : 1
    for _ in 0...newElements {
      table[place] = table[place + 2]
      place += 2
    }
    guard original != count else { return }
    let offset = original - count
    for i in 1...max(count, 1) { table[i] = table[i + offset] }
  }
}
