import ApusInterpreter

/// Making and turning arrays: `matrix`, `array`, `aperm`, `t`, `row`, `col`, `slice.index`, `drop`.
enum Shapes {
  static var all: [Builtin] {
    [matrix, array, aperm, transpose, row, col, sliceIndex, drop, setDiagonal]
  }

  /// `matrix(data, nrow, ncol, byrow, dimnames, missing(nrow), missing(ncol))`.
  static let matrix = Builtin(
    .internal, "matrix(data, nrow, ncol, byrow, dimnames, lacksRows, lacksColumns)"
  ) { call throws(Unwind) in
    guard !call[0].isNull, let data = call[0].vector else {
      throw call.error("'data' must be of a vector type, was '\(call[0].kind.typeName)'")
    }
    let isByRow = try call.flag(3, "byrow")
    let lacksRows = try call.flag(5, "nrow")
    let lacksColumns = try call.flag(6, "ncol")
    var rows = lacksRows ? 1 : try extent(call, 1, "nrow")
    var columns = lacksColumns ? 1 : try extent(call, 2, "ncol")
    let size = data.count
    if lacksRows, lacksColumns {
      rows = size
    } else if size > 0, lacksRows ? columns == 0 : lacksColumns && rows == 0 {
      throw call.error("data is too long")
    } else if lacksRows {
      rows = columns > 0 ? (size + columns - 1) / columns : 0
    } else if lacksColumns {
      columns = rows > 0 ? (size + rows - 1) / rows : 0
    }
    try call.checkRoom(Double(rows) * Double(columns), data.kind)
    if let problem = mismatch(size, rows, columns) { try call.warning(problem) }
    let result =
      isByRow && rows > 1 && columns > 1
      ? byRows(data, rows, columns) : Replication.repeated(data, total: rows * columns)
    result.setAttribute(.dim, .object(IntegerVector([Int32(rows), Int32(columns)])))
    return try withDimnames(result, call[4], call)
  }

  private static func extent(
    _ call: borrowing Invocation, _ position: Int, _ name: StaticString
  ) throws(Unwind) -> Int {
    guard call[position].kind.isNumeric || call[position].kind == .logical else {
      throw call.error("non-numeric matrix extent")
    }
    let values = try call.doubles(position).elements
    guard let number = values.first, number.isFinite, number < 2_147_483_648 else {
      throw call.error("invalid '\(name)' value (too large or NA)")
    }
    guard number >= 0 else { throw call.error("invalid '\(name)' value (< 0)") }
    return Int(number)
  }

  /// The warning about data that does not fill the matrix a whole number of times.
  private static func mismatch(_ size: Int, _ rows: Int, _ columns: Int) -> String? {
    guard size > 1 else { return nil }
    let total = rows * columns
    if total == 0 { return "non-empty data for zero-extent matrix" }
    guard total % size != 0 else { return nil }
    if size > rows ? size % rows != 0 : rows % size != 0 {
      return
        "data length [\(size)] is not a sub-multiple or multiple of the number of rows [\(rows)]"
    }
    if size > columns ? size % columns != 0 : columns % size != 0 {
      return
        "data length [\(size)] is not a sub-multiple or multiple of the number of columns [\(columns)]"
    }
    return "data length differs from size of matrix: [\(size) != \(rows) x \(columns)]"
  }

  private static func byRows(_ data: Vector, _ rows: Int, _ columns: Int) -> Vector {
    let size = data.count
    if size == 0 { return data.resized(to: rows * columns) }
    let places = [Int32](unsafeUninitializedCapacity: rows * columns) { places, filled in
      for column in 0..<columns {
        for row in 0..<rows {
          places[column * rows + row] = Int32(truncatingIfNeeded: (row * columns + column) % size)
        }
      }
      filled = rows * columns
    }
    return data.gathered(places)
  }

  private static func withDimnames(
    _ result: Vector, _ names: Value, _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    guard !names.isNull, names.count > 0 else { return .object(result) }
    let checked = try call.interpreter.checkedDimnames(
      names, of: .object(result), call: call.call)
    result.setAttribute(.dimnames, checked)
    return .object(result)
  }

  static let array = Builtin(.internal, "array(data, dim, dimnames)") { call throws(Unwind) in
    guard let data = call[0].vector else {
      throw call.error("'data' must be of a vector type, was '\(call[0].kind.typeName)'")
    }
    let sizes = try call.integers(1)
    guard sizes.count > 0 else { throw call.error("'dims' cannot be of length 0") }
    var total = 1
    for size in sizes.elements {
      guard size >= 0 else { throw call.error("negative length vectors are not allowed") }
      total = total.multipliedReportingOverflow(by: Int(size)).partialValue
    }
    try call.checkRoom(Double(total), data.kind)
    let result = Replication.repeated(data, total: total)
    result.setAttribute(.dim, .object(IntegerVector(sizes.elements)))
    return try withDimnames(result, call[2], call)
  }

