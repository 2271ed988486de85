import ApusInterpreter

/// Grouping by integer codes: the native halves of `split` and `rowsum`.
enum Grouping {
  static var all: [Builtin] { [split, rowsum] }

  /// `split(x, f)`: `f` holds codes and carries the levels.
  static let split = Builtin(.internal, "split(x, f)") { call throws(Unwind) in
    guard let source = call[0].vector else {
      throw call.error("first argument must be a vector")
    }
    let codes = try call.integers(1)
    let levels = call[1].attribute(.levels)
    let groupCount = levels.count
    if codes.count == 0, source.count > 0 {
      throw call.error("group length is 0 but data length > 0")
    }
    if codes.count > 0, source.count % codes.count != 0 {
      try call.warning("data length is not a multiple of split variable")
    }
    let groups = GroupPlaces(codes, over: source.count, groupCount: groupCount)
    let names = call[0].elementNames
    let result = ListVector(count: groupCount)
    for group in 0..<groupCount {
      let places = groups.places(of: group)
      let part = source.gathered(places)
      if let names { part.setAttribute(.names, Value(names.gathered(places))) }
      result.elements[group] = Value(part)
    }
    result.setAttribute(.names, levels)
    return .object(result)
  }

  /// `rowsum(x, code, n, na.rm, names)`: sums of the rows of a matrix with equal codes.
  static let rowsum = Builtin(.internal, "rowsum(x, code, n, na.rm, names)") {
    call throws(Unwind) in
    let codes = try call.integers(1).elements
    let size = Int(try call.integer(2, "n"))
    let skipsMissing = try call.flag(3, "na.rm")
    let shape = call[0].dimensions ?? [call[0].count, 1]
    guard shape.count == 2, shape[0] == codes.count, size >= 0,
      codes.allSatisfy({ $0 >= 1 && Int($0) <= size })
    else { throw call.error("incorrect length for 'group'") }
    let columns = shape[1]
    try call.checkRoom(Double(size) * Double(columns), .double)
    let result: Vector
    if call[0].kind == .double {
      result = sums(try call.doubles(0).elements, codes, size, columns, skipsMissing)
    } else {
      guard call[0].kind == .integer || call[0].kind == .logical else {
        throw call.error("'x' must be numeric")
      }
      result = sums(try call.integers(0).elements, codes, size, columns, skipsMissing)
    }
    result.setAttribute(.dim, .object(IntegerVector([Int32(size), Int32(columns)])))
    let columnNames = call[0].dimensionNames.map { $0.elements[1] } ?? .null
    result.setAttribute(.dimnames, .list([call[4], columnNames]))
    return .object(result)
  }

  private static func sums(
    _ numbers: UnsafeMutableBufferPointer<Double>, _ codes: UnsafeMutableBufferPointer<Int32>,
    _ size: Int, _ columns: Int, _ skipsMissing: Bool
  ) -> Vector {
    let result = DoubleVector(repeating: 0, count: size * columns)
    let totals = result.elements
    for column in 0..<columns {
      for row in 0..<codes.count {
        let number = numbers[column * codes.count + row]
        if skipsMissing, number.isNaN { continue }
        totals[column * size + Int(codes[row]) - 1] += number
      }
    }
    return result
  }

  private static func sums(
    _ numbers: UnsafeMutableBufferPointer<Int32>, _ codes: UnsafeMutableBufferPointer<Int32>,
    _ size: Int, _ columns: Int, _ skipsMissing: Bool
  ) -> Vector {
    let result = IntegerVector(repeating: 0, count: size * columns)
    let totals = result.elements
    for column in 0..<columns {
      for row in 0..<codes.count {
        let number = numbers[column * codes.count + row]
        let place = column * size + Int(codes[row]) - 1
        if number.isMissing {
          if !skipsMissing { totals[place] = .missing }
        } else if !totals[place].isMissing {
          let (sum, overflow) = totals[place].addingReportingOverflow(number)
          totals[place] = overflow ? .missing : sum
        }
      }
    }
    return result
  }
}

/// The places of the elements of each group, in one buffer: counted first, then filled.
struct GroupPlaces {
  private var starts: [Int]
  private let order: [Int32]

  /// Codes run from 1; they are recycled over `total` elements, codes outside are left out.
  init(_ codes: IntegerVector, over total: Int, groupCount: Int) {
    let groups = codes.elements
    var starts = Array(repeating: 0, count: groupCount + 2)
    let limit = UInt32(groupCount)
    let isRecycled = groups.count != total
    for k in 0..<(groups.count > 0 ? total : 0) {
      let group = UInt32(bitPattern: groups[isRecycled ? k % groups.count : k] &- 1)
      if group < limit { starts[Int(group) + 2] += 1 }
    }
    for group in 1..<(groupCount + 2) { starts[group] += starts[group - 1] }
    let size = starts[groupCount + 1]
    order = [Int32](unsafeUninitializedCapacity: size) { places, filled in
      for k in 0..<(groups.count > 0 ? total : 0) {
        let group = UInt32(bitPattern: groups[isRecycled ? k % groups.count : k] &- 1)
        guard group < limit else { continue }
        places[starts[Int(group) + 1]] = Int32(truncatingIfNeeded: k)
        starts[Int(group) + 1] += 1
      }
      filled = size
    }
    // Each start has moved on to where the next group begins.
    self.starts = starts
  }

  func places(of group: Int) -> [Int32] {
    let end = starts[group + 1]
    let start = group == 0 ? 0 : starts[group]
    return Array(order[start..<end])
  }
}
