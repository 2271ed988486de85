// The loops of element-wise operators.

/// `r[i] = operation(a[i], b[i])` with the shorter operand recycled; `r` is as long as the longer
/// one (or empty).
///
/// Loops of their own for equal lengths and scalars, which the compiler vectorises.
@inline(__always)
func forEachPair<A, B, R>(
  _ a: UnsafeBufferPointer<A>, _ b: UnsafeBufferPointer<B>, _ r: UnsafeMutableBufferPointer<R>,
  _ operation: (A, B) -> R
) {
  let count = r.count
  guard count > 0, let x = a.baseAddress, let y = b.baseAddress, let result = r.baseAddress
  else { return }
  if a.count == b.count {
    for k in 0..<count { result[k] = operation(x[k], y[k]) }
  } else if b.count == 1 {
    let right = y[0]
    for k in 0..<count { result[k] = operation(x[k], right) }
  } else if a.count == 1 {
    let left = x[0]
    for k in 0..<count { result[k] = operation(left, y[k]) }
  } else {
    var i = 0
    var j = 0
    for k in 0..<count {
      result[k] = operation(x[i], y[j])
      i += 1
      if i == a.count { i = 0 }
      j += 1
      if j == b.count { j = 0 }
    }
  }
}
