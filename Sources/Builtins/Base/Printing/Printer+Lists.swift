import ApusInterpreter

// Lists: each element under its tag; and attributes.

extension Printer {
  func printList(_ list: ListVector) throws(Unwind) {
    if list.kind == .expression {
      printLines(interpreter.expressionLines(list))
      return try printAttributes(of: list)
    }
    let value = Value.object(list)
    if let dimensions = value.dimensions, dimensions.count > 1 {
      try printListArray(list, dimensions, value)
    } else {
      try printElements(list, value.elementNames)
    }
    try printAttributes(of: list)
  }

  private func printElements(_ list: ListVector, _ names: CharacterVector?) throws(Unwind) {
    guard list.count > 0 else { return printEmpty(.list, isNamed: names != nil) }
    let length = tag.count
    let shown = shownCount(list.count)
    for k in 0..<shown {
      appendTag(k, names.map { $0.elements[k] } ?? .empty)
      output.append(tag)
      output.append("\n")
      try printElement(list.elements[k])
      output.append("\n")
      tag.removeSubrange(length...)
    }
    if shown < list.count { printOmitted(list.count - shown, "entries") }
  }

  private func appendTag(_ k: Int, _ name: StringHandle) {
    if name == .empty { return tag.append(contentsOf: "[[\(k + 1)]]".utf8) }
    tag.append(UInt8(ascii: "$"))
    if name.isMissing { return tag.append(contentsOf: "<NA>".utf8) }
    let bytes = strings.bytes(name)
    let isDots = bytes.starts(with: [0x2E, 0x2E]) && Names.isReserved(bytes)
    if isDots || Names.isSyntactic(bytes) {
      tag.append(contentsOf: bytes)
    } else {
      let quoted = TextBuffer()
      // Backquotes inside the name are not escaped.
      quoted.append("`")
      quoted.appendEscaped(bytes, quote: 0)
      quoted.append("`")
      tag.append(contentsOf: quoted.bytes)
    }
  }

  private func printListArray(
    _ list: ListVector, _ dimensions: [Int], _ value: Value
  ) throws(Unwind) {
    let summaries = CharacterVector(count: list.count)
    for k in 0..<list.count { summaries.elements[k] = try summary(of: list.elements[k]) }
    let saved = settings
    settings.quote = false
    defer { settings = saved }
    if dimensions.count == 2 {
      try printMatrix(
        summaries, rows: dimensions[0], columns: dimensions[1], MatrixNames(of: value, strings))
    } else {
      settings.right = false
      try printArray(summaries, dimensions, value)
    }
  }

  /// What stands for an element in a list with dimensions: `numeric,3`, or a single element itself.
  func summary(of value: Value) throws(Unwind) -> StringHandle {
    if value.isNull { return strings.intern("NULL") }
    if value.hasClass { return try summaryOfClassed(value) }
    guard let vector = value.vector else { return strings.intern("?") }
    if vector.kind == .expression { return strings.intern("expression") }
    if vector.count == 1, vector.kind.isAtomic, vector.kind != .raw {
      let text = TextBuffer()
      if let string = (vector as? CharacterVector)?.elements[0], !string.isMissing {
        text.appendByte(0x22)
        text.append(strings.bytes(string))
        text.appendByte(0x22)
      } else {
        let cells = Cells(vector, settings(quote: true), strings)
        cells.append(0, cells.format(0..<1), .none, to: text)
      }
      return strings.intern(text.bytes)
    }
    let name = vector.kind == .double ? "numeric" : vector.kind.typeName
    return strings.intern("\(name),\(vector.count)")
  }

  private func settings(quote: Bool) -> PrintSettings {
    var changed = settings
    changed.quote = quote
    changed.missing = nil
    return changed
  }

  private func summaryOfClassed(_ value: Value) throws(Unwind) -> StringHandle {
    if value.kind.isAtomic, value.count == 1 {
      let text = try interpreter.callFunction("format", [Argument(value)])
      if case .string(let handle) = text { return handle }
      if let vector = text.characterVector, vector.count == 1 { return vector.elements[0] }
    }
    if value.call != nil {
      return strings.intern(interpreter.deparsedLines(value).joined(separator: " "))
    }
    let name = interpreter.classes(of: value).first.map { strings.text($0) } ?? value.kind.typeName
    return strings.intern("\(name),\(value.count)")
  }

  // MARK: - Attributes

  /// Prints the attributes that are no names, dimensions or bookkeeping.
  func printAttributes(of object: Object) throws(Unwind) {
    guard let attributes = object.attributes else { return }
    if attributeTag.count > 20_000 { throw .error(.tooDeep()) }
    let isFactor = interpreter.inherits(.object(object), "factor")
    let saved = (tag, attributeTag)
    for (name, value) in attributes.entries {
      if hides(name, of: object, isFactor: isFactor) { continue }
      let label = TextBuffer()
      label.append(saved.1)
      label.append("attr(,\"")
      label.appendEscaped(strings.bytes(name), quote: 0)
      label.append("\")")
      output.append(label.bytes)
      output.append("\n")
      tag = Array(label.bytes)
      attributeTag = tag
      try printElement(name == .rowNames ? Interpreter.expandedRowNames(value) : value)
    }
    (tag, attributeTag) = saved
  }

  private func hides(_ name: Symbol, of object: Object, isFactor: Bool) -> Bool {
    switch name {
    case .names: !(object is Call) && object.attribute(.dim).isNull
    case .dim, .dimnames: object is Vector
    case .srcref, .comment, .wholeSrcref, .srcfile: true
    case .class_, .levels: isFactor
    case .tsp: object.hasClass
    default: false
    }
  }
}
