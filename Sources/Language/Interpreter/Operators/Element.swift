// x[[i]], x[[i, j]] and x$name without dispatch.

extension Interpreter {
  /// `x[[indices]]`.
  package func element(
    _ x: Value, _ indices: [Value], matching: NameMatching = .exact, call: Value = .null
  ) throws(Unwind) -> Value {
    if x.isNull { return .null }
    guard let index = indices.first else {
      throw .error(.error("no index specified", call: call))
    }
    if let environment = x.kind == .s4 ? x.asEnvironment : x.environment {
      guard indices.count == 1 else { throw .error(.wrongSubscriptCount(call: call)) }
      guard index.kind == .character, index.count == 1, let name = index.name else {
        throw .error(.error("wrong arguments for subsetting an environment", call: call))
      }
      return try environment.value(name).map(Self.bare) ?? .null
    }
    if indices.count > 1 { return try arrayElement(x, indices, call) }
    if index.count > 1, index.isVector {
      return try recursiveElement(x, index, matching, call)
    }
    return try oneElement(x, index, at: 0, matching, call)
  }

  /// The value of a variable as an element: missing arguments become names again.
  private static func bare(_ value: Value) -> Value {
    value.isUnbound ? .null : value
  }

  /// The element that one entry of the index chooses.
  private func oneElement(
    _ x: Value, _ index: Value, at position: Int, _ matching: NameMatching, _ call: Value
  ) throws(Unwind) -> Value {
    switch x {
    case .double, .integer, .logical, .string:
      let place = try elementPlace(
        index, position: position, among: 1, names: nil, call: call)
      guard case .at(0) = place else { throw .error(.subscriptOutOfBounds(call: call)) }
      return x
    default: break
    }
    let (vector, isList) = try subscriptable(x, call)
    if case .missingArgument = index, isList { return .null }
    let place = try elementPlace(
      index, position: position, among: vector.count, names: vector.names, matching: matching,
      call: call)
    guard case .at(let offset) = place else {
      if isList { return .null }
      throw .error(.subscriptOutOfBounds(call: call))
    }
    guard offset < vector.count else { throw .error(.subscriptOutOfBounds(call: call)) }
    return vector.value(at: offset)
  }

  private func subscriptable(
    _ x: Value, _ call: Value
  ) throws(Unwind) -> (vector: Vector, isList: Bool) {
    if let call = x.call { return (call.asList, true) }
    if x.kind == .s4 { throw .error(.error("this S4 class is not subsettable", call: call)) }
    guard let vector = x.vector else { throw .error(.notSubsettable(x.kind, call: call)) }
    return (vector, vector.kind.isList)
  }

  /// An index with several entries goes down into lists, one level for each.
  private func recursiveElement(
    _ x: Value, _ index: Value, _ matching: NameMatching, _ call: Value
  ) throws(Unwind) -> Value {
    guard let entries = index.vector, entries.kind.isAtomic else {
      if let vector = x.vector, vector.kind.isAtomic {
        throw .error(
          .error("attempt to select more than one element in vectorIndex", call: call))
      }
      throw .error(.invalidSubscriptType(index.kind, call: call))
    }
    var current = x
    for level in 0..<entries.count - 1 {
      let isList = current.kind.isList || current.kind == .call
      guard isList else {
        let message =
          level > 0
          ? "recursive indexing failed at level \(level + 1)\n"
          : "attempt to select more than one element in vectorIndex"
        if x.vector == nil && level == 0 {
          throw .error(.notSubsettable(x.kind, call: call))
        }
        throw .error(.error(message, call: call))
      }
      let (vector, _) = try subscriptable(current, call)
      let place = try elementPlace(
        index, position: level, among: vector.count, names: vector.names, matching: matching,
        call: call)
      guard case .at(let offset) = place, offset < vector.count else {
        throw .error(.error("no such index at level \(level + 1)\n", call: call))
      }
      current = vector.value(at: offset)
    }
    if current.isNull { return .null }
    guard current.isVector || current.kind == .call || current.kind == .pairlist else {
      throw .error(.subscriptOutOfBounds(call: call))
    }
    return try oneElement(current, index, at: entries.count - 1, matching, call)
  }

