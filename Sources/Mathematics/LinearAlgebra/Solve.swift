import CLAPACK
import Glibc

/// The solution X of A X = B for a square A, by Gaussian elimination with row exchanges (dgesv).
///
/// Throws when A is exactly singular, or its reciprocal condition number is below `tolerance`.
package func solve(
  _ a: Matrix, _ b: Matrix, tolerance: Double
) throws(LinearAlgebraError) -> Matrix {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var n = Int32(a.rows)
  var count = Int32(b.columns)
  if n == 0 || count == 0 { return b }
  var factors = a.elements
  var pivots = [Int32](repeating: 0, count: a.rows)
  var solution = b
  var info: Int32 = 0
  let norm = norm(a, "1")
  var leading = n
  dgesv_(&n, &count, &factors, &leading, &pivots, &solution.elements, &leading, &info)
  guard info == 0 else {
    let pivot = "U[\(info),\(info)] = 0"
    throw LinearAlgebraError(
      .singular, "Lapack routine dgesv: system is exactly singular: \(pivot)")
  }
  let reciprocal = reciprocalCondition(ofFactors: factors, n, norm: norm, "1")
  if tolerance > 0, reciprocal < tolerance {
    throw LinearAlgebraError(
      .illConditioned, "system is computationally singular: reciprocal condition number = ",
      cause: String(reciprocal))
  }
  return solution
}

/// A norm of a matrix: "M" largest element, "O" or "1" columns, "I" rows, "F" Frobenius.
package func norm(_ a: Matrix, _ kind: Character) -> Double {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var m = Int32(a.rows)
  var n = Int32(a.columns)
  if m == 0 || n == 0 { return 0 }
  var leading = m
  var work = [Double](repeating: 0, count: a.rows)
  var code = letter(kind)
  return dlange_(&code, &m, &n, a.elements, &leading, &work, 1)
}

/// The reciprocal condition number of a square matrix in the norm "O" or "I".
package func reciprocalCondition(_ a: Matrix, _ kind: Character) throws(LinearAlgebraError)
  -> Double
{
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var n = Int32(a.rows)
  if n == 0 { return .infinity }
  var leading = n
  var factors = a.elements
  var pivots = [Int32](repeating: 0, count: a.rows)
  var info: Int32 = 0
  dgetrf_(&n, &n, &factors, &leading, &pivots, &info)
  if info < 0 { throw illegalArgument("dgetrf", info) }
  return info > 0 ? 0 : reciprocalCondition(ofFactors: factors, n, norm: norm(a, kind), kind)
}

private func reciprocalCondition(
  ofFactors factors: [Double], _ n: Int32, norm: Double, _ kind: Character
) -> Double {
  var size = n
  var leading = n
  var norm = norm
  var reciprocal = 0.0
  var work = [Double](repeating: 0, count: 4 * Int(n))
  var integers = [Int32](repeating: 0, count: Int(n))
  var info: Int32 = 0
  var code = letter(kind)
  dgecon_(&code, &size, factors, &leading, &norm, &reciprocal, &work, &integers, &info, 1)
  return reciprocal
}

/// The reciprocal condition number of an upper (or lower) triangular matrix.
package func triangularReciprocalCondition(
  _ a: Matrix, _ kind: Character, isUpper: Bool = true
) -> Double {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var n = Int32(a.rows)
  if n == 0 { return .infinity }
  var leading = n
  var reciprocal = 0.0
  var work = [Double](repeating: 0, count: 3 * a.rows)
  var integers = [Int32](repeating: 0, count: a.rows)
  var info: Int32 = 0
  var code = letter(kind)
  var side = letter(isUpper ? "U" : "L")
  var diagonal = letter("N")
  dtrcon_(
    &code, &side, &diagonal, &n, a.elements, &leading, &reciprocal, &work, &integers, &info, 1, 1,
    1)
  return reciprocal
}

/// The modulus (or its logarithm) and the sign of a determinant.
package func determinant(_ a: Matrix, asLogarithm: Bool) -> (modulus: Double, sign: Int) {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var n = Int32(a.rows)
  if n == 0 { return (asLogarithm ? 0 : 1, 1) }
  var leading = n
  var factors = a
  var pivots = [Int32](repeating: 0, count: a.rows)
  var info: Int32 = 0
  dgetrf_(&n, &n, &factors.elements, &leading, &pivots, &info)
  if info > 0 { return (asLogarithm ? -.infinity : 0, 1) }
  var sign = 1
  for i in 0..<a.rows where pivots[i] != Int32(i + 1) { sign = -sign }
  var modulus = asLogarithm ? 0.0 : 1.0
  for i in 0..<a.rows {
    let pivot = factors[i, i]
    if asLogarithm {
      modulus += log(abs(pivot))
      if pivot < 0 { sign = -sign }
    } else {
      modulus *= pivot
    }
  }
  if !asLogarithm, modulus < 0 { (modulus, sign) = (-modulus, -sign) }
  return (modulus, sign)
}

/// Solves a triangular system in the leading `size` rows and columns of `r`.
///
/// Throws at the first zero of the diagonal.
package func triangularSolve(
  _ r: Matrix, _ b: Matrix, size: Int, isUpper: Bool, transposed: Bool
) throws(LinearAlgebraError) -> Matrix {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  for i in 0..<size where r[i, i] == 0 {
    throw LinearAlgebraError(
      .singular, "singular matrix in 'backsolve'. First zero in diagonal [\(i + 1)]")
  }
  var solution = Matrix(rows: size, columns: b.columns)
  for j in 0..<b.columns {
    for i in 0..<size { solution[i, j] = b[i, j] }
  }
  if size == 0 || b.columns == 0 { return solution }
  cblas_dtrsm(
    CblasColMajor, CblasLeft, isUpper ? CblasUpper : CblasLower,
    transposed ? CblasTrans : CblasNoTrans, CblasNonUnit, Int32(size), Int32(b.columns), 1,
    r.elements, Int32(r.rows), &solution.elements, Int32(size))
  return solution
}

/// The byte LAPACK reads as an option.
func letter(_ character: Character) -> CChar {
  CChar(character.asciiValue ?? 0)
}

func illegalArgument(_ routine: String, _ info: Int32) -> LinearAlgebraError {
  LinearAlgebraError(
    .illegalArgument, "argument \(-info) of Lapack routine \(routine) had invalid value")
}
