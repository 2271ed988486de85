import CLAPACK

/// A = U diag(d) Vᵀ.
package struct SingularValues: Sendable {
  package let d: [Double]
  package let u: Matrix
  package let vt: Matrix
}

/// The singular value decomposition (dgesdd) with as many singular vectors as asked for:
/// all, the first min(m, n), or none.
package func singularValues(
  _ a: Matrix, _ vectors: SingularVectors
) throws(LinearAlgebraError) -> SingularValues {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var m = Int32(a.rows)
  var n = Int32(a.columns)
  let small = min(a.rows, a.columns)
  let uColumns = vectors == .none ? 0 : vectors == .all ? a.rows : small
  let vRows = vectors == .none ? 0 : vectors == .all ? a.columns : small
  var u = Matrix(rows: uColumns == 0 ? 0 : a.rows, columns: uColumns)
  var vt = Matrix(rows: vRows, columns: vRows == 0 ? 0 : a.columns)
  var d = [Double](repeating: 0, count: small)
  if small == 0 { return SingularValues(d: d, u: u, vt: vt) }
  var content = a.elements
  var job = letter(vectors == .none ? "N" : vectors == .all ? "A" : "S")
  var integers = [Int32](repeating: 0, count: 8 * small)
  var info: Int32 = 0
  var leadingU = Int32(max(1, u.rows))
  var leadingV = Int32(max(1, vt.rows))
  var leading = m
  var size: Int32 = -1
  var work = [0.0]
  for _ in 0..<2 {
    dgesdd_(
      &job, &m, &n, &content, &leading, &d, &u.elements, &leadingU, &vt.elements, &leadingV, &work,
      &size, &integers, &info, 1)
    if info != 0 { break }
    if size == -1 {
      size = Int32(work[0])
      work = [Double](repeating: 0, count: Int(size))
    }
  }
  if info != 0 { throw failure("dgesdd", info) }
  return SingularValues(d: d, u: u, vt: vt)
}

/// How many singular vectors are wanted.
package enum SingularVectors: Sendable {
  case all
  case leading
  case none
}

/// Eigenvalues with (unless not wanted) one eigenvector a column.
package struct SymmetricEigen: Sendable {
  /// In decreasing order.
  package let values: [Double]
  package let vectors: Matrix?
}

/// The eigenvalues of a symmetric matrix (dsyevr), read from its lower triangle.
package func symmetricEigen(
  _ a: Matrix, wantsVectors: Bool
) throws(LinearAlgebraError) -> SymmetricEigen {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var n = Int32(a.rows)
  let count = a.rows
  if n == 0 { return SymmetricEigen(values: [], vectors: wantsVectors ? a : nil) }
  var content = a.elements
  var values = [Double](repeating: 0, count: count)
  var vectors = Matrix(rows: wantsVectors ? count : 1, columns: wantsVectors ? count : 1)
  var support = [Int32](repeating: 0, count: 2 * count)
  var job = letter(wantsVectors ? "V" : "N")
  var range = letter("A")
  var side = letter("L")
  var zero = 0.0
  var bound: Int32 = 0
  var found: Int32 = 0
  var leading = n
  var leadingZ = Int32(vectors.rows)
  var size: Int32 = -1
  var integerSize: Int32 = -1
  var work = [0.0]
  var integers: [Int32] = [0]
  var info: Int32 = 0
  var lower = 0.0
  var upper = 0.0
  var last: Int32 = 0
  for _ in 0..<2 {
    dsyevr_(
      &job, &range, &side, &n, &content, &leading, &lower, &upper, &bound, &last, &zero, &found,
      &values, &vectors.elements, &leadingZ, &support, &work, &size, &integers, &integerSize,
      &info, 1, 1, 1)
    if info != 0 { break }
    if size == -1 {
      size = Int32(work[0])
      integerSize = integers[0]
      work = [Double](repeating: 0, count: Int(size))
      integers = [Int32](repeating: 0, count: Int(integerSize))
    }
  }
  if info != 0 { throw failure("dsyevr", info) }
  guard wantsVectors else { return SymmetricEigen(values: values.reversed(), vectors: nil) }
  return SymmetricEigen(values: values.reversed(), vectors: reversingColumns(vectors))
}

private func reversingColumns(_ a: Matrix) -> Matrix {
  var result = Matrix(rows: a.rows, columns: a.columns)
  for j in 0..<a.columns {
    for i in 0..<a.rows { result[i, a.columns - 1 - j] = a[i, j] }
  }
  return result
}

/// Eigenvalues of a general matrix as pairs of real and imaginary part, and vectors alike.
package struct GeneralEigen: Sendable {
  package let real: [Double]
  package let imaginary: [Double]
  /// The real and imaginary parts of the vectors, absent when not wanted.
  package let vectors: (real: Matrix, imaginary: Matrix)?

  package var isComplex: Bool {
    // A pair counts as real when its imaginary parts are rounding errors.
    zip(real, imaginary).contains { abs($1) > 10 * 2.220446049250313e-16 * abs($0) }
  }
}

