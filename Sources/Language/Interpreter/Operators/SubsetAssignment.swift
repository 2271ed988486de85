// x[i] <- value, x[i, j, …] <- value without dispatch.

extension Interpreter {
  /// Changes `x` in place if nobody else refers to its vector; keeps it on errors.
  package func assignSubset(
    _ x: inout Value, _ indices: [Value], _ value: Value, call: Value = .null
  ) throws(Unwind) {
    switch x.kind {
    case .null:
      if value.count == 0, indices.count <= 1 { return }
      if value.kind == .call {
        throw .error(.error("unimplemented type 'NULL' in 'coercePairList'", call: call))
      }
      x = .object(Vector.make(value.kind.isVector ? value.kind : .list, count: 0))
      do throws(Unwind) {
        try assignSubset(&x, indices, value, call: call)
      } catch {
        x = .null
        throw error
      }
    case .call:
      guard let language = x.call else { return }
      var parts: Value = .object(language.asList)
      try assignSubset(&parts, indices, value, call: call)
      x = language.replaced(by: parts)
    case .pairlist:
      try convertTarget(&x, to: .list)
      try assignSubset(&x, indices, value, call: call)
    default:
      guard x.isVector else { throw .error(.notSubsettable(x.kind, call: call)) }
      if indices.count > 1 {
        try assignArray(&x, indices, value, call)
      } else {
        try assignVector(&x, indices.first ?? .missingArgument, value, call)
      }
    }
  }

  private func assignVector(
    _ x: inout Value, _ index: Value, _ given: Value, _ call: Value
  ) throws(Unwind) {
    let selection = try selectTarget(x, index, given, call)
    let value = try given.kind == .symbol ? nameAsNothing(x, call) ?? given : given
    if value.isNull, x.kind.isList {
      return try removeElements(selection, of: &x)
    }
    let kind = try resultKind(x.kind, value, call)
    let source = try replacement(value, as: kind, call)
    if selection.count > 0 {
      guard source.count > 0 else {
        throw .error(.error("replacement has length zero", call: call))
      }
      try checkMissing(selection.hasMissing, source, call)
      if selection.count % source.count != 0 {
        try signalWarning(
          "number of items to replace is not a multiple of replacement length", call: call)
      }
    }
    try convertTarget(&x, to: kind)
    let oldCount = x.count
    if selection.maximum > oldCount { try Unwind.checkGrowth(selection.maximum, x.kind, call) }
    let vector = x.takeVector(count: max(oldCount, selection.maximum))
    vector.scatter(source, to: selection.positions)
    vector.nameNewElements(selection.newNames, from: oldCount)
    x = Value(vector)
  }

  /// The positions that `x[index] <-` writes to.
  private func selectTarget(
    _ x: Value, _ index: Value, _ value: Value, _ call: Value
  ) throws(Unwind) -> Selection {
    let vector = x.object?.vector
    if let vector, index.object?.hasAttributes == true,
      let positions = try matrixPositions(
        index, in: vector, call, boundsCall: replacementCall(call, value))
    {
      let hasMissing = positions.elements.contains(.missing)
      return Selection(positions: positions, maximum: vector.count, hasMissing: hasMissing)
    }
    let space = IndexSpace(count: x.count, names: vector?.names, isGrowing: true)
    return try select(index, from: space, call: call)
  }

  /// A name put into a list counts as NULL, with a warning.
  private func nameAsNothing(_ x: Value, _ call: Value) throws(Unwind) -> Value? {
    guard x.kind.isList else { return nil }
    try signalWarning("'symbol' object cannot be coerced to type 'list'", call: call)
    return .null
  }

  private func checkMissing(
    _ hasMissing: Bool, _ source: Vector, _ call: Value
  ) throws(Unwind) {
    if hasMissing && source.count > 1 {
      throw .error(
        .error("NAs are not allowed in subscripted assignments", call: call))
    }
  }

  /// `list[index] <- NULL`.
  private func removeElements(_ selection: Selection, of x: inout Value) throws(Unwind) {
    guard selection.count > 0, let list = x.vector else { return }
    if selection.maximum > list.count {
      try Unwind.checkGrowth(selection.maximum, .list, .null)
    }
    let longer = selection.maximum > list.count ? list.grown(to: selection.maximum) : list
    longer.nameNewElements(selection.newNames, from: list.count)
    var isRemoved = [Bool](repeating: false, count: longer.count)
    for position in selection.positions.elements where position > 0 {
      isRemoved[Int(position) - 1] = true
    }
    x = .object(longer.removing(isRemoved))
  }
}

