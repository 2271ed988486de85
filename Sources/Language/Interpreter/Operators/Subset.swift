// x[i], x[i, j, …] without dispatch.

extension Interpreter {
  /// `x[indices]`; `.missingArgument` stands for an empty index.
  package func subset(
    _ x: Value, _ indices: [Value], drop: Bool = true, call: Value = .null
  ) throws(Unwind) -> Value {
    if x.isNull { return .null }
    if let call = x.call { return try subsetCall(call, indices, call: .object(call)) }
    guard let vector = x.vector else { throw .error(.notSubsettable(x.kind, call: call)) }
    if indices.count <= 1 {
      let index = indices.first ?? .missingArgument
      if index.isMissingArgument { return x }
      return try subsetVector(vector, index, drop: drop, call)
    }
    guard let extents = vector.dimensions, extents.count == indices.count else {
      throw .error(.wrongDimensionCount(call: call))
    }
    return Value(try subsetArray(vector, extents, indices, drop: drop, call))
  }

  /// `x[index]` for a vector of any shape.
  func subsetVector(
    _ x: Vector, _ index: Value, drop: Bool, _ call: Value
  ) throws(Unwind) -> Value {
    if let positions = try matrixPositions(index, in: x, call) {
      let result = x.gather(positions)
      return Value(x.kind == .pairlist ? try vector(.object(result), as: .list) : result)
    }
    if index.kind == .logical, !x.hasAttributes, let truths = index.vector,
      let chosen = x.filter(UnsafeBufferPointer(truths.integers))
    {
      return Value(chosen)
    }
    let names = x.names
    let space = IndexSpace(count: x.count, names: names)
    let selection = try select(index, from: space, call: call)
    var result = x.gather(selection.positions)
    if x.kind == .pairlist { result = try vector(.object(result), as: .list) }
    if let names {
      let chosen = names.gather(selection.positions)
      if !keepOneDimension(result, of: x, chosen, drop: drop) {
        result.setAttribute(.names, Value(chosen))
      }
    } else if x.hasAttributes {
      _ = keepOneDimension(result, of: x, nil, drop: drop)
    }
    if x.hasAttributes, let references = x.attribute(.srcref).list {
      result.setAttribute(.srcref, Value(references.gather(selection.positions)))
    }
    return Value(result)
  }

  /// A one-dimensional array stays one, unless it drops to a single element.
  private func keepOneDimension(
    _ result: Vector, of x: Vector, _ names: Vector?, drop: Bool
  ) -> Bool {
    guard x.attribute(.dim).count == 1, result.count > 1 || !drop && result.count > 0 else {
      return false
    }
    let extent = IntegerVector(CollectionOfOne(Int32(result.count)))
    extent.setAttribute(.names, x.attribute(.dim).attribute(.names))
    result.setAttribute(.dim, .object(extent))
    if let names {
      let dimnames = ListVector(CollectionOfOne(Value(names)))
      dimnames.setAttribute(.names, x.attribute(.dimnames).attribute(.names))
      result.setAttribute(.dimnames, .object(dimnames))
    }
    return true
  }

  private func subsetCall(
    _ x: Call, _ indices: [Value], call: Value
  ) throws(Unwind) -> Value {
    guard indices.count <= 1 else { throw .error(.wrongDimensionCount(call: call)) }
    let index = indices.first ?? .missingArgument
    if index.isMissingArgument { return .object(x) }
    let chosen = try subsetVector(x.asList, index, drop: true, call)
    return chosen.list?.asCall ?? .null
  }
}

// MARK: - Arrays

extension Interpreter {
  func subsetArray(
    _ x: Vector, _ extents: [Int], _ indices: [Value], drop: Bool, _ call: Value
  ) throws(Unwind) -> Vector {
    let selections = try selectExtents(of: x, extents, indices, call)
    let result = x.gather(Self.linearPositions(selections, extents))
    if x.kind == .pairlist { return try vector(.object(result), as: .list) }
    let sizes = selections.map { Int32(truncatingIfNeeded: $0.count) }
    let shape = IntegerVector(sizes)
    shape.setAttribute(.names, x.attribute(.dim).attribute(.names))
    result.setAttribute(.dim, .object(shape))
    if let dimnames = x.attribute(.dimnames).list {
      let chosen = ListVector(count: sizes.count)
      for k in 0..<sizes.count {
        guard let names = dimnames.elements[k].vector, names.count > 0, sizes[k] > 0 else {
          continue
        }
        chosen.elements[k] = Value(names.gather(selections[k].positions))
      }
      chosen.setAttribute(.names, dimnames.attribute(.names))
      if chosen.hasAttributes || chosen.elements.contains(where: { !$0.isNull }) {
        result.setAttribute(.dimnames, .object(chosen))
      }
    }
    if drop { result.dropDimensions() }
    return result
  }

  /// The selection of each extent.
  func selectExtents(
    of x: Vector, _ extents: [Int], _ indices: [Value], _ call: Value, boundsCall: Value? = nil
  ) throws(Unwind) -> [Selection] {
    let dimnames = x.attribute(.dimnames).list
    var selections: [Selection] = []
    selections.reserveCapacity(indices.count)
    for k in 0..<indices.count {
      var names: CharacterVector?
      if indices[k].kind == .character { names = dimnames?.elements[k].characterVector }
      if names == nil, indices[k].kind == .character, dimnames != nil {
        throw .error(.subscriptOutOfBounds(call: boundsCall ?? call))
      }
      let space = IndexSpace(
        count: extents[k], names: names, isExtent: true, boundsCall: boundsCall)
      selections.append(try select(indices[k], from: space, call: call))
    }
    return selections
  }

