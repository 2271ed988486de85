extension Deparser {
  func write(_ vector: Vector) {
    let names = inlineNames(of: vector)
    writeStructure(of: vector, names: names) { writeElements(of: vector, names: names) }
  }

  /// The names that can stand beside the elements.
  private func inlineNames(of vector: Vector) -> CharacterVector? {
    guard usesNiceNames, let names = ownNames(of: vector),
      names.count == vector.count,
      names.elements.contains(where: { $0 != .empty }),
      !names.elements.contains(where: \.isMissing)
    else { return nil }
    return vector.kind == .integer && range(of: vector) != nil ? nil : names
  }

  /// The names of a vector, or of the only extent of an array.
  private func ownNames(of vector: Vector) -> CharacterVector? {
    if let names = vector.attributes?[.names] { return names.characterVector }
    guard vector.dimensions?.count == 1, let lists = vector.attributes?[.dimnames]?.vector,
      lists.kind.isList, lists.count == 1
    else { return nil }
    return lists.values[0].characterVector
  }

  /// Writes `body`, inside `structure(…)` if there are attributes to show.
  func writeStructure(of object: Object, names: CharacterVector?, _ body: () -> Void) {
    let shown = (object.attributes?.entries ?? []).filter { entry in
      entry.name != .srcref
        && !(entry.name == .names && (names != nil || object.kind == .pairlist))
    }
    guard options.contains(.showAttributes), !shown.isEmpty else { return body() }
    write("structure(")
    body()
    // Inside attributes R writes names beside the elements, unless they are an attribute here.
    let outer = usesNiceNames
    usesNiceNames =
      !shown.contains { entry in
        entry.name == .names
          || entry.name == .dimnames && names == nil && entry.value.vector?.count == 1
      }
    for entry in shown where !isFull {
      write(", ")
      writeAttributeName(entry.name)
      write(" = ")
      write(entry.value)
    }
    usesNiceNames = outer
    write(")")
  }

  /// R quotes a name that is not syntactic twice.
  private func writeAttributeName(_ name: Symbol) {
    let isPlain = Self.isPlainName(strings.bytes(name))
    if usesBackquotes, !isPlain { write("\"") }
    writeTag(name)
    if usesBackquotes, !isPlain { write("\"") }
  }

  func writeElements(of vector: Vector, names: CharacterVector?) {
    switch vector.kind {
    case .list: writeList(vector, "list(", names)
    case .pairlist: writePairlist(vector)
    case .expression:
      languageDepth += 1
      writeList(vector, "expression(", names)
      languageDepth -= 1
    case .raw where vector.count > 0: writeRaw(vector, names)
    default: writeAtomic(vector, names)
    }
  }

  private func writeList(_ vector: Vector, _ open: StaticString, _ names: CharacterVector?) {
    write(open)
    var hasBroken = false
    let sources = options.contains(.useSource) ? vector.attribute(.srcref).list : nil
    for (index, element) in vector.values.enumerated() where !isFull {
      if index > 0 { write(", ") }
      breakIfLong(&hasBroken)
      writeTag(names, index)
      if let sources, index < sources.count,
        let lines = strings.sourceLines(sources.elements[index])
      {
        write(lines)
      } else {
        write(element)
      }
    }
    if hasBroken { indent -= 1 }
    write(")")
  }

  /// Pairlists stay on one line and carry their names whatever is asked for.
  private func writePairlist(_ vector: Vector) {
    // `pairlist` would evaluate what was left empty.
    let hasMissing = vector.values.contains(where: \.isMissingArgument)
    write(hasMissing ? "as.pairlist(alist(" : "pairlist(")
    let names = vector.attribute(.names).characterVector
    for (index, element) in vector.values.enumerated() where !isFull {
      if index > 0 { write(", ") }
      if let name = names?.elements[index], name != .empty {
        writeVariable(Symbol(name))
        write(" = ")
      }
      write(element)
    }
    write(hasMissing ? "))" : ")")
  }

  private func writeTag(_ names: CharacterVector?, _ index: Int) {
    guard let name = names?.elements[index], name != .empty else { return }
    let bytes = strings.bytes(name)
    if Self.isPlainName(bytes) { write(bytes) } else { writeUnescaped(bytes) }
    write(" = ")
  }
}

// MARK: - Atomic vectors

extension Deparser {
  private func writeAtomic(_ vector: Vector, _ names: CharacterVector?) {
    guard vector.count > 0 else { return write(Self.emptyText(vector.kind)) }
    if names == nil, let range = range(of: vector) {
      return write("\(range.first):\(range.last)")
    }
    let isCombined = vector.count > 1 || names != nil
    if isCombined { write("c(") }
    writeEach(vector, names)
    if isCombined { write(")") }
  }

  private func writeRaw(_ vector: Vector, _ names: CharacterVector?) {
    write("as.raw(")
    if vector.count > 1 { write("c(") }
    writeEach(vector, names)
    write(vector.count > 1 ? "))" : ")")
  }

