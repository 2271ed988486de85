import ApusInterpreter

// Vectors, and what stands for them.

extension SerialReader {
  func vector(_ flags: Int32) throws(SerialError) -> Value {
    if flags & 0xFF == SerialType.string { return .string(try string(flags)) }
    let vector = try elements(flags & 0xFF)
    try attributes(flags, to: vector)
    return Value(vector)
  }

  private func elements(_ type: Int32) throws(SerialError) -> Vector {
    let count = try plausibleLength()
    switch type {
    case SerialType.logical:
      let vector = LogicalVector(count: count)
      try integers(vector.elements)
      return vector
    case SerialType.integer:
      let vector = IntegerVector(count: count)
      try integers(vector.elements)
      return vector
    case SerialType.double:
      let vector = DoubleVector(count: count)
      try doubles(UnsafeMutableRawBufferPointer(vector.elements).bindMemory(to: UInt64.self))
      return vector
    case SerialType.complex:
      let vector = ComplexVector(count: count)
      try doubles(UnsafeMutableRawBufferPointer(vector.elements).bindMemory(to: UInt64.self))
      return vector
    case SerialType.character:
      let vector = CharacterVector(count: count)
      for k in 0..<count { vector.elements[k] = try stringItem() }
      return vector
    case SerialType.raw:
      let vector = RawVector(count: count)
      guard format == .text else {
        try fill(vector.elements)
        return vector
      }
      for k in 0..<count { vector.elements[k] = UInt8(try word(), radix: 16) ?? 0 }
      return vector
    case SerialType.list, SerialType.expression:
      let vector = ListVector(kind: type == SerialType.list ? .list : .expression, count: count)
      for k in 0..<count { vector.elements[k] = try item() }
      return vector
    default:
      throw SerialError(
        message: "ReadItem: unknown type \(type), perhaps written by later version of R")
    }
  }

  private func integers(_ target: UnsafeMutableBufferPointer<Int32>) throws(SerialError) {
    guard format == .text else { return try fill(target) }
    for k in target.indices { target[k] = try integer() }
  }

  /// Numbers by their bit patterns.
  private func doubles(_ target: UnsafeMutableBufferPointer<UInt64>) throws(SerialError) {
    guard format == .text else { return try fill(target) }
    for k in target.indices { target[k] = try double().bitPattern }
  }

  // MARK: - Compact forms

  /// Vectors that R keeps in a special form: sequences, numbers not yet made strings, wrapped vectors.
  func alternative() throws(SerialError) -> Value {
    let info = try item().list
    let state = try item()
    let attributes = try item().list
    let name = info?.elements.first?.symbol.map { strings.text($0) } ?? ""
    let vector = try expand(name, state)
    if let attributes { setAttributes(attributes, of: vector) }
    return Value(vector)
  }

  private func expand(_ name: String, _ state: Value) throws(SerialError) -> Vector {
    if name == "compact_intseq" || name == "compact_realseq" {
      guard let numbers = (state.vector as? DoubleVector)?.elements, numbers.count == 3,
        numbers[0] >= 0, numbers[0] < 2_147_483_648
      else { throw SerialError(message: "read error") }
      let count = Int(numbers[0])
      if name == "compact_intseq" {
        return IntegerVector(
          (0..<count).map { Int32(saturating: numbers[1] + Double($0) * numbers[2]) })
      }
      return DoubleVector((0..<count).map { numbers[1] + Double($0) * numbers[2] })
    }
    guard let parts = state.list, let first = parts.elements.first, let source = first.vector else {
      throw SerialError(message: "cannot unserialize ALTVEC object of class '\(name)'")
    }
    if name == "deferred_string" {
      let converted = try? interpreter.coerce(first, to: .character)
      guard let converted else { throw SerialError(message: "read error") }
      return converted
    }
    // Wrapped vectors hold the plain one; it may be shared, so attributes go to a copy.
    return source.resized(to: source.count)
  }
}
