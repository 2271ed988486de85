import CLAPACK

/// Products with Q or Qᵀ from reflectors in LINPACK's compact form.
struct ReflectorApplication {
  let reflectors: UnsafePointer<Double>
  let rows: Int
  let auxiliary: [Double]

  /// Replaces columns of height `rows` by (I − U T Uᵀ) times them, or its transpose.
  func apply(
    _ block: ReflectorBlock, to target: UnsafeMutablePointer<Double>, columns: Int,
    transposed: Bool
  ) {
    let first = block.first
    let count = block.count
    if count == 1 {
      reflect(target + first, first, columns)
      return
    }
    let below = rows - first - count
    let tails = reflectors + first * rows + first + count
    let square = triangle(block)
    let top = target + first
    var w = weights(block, top, columns, transposed: transposed)
    // C −= U W
    multiply(.plain, tails, below, count, columns, factor: -1, top + count, &w)
    cblas_dtrmm(
      CblasColMajor, CblasLeft, CblasLower, CblasNoTrans, CblasNonUnit, Int32(count),
      Int32(columns), 1, square, Int32(count), &w, Int32(count))
    for j in 0..<columns {
      for i in 0..<count { top[i + j * rows] -= w[i + j * count] }
    }
  }

  /// T Uᵀ C, or Tᵀ Uᵀ C, for columns that start at `top`.
  private func weights(
    _ block: ReflectorBlock, _ top: UnsafeMutablePointer<Double>, _ columns: Int,
    transposed: Bool
  ) -> [Double] {
    let count = block.count
    var w = [Double](repeating: 0, count: count * columns)
    copy(top, count, columns, to: &w)
    cblas_dtrmm(
      CblasColMajor, CblasLeft, CblasLower, CblasTrans, CblasNonUnit, Int32(count), Int32(columns),
      1, triangle(block), Int32(count), &w, Int32(count))
    multiply(
      .transposed, reflectors + block.first * rows + block.first + count,
      rows - block.first - count, count, columns, factor: 1, top + count, &w)
    cblas_dtrmm(
      CblasColMajor, CblasLeft, CblasUpper, transposed ? CblasTrans : CblasNoTrans, CblasNonUnit,
      Int32(count), Int32(columns), 1, block.t, Int32(count), &w, Int32(count))
    return w
  }

  /// Replaces one column c of height `rows`, which starts with the block's rows, by Qᵀ c, and its
  /// copy by the part of c outside the columns' span; the reflectors pass through memory twice.
  ///
  /// With e the leading `count` elements of Qᵀ c, that part is c − Q (e, 0).
  func split(
    _ block: ReflectorBlock, effects: UnsafeMutablePointer<Double>,
    residuals: UnsafeMutablePointer<Double>
  ) {
    let count = block.count
    let square = triangle(block)
    let v = weights(block, effects, 1, transposed: true)
    subtract(square, v, from: effects, count)
    // P = T Uᵀ (e, 0)
    var p = Array(UnsafeBufferPointer(start: effects, count: count))
    for i in 0..<count { residuals[i] -= p[i] }
    cblas_dtrmv(
      CblasColMajor, CblasLower, CblasTrans, CblasNonUnit, Int32(count), square, Int32(count), &p,
      1)
    cblas_dtrmv(
      CblasColMajor, CblasUpper, CblasNoTrans, CblasNonUnit, Int32(count), block.t, Int32(count),
      &p, 1)
    for i in 0..<count { p[i] = -p[i] }
    subtract(square, p, from: residuals, count)
    let chunk = 1024
    for start in stride(from: count, to: rows, by: chunk) {
      let height = Int32(min(chunk, rows - start))
      for (target, factors) in [(effects, v), (residuals, p)] {
        cblas_dgemv(
          CblasColMajor, CblasNoTrans, height, Int32(count), -1, reflectors + start, Int32(rows),
          factors, 1, 1, target + start, 1)
      }
    }
  }

  /// Subtracts the top square times `w` from the leading elements.
  private func subtract(
    _ square: [Double], _ w: [Double], from top: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    var product = w
    cblas_dtrmv(
      CblasColMajor, CblasLower, CblasNoTrans, CblasNonUnit, Int32(count), square, Int32(count),
      &product, 1)
    for i in 0..<count { top[i] -= product[i] }
  }

  /// A reflection of one column: c − u (uᵀc)/u₁, operation by operation as LINPACK does it, so
  /// that small problems agree with R to the last bit.
  static func reflect(
    _ c: UnsafeMutablePointer<Double>, by u: UnsafePointer<Double>, height: Int
  ) {
    let t = -cblas_ddot(Int32(height), u, 1, c, 1) / u[0]
    cblas_daxpy(Int32(height), t, u, 1, c, 1)
  }

  private func reflect(_ top: UnsafeMutablePointer<Double>, _ first: Int, _ columns: Int) {
    let height = rows - first
    var u = Array(
      UnsafeBufferPointer(start: reflectors + first * rows + first, count: height))
    u[0] = auxiliary[first]
    for k in 0..<columns { Self.reflect(top + k * rows, by: u, height: height) }
  }

  private enum Direction {
    case transposed
    case plain
  }

  /// W += tailsᵀ C, or C += factor · tails W; single columns by matrix-vector products.
  private func multiply(
    _ direction: Direction, _ tails: UnsafePointer<Double>, _ below: Int, _ count: Int,
    _ columns: Int, factor: Double, _ c: UnsafeMutablePointer<Double>, _ w: inout [Double]
  ) {
    guard below > 0 else { return }
    let stride = Int32(rows)
    switch (direction, columns == 1) {
    case (.transposed, true):
      cblas_dgemv(
        CblasColMajor, CblasTrans, Int32(below), Int32(count), factor, tails, stride, c, 1, 1, &w,
        1)
    case (.plain, true):
      cblas_dgemv(
        CblasColMajor, CblasNoTrans, Int32(below), Int32(count), factor, tails, stride, w, 1, 1, c,
        1)
    case (.transposed, false):
      cblas_dgemm(
        CblasColMajor, CblasTrans, CblasNoTrans, Int32(count), Int32(columns), Int32(below), factor,
        tails, stride, c, stride, 1, &w, Int32(count))
    case (.plain, false):
      cblas_dgemm(
        CblasColMajor, CblasNoTrans, CblasNoTrans, Int32(below), Int32(columns), Int32(count),
        factor, tails, stride, w, Int32(count), 1, c, stride)
    }
  }

  /// The top square of U: what is stored below the diagonal, and `auxiliary` on it.
  private func triangle(_ block: ReflectorBlock) -> [Double] {
    let count = block.count
    var square = [Double](repeating: 0, count: count * count)
    for j in 0..<count {
      let column = reflectors + (block.first + j) * rows + block.first
      square[j + j * count] = auxiliary[block.first + j]
      for i in (j + 1)..<max(count, j + 1) { square[i + j * count] = column[i] }
    }
    return square
  }

  private func copy(
    _ top: UnsafePointer<Double>, _ count: Int, _ columns: Int, to w: inout [Double]
  ) {
    for j in 0..<columns {
      for i in 0..<count { w[i + j * count] = top[i + j * rows] }
    }
  }
}
