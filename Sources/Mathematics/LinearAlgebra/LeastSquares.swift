import CLAPACK

// Solving with a HouseholderQR. Only the first `rank` reflectors and columns take part.

extension HouseholderQR {
  /// Qᵀ b for each column of b.
  package func qty(_ b: consuming Matrix) -> Matrix {
    var result = b
    for block in usedBlocks { apply(block, to: &result, transposed: true) }
    return result
  }

  /// Q b for each column of b.
  package func qy(_ b: consuming Matrix) -> Matrix {
    var result = b
    for block in usedBlocks.reversed() { apply(block, to: &result, transposed: false) }
    return result
  }

  private var usedBlocks: some BidirectionalCollection<ReflectorBlock> {
    let used = min(rank, rows - 1)
    return blocks.compactMap { $0.limited(to: used) }
  }

  private func apply(_ block: ReflectorBlock, to b: inout Matrix, transposed: Bool) {
    guard b.columns > 0 else { return }
    b.elements.withUnsafeMutableBufferPointer { target in
      elements.withUnsafeBufferPointer { reflectors in
        guard let u = reflectors.baseAddress, let c = target.baseAddress else { return }
        ReflectorApplication(reflectors: u, rows: rows, auxiliary: auxiliary)
          .apply(block, to: c, columns: b.columns, transposed: transposed)
      }
    }
  }

  /// The coefficients of the first `rank` columns from Qᵀ b, in the order of the factors.
  package func coefficients(fromEffects effects: Matrix) -> Matrix {
    var result = Matrix(rows: rank, columns: effects.columns)
    for j in 0..<effects.columns {
      for i in 0..<rank { result[i, j] = effects[i, j] }
    }
    guard rank > 0, effects.columns > 0 else { return result }
    cblas_dtrsm(
      CblasColMajor, CblasLeft, CblasUpper, CblasNoTrans, CblasNonUnit, Int32(rank),
      Int32(effects.columns), 1, elements, Int32(rows), &result.elements, Int32(rank))
    return result
  }

  /// Whether no diagonal element of R is zero, so that coefficients can be had.
  package var isSolvable: Bool {
    (0..<rank).allSatisfy { elements[$0 + $0 * rows] != 0 }
  }

  /// The part of b outside the columns' span, from its effects Qᵀ b.
  package func residuals(fromEffects effects: consuming Matrix) -> Matrix {
    var rest = effects
    for j in 0..<rest.columns {
      for i in 0..<min(rank, rows) { rest[i, j] = 0 }
    }
    return qy(rest)
  }

  /// The part of b inside the columns' span, from its effects Qᵀ b.
  package func fitted(fromEffects effects: consuming Matrix) -> Matrix {
    var rest = effects
    for j in 0..<rest.columns {
      for i in min(rank, rows)..<rows { rest[i, j] = 0 }
    }
    return qy(rest)
  }
}

extension ReflectorBlock {
  /// The leading part of a block whose reflectors all come before `end`.
  fileprivate func limited(to end: Int) -> ReflectorBlock? {
    let kept = min(count, end - first)
    if kept <= 0 { return nil }
    if kept == count { return self }
    var part = [Double](repeating: 0, count: kept * kept)
    for j in 0..<kept {
      for i in 0...j { part[i + j * kept] = t[i + j * count] }
    }
    return ReflectorBlock(first: first, count: kept, t: part)
  }
}

/// Everything R's `lm.fit` asks of a decomposition, for one or more responses.
package struct LeastSquaresFit: Sendable {
  package let qr: HouseholderQR
  /// In the order of the factors, one column a response, `rank` rows.
  package let coefficients: Matrix
  package let effects: Matrix
  package let residuals: Matrix
  /// Whether the columns were reordered.
  package var isPivoted: Bool { qr.pivot.enumerated().contains { $1 != Int32($0) + 1 } }

  /// Fits every column of `responses` to the columns of a design matrix.
  package init(
    rows: Int, columns: Int, design: consuming [Double], responses: Matrix, tolerance: Double
  ) {
    qr = HouseholderQR(rows: rows, columns: columns, elements: consume design, tolerance: tolerance)
    effects = qr.qty(responses)
    coefficients = qr.coefficients(fromEffects: effects)
    residuals = qr.residuals(fromEffects: effects)
  }
}
