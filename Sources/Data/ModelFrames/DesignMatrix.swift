import ApusColumns

/// A variable of a model frame.
package enum ModelVariable: Sendable {
  /// Columns of numbers one after another, with what is put behind the variable's name.
  case numeric([Double], suffixes: [String] = [""])
  /// Codes from 1.
  case factor(codes: [Int32], levels: [String], contrasts: Contrasts)
}

/// The columns of a design matrix: their names, their terms, and how to compute them.
///
/// The matrix itself is written by `fill` to where it shall live.
package struct DesignLayout: Sendable {
  package private(set) var names: [String] = []
  /// The term of each column, counted from 1; 0 is the intercept.
  package private(set) var assign: [Int] = []
  private var parts: [Part] = []
  private let rowCount: Int

  /// A column: the product of columns of variables.
  private struct Part {
    var factors: [Factor] = []
    enum Factor {
      case numbers([Double], offset: Int)
      /// A value for each level.
      case lookup([Int32], [Double])
    }
  }

  /// `factors`: for each term the coding of each variable: 0 absent, 1 contrasts, 2 indicators.
  ///
  /// `variables`: one for each row of the factors matrix; nil where no term needs it.
  package init(
    factors: [[Int]], labels: [String], hasIntercept: Bool, variables: [ModelVariable?],
    rowCount: Int
  ) throws {
    self.rowCount = rowCount
    if hasIntercept {
      names.append("(Intercept)")
      assign.append(0)
      parts.append(Part())
    }
    let factors = hasIntercept ? factors : Self.withFullFirstFactor(factors, variables)
    for (term, coding) in factors.enumerated() {
      for (name, part) in try Self.columns(coding, labels, variables) {
        names.append(name)
        assign.append(term + 1)
        parts.append(part)
      }
    }
  }

  package var columnCount: Int { names.count }

  /// Without an intercept the first factor found is coded by indicators.
  private static func withFullFirstFactor(
    _ factors: [[Int]], _ variables: [ModelVariable?]
  ) -> [[Int]] {
    var factors = factors
    for term in factors.indices {
      for variable in factors[term].indices where factors[term][variable] > 0 {
        guard case .factor? = variables[variable] else { continue }
        factors[term][variable] = 2
        return factors
      }
    }
    return factors
  }

  /// The columns of a term: products over its variables, those of the first varying fastest.
  private static func columns(
    _ coding: [Int], _ labels: [String], _ variables: [ModelVariable?]
  ) throws -> [(String, Part)] {
    var result: [(String, Part)] = [("", Part())]
    for variable in coding.indices where coding[variable] > 0 {
      guard let values = variables[variable] else {
        throw ModelError(
          .unknownVariable, "object '\(labels[variable])' not found", variable: labels[variable])
      }
      let own = columns(of: values, isFull: coding[variable] == 2)
      result = own.flatMap { suffix, factor in
        result.map { name, part in
          var part = part
          part.factors.append(factor)
          return (name + (name.isEmpty ? "" : ":") + labels[variable] + suffix, part)
        }
      }
    }
    return result
  }

  private static func columns(
    of variable: ModelVariable, isFull: Bool
  ) -> [(String, Part.Factor)] {
    switch variable {
    case .numeric(let values, let suffixes):
      let rows = values.count / max(1, suffixes.count)
      return suffixes.enumerated().map { ($1, .numbers(values, offset: $0 * rows)) }
    case .factor(let codes, let levels, let contrasts):
      let contrasts = isFull ? Contrasts.indicators(levels) : contrasts
      let count = contrasts.levelCount
      return contrasts.names.enumerated().map { column, name in
        (name, .lookup(codes, Array(contrasts.values[column * count..<(column + 1) * count])))
      }
    }
  }

  /// A matrix of more elements is written by several threads.
  private static let largeCount = 1 << 18

  /// Writes the matrix, column by column.
  package func fill(_ buffer: UnsafeMutableBufferPointer<Double>) {
    precondition(buffer.count == rowCount * columnCount, "the matrix does not fit")
    // Each column is written by one thread only.
    nonisolated(unsafe) let buffer = buffer
    let write = { @Sendable (column: Int) in
      let range = column * rowCount..<(column + 1) * rowCount
      Self.fill(UnsafeMutableBufferPointer(rebasing: buffer[range]), parts[column])
    }
    if buffer.count > Self.largeCount {
      concurrently(columnCount, write)
    } else {
      (0..<columnCount).forEach(write)
    }
  }

  private static func fill(_ column: UnsafeMutableBufferPointer<Double>, _ part: Part) {
    guard let first = part.factors.first else { return column.update(repeating: 1) }
    write(first, to: column)
    for factor in part.factors.dropFirst() { multiply(column, by: factor) }
  }

  private static func write(
    _ factor: Part.Factor, to column: UnsafeMutableBufferPointer<Double>
  ) {
    switch factor {
    case .numbers(let values, let offset):
      _ = column.update(fromContentsOf: values[offset..<offset + column.count])
    case .lookup(let codes, let table):
      let table = [Double.missing] + table
      table.withUnsafeBufferPointer { table in
        codes.withUnsafeBufferPointer { codes in
          for row in 0..<column.count { column[row] = table[max(0, Int(codes[row]))] }
        }
      }
    }
  }

  private static func multiply(
    _ column: UnsafeMutableBufferPointer<Double>, by factor: Part.Factor
  ) {
    switch factor {
    case .numbers(let values, let offset):
      values.withUnsafeBufferPointer { values in
        for row in 0..<column.count { column[row] *= values[offset + row] }
      }
    case .lookup(let codes, let table):
      let table = [Double.missing] + table
      table.withUnsafeBufferPointer { table in
        codes.withUnsafeBufferPointer { codes in
          for row in 0..<column.count { column[row] *= table[max(0, Int(codes[row]))] }
        }
      }
    }
  }

  /// The matrix as an array.
  package func matrix() -> [Double] {
    [Double](unsafeUninitializedCapacity: rowCount * columnCount) { buffer, count in
      count = rowCount * columnCount
      fill(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
    }
  }
}

extension Double {
  /// R's NA.
  static let missing = Double(bitPattern: 0x7FF0_0000_0000_07A2)
}

/// Which rows of a model frame have no missing value.
package struct CompleteRows: Sendable {
  fileprivate var flags: [Bool]

  package init(count: Int) {
    flags = Array(repeating: true, count: count)
  }

  /// Excludes rows that are missing in a column of numbers; a matrix counts row by row.
  package mutating func exclude(missingIn values: UnsafeBufferPointer<Double>) {
    guard !flags.isEmpty, Self.hasMissing(values) else { return }
    flags.withUnsafeMutableBufferPointer { flags in
      var start = 0
      while start + flags.count <= values.count {
        for row in 0..<flags.count {
          flags[row] = flags[row] && values[start + row] == values[start + row]
        }
        start += flags.count
      }
    }
  }

  private static func hasMissing(_ values: UnsafeBufferPointer<Double>) -> Bool {
    guard let start = UnsafeRawPointer(values.baseAddress) else { return false }
    let strides = values.count / 8
    var found = SIMDMask<SIMD8<Int64>>(repeating: false)
    for stride in 0..<strides {
      let lane = start.loadUnaligned(fromByteOffset: stride * 64, as: SIMD8<Double>.self)
      found = found .| (lane .!= lane)
    }
    return any(found) || values[(strides * 8)...].contains { $0.isNaN }
  }

  /// Excludes rows that are missing in a column of integers, codes or logicals.
  package mutating func exclude(missingIn values: UnsafeBufferPointer<Int32>) {
    flags.withUnsafeMutableBufferPointer { flags in
      for row in 0..<min(flags.count, values.count) where values[row] == .min { flags[row] = false }
    }
  }

  /// The rows to keep, or nil for all.
  package var kept: [Int]? {
    let count = flags.withUnsafeBufferPointer { flags in
      var count = 0
      for flag in flags { count &+= flag ? 1 : 0 }
      return count
    }
    guard count < flags.count else { return nil }
    return [Int](unsafeUninitializedCapacity: count + 1) { rows, kept in
      for row in 0..<flags.count {
        // Written whether it counts or not, which is faster than asking.
        rows[kept] = row
        kept += flags[row] ? 1 : 0
      }
    }
  }
}

extension CompleteRows {
  /// Excludes rows whose code from 0 is negative.
  package mutating func exclude(negative codes: [Int32]) {
    codes.withUnsafeBufferPointer { codes in
      var least: Int32 = 0
      for code in codes { least = min(least, code) }
      guard least < 0 else { return }
      flags.withUnsafeMutableBufferPointer { flags in
        for row in 0..<codes.count { flags[row] = flags[row] && codes[row] >= 0 }
      }
    }
  }
}
