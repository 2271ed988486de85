import ApusInterpreter

/// What R says about memory.
enum Memory {
  static var all: [Builtin] { [objectSize] }

  /// The bytes GNU R would use for an object.
  static let objectSize = Builtin(.internal, "objectSize(x)") { call throws(Unwind) in
    var seen: Set<StringHandle> = []
    return .double(Double(size(call[0], call.strings, &seen)))
  }

  private static func size(
    _ value: Value, _ strings: StringPool, _ seen: inout Set<StringHandle>
  ) -> Int {
    var total = 0
    switch value.kind {
    case .null: return 0
    case .symbol: return 56
    case .environment: return 56
    case .closure: total = 56
    case .call: total = callSize(value, strings, &seen)
    case .pairlist:
      for element in value.list?.elements ?? .init(start: nil, count: 0) {
        total += 56 + size(element, strings, &seen)
      }
    default:
      guard let vector = value.vector else { return 56 }
      total = vectorSize(vector, strings, &seen)
    }
    // Each attribute has a node and a tag.
    for entry in value.attributes?.entries ?? [] {
      total += 112 + size(entry.value, strings, &seen)
    }
    return total
  }

  private static func callSize(
    _ value: Value, _ strings: StringPool, _ seen: inout Set<StringHandle>
  ) -> Int {
    guard let call = value.call else { return 56 }
    var total = 56 + size(call.function, strings, &seen)
    for argument in call.arguments { total += 56 + size(argument.value, strings, &seen) }
    return total
  }

  private static func vectorSize(
    _ vector: Vector, _ strings: StringPool, _ seen: inout Set<StringHandle>
  ) -> Int {
    let width: Int =
      switch vector.kind {
      case .raw: 1
      case .logical, .integer: 4
      case .complex: 16
      default: 8
      }
    var total = allocation(vector.count * width)
    if let texts = vector as? CharacterVector {
      for text in texts.elements where seen.insert(text).inserted {
        total += allocation(strings.bytes(text).count + 1)
      }
    } else if let list = vector as? ListVector {
      for element in list.elements { total += size(element, strings, &seen) }
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
