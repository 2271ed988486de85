// x[[i]] <- value, x[[i, j]] <- value and x$name <- value without dispatch.

extension Interpreter {
  /// Changes `x` in place if nobody else refers to its vector; keeps it on errors.
  package func assignElement(
    _ x: inout Value, _ indices: [Value], _ value: Value, call: Value = .null
  ) throws(Unwind) {
    if let environment = x.asEnvironment {
      guard indices.count == 1, indices[0].kind == .character, indices[0].count == 1,
        let name = indices[0].name
      else {
        throw .error(.error("wrong args for environment subassignment", call: call))
      }
      return try environment.assign(name, value)
    }
    if x.kind == .s4 {
      throw .error(
        .error(
          "[[<- defined for objects of type \"S4\" only for subclasses of environment",
          call: replacementCall(.subset2Assign, indices, value)))
    }
    guard x.isNull || x.isVector || x.kind == .pairlist || x.kind == .call else {
      throw .error(.notSubsettable(x.kind, call: call))
    }
    guard let index = indices.first, !index.isMissingArgument else {
      throw .error(.error("[[ ]] with missing subscript", call: call))
    }
    if x.isNull, value.isNull { return }
    if indices.count > 1 { return try assignArrayElement(&x, indices, value, call) }
    if index.count > 1, index.isVector {
      return try assignRecursively(&x, index, level: 0, value, call)
    }
    try assignOneElement(&x, index, value, call)
  }

  /// The call of a replacement function as GNU R makes it.
  private func replacementCall(_ name: Symbol, _ indices: [Value], _ value: Value) -> Value {
    let arguments = [Argument(.symbol(.temporary))] + indices.map { Argument($0) }
    return .object(Call(.symbol(name), arguments + [Argument(.value, value)]))
  }

  private func assignOneElement(
    _ x: inout Value, _ index: Value, _ value: Value, _ call: Value
  ) throws(Unwind) {
    if let language = x.call {
      var parts: Value = .object(language.asList)
      try assignOneElement(&parts, index, value, call)
      x = language.replaced(by: parts)
      return
    }
    if index.kind.isList, index.count == 0 {
      throw .error(.error("attempt to select less than one element in OneIndex", call: call))
    }
    if !x.kind.isList, !x.isNull { try checkSingle(value, call) }
    let (offset, name) = try targetPlace(index, in: x, call)
    if value.isNull, x.kind.isList { return removeElement(offset, of: &x) }
    if x.isNull { x = .object(ListVector(count: 0)) }
    try makeRoom(in: &x, for: value, call)
    try checkPlace(offset, in: x, call)
    put(value, at: offset, named: name, in: &x)
  }

  /// Makes `x` of a type that takes `value` as an element.
  private func makeRoom(
    in x: inout Value, for value: Value, _ call: Value
  ) throws(Unwind) {
    if x.kind.isList { return }
    try checkSingle(value, call)
    if value.isVector {
      try convertTarget(&x, to: try resultKind(x.kind, value, call))
    } else {
      try convertTarget(&x, to: .list)
    }
  }

  /// An element of an atomic vector takes one value.
  private func checkSingle(_ value: Value, _ call: Value) throws(Unwind) {
    guard value.isVector || value.isNull else { return }
    if value.count == 0 { throw .error(.error("replacement has length zero", call: call)) }
    if value.count > 1 {
      throw .error(.error("more elements supplied than there are to replace", call: call))
    }
  }

  /// A new element must not lie farther behind the end than there is memory.
  private func checkPlace(_ offset: Int, in x: Value, _ call: Value) throws(Unwind) {
    guard offset < 1 << 52 else {
      throw .error(.error("[[ ]] subscript out of bounds", call: call))
    }
    if offset >= x.count { try Unwind.checkGrowth(offset + 1, x.kind, call) }
  }

  /// Writes one element, behind the end too.
  private func put(
    _ value: Value, at offset: Int, named name: StringHandle?, in x: inout Value
  ) {
    let oldCount = x.count
    let vector = x.takeVector(count: max(oldCount, offset + 1))
    if vector.kind.isList {
      vector.values[offset] = value
    } else if let source = value.vector {
      var problems: CoercionProblems = []
      let same =
        source.kind == vector.kind
        ? source : try? convert(source, to: vector.kind, &problems)
      let place = IntegerVector(from: Int32(truncatingIfNeeded: offset + 1), count: 1)
      if let same { vector.scatter(same, to: place) }
    }
    if let name, offset >= oldCount { vector.nameNewElements([name], from: offset) }
    x = Value(vector)
  }

  private func removeElement(_ offset: Int, of x: inout Value) {
    guard let list = x.vector, offset < list.count else { return }
    var isRemoved = [Bool](repeating: false, count: list.count)
    isRemoved[offset] = true
    x = .object(list.removing(isRemoved))
  }

