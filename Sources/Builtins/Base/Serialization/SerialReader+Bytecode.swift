import ApusInterpreter

// Byte code of closures and promises, from which only the expressions are taken.

extension SerialReader {
  /// Compiled code is of no use here: the first constant is the expression it was made from.
  func bytecode(_ flags: Int32) throws(SerialError) -> Value {
    if flags & SerialType.hasAttributes != 0 { _ = try item() }
    var repeated = [Value](repeating: .null, count: max(0, min(Int(try integer()), bytes.count)))
    return try bytecodeBody(&repeated)
  }

  private func bytecodeBody(_ repeated: inout [Value]) throws(SerialError) -> Value {
    _ = try item()
    let count = try plausibleLength()
    var expression = Value.null
    for k in 0..<count {
      let type = try integer()
      let value: Value
      switch type {
      case SerialType.bytecode: value = try bytecodeBody(&repeated)
      case SerialType.language, SerialType.pairlist, SerialType.bytecodeDefinition,
        SerialType.bytecodeReference, SerialType.attributedLanguage,
        SerialType.attributedPairlist:
        value = try bytecodeLanguage(type, &repeated)
      default: value = try item()
      }
      if k == 0 { expression = value }
    }
    return expression
  }

  private func bytecodeLanguage(
    _ given: Int32, _ repeated: inout [Value]
  ) throws(SerialError) -> Value {
    var type = given
    if type == SerialType.bytecodeReference {
      let place = Int(try integer())
      guard repeated.indices.contains(place) else { throw SerialError(message: "read error") }
      return repeated[place]
    }
    var place: Int?
    if type == SerialType.bytecodeDefinition {
      place = Int(try integer())
      type = try integer()
    }
    guard
      type == SerialType.language || type == SerialType.pairlist
        || type == SerialType.attributedLanguage || type == SerialType.attributedPairlist
    else { return try item() }
    let hasAttributes =
      type == SerialType.attributedLanguage || type == SerialType.attributedPairlist
    let attributes = hasAttributes ? try item().list : nil
    let tag = try item().symbol ?? .empty
    let head = Argument(tag, try bytecodeLanguage(try integer(), &repeated))
    let rest = try bytecodeLanguage(try integer(), &repeated)
    let parts = [head] + arguments(of: rest)
    let value: Value
    if type == SerialType.language || type == SerialType.attributedLanguage {
      value = makeCall(parts, attributes)
    } else {
      let list = ListVector(kind: .pairlist, parts.map(\.value))
      list.setAttribute(.names, .object(CharacterVector(parts.map(\.name.handle))))
      value = .object(list)
    }
    if let place, repeated.indices.contains(place) { repeated[place] = value }
    return value
  }

  private func arguments(of value: Value) -> [Argument] {
    guard let list = value.list else { return [] }
    let names = value.namesVector
    return (0..<list.count).map { k in
      Argument(names.map { Symbol($0.elements[k]) } ?? .empty, list.elements[k])
    }
  }
}
