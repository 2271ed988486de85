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
package struct HouseholderQR: Sendable {
  package let rows: Int
  package let columns: Int
  /// The compact form, column after column.
  package private(set) var elements: [Double]
  package private(set) var auxiliary: [Double]
  /// Column numbers from 1 in the order of the factors.
  package private(set) var pivot: [Int32]
  package private(set) var rank: Int
  /// The reflectors in groups.
  private(set) var blocks: [ReflectorBlock] = []

  /// Factors a matrix given column after column.
  package init(rows: Int, columns: Int, elements: consuming [Double], tolerance: Double = 1e-7) {
    self.rows = rows
    self.columns = columns
    self.elements = consume elements
    auxiliary = [Double](repeating: 0, count: columns)
    pivot = (0..<columns).map { Int32($0) + 1 }
    rank = 0
    factor(tolerance)
  }

  /// Takes up a compact form made earlier, to solve with it.
  package init(
    rows: Int, columns: Int, elements: consuming [Double], auxiliary: [Double], pivot: [Int32],
    rank: Int
  ) {
    self.rows = rows
    self.columns = columns
    self.elements = consume elements
    self.auxiliary = auxiliary
    self.pivot = pivot
    self.rank = rank
    for j in 0..<min(rank, rows - 1) where auxiliary[j] != 0 {
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

extension HouseholderQR {
  /// Panels shorter than this are not worth their overhead.
  private static let tallPanel = 4096
  private static let widestPanel = 48

  private mutating func factor(_ tolerance: Double) {
    var norms = (0..<columns).map { norm(ofColumn: $0, from: 0) }
    for j in 0..<columns where norms[j] == 0 { norms[j] = 1 }
    var independent = columns
    var next = 0
    let last = min(rows, columns)
    while next < last {
      let end = min(independent, last, next + Self.widestPanel)
      if rows - next >= Self.tallPanel, end - next > 1,
        let block = factorPanel(next, count: end - next, norms: norms)
      {
        apply(block, toColumnsFrom: next + block.count)
        blocks.append(block)
        next += block.count
        continue
      }
      while next < independent, norm(ofColumn: next, from: next) < norms[next] * tolerance {
        moveToEnd(next, &norms)
        independent -= 1
      }
      factorColumn(next)
      next += 1
    }
    rank = min(independent, rows)
  }

  private func norm(ofColumn j: Int, from row: Int) -> Double {
    elements.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, row < rows else { return 0 }
      let column = base + j * rows + row
      // BLAS's scaled norm is many times slower: only where squares would leave the range.
      let square = cblas_ddot(Int32(rows - row), column, 1, column, 1)
      if square > 1e-250, square < 1e250 { return square.squareRoot() }
      return cblas_dnrm2(Int32(rows - row), column, 1)
    }
  }

  private mutating func moveToEnd(_ j: Int, _ norms: inout [Double]) {
    let column = Array(elements[(j * rows)..<((j + 1) * rows)])
    elements.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      memmove(base + j * rows, base + (j + 1) * rows, (columns - 1 - j) * rows * 8)
      column.withUnsafeBufferPointer { moved in
        guard let source = moved.baseAddress else { return }
        memcpy(base + (columns - 1) * rows, source, rows * 8)
      }
    }
    norms.append(norms.remove(at: j))
    pivot.append(pivot.remove(at: j))
  }

  /// One reflection by the textbook; the last row needs none.
  private mutating func factorColumn(_ j: Int) {
    let length = norm(ofColumn: j, from: j)
    if j == rows - 1 || length == 0 {
      auxiliary[j] = length
      return
    }
    let diagonal = j + j * rows
    let signed = copysign(length, elements[diagonal])
    elements.withUnsafeMutableBufferPointer { buffer in
      for i in diagonal..<(diagonal + rows - j) { buffer[i] /= signed }
    }
    let u = 1 + elements[diagonal]
    auxiliary[j] = u
    elements[diagonal] = -signed
    let block = ReflectorBlock(first: j, count: 1, t: [1 / u])
    apply(block, toColumnsFrom: j + 1)
    blocks.append(block)
  }

  private mutating func apply(_ block: ReflectorBlock, toColumnsFrom first: Int) {
    guard first < columns else { return }
    let auxiliary = auxiliary
    elements.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      ReflectorApplication(
        reflectors: UnsafePointer(base), rows: rows, auxiliary: auxiliary
      ).apply(block, to: base + first * rows, columns: columns - first, transposed: true)
    }
  }
}

// MARK: - Panels

extension HouseholderQR {
  /// Factors up to `count` columns at once; nil when not even two can be taken safely.
  private mutating func factorPanel(
    _ first: Int, count: Int, norms: [Double]
  ) -> ReflectorBlock? {
    let height = rows - first
    let rows = rows
    return elements.withUnsafeMutableBufferPointer { buffer -> ReflectorBlock? in
      guard let base = buffer.baseAddress else { return nil }
      let panel = TallPanel(base: base + first * rows + first, rows: height, stride: rows)
      guard let made = panel.factor(upTo: count, lengths: Array(norms[first..<(first + count)]))
      else { return nil }
      for (j, tau) in made.auxiliary.enumerated() { auxiliary[first + j] = tau }
      return ReflectorBlock(first: first, count: made.auxiliary.count, t: made.t)
    }
  }
}
