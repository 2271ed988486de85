import CLAPACK
import Glibc

/// A few columns of many rows, factored in place by cross products (see `HouseholderQR`).
struct TallPanel {
  let base: UnsafeMutablePointer<Double>
  let rows: Int
  let stride: Int

  /// Rows worked on at a time, so that they stay in the cache between two steps.
  private static let chunk = 1024

  /// A column whose remainder is shorter than this part of it is left to the careful path.
  private static let safeRemainder = 1e-3

  struct Factors {
    let auxiliary: [Double]
    let t: [Double]
  }

  /// Factors the leading columns that are safely independent; nil if these are fewer than two.
  ///
  /// `lengths` are the norms of the columns before any reflection, `gram` the cross product if
  /// it is known.
  func factor(upTo limit: Int, lengths: [Double], gram known: [Double]? = nil) -> Factors? {
    var gram = known ?? crossProduct(limit)
    let scales = (0..<limit).map { gram[$0 + $0 * limit].squareRoot() }
    guard
      let count = Self.cholesky(&gram, limit, scales: scales, lengths: lengths), count >= 2
    else { return nil }
    let r1 = Self.leading(gram, limit, count)
    // The rows above the reflectors' tails change last: keep the columns until all is well.
    let top = copyTop(count)
    var second = [Double](repeating: 0, count: count * count)
    orthogonalise(r1, count, crossProductInto: &second)
    guard Self.isNearIdentity(second, count), Self.cholesky(&second, count) else {
      restore(r1, count, top)
      return nil
    }
    return reconstruct(r1: r1, r2: second, count)
  }

  // MARK: Cross products

  /// The cross product of the leading columns, which are first copied here from `source`.
  func crossProduct(_ count: Int, copying source: UnsafePointer<Double>? = nil) -> [Double] {
    var result = [Double](repeating: 0, count: count * count)
    forEachChunk { start, height in
      if let source {
        for j in 0..<count {
          memcpy(base + start + j * stride, source + start + j * stride, height * 8)
        }
      }
      addCrossProduct(of: start, height, count, to: &result)
    }
    return result
  }

  private func addCrossProduct(
    of start: Int, _ height: Int, _ count: Int, to result: inout [Double]
  ) {
    cblas_dsyrk(
      CblasColMajor, CblasUpper, CblasTrans, Int32(count), Int32(height), 1, base + start,
      Int32(stride), 1, &result, Int32(count))
  }

  /// Divides the panel by an upper triangle and adds up the cross product of the result.
  private func orthogonalise(
    _ r: [Double], _ count: Int, crossProductInto result: inout [Double]
  ) {
    forEachChunk { start, height in
      divide(start, height, by: r, count)
      addCrossProduct(of: start, height, count, to: &result)
    }
  }

  private func divide(_ start: Int, _ height: Int, by r: [Double], _ count: Int) {
    cblas_dtrsm(
      CblasColMajor, CblasRight, CblasUpper, CblasNoTrans, CblasNonUnit, Int32(height),
      Int32(count), 1, r, Int32(count), base + start, Int32(stride))
  }

  private func forEachChunk(from first: Int = 0, _ body: (Int, Int) -> Void) {
    var start = first
    while start < rows {
      let height = min(Self.chunk, rows - start)
      body(start, height)
      start += height
    }
  }

  // MARK: Reflectors

  /// Turns the once orthogonalised panel into reflectors and R, given both triangular factors.
  private func reconstruct(r1: [Double], r2: [Double], _ count: Int) -> Factors {
    // The top square of Q = panel / R₂.
    var square = copyTop(count)
    cblas_dtrsm(
      CblasColMajor, CblasRight, CblasUpper, CblasNoTrans, CblasNonUnit, Int32(count), Int32(count),
      1, r2, Int32(count), &square, Int32(count))
    // Q₁ − S = L U without exchanges: each pivot is q + sign(q), at least 1.
    var signs = [Double](repeating: 0, count: count)
    for j in 0..<count {
      let q = square[j + j * count]
      signs[j] = q < 0 ? 1 : -1
      square[j + j * count] = q - signs[j]
      for i in (j + 1)..<max(count, j + 1) { square[i + j * count] /= square[j + j * count] }
      for k in (j + 1)..<max(count, j + 1) {
        let factor = square[j + k * count]
        for i in (j + 1)..<count { square[i + k * count] -= square[i + j * count] * factor }
      }
    }
    // LINPACK's reflectors are τ times the unit ones, τ = −U S.
    let tau = (0..<count).map { -square[$0 + $0 * count] * signs[$0] }
    writeTails(square, r2, tau, count)
    writeTop(square, r1, r2, signs, tau, count)
    return Factors(auxiliary: tau, t: Self.blockFactor(square, signs, tau, count))
  }

