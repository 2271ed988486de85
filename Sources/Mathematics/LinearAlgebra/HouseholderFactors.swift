import CLAPACK
import Glibc

/// The QR decomposition behind lm: Householder reflections with limited column exchanges.
///
/// Columns keep their order unless what remains of one, after the reflections of those before it,
/// is shorter than `tolerance` times the column itself: such a column moves to the right end. So
/// terms of a model stay in place and the aliased ones come last. (LAPACK's pivoting would order
/// all columns by length.)
///
/// The compact form is LINPACK's, which R's `qr()` shows: R in the upper triangle; below the
/// diagonal of column j the reflector uⱼ, whose diagonal element is `auxiliary[j]`; each reflection
/// is I − u uᵀ / auxiliary[j].
///
/// Columns are factored by panels so that a tall matrix passes through memory a few times rather
/// than twice a column:
///
/// 1. *Panel.* As many of the next columns as are safely independent, by Cholesky's factor of
///    their scaled cross product, applied twice so that orthogonality is lost to neither (the
///    second cross product must be close to I). An LU decomposition of Q − S, S the signs
///    Householder's method would choose, turns Q into reflectors: Y = (Q − S) U⁻¹ (G. Ballard et
///    al., "Reconstructing Householder vectors from TSQR", 2014).
/// 2. *Column.* Where that is not safe, or the matrix is small, one column by the textbook, with
///    the test against the tolerance.
/// 3. Either way the block of reflectors is applied to the columns to the right as
///    I − U T Uᵀ by matrix products.
///
/// The compact form itself stays with the caller: every method takes the buffer it is in.
package struct HouseholderFactors: Sendable {
  package let rows: Int
  package let columns: Int
  package private(set) var auxiliary: [Double]
  /// Column numbers from 1 in the order of the factors.
  package private(set) var pivot: [Int32]
  package private(set) var rank: Int
  /// Whether the columns have finite lengths: false when an element is not finite (or very large).
  package private(set) var isFinite = true
  /// The reflectors in groups.
  private(set) var blocks: [ReflectorBlock] = []

  /// Factors in place a matrix given column after column, or a copy of `source`.
  package init(
    factoring elements: UnsafeMutableBufferPointer<Double>, rows: Int, columns: Int,
    tolerance: Double, copying source: UnsafeBufferPointer<Double>? = nil
  ) {
    precondition(elements.count == rows * columns, "a matrix has rows × columns elements")
    precondition(source.map { $0.count == elements.count } ?? true, "the copy has the same size")
    self.rows = rows
    self.columns = columns
    auxiliary = [Double](repeating: 0, count: columns)
    pivot = (0..<columns).map { Int32($0) + 1 }
    rank = 0
    if let base = elements.baseAddress, !elements.isEmpty {
      factor(base, copying: source?.baseAddress, tolerance)
    }
  }

  /// Describes a compact form made earlier, to solve with it.
  package init(
    of elements: UnsafeBufferPointer<Double>, rows: Int, columns: Int, auxiliary: [Double],
    pivot: [Int32], rank: Int
  ) {
    self.rows = rows
    self.columns = columns
    self.auxiliary = auxiliary
    self.pivot = pivot
    self.rank = rank
    for j in 0..<max(min(rank, rows - 1), 0) where auxiliary[j] != 0 {
      blocks.append(ReflectorBlock(first: j, count: 1, t: [1 / auxiliary[j]]))
    }
  }
}

/// Consecutive reflectors and the T of their product I − U T Uᵀ, column after column.
struct ReflectorBlock: Sendable {
  let first: Int
  let count: Int
  let t: [Double]
}

// MARK: - Factoring

extension HouseholderFactors {
  /// Panels shorter than this are not worth their overhead.
  private static let tallPanel = 4096
  private static let widestPanel = 48

  private mutating func factor(
    _ base: UnsafeMutablePointer<Double>, copying source: UnsafePointer<Double>?,
    _ tolerance: Double
  ) {
    BLASTurn.take()
    defer { BLASTurn.giveBack() }
    let gram = firstPass(base, copying: source)
    var norms = norms(base, gram)
    isFinite = norms.allSatisfy { $0.isFinite }
    for j in 0..<columns where norms[j] == 0 { norms[j] = 1 }
    var independent = columns
    var next = 0
    let last = min(rows, columns)
    while next < last {
      let end = min(independent, last, next + Self.widestPanel)
      if rows - next >= Self.tallPanel, end - next > 1,
        let block = factorPanel(
          base, next, count: end - next, norms: norms, gram: next == 0 ? gram : nil)
      {
        apply(block, toColumnsFrom: next + block.count, base)
        blocks.append(block)
        next += block.count
        continue
      }
      while next < independent, norm(base, ofColumn: next, from: next) < norms[next] * tolerance {
        moveToEnd(base, next, &norms)
        independent -= 1
      }
      factorColumn(base, next)
      next += 1
    }
    rank = min(independent, rows)
  }