  // MARK: - Turning

  static let transpose = Builtin(.internal, "t.default(x)") { call throws(Unwind) in
    guard let source = call[0].vector, !call[0].isNull else {
      throw call.error("argument is not a matrix")
    }
    let sizes = call[0].dimensions
    guard (sizes?.count ?? 1) <= 2 else { throw call.error("argument is not a matrix") }
    let rows = sizes?.count == 2 ? sizes?[0] ?? 1 : source.count
    let columns = sizes?.count == 2 ? sizes?[1] ?? 1 : 1
    let result =
      columns == 1 || rows == 1
      ? source.resized(to: source.count) : transposed(source, rows, columns)
    for entry in call[0].attributes?.entries ?? [] {
      if ![Symbol.names, .dim, .dimnames].contains(entry.name) {
        result.setAttribute(entry.name, entry.value)
      }
    }
    if call[0].isS4 { result.flags.insert(.isS4) }
    result.setAttribute(.dim, .object(IntegerVector([Int32(columns), Int32(rows)])))
    if sizes?.count == 2 {
      if let names = call[0].dimensionNames {
        result.setAttribute(.dimnames, .object(reversed(names)))
      }
    } else if let names = call[0].elementNames {
      let labels = ListVector([.null, Value(names)])
      if let title = call[0].dimensionNames.flatMap({ Value.object($0).namesVector }) {
        labels.setAttribute(.names, .strings([.empty, title.elements[0]]))
      }
      result.setAttribute(.dimnames, .object(labels))
    }
    return .object(result)
  }

  private static func reversed(_ names: ListVector) -> ListVector {
    let result = ListVector(Array(names.elements.reversed()))
    if let titles = Value.object(names).namesVector {
      result.setAttribute(.names, .strings(Array(titles.elements.reversed())))
    }
    return result
  }

  private static func transposed(_ source: Vector, _ rows: Int, _ columns: Int) -> Vector {
    if let numbers = source as? DoubleVector {
      let result = DoubleVector(count: source.count)
      transpose(numbers.elements, rows, columns, result.elements)
      return result
    }
    if source.kind == .integer || source.kind == .logical {
      let result = source.empty(count: source.count)
      transpose(source.wholeNumbers, rows, columns, result.wholeNumbers)
      return result
    }
    let places = [Int32](unsafeUninitializedCapacity: source.count) { places, filled in
      for row in 0..<rows {
        for column in 0..<columns {
          places[row * columns + column] = Int32(truncatingIfNeeded: column * rows + row)
        }
      }
      filled = source.count
    }
    return source.gathered(places)
  }

  /// In square blocks, so that both matrices stay in the cache.
  private static func transpose<Element>(
    _ source: UnsafeMutableBufferPointer<Element>, _ rows: Int, _ columns: Int,
    _ target: UnsafeMutableBufferPointer<Element>
  ) {
    let block = 32
    for top in stride(from: 0, to: rows, by: block) {
      for left in stride(from: 0, to: columns, by: block) {
        for row in top..<min(top + block, rows) {
          for column in left..<min(left + block, columns) {
            target[row * columns + column] = source[column * rows + row]
          }
        }
      }
    }
  }

  /// `aperm(a, perm, resize)`.
  static let aperm = Builtin(.internal, "aperm(a, perm, resize)") { call throws(Unwind) in
    guard let source = call[0].vector, let sizes = call[0].dimensions else {
      throw call.error("invalid first argument, must be an array")
    }
    let order = try permutation(call, sizes.count)
    let resizes = try call.flag(2, "resize")
    let newSizes = order.map { sizes[$0] }
    var strides = Array(repeating: 1, count: sizes.count)
    for k in 1..<max(sizes.count, 1) { strides[k] = strides[k - 1] * sizes[k - 1] }
    let result = source.gathered(places(newSizes, order.map { strides[$0] }, source.count))
    result.setAttribute(
      .dim, .object(IntegerVector((resizes ? newSizes : sizes).map { Int32($0) })))
    guard resizes, let names = call[0].dimensionNames else { return .object(result) }
    let newNames = ListVector(order.map { names.elements[$0] })
    if let titles = Value.object(names).namesVector {
      newNames.setAttribute(.names, .strings(order.map { titles.elements[$0] }))
    }
    result.setAttribute(.dimnames, .object(newNames))
    return .object(result)
  }