/// The eigenvalues of a square matrix (dgeev), in LAPACK's order.
package func generalEigen(
  _ a: Matrix, wantsVectors: Bool
) throws(LinearAlgebraError) -> GeneralEigen {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var n = Int32(a.rows)
  let count = a.rows
  var content = a.elements
  var real = [Double](repeating: 0, count: count)
  var imaginary = real
  var vectors = Matrix(rows: wantsVectors ? count : 1, columns: wantsVectors ? count : 1)
  var unused = [0.0]
  var none = letter("N")
  var job = letter(wantsVectors ? "V" : "N")
  var one: Int32 = 1
  var leading = max(n, 1)
  var leadingV = Int32(max(vectors.rows, 1))
  var size: Int32 = -1
  var work = [0.0]
  var info: Int32 = 0
  for _ in 0..<2 {
    dgeev_(
      &none, &job, &n, &content, &leading, &real, &imaginary, &unused, &one, &vectors.elements,
      &leadingV, &work, &size, &info, 1, 1)
    if info != 0 { break }
    if size == -1 {
      size = Int32(work[0])
      work = [Double](repeating: 0, count: Int(size))
    }
  }
  if info != 0 { throw failure("dgeev", info) }
  let pair = wantsVectors ? unpacked(vectors, imaginary) : nil
  return GeneralEigen(real: real, imaginary: imaginary, vectors: pair)
}

/// LAPACK stores a conjugate pair of vectors as their real and imaginary parts.
private func unpacked(_ packed: Matrix, _ imaginary: [Double]) -> (Matrix, Matrix) {
  var real = packed
  var parts = Matrix(rows: packed.rows, columns: packed.columns)
  var j = 0
  while j < packed.columns {
    guard imaginary[j] != 0, j + 1 < packed.columns else {
      j += 1
      continue
    }
    for i in 0..<packed.rows {
      real[i, j + 1] = packed[i, j]
      parts[i, j] = packed[i, j + 1]
      parts[i, j + 1] = -packed[i, j + 1]
    }
    j += 2
  }
  return (real, parts)
}

/// The QR decomposition with column exchanges by norm (dgeqp3), R's `qr(LAPACK = TRUE)`.
package struct PivotingQR: Sendable {
  package let matrix: Matrix
  package let tau: [Double]
  package let pivot: [Int32]

  package init(matrix: Matrix, tau: [Double], pivot: [Int32]) {
    self.matrix = matrix
    self.tau = tau
    self.pivot = pivot
  }
}

package func pivotingQR(_ a: Matrix) throws(LinearAlgebraError) -> PivotingQR {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var m = Int32(a.rows)
  var n = Int32(a.columns)
  var content = a
  var tau = [Double](repeating: 0, count: min(a.rows, a.columns))
  var pivot = [Int32](repeating: 0, count: a.columns)
  var leading = max(m, 1)
  var size: Int32 = -1
  var work = [0.0]
  var info: Int32 = 0
  for _ in 0..<2 {
    dgeqp3_(&m, &n, &content.elements, &leading, &pivot, &tau, &work, &size, &info)
    if info != 0 { break }
    if size == -1 {
      size = Int32(work[0])
      work = [Double](repeating: 0, count: Int(size))
    }
  }
  if info != 0 { throw failure("dgeqp3", info) }
  return PivotingQR(matrix: content, tau: tau, pivot: pivot)
}

/// Q B or Qᵀ B with the reflectors of `pivotingQR` (dormqr).
package func applyReflectors(
  of qr: PivotingQR, to b: Matrix, transposed: Bool
) throws(LinearAlgebraError) -> Matrix {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var result = b
  var m = Int32(b.rows)
  var n = Int32(b.columns)
  var k = Int32(qr.tau.count)
  var leading = Int32(max(qr.matrix.rows, 1))
  var leadingB = Int32(max(b.rows, 1))
  var side = letter("L")
  var operation = letter(transposed ? "T" : "N")
  var size: Int32 = -1
  var work = [0.0]
  var info: Int32 = 0
  for _ in 0..<2 {
    dormqr_(
      &side, &operation, &m, &n, &k, qr.matrix.elements, &leading, qr.tau, &result.elements,
      &leadingB, &work, &size, &info, 1, 1)
    if info != 0 { break }
    if size == -1 {
      size = Int32(work[0])
      work = [Double](repeating: 0, count: Int(size))
    }
  }
  if info != 0 { throw failure("dormqr", info) }
  return result
}

private func failure(_ routine: String, _ info: Int32) -> LinearAlgebraError {
  LinearAlgebraError(.notConverged, "error code \(info) from Lapack routine '\(routine)'")
}