  /// How many columns the first panel has.
  private var firstWidth: Int { min(rows, columns, Self.widestPanel) }

  /// Copies the matrix from `source`, and computes the cross product of a tall first panel while
  /// its rows are in the cache.
  private func firstPass(
    _ base: UnsafeMutablePointer<Double>, copying source: UnsafePointer<Double>?
  ) -> [Double]? {
    guard rows >= Self.tallPanel, firstWidth > 1 else {
      if let source { base.update(from: source, count: rows * columns) }
      return nil
    }
    if let source {
      let first = firstWidth * rows
      (base + first).update(from: source + first, count: rows * columns - first)
    }
    return TallPanel(base: base, rows: rows, stride: rows)
      .crossProduct(firstWidth, copying: source)
  }

  private func norms(_ base: UnsafeMutablePointer<Double>, _ gram: [Double]?) -> [Double] {
    (0..<columns).map { j in
      if let gram, j < firstWidth {
        let square = gram[j + j * firstWidth]
        if square > 1e-250, square < 1e250 { return square.squareRoot() }
      }
      return norm(base, ofColumn: j, from: 0)
    }
  }

  private func norm(_ base: UnsafeMutablePointer<Double>, ofColumn j: Int, from row: Int) -> Double
  {
    guard row < rows else { return 0 }
    let column = base + j * rows + row
    // BLAS's scaled norm is many times slower: only for short columns, where it has a digit more,
    // and where squares would leave the range.
    if rows - row < Self.tallPanel { return cblas_dnrm2(Int32(rows - row), column, 1) }
    let square = cblas_ddot(Int32(rows - row), column, 1, column, 1)
    if square > 1e-250, square < 1e250 { return square.squareRoot() }
    return cblas_dnrm2(Int32(rows - row), column, 1)
  }

  private mutating func moveToEnd(
    _ base: UnsafeMutablePointer<Double>, _ j: Int, _ norms: inout [Double]
  ) {
    let column = Array(UnsafeBufferPointer(start: base + j * rows, count: rows))
    memmove(base + j * rows, base + (j + 1) * rows, (columns - 1 - j) * rows * 8)
    memcpy(base + (columns - 1) * rows, column, rows * 8)
    norms.append(norms.remove(at: j))
    pivot.append(pivot.remove(at: j))
  }

  /// One reflection by the textbook; the last row needs none.
  private mutating func factorColumn(_ base: UnsafeMutablePointer<Double>, _ j: Int) {
    let length = norm(base, ofColumn: j, from: j)
    if j == rows - 1 || length == 0 {
      auxiliary[j] = length
      return
    }
    let column = base + j * rows + j
    let signed = copysign(length, column[0])
    cblas_dscal(Int32(rows - j), 1 / signed, column, 1)
    column[0] += 1
    auxiliary[j] = column[0]
    for k in (j + 1)..<max(columns, j + 1) {
      ReflectorApplication.reflect(base + k * rows + j, by: column, height: rows - j)
    }
    blocks.append(ReflectorBlock(first: j, count: 1, t: [1 / column[0]]))
    column[0] = -signed
  }

  private func apply(
    _ block: ReflectorBlock, toColumnsFrom first: Int, _ base: UnsafeMutablePointer<Double>
  ) {
    guard first < columns else { return }
    ReflectorApplication(reflectors: UnsafePointer(base), rows: rows, auxiliary: auxiliary)
      .apply(block, to: base + first * rows, columns: columns - first, transposed: true)
  }

  /// Factors up to `count` columns at once; nil when not even two can be taken safely.
  private mutating func factorPanel(
    _ base: UnsafeMutablePointer<Double>, _ first: Int, count: Int, norms: [Double],
    gram: [Double]?
  ) -> ReflectorBlock? {
    let panel = TallPanel(base: base + first * rows + first, rows: rows - first, stride: rows)
    let lengths = Array(norms[first..<(first + count)])
    guard let made = panel.factor(upTo: count, lengths: lengths, gram: gram) else { return nil }
    for (j, tau) in made.auxiliary.enumerated() { auxiliary[first + j] = tau }
    return ReflectorBlock(first: first, count: made.auxiliary.count, t: made.t)
  }
}