// MARK: - Types

extension Interpreter {
  /// The type that `x` takes on when `value` is put into it.
  func resultKind(_ kind: Kind, _ value: Value, _ call: Value) throws(Unwind) -> Kind {
    let other = value.kind
    if kind.isList { return kind }
    guard other.isVector || other == .null || other == .pairlist else {
      throw .error(.incompatibleTypes(other, kind, call: call))
    }
    if other == .null { return kind }
    if (kind == .raw) != (other == .raw), !other.isList {
      throw .error(.incompatibleTypes(other, kind, call: call))
    }
    return other == .pairlist ? .list : max(kind, other)
  }

  /// The value to be put into a vector of a type.
  private func replacement(
    _ value: Value, as kind: Kind, _ call: Value
  ) throws(Unwind) -> Vector {
    if value.isFunction || value.kind == .environment {
      throw .error(.cannotCoerce(value.kind, to: kind, call: call))
    }
    guard let source = value.vector ?? value.call?.asList else {
      return try vector(value, as: kind)
    }
    if source.kind == kind { return source }
    var problems: CoercionProblems = []
    return try convert(source, to: kind, &problems)
  }
}

extension Condition {
  static func incompatibleTypes(_ from: Kind, _ to: Kind, call: Value) -> Condition {
    error(
      "incompatible types (from \(from.typeName) to \(to.typeName)) in subassignment type fix",
      call: call)
  }
}

extension Condition {
  fileprivate static func arrayMismatch(call: Value) -> Condition {
    error("number of items to replace is not a multiple of replacement length", call: call)
  }
}

// MARK: - Arrays

extension Interpreter {
  private func assignArray(
    _ x: inout Value, _ indices: [Value], _ value: Value, _ call: Value
  ) throws(Unwind) {
    let positions = try arrayTarget(x, indices, value, call)
    let kind = try resultKind(x.kind, value, call)
    let source = try replacement(value, as: kind, call)
    if positions.count > 0 {
      guard source.count > 0 else {
        throw .error(.error("replacement has length zero", call: call))
      }
      guard positions.count % source.count == 0 else { throw .error(.arrayMismatch(call: call)) }
    }
    try convertTarget(&x, to: kind)
    let target = x.takeVector(count: 0)
    target.scatter(source, to: positions)
    x = Value(target)
  }

  /// The positions that `x[i, j, …] <- value` writes to.
  private func arrayTarget(
    _ x: Value, _ indices: [Value], _ value: Value, _ call: Value
  ) throws(Unwind) -> IntegerVector {
    guard let vector = x.vector, let extents = vector.dimensions, extents.count == indices.count
    else {
      let message = "incorrect number of subscripts" + (indices.count == 2 ? " on matrix" : "")
      throw .error(.error(message, call: call))
    }
    let selections = try selectExtents(
      of: vector, extents, indices, call, boundsCall: replacementCall(call, value))
    let positions = Self.linearPositions(selections, extents)
    if value.isNull, positions.count > 0 { throw .error(.arrayMismatch(call: call)) }
    if value.count > 1, positions.count > 0, selections.contains(where: { $0.hasMissing }) {
      throw .error(
        .error("NAs are not allowed in subscripted assignments", call: call))
    }
    return positions
  }

  /// The call that errors of bounds show: `` `[<-`(`*tmp*`, i, value = 1) `` for `x[i] <- 1`.
  func replacementCall(_ call: Value, _ value: Value) -> Value {
    guard let assignment = call.call, assignment.arguments.count == 2,
      assignment.name == .assign_ || assignment.name == .superAssign
        || assignment.name == .equalAssign,
      let place = assignment.arguments[0].value.call, let name = place.name
    else { return call }
    let function = strings.symbol(strings.text(name) + "<-")
    var arguments = place.arguments
    guard !arguments.isEmpty else { return call }
    arguments[0] = Argument(.symbol(.temporary))
    arguments.append(Argument(.value, value))
    return .object(Call(.symbol(function), arguments))
  }
}