  /// Elements with commas; the line may end after each, without indentation.
  private func writeEach(_ vector: Vector, _ names: CharacterVector?) {
    let isTyped = vector.kind == .integer && options.contains(.keepInteger)
    let typedMissing = (isTyped || options.contains(.keepNA)) && isAllMissing(vector)
    for index in 0..<vector.count where !isFull {
      writeTag(names, index)
      writeElement(vector, index, typedMissing: typedMissing)
      if index < vector.count - 1 { write(", ") }
      if vector.count > 1, column > cutoff { breakLine() }
    }
  }

  private static func emptyText(_ kind: Kind) -> StaticString {
    switch kind {
    case .raw: "raw(0)"
    case .logical: "logical(0)"
    case .integer: "integer(0)"
    case .double: "numeric(0)"
    case .complex: "complex(0)"
    default: "character(0)"
    }
  }

  /// The ends of a sequence in steps of one or minus one.
  private func range(of vector: Vector) -> (first: Int32, last: Int32)? {
    guard vector.kind == .integer, vector.count > 1 else { return nil }
    if let start = unsafeDowncast(vector, to: IntegerVector.self).compactStart {
      return (start, start + Int32(vector.count - 1))
    }
    let elements = vector.integers
    guard !elements[0].isMissing, !elements[1].isMissing else { return nil }
    let step = Int(elements[1]) - Int(elements[0])
    guard abs(step) == 1 else { return nil }
    for index in 1..<elements.count
    where elements[index].isMissing || Int(elements[index]) - Int(elements[index - 1]) != step {
      return nil
    }
    return (elements[0], elements[elements.count - 1])
  }

  private func isAllMissing(_ vector: Vector) -> Bool {
    switch vector.kind {
    case .integer: vector.integers.allSatisfy(\.isMissing)
    case .double: vector.doubles.allSatisfy(\.isMissing)
    case .complex: vector.complexes.allSatisfy { $0.real.isMissing && $0.imaginary.isMissing }
    case .character: vector.strings.allSatisfy(\.isMissing)
    default: false
    }
  }

  private func writeElement(_ vector: Vector, _ index: Int, typedMissing: Bool) {
    switch vector.kind {
    case .raw:
      write {
        $0.append("0x"); $0.append(hexadecimal: vector.bytes[index])
      }
    case .logical:
      let truth = vector.integers[index]
      write(truth.isMissing ? "NA" : truth != 0 ? "TRUE" : "FALSE")
    case .integer: writeInteger(vector.integers[index], typedMissing: typedMissing)
    case .double: writeDouble(vector.doubles[index], missing: typedMissing ? "NA_real_" : "NA")
    case .complex: writeComplex(vector.complexes[index], typedMissing: typedMissing)
    default:
      let string = vector.strings[index]
      if string.isMissing { return write(typedMissing ? "NA_character_" : "NA") }
      write { $0.appendEscaped(strings.bytes(string), quote: UInt8(ascii: "\"")) }
    }
  }

  private func writeInteger(_ number: Int32, typedMissing: Bool) {
    if number.isMissing { return write(typedMissing ? "NA_integer_" : "NA") }
    write { $0.append(integer: Int(number)) }
    if options.contains(.keepInteger) { write("L") }
  }

  private func writeComplex(_ number: ComplexNumber, typedMissing: Bool) {
    let (real, imaginary) = (number.real, number.imaginary)
    if real.isMissing, imaginary.isMissing { return write(typedMissing ? "NA_complex_" : "NA") }
    if real.isNaN || !imaginary.isFinite {
      write("complex(real=")
      writeDouble(real, missing: "NA")
      write(", imaginary=")
      writeDouble(imaginary, missing: "NA")
      return write(")")
    }
    if options.contains(.hexNumeric) || options.contains(.digits17) {
      writeDouble(real, missing: "NA")
      write(options.contains(.hexNumeric) ? " + " : imaginary.sign == .minus ? "" : "+")
      writeDouble(imaginary, missing: "NA")
      return write("i")
    }
    withUnsafePointer(to: number) { pointer in
      let alone = UnsafeBufferPointer(start: pointer, count: 1)
      let layout = ComplexLayout(alone, style: NumberStyle(digits: 15, penalty: penalty))
      write { $0.append(number, layout, digits: 15) }
    }
  }

  private func writeDouble(_ number: Double, missing: StaticString) {
    write { line in
      guard number.isFinite else { return line.appendSpecial(number, missing: missing) }
      if options.contains(.hexNumeric) {
        Decimal.withPrinted("%.*a", number, precision: -1) { line.append($0) }
      } else if options.contains(.digits17) {
        Decimal.withPrinted("%.*g", number, precision: 17) { line.append($0) }
      } else {
        line.append(number, NumberLayout(number, style: NumberStyle(digits: 15, penalty: penalty)))
      }
    }
  }
}
