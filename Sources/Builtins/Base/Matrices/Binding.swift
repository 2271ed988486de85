import ApusInterpreter

/// `cbind` and `rbind`: dispatch on all arguments, then the binding of vectors and matrices.
enum MatrixBinding {
  static var all: [Builtin] { [cbind, rbind] }

  /// `cbind(deparse.level, ...)`.
  static let cbind = Builtin(.internal, "cbind(deparse.level, ...)") { call throws(Unwind) in
    try bind(call, isByColumn: true)
  }

  static let rbind = Builtin(.internal, "rbind(deparse.level, ...)") { call throws(Unwind) in
    try bind(call, isByColumn: false)
  }

  private static func bind(
    _ call: borrowing Invocation, isByColumn: Bool
  ) throws(Unwind) -> Value {
    let frame = call.environment
    let dots = frame.lookup(.dots)?.object as? Dots
    if let bound = try boundByMethods(call, isByColumn ? "cbind" : "rbind") { return bound }
    if let method = try commonMethod(call, isByColumn ? "cbind" : "rbind") {
      var arguments = dots?.arguments ?? []
      let level = call.strings.symbol("deparse.level")
      arguments.append(Argument(level, call[0]))
      let name = call.strings.symbol(isByColumn ? "cbind" : "rbind")
      return try call.interpreter.call(
        method, arguments, in: frame, as: Call(name, .symbol(level), .symbol(.dots)))
    }
    var binder = Binder(call, dots: dots, isByColumn: isByColumn)
    return try binder.value(call)
  }

  /// What methods of `cbind2` or `rbind2` make of S4 objects; nil if there is none.
  private static func boundByMethods(
    _ call: borrowing Invocation, _ name: StaticString
  ) throws(Unwind) -> Value? {
    let parts = Array(call.arguments.dropFirst())
    guard parts.contains(where: { $0.isS4 }) else { return nil }
    let bound = try call.interpreter.callMethods(
      ".boundBy", [Argument(.string(call.strings.intern(name))), Argument(.list(parts))])
    return bound.isNull ? nil : bound
  }

  /// The method that the classes of all arguments with one agree on.
  private static func commonMethod(
    _ call: borrowing Invocation, _ generic: String
  ) throws(Unwind) -> Value? {
    var found: Value?
    for k in 1..<max(call.count, 1) where call[k].hasClass {
      guard let method = try call.interpreter.method(generic, for: call[k], in: call.environment)
      else { continue }
      if let found, found.object !== method.object { return nil }
      found = method
    }
    return found
  }
}

/// The default method of `cbind`; for `rbind` rows and columns change places.
private struct Binder {
  private struct Part {
    let value: Value
    /// Place among the arguments, from 1.
    let position: Int
    let label: StringHandle
    /// Extents if it is a matrix: along the binding, and across.
    let extents: (along: Int, across: Int)?
    var source: Vector
  }

  private let isByColumn: Bool
  private let interpreter: Interpreter
  private var parts: [Part] = []
  private var kind = Kind.null
  /// The common extent: rows for `cbind`.
  private var across = 0

  init(_ call: borrowing Invocation, dots: Dots?, isByColumn: Bool) {
    self.isByColumn = isByColumn
    interpreter = call.interpreter
    var level: Int32 = 1
    if case .integer(let number) = call[0] { level = number }
    if case .double(let number) = call[0], number.isFinite { level = Int32(saturating: number) }
    for k in 1..<max(call.count, 1) where !call[k].isNull {
      let value = call[k]
      let expression = dots.flatMap { k - 1 < $0.expressions.count ? $0.expressions[k - 1] : nil }
      let label =
        call.name(k).isEmpty ? Self.label(expression, level, interpreter) : call.name(k).handle
      var extents: (along: Int, across: Int)?
      if let sizes = value.dimensions, sizes.count == 2 {
        extents = isByColumn ? (sizes[1], sizes[0]) : (sizes[0], sizes[1])
      }
      let own = value.kind
      kind = max(kind, own.isVector ? own : .list)
      let source = value.vector ?? ListVector([value])
      parts.append(
        Part(value: value, position: k, label: label, extents: extents, source: source))
    }
  }

  /// The name an argument without one gives: none, the symbol, or (level 2) its text.
  private static func label(
    _ expression: Value?, _ level: Int32, _ interpreter: Interpreter
  ) -> StringHandle {
    guard level > 0, let expression else { return .empty }
    if let symbol = expression.symbol { return symbol.handle }
    guard level == 2,
      let lines = try? interpreter.callFunction("deparse", [Argument(expression)]).characterVector,
      let first = lines.elements.first
    else { return .empty }
    let text = interpreter.strings.text(first)
    return text.count <= 10 ? first : interpreter.strings.intern(text.prefix(10) + "...")
  }

