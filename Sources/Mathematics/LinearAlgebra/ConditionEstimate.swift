/// An estimate of the reciprocal condition number, in the one norm, of an upper triangular matrix.
///
/// The estimate of Cline, Moler, Stewart and Wilkinson (1979) that LINPACK computes: a right-hand
/// side of ones with signs chosen to make the solution of the transposed system grow shows how
/// large the inverse is.
package func estimatedReciprocalCondition(_ r: Matrix) -> Double {
  let n = r.columns
  if n == 0 { return .infinity }
  let norm = (0..<n).map { j in (0...j).reduce(0) { $0 + abs(r[$1, j]) } }.max() ?? 0
  var z = growingSolution(r)
  scale(&z, by: 1 / absoluteSum(z))
  var size = 1.0
  for k in (0..<n).reversed() {
    let pivot = r[k, k]
    if abs(z[k]) > abs(pivot) {
      let s = abs(pivot) / abs(z[k])
      scale(&z, by: s)
      size *= s
    }
    z[k] = pivot == 0 ? 1 : z[k] / pivot
    for i in 0..<k { z[i] -= z[k] * r[i, k] }
  }
  size *= 1 / absoluteSum(z)
  return norm == 0 ? 0 : size / norm
}

/// The solution of Rᵀ z = e with each sign of e chosen for growth.
private func growingSolution(_ r: Matrix) -> [Double] {
  let n = r.columns
  var z = [Double](repeating: 0, count: n)
  var e = 1.0
  for k in 0..<n {
    let pivot = r[k, k]
    if z[k] != 0 { e = z[k] > 0 ? -abs(e) : abs(e) }
    if abs(e - z[k]) > abs(pivot) {
      let s = abs(pivot) / abs(e - z[k])
      scale(&z, by: s)
      e *= s
    }
    var plus = e - z[k]
    var minus = -e - z[k]
    var plusSize = abs(plus)
    var minusSize = abs(minus)
    plus = pivot == 0 ? 1 : plus / pivot
    minus = pivot == 0 ? 1 : minus / pivot
    for j in (k + 1)..<n {
      minusSize += abs(z[j] + minus * r[k, j])
      z[j] += plus * r[k, j]
      plusSize += abs(z[j])
    }
    if plusSize < minusSize {
      let change = minus - plus
      plus = minus
      for j in (k + 1)..<n { z[j] += change * r[k, j] }
    }
    z[k] = plus
  }
  return z
}

private func absoluteSum(_ z: [Double]) -> Double { z.reduce(0) { $0 + abs($1) } }

private func scale(_ z: inout [Double], by factor: Double) {
  for i in z.indices { z[i] *= factor }
}
