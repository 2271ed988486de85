// The single element that `[[` chooses.

/// How names are matched by `[[`.
package enum NameMatching: Sendable {
  case exact, partial
  /// Partial, with a warning.
  case partialWarning
}

/// Where the element is that `[[` chooses.
enum ElementPlace {
  /// Zero-based; may lie behind the end.
  case at(Int)
  /// NA, or a name that is not there.
  case nowhere
}

extension Interpreter {
  /// The place that element `position` of an index means among `count` elements.
  func elementPlace(
    _ index: Value, position: Int = 0, among count: Int, names: CharacterVector?,
    matching: NameMatching = .exact, call: Value
  ) throws(Unwind) -> ElementPlace {
    switch index {
    case .integer(let number): return try place(number, count, call)
    case .logical(let truth): return try place(truth, count, call)
    case .double(let number): return try place(number, count, call)
    case .string(let name): return try place(name, names, matching, call)
    case .symbol(let name): return try place(name.handle, names, matching, call)
    case .null:
      throw .error(
        .error("attempt to select less than one element in get1index", call: call))
    case .missingArgument: throw .error(.subscriptOutOfBounds(call: call))
    default: break
    }
    guard let vector = index.object?.vector else {
      throw .error(.invalidSubscriptType(index.kind, call: call))
    }
    guard position < vector.count else {
      throw .error(
        .error("attempt to select less than one element in get1index", call: call))
    }
    switch vector.kind {
    case .integer, .logical: return try place(vector.integers[position], count, call)
    case .double: return try place(vector.doubles[position], count, call)
    case .character: return try place(vector.strings[position], names, matching, call)
    default: throw .error(.invalidSubscriptType(vector.kind, call: call))
    }
  }

  private func place(_ number: Int32, _ count: Int, _ call: Value) throws(Unwind) -> ElementPlace {
    if number.isMissing { return .nowhere }
    if number > 0 { return .at(Int(number) - 1) }
    if number < 0, count == 2, number >= -2 { return .at(2 + Int(number)) }
    let amount = number == 0 || count < 2 ? "less" : "more"
    throw .error(
      .error("attempt to select \(amount) than one element in integerOneIndex", call: call))
  }

  private func place(_ number: Double, _ count: Int, _ call: Value) throws(Unwind) -> ElementPlace {
    if number.isNaN || number == .infinity { return .nowhere }
    let whole = number.rounded(.towardZero)
    if whole > 0 { return .at(Int(min(whole, 9e15)) - 1) }
    if whole == 0 {
      throw .error(
        .error("attempt to select less than one element in get1index <real>", call: call))
    }
    if count == 2, whole >= -2 { return .at(2 + Int(whole)) }
    throw .error(
      .error("invalid negative subscript in get1index <real>", call: call))
  }

  private func place(
    _ name: StringHandle, _ names: CharacterVector?, _ matching: NameMatching, _ call: Value
  ) throws(Unwind) -> ElementPlace {
    guard let names, !name.isMissing, name != .empty else { return .nowhere }
    let known = names.elements
    if let place = known.firstIndex(of: name) { return .at(place) }
    guard matching != .exact, let place = uniquePartialMatch(name, in: names) else {
      return .nowhere
    }
    if matching == .partialWarning {
      try signalWarning(
        "partial match of '\(strings.text(name))' to '\(strings.text(known[place]))'", call: call)
    }
    return .at(place)
  }

  /// The only name that begins with `name`.
  func uniquePartialMatch(
    _ name: StringHandle, in vector: CharacterVector
  ) -> Int? {
    let names = vector.elements
    let start = strings.bytes(name)
    var found: Int?
    for k in 0..<names.count {
      let candidate = strings.bytes(names[k])
      guard !names[k].isMissing, candidate.count > start.count, candidate.starts(with: start)
      else { continue }
      if found != nil { return nil }
      found = k
    }
    return found
  }
}