  mutating func value(_ call: borrowing Invocation) throws(Unwind) -> Value {
    guard !parts.isEmpty else { return .null }
    if kind == .expression { throw call.error("cannot create a matrix from type 'expression'") }
    if kind == .pairlist { kind = .list }
    try measure(call)
    let columns = parts.reduce(0) { $0 + ($1.extents?.along ?? 1) }
    let result = Choosing.empty(kind, count: across * columns)
    try fill(result, columns: columns, call)
    let extents = isByColumn ? [Int32(across), Int32(columns)] : [Int32(columns), Int32(across)]
    result.setAttribute(.dim, .object(IntegerVector(extents)))
    let names = (along: alongNames(columns), across: acrossNames())
    if !names.along.isNull || !names.across.isNull {
      result.setAttribute(
        .dimnames,
        .list(isByColumn ? [names.across, names.along] : [names.along, names.across]))
    }
    return .object(result)
  }

  /// Finds the common extent, drops empty vectors and warns of those that do not fit.
  private mutating func measure(_ call: borrowing Invocation) throws(Unwind) {
    let axis = isByColumn ? "rows" : "columns"
    var common: Int?
    for part in parts {
      guard let extents = part.extents else { continue }
      if let common, common != extents.across {
        throw call.error("number of \(axis) of matrices must match (see arg \(part.position))")
      }
      common = extents.across
    }
    let hasMatrix = common != nil
    across = common ?? parts.map(\.source.count).max() ?? 0
    if across > 0 { parts.removeAll { $0.extents == nil && $0.source.count == 0 } }
    for part in parts where part.extents == nil {
      let size = part.source.count
      guard size > 0 else { continue }
      if size > across && hasMatrix || across % size != 0 || size > 0 && across == 0 {
        try call.warning(
          "number of \(axis) of result is not a multiple of vector length (arg \(part.position))")
        break
      }
    }
  }

  private func fill(
    _ result: Vector, columns: Int, _ call: borrowing Invocation
  ) throws(Unwind) {
    var start = 0
    for part in parts {
      var source = part.source
      if source.kind != kind {
        if source.hasClass { source = source.resized(to: source.count) }
        source = try call.interpreter.coerce(.object(source), to: kind)
      }
      let width = part.extents?.along ?? 1
      if across > 0, source.count > 0 {
        isByColumn
          ? fillColumns(result, source, start, width)
          : fillRows(result, source, start, width, columns)
      }
      start += width
    }
  }

  private func fillColumns(_ result: Vector, _ source: Vector, _ start: Int, _ width: Int) {
    let total = across * width
    var done = 0
    while done < total {
      let size = min(source.count, total - done)
      result.copyElements(from: source, at: 0, count: size, to: start * across + done)
      done += size
    }
  }

  private func fillRows(
    _ result: Vector, _ source: Vector, _ start: Int, _ height: Int, _ rows: Int
  ) {
    switch (result, source) {
    case (let result as DoubleVector, let source as DoubleVector):
      fillRows(result.elements, source.elements, start, height, rows)
    case (let result as CharacterVector, let source as CharacterVector):
      fillRows(result.elements, source.elements, start, height, rows)
    case (let result as ListVector, let source as ListVector):
      fillRows(result.elements, source.elements, start, height, rows)
    case (let result as ComplexVector, let source as ComplexVector):
      fillRows(result.elements, source.elements, start, height, rows)
    case (let result as RawVector, let source as RawVector):
      fillRows(result.elements, source.elements, start, height, rows)
    default: fillRows(result.wholeNumbers, source.wholeNumbers, start, height, rows)
    }
  }

  @inline(__always)
  private func fillRows<Element>(
    _ result: UnsafeMutableBufferPointer<Element>, _ source: UnsafeMutableBufferPointer<Element>,
    _ start: Int, _ height: Int, _ rows: Int
  ) {
    var next = 0
    for column in 0..<across {
      for row in 0..<height {
        result[column * rows + start + row] = source[next]
        next += 1
        if next == source.count { next = 0 }
      }
    }
  }

  // MARK: Names

  /// Names along the binding: those of matrices, and the labels of vectors.
  private func alongNames(_ count: Int) -> Value {
    var names: [StringHandle] = []
    var hasAny = false
    for part in parts {
      if let extents = part.extents {
        let own = part.value.dimensionNames?.elements[isByColumn ? 1 : 0].characterVector
        if let own {
          names.append(contentsOf: own.elements)
          hasAny = true
        } else {
          names.append(contentsOf: repeatElement(.empty, count: extents.along))
        }
      } else {
        names.append(part.label)
        if part.label != .empty { hasAny = true }
      }
    }
    return hasAny ? .strings(names) : .null
  }

  /// Names across: of the first argument that has any of the right number.
  private func acrossNames() -> Value {
    for part in parts {
      if part.extents != nil {
        let own = part.value.dimensionNames?.elements[isByColumn ? 0 : 1] ?? .null
        if !own.isNull { return own }
      } else if let own = part.value.elementNames, own.count == across {
        return own.hasAttributes ? .strings(Array(own.elements)) : Value(own)
      }
    }
    return .null
  }
}