  /// Walks the new array in order, stepping through the old one like an odometer.
  private static func places(_ sizes: [Int], _ strides: [Int], _ total: Int) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: total) { places, filled in
      var counters = Array(repeating: 0, count: sizes.count)
      var place = 0
      for k in 0..<total {
        places[k] = Int32(truncatingIfNeeded: place)
        var d = 0
        while d < sizes.count {
          counters[d] += 1
          place += strides[d]
          if counters[d] < sizes[d] { break }
          place -= strides[d] * sizes[d]
          counters[d] = 0
          d += 1
        }
      }
      filled = total
    }
  }

  private static func permutation(
    _ call: borrowing Invocation, _ rank: Int
  ) throws(Unwind) -> [Int] {
    if call[1].isNull { return Array((0..<rank).reversed()) }
    guard call[1].count == rank else {
      throw call.error("'perm' is of wrong length \(call[1].count) (!= \(rank))")
    }
    var order: [Int] = []
    if let wanted = call[1].characterVector {
      guard let titles = call[0].dimensionNames.flatMap({ Value.object($0).namesVector }) else {
        throw call.error("'a' does not have named dimnames")
      }
      for (k, title) in wanted.elements.enumerated() {
        guard let place = titles.elements.firstIndex(of: title) else {
          throw call.error("'perm[\(k + 1)]' does not match a dimension name")
        }
        order.append(place)
      }
    } else {
      for place in try call.integers(1).elements {
        guard place >= 1, place <= rank else { throw call.error("value out of range in 'perm'") }
        order.append(Int(place) - 1)
      }
    }
    guard Set(order).count == rank else { throw call.error("invalid 'perm' argument") }
    return order
  }

  static let drop = Builtin(.internal, "drop(x)") { call throws(Unwind) in
    guard let vector = call[0].vector, let sizes = call[0].dimensions, sizes.contains(1) else {
      return call[0]
    }
    let result = vector.resized(to: vector.count)
    result.copyAttributes(from: vector)
    result.dropDimensions()
    return Value(result)
  }

  // MARK: - Indices

  static let row = Builtin(.internal, "row(dim)") { call throws(Unwind) in
    try slices(call, margin: 0)
  }

  static let col = Builtin(.internal, "col(dim)") { call throws(Unwind) in
    try slices(call, margin: 1)
  }

  /// `slice.index(dim, margin)`: for each element its index along one dimension.
  static let sliceIndex = Builtin(.internal, "slice.index(dim, margin)") { call throws(Unwind) in
    try slices(call, margin: Int(try call.integer(1, "MARGIN")) - 1)
  }

  private static func slices(
    _ call: borrowing Invocation, margin: Int
  ) throws(Unwind) -> Value {
    let sizes = try call.integers(0).elements.map { Int($0) }
    guard margin >= 0, margin < sizes.count, sizes.allSatisfy({ $0 >= 0 }) else {
      throw call.error("a matrix-like object is required as argument to 'row'/'col'")
    }
    let room = sizes.reduce(1.0) { $0 * Double($1) }
    try call.checkRoom(room, .integer)
    let total = sizes.reduce(1, *)
    let step = sizes[..<margin].reduce(1, *)
    let result = IntegerVector(count: total)
    let elements = result.elements
    var index: Int32 = 1
    var left = step
    for k in 0..<total {
      elements[k] = index
      left -= 1
      if left == 0 {
        left = step
        index = Int(index) == sizes[margin] ? 1 : index + 1
      }
    }
    result.setAttribute(.dim, .object(IntegerVector(sizes.map { Int32($0) })))
    return .object(result)
  }

  /// `diagonal(x, nrow, ncol)`: a matrix of zeros with `x` recycled on its diagonal.
  static let setDiagonal = Builtin(.internal, "diagonal(x, nrow, ncol)") { call throws(Unwind) in
    let rows = try extent(call, 1, "nrow")
    let columns = try extent(call, 2, "ncol")
    guard let data = call[0].vector else { throw call.error("'x' must be a vector") }
    try call.checkRoom(Double(rows) * Double(columns), .double)
    let size = min(rows, columns)
    guard size == 0 || data.count > 0 else { throw call.error("'x' must have positive length") }
    let result: Vector
    switch data {
    case is DoubleVector, is IntegerVector, is LogicalVector, is ComplexVector, is RawVector:
      result = zeros(like: data, count: rows * columns)
    default:
      result = DoubleVector(repeating: 0, count: rows * columns)
    }
    let source =
      data.kind == result.kind
      ? data : try call.interpreter.coerce(.object(data), to: result.kind)
    for k in 0..<size {
      result.copyElements(from: source, at: k % source.count, count: 1, to: k * rows + k)
    }
    result.setAttribute(.dim, .object(IntegerVector([Int32(rows), Int32(columns)])))
    return .object(result)
  }

  private static func zeros(like vector: Vector, count: Int) -> Vector {
    switch vector.kind {
    case .logical: LogicalVector(repeating: 0, count: count)
    case .integer: IntegerVector(repeating: 0, count: count)
    case .complex: ComplexVector(repeating: ComplexNumber(0), count: count)
    case .raw: RawVector(repeating: 0, count: count)
    default: DoubleVector(repeating: 0, count: count)
    }
  }
}
