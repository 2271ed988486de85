import ApusInterpreter

/// Attributes and what is made of them: names, dimensions, levels.
enum AttributeBuiltins {
  static var all: [Builtin] {
    [
      names, setNames, dim, setDim, dimnames, setDimnames, attr, setAttr, attributes,
      setAttributes, levels, setLevels, length, setLength, rowNamesInfo,
    ]
  }

  static let names = Builtin(.primitive, "names(x)", dispatch: .generic) { call throws(Unwind) in
    if let environment = call[0].asEnvironment, call[0].kind == .environment {
      return .strings(EnvironmentListing.names(environment, all: true, sorted: false))
    }
    if let written = call[0].call {
      guard written.arguments.contains(where: { !$0.name.isEmpty }) else { return .null }
      return .strings([.empty] + written.arguments.map { $0.name.handle })
    }
    return call[0].elementNames.map { Value($0) } ?? .null
  }

  static let setNames = Builtin(.primitive, "names<-(x, value)", dispatch: .generic) {
    call throws(Unwind) in
    if call[0].isNull, call[1].isNull { return .null }
    if case .symbol = call[0] { throw call.error("names() applied to a non-vector") }
    var change = try AttributeChange(call)
    try change.setNames(call[1])
    return change.result
  }

  static let dim = Builtin(.primitive, "dim(x)", dispatch: .generic) { call throws(Unwind) in
    call[0].attribute(.dim)
  }

  static let setDim = Builtin(.primitive, "dim<-(x, value)", dispatch: .generic) {
    call throws(Unwind) in
    if call[0].isNull, call[1].isNull { return .null }
    var change = try AttributeChange(call)
    try change.setDimensions(call[1])
    change.target.setAttribute(.names, .null)
    return change.result
  }

  static let dimnames = Builtin(.primitive, "dimnames(x)", dispatch: .generic) {
    call throws(Unwind) in
    call[0].attribute(.dimnames)
  }

  static let setDimnames = Builtin(.primitive, "dimnames<-(x, value)", dispatch: .generic) {
    call throws(Unwind) in
    if call[0].isNull, call[1].isNull { return .null }
    var change = try AttributeChange(call)
    try change.setDimensionNames(call[1])
    return change.result
  }

  static let levels = Builtin(.primitive, "levels(x)", dispatch: .generic) {
    call throws(Unwind) in
    call[0].attribute(.levels)
  }

  static let setLevels = Builtin(.primitive, "levels<-(x, value)", dispatch: .generic) {
    call throws(Unwind) in
    if call[0].isNull, call[1].isNull { return .null }
    var change = try AttributeChange(call)
    try change.set(.levels, call[1])
    return change.result
  }

  // MARK: - Any attribute

  static let attr = Builtin(.primitive, "attr(x, which, exact)") { call throws(Unwind) in
    let name = try attributeName(call)
    if name == .names, call[0].attribute(.names).isNull {
      return call[0].elementNames.map { Value($0) } ?? .null
    }
    guard let attributes = call[0].attributes else { return .null }
    if let found = attributes[name] {
      return name == .rowNames ? RowNames.expanded(found) : found
    }
    if !call.isAbsent(2), try call.flag(2, "exact") { return .null }
    let text = call.strings.text(name)
    let matches = attributes.entries.filter { call.strings.text($0.name).hasPrefix(text) }
    guard matches.count == 1 else { return .null }
    return matches[0].name == .rowNames ? RowNames.expanded(matches[0].value) : matches[0].value
  }

  private static func attributeName(_ call: borrowing Invocation) throws(Unwind) -> Symbol {
    guard let which = call[1].characterVector else {
      throw call.error("'which' must be of mode character")
    }
    guard which.count == 1 else {
      throw call.error("exactly one attribute 'which' must be given")
    }
    return Symbol(which.elements[0])
  }

