/// Which argument goes to which parameter: R's three passes (exact, partial, by position).
struct ArgumentMatching {
  /// For each parameter the number of its argument, or −1.
  var arguments: [Int]
  /// The arguments that `...` takes, in order.
  var dots: [Int]
  /// Whether `arguments` is 0, 1, 2, … for all arguments.
  var isPositional: Bool
}

extension Interpreter {
  /// Matches argument names to parameters.
  ///
  /// Errors: unused arguments, a parameter matched twice, an ambiguous abbreviation.
  func match(
    names: [Symbol], count: Int, to parameters: [Parameter], call: Value,
    expressions: (Int) -> Value
  ) throws(Unwind) -> ArgumentMatching {
    var taken = [Bool](repeating: false, count: count)
    var matched = [Int](repeating: -1, count: parameters.count)
    let dots = parameters.firstIndex { $0.name == .dots }
    if !names.isEmpty {
      try matchExactly(names, parameters, &matched, &taken, call)
      try matchPartially(names, parameters, before: dots, &matched, &taken, call)
    }
    var next = 0
    for (k, parameter) in parameters.enumerated() where matched[k] < 0 {
      if parameter.name == .dots { break }
      while next < count, taken[next] || (!names.isEmpty && !names[next].isEmpty) { next += 1 }
      if next == count { break }
      matched[k] = next
      taken[next] = true
    }
    let rest = (0..<count).filter { !taken[$0] }
    if dots == nil, !rest.isEmpty {
      throw .error(unusedArguments(rest, names, expressions, call))
    }
    let positional = dots == nil && matched.prefix(count).enumerated().allSatisfy { $0 == $1 }
    return ArgumentMatching(
      arguments: matched, dots: dots == nil ? [] : rest, isPositional: positional)
  }

  private func matchExactly(
    _ names: [Symbol], _ parameters: [Parameter], _ matched: inout [Int], _ taken: inout [Bool],
    _ call: Value
  ) throws(Unwind) {
    for (k, name) in names.enumerated() where !name.isEmpty && name != .dots {
      guard let place = parameters.firstIndex(where: { $0.name == name }) else { continue }
      if matched[place] >= 0 {
        throw .error(.matchedTwice(strings.text(name), call: call))
      }
      matched[place] = k
      taken[k] = true
    }
  }

  private func matchPartially(
    _ names: [Symbol], _ parameters: [Parameter], before dots: Int?, _ matched: inout [Int],
    _ taken: inout [Bool], _ call: Value
  ) throws(Unwind) {
    let open = names.indices.filter { !names[$0].isEmpty && !taken[$0] }
    if open.isEmpty { return }
    for place in parameters.indices.prefix(dots ?? parameters.count) where matched[place] < 0 {
      let parameter = strings.bytes(parameters[place].name)
      for k in open where parameter.starts(with: strings.bytes(names[k])) {
        if matched[place] >= 0 {
          throw .error(.matchedTwice(strings.text(parameters[place].name), call: call))
        }
        if taken[k] { throw .error(.ambiguousArgument(k + 1, call: call)) }
        matched[place] = k
        taken[k] = true
      }
    }
  }

  private func unusedArguments(
    _ positions: [Int], _ names: [Symbol], _ expressions: (Int) -> Value, _ call: Value
  ) -> Condition {
    let texts = positions.map { k in
      let text = deparsedLine(expressions(k), asPartOfList: true)
      return names.isEmpty || names[k].isEmpty ? text : "\(strings.text(names[k])) = \(text)"
    }
    return .unusedArguments(texts, call: call)
  }
}