  /// Where `[[<-` writes: a zero-based place, and its name if it is a new one.
  private func targetPlace(
    _ index: Value, in x: Value, _ call: Value
  ) throws(Unwind) -> (offset: Int, name: StringHandle?) {
    let count = x.count
    if let name = index.symbol?.handle ?? (index.kind == .character ? index.name?.handle : nil) {
      if !name.isMissing, name != .empty,
        let place = x.object?.vector?.position(ofName: name)
      {
        return (place, nil)
      }
      return (count, name)
    }
    guard let vector = index.vector, vector.kind.isAtomic || index.isNull,
      vector.kind >= .logical || vector.count == 0, vector.kind != .complex
    else {
      throw .error(.invalidSubscriptType(index.kind, call: call))
    }
    guard vector.count > 0 else {
      throw .error(.error("attempt to select less than one element in OneIndex", call: call))
    }
    let isReal = vector.kind == .double
    let source = isReal ? "OneIndex <real>" : "integerOneIndex"
    let number = isReal ? vector.doubles[0].rounded(.towardZero) : vector.integers[0].asDouble
    if number > 0 { return (Int(min(number, 9e15)) - 1, nil) }
    if number < 0, number >= -2, count == 2 { return (2 + Int(number), nil) }
    if number.isNaN, isReal { throw .error(.error("[[ ]] subscript out of bounds", call: call)) }
    let amount = number == 0 || count < 2 ? "less" : "more"
    throw .error(.error("attempt to select \(amount) than one element in \(source)", call: call))
  }

  /// An index with several entries goes down into lists and changes the innermost element.
  private func assignRecursively(
    _ x: inout Value, _ index: Value, level: Int, _ value: Value, _ call: Value
  ) throws(Unwind) {
    guard let entries = index.vector, entries.kind.isAtomic else {
      throw .error(.invalidSubscriptType(index.kind, call: call))
    }
    if level == entries.count - 1 {
      return try assignElement(&x, [entries.value(at: level)], value, call: call)
    }
    guard x.kind.isList || x.kind == .call else {
      let message =
        level > 0
        ? "recursive indexing failed at level \(level + 1)\n"
        : "attempt to select more than one element in vectorIndex"
      throw .error(.error(message, call: replacementCall(call, value)))
    }
    let list = x.call?.asList ?? x.vector ?? ListVector(count: 0)
    let place = try elementPlace(
      index, position: level, among: list.count, names: list.names, call: call)
    guard case .at(let offset) = place, offset < list.count else {
      throw .error(
        .error("no such index at level \(level + 1)\n", call: replacementCall(call, value)))
    }
    var child = list.values[offset]
    try assignRecursively(&child, index, level: level + 1, value, call)
    try assignOneElement(&x, .integer(offset + 1), child, call)
  }

  private func assignArrayElement(
    _ x: inout Value, _ indices: [Value], _ value: Value, _ call: Value
  ) throws(Unwind) {
    let offset = try arrayTarget(x, indices, call)
    if value.isNull, x.kind.isList {
      throw .error(
        .error("incompatible types (from NULL to list) in [[ assignment", call: call))
    }
    try makeRoom(in: &x, for: value, call)
    put(value, at: offset, named: nil, in: &x)
  }
}

extension Interpreter {
  /// The zero-based place of `x[[i, j]]`.
  private func arrayTarget(
    _ x: Value, _ indices: [Value], _ call: Value
  ) throws(Unwind) -> Int {
    guard let vector = x.vector, let extents = vector.dimensions, extents.count == indices.count
    else {
      throw .error(.error("[[ ]] improper number of subscripts", call: call))
    }
    do throws(Unwind) {
      return try arrayOffset(vector, extents, indices, call)
    } catch {
      guard case .error(let condition) = error, condition.message == "subscript out of bounds"
      else { throw error }
      throw .error(.error("[[ ]] subscript out of bounds", call: call))
    }
  }
}

// MARK: - Members

extension Interpreter {
  /// `x$name <- value`, in place if nobody else refers to the list.
  package func assignMember(
    _ x: inout Value, _ name: Symbol, _ value: Value, call: Value = .null
  ) throws(Unwind) {
    if let environment = x.environment { return try environment.assign(name, value) }
    if x.kind == .s4 {
      guard x.asEnvironment != nil else {
        throw .error(
          .error(
            "no method for assigning subsets of this S4 class",
            call: replacementCall(.dollarAssign, [.symbol(name)], value)))
      }
      x = try callMethods(
        ".assignRefMember", [Argument(x), Argument(.string(name.handle)), Argument(value)])
      return
    }
    if let language = x.call {
      var parts: Value = .object(language.asList)
      try assignMember(&parts, name, value, call: call)
      x = language.replaced(by: parts)
      return
    }
    if x.isNull {
      if value.isNull { return }
      x = .object(ListVector(count: 0))
    }
    guard x.isVector || x.kind == .pairlist else {
      throw .error(.notSubsettable(x.kind, call: call))
    }
    if x.kind.isAtomic {
      if x.count > 0 || !value.isNull {
        try signalWarning("Coercing LHS to a list", call: call)
      }
      try convertTarget(&x, to: .list)
    } else if x.kind == .expression {
      try convertTarget(&x, to: .list)
    }
    let place = x.object?.vector?.position(ofName: name.handle)
    if value.isNull {
      if let place { removeElement(place, of: &x) }
      return
    }
    put(value, at: place ?? x.count, named: name.handle, in: &x)
  }
}