  static let setAttr = Builtin(.primitive, "attr<-(x, which, value)") { call throws(Unwind) in
    guard let which = call[1].characterVector, which.count == 1 else {
      throw call.error("invalid 'name' argument")
    }
    let name = Symbol(which.elements[0])
    if name.isEmpty { throw call.error("attempt to use zero-length variable name") }
    if call[0].isNull, call[2].isNull { return .null }
    var change = try AttributeChange(call)
    try change.set(name, call[2])
    return change.result
  }

  static let attributes = Builtin(.primitive, "attributes(x)") { call throws(Unwind) in
    var entries: [(name: Symbol, value: Value)] = []
    if let names = call[0].namesVector { entries.append((.names, Value(names))) }
    for entry in call[0].attributes?.entries ?? [] where entry.name != .names {
      entries.append(
        (entry.name, entry.name == .rowNames ? RowNames.expanded(entry.value) : entry.value))
    }
    guard !entries.isEmpty else { return .null }
    let result = ListVector(entries.map(\.value))
    result.setAttribute(.names, .strings(entries.map { $0.name.handle }))
    return .object(result)
  }

  static let setAttributes = Builtin(.primitive, "attributes<-(x, value)") {
    call throws(Unwind) in
    guard call[1].isNull || call[1].list != nil else {
      throw call.error("attributes must be a list or NULL")
    }
    let values = call[1].list
    let names = call[1].namesVector
    if call[0].isNull {
      if values == nil || values?.count == 0 { return .null }
      throw call.error("attempt to set an attribute on NULL")
    }
    if let values, values.count > 0, names == nil {
      throw call.error("attributes must be named")
    }
    var change = try AttributeChange(call)
    change.removeAll()
    guard let values, let names else { return change.result }
    // The dimensions first: dimnames are checked against them.
    for isDimension in [true, false] {
      for k in 0..<values.count where (names.elements[k] == Symbol.dim.handle) == isDimension {
        if names.elements[k] == .empty {
          throw call.error("all attributes must have names [\(k + 1) does not]")
        }
        try change.set(Symbol(names.elements[k]), values.elements[k])
      }
    }
    return change.result
  }

  // MARK: - Length

  static let length = Builtin(.primitive, "length(x)", dispatch: .generic) {
    call throws(Unwind) in
    if call.isAbsent(0) { throw call.error("0 arguments passed to 'length' which requires 1") }
    return .integer(call[0].count)
  }

  static let setLength = Builtin(.primitive, "length<-(x, value)", dispatch: .generic) {
    call throws(Unwind) in
    guard call[1].count == 1 else { throw call.error("wrong length for 'value' argument") }
    let size = try call.doubles(1).elements[0]
    guard size >= 0, size < 1e15 else { throw call.error("invalid value") }
    if call[0].isNull {
      if size > 0 { try call.warning("length of NULL cannot be changed") }
      return .null
    }
    guard let vector = call[0].vector else {
      throw call.error("cannot set length of non-(vector or list)")
    }
    if vector.count == Int(size) { return call[0] }
    let result = vector.resized(to: Int(size))
    if let names = call[0].elementNames {
      let longer = names.resized(to: result.count)
      if result.count > names.count, let texts = longer as? CharacterVector {
        for k in names.count..<result.count { texts.elements[k] = .empty }
      }
      result.setAttribute(.names, Value(longer))
    }
    return Value(result)
  }

  /// `shortRowNames(x, type)`: for 0 the stored row names, for 1 their number, negative if automatic,
  /// for 2 their number.
  static let rowNamesInfo = Builtin(.internal, "shortRowNames(x, type)") { call throws(Unwind) in
    let stored = call[0].attribute(.rowNames)
    let type = try call.integer(1, "type")
    if type == 0 { return stored }
    var count = Int32(stored.count)
    if let rows = stored.object as? IntegerVector, rows.count == 2, rows.elements[0].isMissing {
      count = rows.elements[1]
    }
    return .integer(type == 1 ? count : abs(count))
  }
}