  /// Positions in the whole array, first extent fastest.
  static func linearPositions(_ selections: [Selection], _ extents: [Int]) -> IntegerVector {
    if let range = linearRange(selections, extents) { return range }
    let total = selections.reduce(1) { $0 * $1.count }
    let result = IntegerVector(count: total)
    if total == 0 { return result }
    let target = result.elements.baseAddress.unsafelyUnwrapped
    let first = UnsafeBufferPointer(selections[0].positions.elements)
    var counters = [Int](repeating: 0, count: selections.count)
    var used = 0
    while used < total {
      var offset = 0
      var isMissing = false
      var stride = extents[0]
      for k in 1..<selections.count {
        let position = selections[k].positions.elements[counters[k]]
        isMissing = isMissing || position.isMissing
        offset += (Int(position) - 1) * stride
        stride *= extents[k]
      }
      let base = Int32(truncatingIfNeeded: offset)
      for k in 0..<first.count {
        target[used + k] = isMissing || first[k].isMissing ? .missing : first[k] &+ base
      }
      used += first.count
      var k = 1
      while k < counters.count {
        counters[k] += 1
        if counters[k] < selections[k].count { break }
        counters[k] = 0
        k += 1
      }
    }
    return result
  }

  /// A run of whole columns is a range.
  private static func linearRange(
    _ selections: [Selection], _ extents: [Int]
  ) -> IntegerVector? {
    var size = 1
    var k = 0
    while k < extents.count, selections[k].positions.compactStart == 1,
      selections[k].count == extents[k]
    {
      size *= extents[k]
      k += 1
    }
    guard k == extents.count - 1 else {
      return k == extents.count ? IntegerVector(from: 1, count: size) : nil
    }
    let last = selections[k]
    if let start = last.positions.compactStart {
      let first = (Int(start) - 1) * size + 1
      return IntegerVector(from: Int32(truncatingIfNeeded: first), count: size * last.count)
    }
    guard last.count == 1, !last.hasMissing else { return nil }
    let first = (Int(last.positions.elements[0]) - 1) * size + 1
    return IntegerVector(from: Int32(truncatingIfNeeded: first), count: size)
  }
}

// MARK: - Matrix indices

extension Interpreter {
  /// The positions that a matrix with a column for each extent gives by row; nil for other indices.
  func matrixPositions(
    _ index: Value, in x: Vector, _ call: Value, boundsCall: Value? = nil
  ) throws(Unwind) -> IntegerVector? {
    guard case .object(let object) = index, object.hasAttributes, x.hasAttributes,
      let matrix = object.vector, let shape = matrix.dimensions, shape.count == 2,
      let extents = x.dimensions, extents.count == shape[1]
    else { return nil }
    switch matrix.kind {
    case .integer, .double:
      let whole = try vector(index, as: .integer)
      return try matrixPositions(of: whole, rows: shape[0], extents, call)
    case .character:
      guard let dimnames = x.attribute(.dimnames).list else {
        throw .error(.subscriptOutOfBounds(call: boundsCall ?? call))
      }
      let places = try positionsOfNames(
        matrix.strings, rows: shape[0], dimnames, boundsCall ?? call)
      return try matrixPositions(of: places, rows: shape[0], extents, call)
    default: return nil
    }
  }

  private func positionsOfNames(
    _ names: UnsafeMutableBufferPointer<StringHandle>, rows: Int, _ dimnames: ListVector,
    _ call: Value
  ) throws(Unwind) -> IntegerVector {
    let result = IntegerVector(count: names.count)
    for column in 0..<dimnames.count {
      let known = dimnames.elements[column].characterVector
      let table = NameTable(known.map { UnsafeBufferPointer($0.elements) }, lookups: rows)
      for row in 0..<rows {
        let name = names[column * rows + row]
        let place = name.isMissing ? .missing : table.position(of: name)
        guard let place else { throw .error(.subscriptOutOfBounds(call: call)) }
        result.elements[column * rows + row] = place
      }
    }
    return result
  }

  private func matrixPositions(
    of vector: Vector, rows: Int, _ extents: [Int], _ call: Value
  ) throws(Unwind) -> IntegerVector {
    let index = vector.integers
    var result: [Int32] = []
    result.reserveCapacity(rows)
    for row in 0..<rows {
      var offset = 0
      var stride = 1
      var (hasZero, hasMissing) = (false, false)
      for column in 0..<extents.count {
        let number = index[column * rows + row]
        if number.isMissing {
          hasMissing = true
          continue
        }
        if number < 0 {
          throw .error(
            .error("negative values are not allowed in a matrix subscript", call: call))
        }
        if number > extents[column] { throw .error(.subscriptOutOfBounds(call: call)) }
        hasZero = hasZero || number == 0
        offset += (Int(number) - 1) * stride
        stride *= extents[column]
      }
      if hasMissing {
        result.append(.missing)
      } else if !hasZero {
        result.append(Int32(truncatingIfNeeded: offset + 1))
      }
    }
    return IntegerVector(result)
  }
}