  /// `x[[i, j]]`: one index for each extent.
  private func arrayElement(
    _ x: Value, _ indices: [Value], _ call: Value
  ) throws(Unwind) -> Value {
    guard let vector = x.vector else { throw .error(.notSubsettable(x.kind, call: call)) }
    guard let extents = vector.dimensions, extents.count == indices.count else {
      throw .error(.wrongSubscriptCount(call: call))
    }
    return vector.value(at: try arrayOffset(vector, extents, indices, call))
  }

  /// The zero-based place of an element of an array.
  func arrayOffset(
    _ x: Vector, _ extents: [Int], _ indices: [Value], _ call: Value
  ) throws(Unwind) -> Int {
    let dimnames = x.attribute(.dimnames).list
    var offset = 0
    var stride = 1
    for k in 0..<indices.count {
      if indices[k].count > 1 {
        throw .error(
          .error("attempt to select more than one element in get1index", call: call))
      }
      // Leaving one of two out is only for vectors: so 0, not the extent.
      let place = try elementPlace(
        indices[k], among: 0, names: dimnames?.elements[k].characterVector, call: call)
      guard case .at(let position) = place, position < extents[k] else {
        throw .error(.subscriptOutOfBounds(call: call))
      }
      offset += position * stride
      stride *= extents[k]
    }
    return offset
  }
}

// MARK: - Members

extension Interpreter {
  /// `x$name`: lists by exact or unique partial name, environments by variable.
  package func member(
    _ x: Value, _ name: Symbol, call: Value = .null
  ) throws(Unwind) -> Value {
    guard case .object(let object) = x else {
      switch x {
      case .null: return .null
      case .symbol, .missingArgument, .promise:
        throw .error(.notSubsettable(x.kind, call: call))
      default: throw .error(.atomicMember(call: call))
      }
    }
    switch object.kind {
    case .list, .expression, .pairlist:
      let list = unsafeDowncast(object, to: ListVector.self)
      if let place = list.position(ofName: name.handle) { return list.elements[place] }
      guard let names = list.names else { return .null }
      guard let place = uniquePartialMatch(name.handle, in: names) else { return .null }
      try warnOfPartialMatch(name, names.elements[place], call)
      return list.elements[place]
    case .environment:
      let environment = unsafeDowncast(object, to: Environment.self)
      return try environment.value(name).map(Self.bare) ?? .null
    case .call:
      let written = unsafeDowncast(object, to: Call.self)
      let arguments = [Argument(written.label, written.function)] + written.arguments
      if let found = arguments.first(where: { $0.name == name }) { return found.value }
      let start = strings.bytes(name)
      let partial = arguments.filter { strings.bytes($0.name).starts(with: start) }
      return partial.count == 1 ? partial[0].value : .null
    case .closure where object.flags.contains(.isS4):
      return try callMethods(".generatorMember", [Argument(x), Argument(.string(name.handle))])
    case .s4:
      guard let environment = x.asEnvironment else {
        throw .error(.error("$ operator not defined for this S4 class", call: call))
      }
      if let value = try environment.value(name) { return Self.bare(value) }
      return try callMethods(".refMember", [Argument(x), Argument(.string(name.handle))])
    default:
      if object.kind.isAtomic { throw .error(.atomicMember(call: call)) }
      throw .error(.notSubsettable(object.kind, call: call))
    }
  }
}

extension Interpreter {
  /// With the option `warnPartialMatchDollar` a name that stands for a longer one gets a warning.
  private func warnOfPartialMatch(
    _ name: Symbol, _ found: StringHandle, _ call: Value
  ) throws(Unwind) {
    guard case .logical(1) = option("warnPartialMatchDollar") else { return }
    try signalWarning(
      "partial match of '\(strings.text(name))' to '\(strings.text(found))'", call: call)
  }
}

extension Condition {
  static func atomicMember(call: Value) -> Condition {
    error("$ operator is invalid for atomic vectors", call: call)
  }
}
