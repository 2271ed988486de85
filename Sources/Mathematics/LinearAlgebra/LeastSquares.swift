import CLAPACK

// Solving with reflectors in compact form. Only the first `rank` reflectors and columns take part.

extension HouseholderFactors {
  /// Replaces each column of height `rows` by Qᵀ times it.
  package func applyTransposed(
    _ reflectors: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, columns: Int
  ) {
    BLASTurn.take()
    defer { BLASTurn.giveBack() }
    guard columns > 0 else { return }
    let application = ReflectorApplication(
      reflectors: reflectors, rows: rows, auxiliary: auxiliary)
    for block in usedBlocks {
      application.apply(block, to: target, columns: columns, transposed: true)
    }
  }

  /// Replaces each column of height `rows` by its effects, Qᵀ times it, and its copy by the part
  /// of it outside the columns' span.
  package func split(
    _ reflectors: UnsafePointer<Double>, effects: UnsafeMutablePointer<Double>,
    residuals: UnsafeMutablePointer<Double>, columns: Int
  ) {
    BLASTurn.take()
    defer { BLASTurn.giveBack() }
    if let block = blocks.first, blocks.count == 1, block.count > 1, block.count == rank {
      let application = ReflectorApplication(
        reflectors: reflectors, rows: rows, auxiliary: auxiliary)
      for j in 0..<columns {
        application.split(block, effects: effects + j * rows, residuals: residuals + j * rows)
      }
      return
    }
    applyTransposed(reflectors, to: effects, columns: columns)
    residuals.update(from: effects, count: rows * columns)
    project(reflectors, effects: residuals, columns: columns, isResidual: true)
  }

  /// Replaces each column of height `rows` by Q times it.
  package func apply(
    _ reflectors: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, columns: Int
  ) {
    BLASTurn.take()
    defer { BLASTurn.giveBack() }
    guard columns > 0 else { return }
    let application = ReflectorApplication(
      reflectors: reflectors, rows: rows, auxiliary: auxiliary)
    for block in usedBlocks.reversed() {
      application.apply(block, to: target, columns: columns, transposed: false)
    }
  }

  private var usedBlocks: [ReflectorBlock] {
    let used = min(rank, rows - 1)
    return blocks.compactMap { $0.limited(to: used) }
  }

  /// The coefficients of the first `rank` columns from effects Qᵀ b, in the order of the factors.
  package func coefficients(
    _ compact: UnsafePointer<Double>, effects: UnsafePointer<Double>, responses: Int
  ) -> Matrix {
    BLASTurn.take()
    defer { BLASTurn.giveBack() }
    var result = Matrix(rows: rank, columns: responses)
    for j in 0..<responses {
      for i in 0..<rank { result[i, j] = effects[i + j * rows] }
    }
    // By columns, as LINPACK does it, so that small problems agree with R to the last bit.
    result.elements.withUnsafeMutableBufferPointer { solved in
      guard let base = solved.baseAddress else { return }
      for response in 0..<responses {
        let b = base + response * rank
        for j in (0..<rank).reversed() {
          b[j] /= compact[j + j * rows]
          if j > 0 { cblas_daxpy(Int32(j), -b[j], compact + j * rows, 1, b, 1) }
        }
      }
    }
    return result
  }

  /// The first row (from 1) at which R has a zero diagonal among the first `rank`.
  package func firstZero(_ compact: UnsafePointer<Double>) -> Int? {
    (0..<rank).first { compact[$0 + $0 * rows] == 0 }.map { $0 + 1 }
  }

  /// Turns effects Qᵀ b into the part of b outside the columns' span (or inside it).
  package func project(
    _ reflectors: UnsafePointer<Double>, effects: UnsafeMutablePointer<Double>, columns: Int,
    isResidual: Bool
  ) {
    let cleared = isResidual ? 0..<min(rank, rows) : min(rank, rows)..<rows
    for j in 0..<columns {
      for i in cleared { effects[i + j * rows] = 0 }
    }
    apply(reflectors, to: effects, columns: columns)
  }

  /// Whether columns were exchanged.
  package var isPivoted: Bool { pivot.enumerated().contains { $1 != Int32($0) + 1 } }
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