  /// The rows below the square: panel (U R₂)⁻¹ diag(τ), by one triangular division.
  private func writeTails(_ lu: [Double], _ r2: [Double], _ tau: [Double], _ count: Int) {
    var divisor = [Double](repeating: 0, count: count * count)
    for j in 0..<count {
      for i in 0...j {
        // diag(τ)⁻¹ U R₂
        for k in i...j { divisor[i + j * count] += lu[i + k * count] * r2[k + j * count] }
        divisor[i + j * count] /= tau[i]
      }
    }
    forEachChunk(from: count) { start, height in divide(start, height, by: divisor, count) }
  }

  /// S R₂ R₁ in the upper triangle, τ L below it.
  private func writeTop(
    _ lu: [Double], _ r1: [Double], _ r2: [Double], _ signs: [Double], _ tau: [Double],
    _ count: Int
  ) {
    for j in 0..<count {
      for i in 0...j {
        var sum = 0.0
        for k in i...j { sum += r2[i + k * count] * r1[k + j * count] }
        base[i + j * stride] = signs[i] * sum
      }
      for i in (j + 1)..<max(count, j + 1) {
        base[i + j * stride] = lu[i + j * count] * tau[j]
      }
    }
  }

  /// T with I − Y T Yᵀ for unit reflectors is −U S L⁻ᵀ; for reflectors τ times as long, both sides
  /// are divided by τ.
  private static func blockFactor(
    _ lu: [Double], _ signs: [Double], _ tau: [Double], _ count: Int
  ) -> [Double] {
    var t = [Double](repeating: 0, count: count * count)
    for j in 0..<count {
      for i in 0...j { t[i + j * count] = -lu[i + j * count] * signs[j] }
    }
    cblas_dtrsm(
      CblasColMajor, CblasRight, CblasLower, CblasTrans, CblasUnit, Int32(count), Int32(count), 1,
      lu, Int32(count), &t, Int32(count))
    for j in 0..<count {
      for i in 0..<count { t[i + j * count] = i > j ? 0 : t[i + j * count] / (tau[i] * tau[j]) }
    }
    return t
  }

  // MARK: Small matrices

  private func copyTop(_ count: Int) -> [Double] {
    var result = [Double](repeating: 0, count: count * count)
    for j in 0..<count {
      for i in 0..<count { result[i + j * count] = base[i + j * stride] }
    }
    return result
  }

  /// Undoes `orthogonalise`, the top rows exactly.
  private func restore(_ r: [Double], _ count: Int, _ top: [Double]) {
    cblas_dtrmm(
      CblasColMajor, CblasRight, CblasUpper, CblasNoTrans, CblasNonUnit, Int32(rows), Int32(count),
      1, r, Int32(count), base, Int32(stride))
    for j in 0..<count {
      for i in 0..<count { base[i + j * stride] = top[i + j * count] }
    }
  }

  private static func leading(_ a: [Double], _ size: Int, _ count: Int) -> [Double] {
    var result = [Double](repeating: 0, count: count * count)
    for j in 0..<count {
      for i in 0...j { result[i + j * count] = a[i + j * size] }
    }
    return result
  }

  private static func isNearIdentity(_ gram: [Double], _ count: Int) -> Bool {
    for j in 0..<count {
      for i in 0...j where !(abs(gram[i + j * count] - (i == j ? 1 : 0)) < 0.01) { return false }
    }
    return true
  }

  /// The upper Cholesky factor in place, as far as every remainder is safe; nil if none is.
  private static func cholesky(
    _ a: inout [Double], _ size: Int, scales: [Double], lengths: [Double]
  ) -> Int? {
    for j in 0..<size {
      for i in 0..<j {
        var sum = a[i + j * size]
        for k in 0..<i { sum -= a[k + i * size] * a[k + j * size] }
        a[i + j * size] = sum / a[i + i * size]
      }
      var square = a[j + j * size]
      for k in 0..<j { square -= a[k + j * size] * a[k + j * size] }
      let limit = safeRemainder * max(scales[j], lengths[j])
      guard square > limit * limit, square.isFinite else { return j == 0 ? nil : j }
      a[j + j * size] = square.squareRoot()
    }
    return size
  }

  private static func cholesky(_ a: inout [Double], _ size: Int) -> Bool {
    let ones = [Double](repeating: 1, count: size)
    return cholesky(&a, size, scales: ones, lengths: ones) == size
  }
}
