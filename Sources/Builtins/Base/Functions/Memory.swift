import ApusInterpreter

/// What R says about memory.
enum Memory {
  static var all: [Builtin] { [objectSize] }

  /// The bytes GNU R would use for an object.
  static let objectSize = Builtin(.internal, "objectSize(x)") { call throws(Unwind) in
    .double(Double(size(call[0], call.strings)))
  }

  /// A node of a pairlist or a call, and what has no parts: symbols, environments, builtins.
  private static let node = 56

  private static func size(_ value: Value, _ strings: StringPool) -> Int {
    var total = 0
    switch value.kind {
    case .null: return 0
    case .pairlist: return pairlistSize(value, strings)
    case .closure: total = closureSize(value, strings)
    case .call: total = callSize(value, strings)
    default:
      guard let vector = value.vector else { return node + attributesSize(value, strings) }
      total = vectorSize(vector, strings)
    }
    return total + attributesSize(value, strings)
  }

  /// Each attribute has a node and a tag.
  private static func attributesSize(_ value: Value, _ strings: StringPool) -> Int {
    guard value.kind != .symbol, value.kind != .environment else { return 0 }
    return (value.attributes?.entries ?? []).reduce(0) { total, entry in
      total + 2 * node + size(entry.value, strings)
    }
  }

  /// The names of a pairlist are tags of its nodes.
  private static func pairlistSize(_ value: Value, _ strings: StringPool) -> Int {
    guard let list = value.list else { return 0 }
    let names = value.elementNames as? CharacterVector
    return list.values.enumerated().reduce(0) { total, element in
      let isNamed = names.map { $0.elements[element.offset] != .empty } ?? false
      return total + node + (isNamed ? node : 0) + size(element.element, strings)
    }
  }

  private static func callSize(_ value: Value, _ strings: StringPool) -> Int {
    guard let call = value.call else { return node }
    return call.arguments.reduce(node + size(call.function, strings)) { total, argument in
      total + node + (argument.name == .empty ? 0 : node) + size(argument.value, strings)
    }
  }

  /// Environments are not counted.
  private static func closureSize(_ value: Value, _ strings: StringPool) -> Int {
    guard let closure = value.object as? Closure else { return node }
    let definition = closure.definition
    return definition.parameters.reduce(node + size(definition.body, strings)) { total, parameter in
      total + 2 * node + size(parameter.default, strings)
    }
  }

  private static func vectorSize(_ vector: Vector, _ strings: StringPool) -> Int {
    let width: Int =
      switch vector.kind {
      case .raw: 1
      case .logical, .integer: 4
      case .complex: 16
      default: 8
      }
    var total = allocation(vector.count * width)
    if let texts = vector as? CharacterVector {
      // Each text counts once in a vector, NA not at all.
      var seen: Set<StringHandle> = [.missing]
      for text in texts.elements where seen.insert(text).inserted {
        total += allocation(strings.bytes(text).count + 1)
      }
    } else if let list = vector as? ListVector {
      for element in list.elements { total += size(element, strings) }
    }
    return total
  }

  /// A header of 48 bytes, and data in classes of small sizes or in words.
  private static func allocation(_ bytes: Int) -> Int {
    guard bytes > 0 else { return 48 }
    for limit in [8, 16, 32, 48, 64, 128] where bytes <= limit { return 48 + limit }
    return 48 + (bytes + 7) / 8 * 8
  }
}
