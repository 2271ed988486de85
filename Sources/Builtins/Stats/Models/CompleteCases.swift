import ApusInterpreter

/// The native half of `na.omit`.
enum CompleteCases {
  static var all: [Builtin] { [completeCases] }

  /// The positions of rows without missing values and of those with some; NULL if all are complete.
  ///
  /// Columns that are no atomic vectors are left out of account.
  static let completeCases = Builtin(.internal, "completeCases(columns, count)") {
    call throws(Unwind) in
    let count = max(0, Int(try call.integer(1, "count")))
    let flags = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count)
    defer { flags.deallocate() }
    flags.initialize(repeating: 0)
    for column in call[0].list?.elements ?? .init(start: nil, count: 0) {
      if let vector = column.vector, vector.kind.isAtomic { mark(vector, flags) }
    }
    var missing = 0
    for flag in flags { missing += Int(flag) }
    return missing == 0 ? .null : positions(flags, missing)
  }

  /// Sets the flag of each row with a missing value; a matrix has several elements a row.
  private static func mark(_ vector: Vector, _ flags: UnsafeMutableBufferPointer<UInt8>) {
    switch vector.kind {
    case .double: mark(vector.doubles, flags) { $0.isNaN }
    case .integer, .logical: mark(vector.integers, flags) { $0 == .min }
    case .character: mark(vector.strings, flags) { $0.isMissing }
    case .complex: mark(vector.complexes, flags) { $0.isNaN }
    default: break
    }
  }

  @inline(__always)
  private static func mark<Element>(
    _ elements: UnsafeMutableBufferPointer<Element>, _ flags: UnsafeMutableBufferPointer<UInt8>,
    _ isMissing: (Element) -> Bool
  ) {
    let rows = flags.count
    guard rows > 0, let flags = flags.baseAddress else { return }
    var start = 0
    while start + rows <= elements.count {
      for row in 0..<rows { flags[row] |= isMissing(elements[start + row]) ? 1 : 0 }
      start += rows
    }
  }

  private static func positions(
    _ flags: UnsafeMutableBufferPointer<UInt8>, _ missing: Int
  ) -> Value {
    // One element more than needed, so that the loop can write before it knows which one it is.
    let kept = IntegerVector(count: flags.count - missing + 1)
    let omitted = IntegerVector(count: missing + 1)
    let (keep, omit) = (kept.elements, omitted.elements)
    var left = 0
    for row in 0..<flags.count {
      let gone = row - left
      let position = Int32(truncatingIfNeeded: row + 1)
      keep[left] = position
      omit[gone] = position
      left += flags[row] == 0 ? 1 : 0
    }
    kept.truncate(to: flags.count - missing)
    omitted.truncate(to: missing)
    return .list([Value(kept), Value(omitted)])
  }
}
