import ApusInterpreter

/// `c`, `unlist`, `list` and `vector`: putting elements together.
enum Combining {
  static var all: [Builtin] { [combine, list, unlist, vector] }

  /// `c(..., recursive = FALSE, use.names = TRUE)`.
  static let combine = Builtin(.primitive, "c(...)", dispatch: .generic) {
    call throws(Unwind) in
    var parts = Combination(call.interpreter)
    var items: [(name: StringHandle, value: Value)] = []
    items.reserveCapacity(call.count)
    var useNames = true
    for position in 0..<call.count {
      let name = call.name(position)
      if name == .recursive {
        parts.isRecursive = try call.flag(position, "recursive")
      } else if name == .useNames {
        useNames = try call.flag(position, "use.names")
      } else {
        if call.isWrittenEmpty(position) {
          throw call.error("argument \(position + 1) is empty")
        }
        items.append((name.handle, call[position]))
      }
    }
    return try parts.combine(items, useNames: useNames)
  }

  static let list = Builtin(.primitive, "list(...)") { call throws(Unwind) in
    let result = ListVector(count: call.count)
    let elements = result.elements
    for position in 0..<call.count {
      if call.isWrittenEmpty(position) {
        throw call.error("argument \(position + 1) is empty")
      }
      elements[position] = call[position]
    }
    if call.names.contains(where: { !$0.isEmpty }) {
      result.setAttribute(.names, .strings(call.names.map(\.handle)))
    }
    return .object(result)
  }

  static let unlist = Builtin(.internal, "unlist(x, recursive, use.names)", dispatch: .generic) {
    call throws(Unwind) in
    let value = call[0]
    guard let elements = value.list else { return value }
    let useNames = try call.flag(2, "use.names")
    var parts = Combination(call.interpreter)
    parts.isRecursive = try call.flag(1, "recursive")
    parts.isUnlisting = true
    let names = useNames ? value.namesVector : nil
    var items: [(name: StringHandle, value: Value)] = []
    items.reserveCapacity(elements.count)
    for (k, element) in elements.elements.enumerated() {
      items.append((names?.elements[k] ?? .empty, element))
    }
    if value.kind == .expression { parts.kind = .expression }
    var factors = FactorCombination(call.interpreter, isRecursive: parts.isRecursive)
    if let factor = factors.combine(items, useNames: useNames) {
      return factor
    }
    return try parts.combine(items, useNames: useNames)
  }

  private static func kind(ofMode mode: String) -> Kind {
    switch mode {
    case "list", "expression", "pairlist": .list
    case "raw": .raw
    case "logical", "integer": .integer
    case "complex": .complex
    default: .double
    }
  }

  static let vector = Builtin(.internal, "vector(mode, length)") { call throws(Unwind) in
    guard call[0].count == 1 else { throw call.error("invalid 'mode' argument") }
    let mode = call.strings.text(try call.characters(0).elements[0])
    guard call[1].count == 1 else { throw call.error("invalid 'length' argument") }
    let length = try call.doubles(1).elements[0]
    guard !length.isNaN || call[1].kind == .logical else {
      throw call.error("vector size cannot be NA/NaN")
    }
    guard length >= 0 else { throw call.error("invalid 'length' argument") }
    guard length <= 0x1p52 else { throw call.error("vector size specified is too large") }
    try call.checkRoom(length, kind(ofMode: mode))
    let count = Int(length)
    return switch mode {
    case "logical": Value(LogicalVector(repeating: 0, count: count))
    case "integer": Value(IntegerVector(repeating: 0, count: count))
    case "double", "numeric": Value(DoubleVector(repeating: 0, count: count))
    case "complex": .object(ComplexVector(repeating: ComplexNumber(0), count: count))
    case "character": Value(CharacterVector(repeating: .empty, count: count))
    case "raw": .object(RawVector(repeating: 0, count: count))
    case "list": .object(ListVector(count: count))
    case "expression": .object(ListVector(kind: .expression, count: count))
    case "pairlist": count == 0 ? .null : .object(ListVector(kind: .pairlist, count: count))
    default: throw call.error("vector: cannot make a vector of mode '\(mode)'.")
    }
  }
}

/// A combination of values under way: its type and length are surveyed first, then it is filled.
struct Combination {
  let interpreter: Interpreter
  var isRecursive = false
  /// `unlist`, where lists among the items give up their elements only one level deep.
  var isUnlisting = false
  var kind = Kind.null
  private var count = 0
  private var hasNames = false

  init(_ interpreter: Interpreter) { self.interpreter = interpreter }

  mutating func combine(
    _ items: [(name: StringHandle, value: Value)], useNames: Bool
  ) throws(Unwind) -> Value {
    for item in items {
      if item.name != .empty, !item.value.isNull { hasNames = true }
      survey(item.value)
    }
    guard count > 0 else { return emptyResult(items) }
    try Unwind.checkRoom(count, kind)
    let result = makeVector()
    try fill(result, items)
    if useNames, hasNames {
      result.setAttribute(.names, .strings(leafNames(items)))
    }
    return Value(result)
  }

  private func emptyResult(_ items: [(name: StringHandle, value: Value)]) -> Value {
    if kind == .null || isRecursive && kind == .list { return .null }
    return .object(makeVector())
  }

  private func makeVector() -> Vector {
    switch kind {
    case .raw: RawVector(count: count)
    case .logical: LogicalVector(count: count)
    case .integer: IntegerVector(count: count)
    case .double: DoubleVector(count: count)
    case .complex: ComplexVector(count: count)
    case .character: CharacterVector(count: count)
    case .expression: ListVector(kind: .expression, count: count)
    default: ListVector(count: count)
    }
  }
}

// MARK: - Survey

extension Combination {
  private mutating func survey(_ value: Value) {
    switch value {
    case .null, .unbound, .defaultArgument: return
    case .object(let object as Vector):
      if object.kind.isList || object.kind == .expression {
        surveyList(unsafeDowncast(object, to: ListVector.self))
      } else {
        kind = max(kind, object.kind)
        count += object.count
        if !hasNames, value.elementNames != nil { hasNames = object.count > 0 }
      }
    default:
      let own = value.kind
      kind = max(kind, own.isAtomic ? own : .list)
      count += 1
    }
  }

  private mutating func surveyList(_ list: ListVector) {
    if !hasNames, Value.object(list).elementNames != nil { hasNames = true }
    if isRecursive {
      for element in list.elements { survey(element) }
      if list.kind == .expression { kind = max(kind, .expression) }
    } else if isUnlisting || list.kind == .pairlist {
      kind = max(kind, list.kind == .expression ? .expression : .list)
      count += list.count
    } else {
      kind = max(kind, list.kind)
      count += list.count
    }
  }
}

// MARK: - Filling

extension Combination {
  private func fill(
    _ result: Vector, _ items: [(name: StringHandle, value: Value)]
  ) throws(Unwind) {
    var place = 0
    for item in items { try fill(result, item.value, &place) }
  }

  private func fill(_ result: Vector, _ value: Value, _ place: inout Int) throws(Unwind) {
    switch value {
    case .null, .unbound, .defaultArgument: return
    case .object(let object as Vector):
      if object.kind.isList || object.kind == .expression {
        let list = unsafeDowncast(object, to: ListVector.self)
        if isRecursive {
          for element in list.elements { try fill(result, element, &place) }
          return
        }
        result.copyElements(from: list, at: 0, count: list.count, to: place)
        place += list.count
      } else {
        try fillAtomic(result, object, place)
        place += object.count
      }
    default:
      try fillScalar(result, value, place)
      place += 1
    }
  }

  private func fillAtomic(_ result: Vector, _ source: Vector, _ place: Int) throws(Unwind) {
    if source.kind == result.kind {
      result.copyElements(from: source, at: 0, count: source.count, to: place)
      return
    }
    switch (result.kind, source.kind) {
    case (.list, _), (.expression, _):
      let elements = unsafeDowncast(result, to: ListVector.self).elements
      for k in 0..<source.count { elements[place + k] = source.elementValue(k) }
    case (.double, .integer), (.double, .logical):
      let target = unsafeDowncast(result, to: DoubleVector.self).elements
      let numbers = source.wholeNumbers
      for k in 0..<numbers.count {
        let number = numbers[k]
        target[place + k] = number.isMissing ? .missing : Double(number)
      }
    case (.integer, .logical):
      let target = unsafeDowncast(result, to: IntegerVector.self).elements
      let numbers = source.wholeNumbers
      for k in 0..<numbers.count { target[place + k] = numbers[k] }
    default:
      let converted = try interpreter.coerce(.object(source), to: result.kind)
      result.copyElements(from: converted, at: 0, count: converted.count, to: place)
    }
  }

  private func fillScalar(_ result: Vector, _ value: Value, _ place: Int) throws(Unwind) {
    switch (result.kind, value) {
    case (.list, _), (.expression, _):
      unsafeDowncast(result, to: ListVector.self).elements[place] = value
    case (.double, .double(let number)):
      unsafeDowncast(result, to: DoubleVector.self).elements[place] = number
    case (.double, .integer(let number)), (.double, .logical(let number)):
      unsafeDowncast(result, to: DoubleVector.self).elements[place] =
        number.isMissing ? .missing : Double(number)
    case (.integer, .integer(let number)), (.integer, .logical(let number)):
      unsafeDowncast(result, to: IntegerVector.self).elements[place] = number
    case (.logical, .logical(let truth)):
      unsafeDowncast(result, to: LogicalVector.self).elements[place] = truth
    case (.character, .string(let string)):
      unsafeDowncast(result, to: CharacterVector.self).elements[place] = string
    default:
      let converted = try interpreter.coerce(value, to: result.kind)
      result.copyElements(from: converted, at: 0, count: 1, to: place)
    }
  }
}

extension Vector {
  /// The elements of an integer or logical vector.
  var wholeNumbers: UnsafeMutableBufferPointer<Int32> {
    kind == .integer
      ? unsafeDowncast(self, to: IntegerVector.self).elements
      : unsafeDowncast(self, to: LogicalVector.self).elements
  }
}

// MARK: - Names

extension Combination {
  private func leafNames(_ items: [(name: StringHandle, value: Value)]) -> [StringHandle] {
    var names = NameCollector(interpreter.strings, isRecursive: isRecursive, capacity: count)
    for item in items { names.add(item.value, base: item.name) }
    return names.names
  }
}

/// Names of combined elements: `base.name`, `base` with a number, or one of both.
///
/// Leaves under one base are counted together, however deep unnamed lists nest; a named inner list
/// starts a base of its own.
struct NameCollector {
  private let strings: StringPool
  private let isRecursive: Bool
  private(set) var names: [StringHandle] = []

  init(_ strings: StringPool, isRecursive: Bool, capacity: Int) {
    self.strings = strings
    self.isRecursive = isRecursive
    names.reserveCapacity(capacity)
  }

  mutating func add(_ value: Value, base: StringHandle) {
    if base == .empty, case .object(let object) = value, !object.kind.isList,
      object.kind != .expression
    {
      addUnbased(value)
      return
    }
    let isNumbered = base != .empty && leaves(value, limit: 2) > 1
    var ordinal = 0
    add(value, base, isNumbered, &ordinal)
  }

  /// An atomic vector without a base keeps its names as they are.
  private mutating func addUnbased(_ value: Value) {
    if let own = value.elementNames {
      names.append(contentsOf: own.elements)
    } else {
      names.append(contentsOf: repeatElement(.empty, count: value.isVectorLike ? value.count : 1))
    }
  }

  private mutating func add(
    _ value: Value, _ base: StringHandle, _ isNumbered: Bool, _ ordinal: inout Int
  ) {
    guard !value.isNull else { return }
    guard let vector = value.object as? Vector else {
      ordinal += 1
      names.append(name(base, .empty, isNumbered, ordinal))
      return
    }
    let own = value.elementNames
    guard isRecursive, let list = value.list else {
      for k in 0..<vector.count {
        ordinal += 1
        names.append(name(base, own?.elements[k] ?? .empty, isNumbered, ordinal))
      }
      return
    }
    for k in 0..<list.count {
      let tag = own?.elements[k] ?? .empty
      if tag == .empty {
        add(list.elements[k], base, isNumbered, &ordinal)
      } else {
        let start = names.count
        add(list.elements[k], base: base == .empty ? tag : joined(base, tag))
        ordinal += names.count - start
      }
    }
  }

  private func name(
    _ base: StringHandle, _ tag: StringHandle, _ isNumbered: Bool, _ ordinal: Int
  ) -> StringHandle {
    if base == .empty { return tag }
    if tag != .empty { return joined(base, tag) }
    return isNumbered ? strings.intern(strings.text(base) + String(ordinal)) : base
  }

  private func joined(_ base: StringHandle, _ tag: StringHandle) -> StringHandle {
    strings.intern(strings.text(base) + "." + strings.text(tag))
  }

  /// How many leaves share the base; counting may stop at `limit`.
  private func leaves(_ value: Value, limit: Int) -> Int {
    guard let vector = value.object as? Vector else { return value.isNull ? 0 : 1 }
    guard isRecursive, let list = value.list else { return vector.count }
    let own = value.elementNames
    var total = 0
    for k in 0..<list.count where own == nil || own?.elements[k] == .empty {
      total += leaves(list.elements[k], limit: limit - total)
      if total >= limit { break }
    }
    return total
  }
}

extension Value {
  /// NULL, a scalar or a vector object.
  var isVectorLike: Bool {
    switch self {
    case .double, .integer, .logical, .string, .null: true
    case .object(let object): object.kind.isVector || object.kind == .pairlist
    default: false
    }
  }
}

/// `unlist` of a list of factors: a factor whose levels are those of all.
struct FactorCombination {
  private let interpreter: Interpreter
  private var levels: [StringHandle] = []
  private var positions: [StringHandle: Int32] = [:]
  private var codes: [Int32] = []
  private var leaves: [Value] = []

  private let isRecursive: Bool

  init(_ interpreter: Interpreter, isRecursive: Bool) {
    self.interpreter = interpreter
    self.isRecursive = isRecursive
  }

  /// Nil if any leaf is not a factor.
  mutating func combine(
    _ items: [(name: StringHandle, value: Value)], useNames: Bool
  ) -> Value? {
    guard !items.isEmpty else { return nil }
    for item in items {
      guard collect(item.value) else { return nil }
    }
    guard !leaves.isEmpty else { return nil }
    for leaf in leaves { add(leaf) }
    let result = IntegerVector(codes)
    if useNames,
      items.contains(where: { $0.name != .empty })
        || leaves.contains(where: { $0.namesVector != nil })
    {
      var names = NameCollector(interpreter.strings, isRecursive: true, capacity: codes.count)
      for item in items { names.add(item.value, base: item.name) }
      result.setAttribute(.names, .strings(names.names))
    }
    result.setAttribute(.levels, .object(CharacterVector(levels)))
    result.setAttribute(.class_, .string(Symbol.factor.handle))
    return .object(result)
  }

  private mutating func collect(_ value: Value) -> Bool {
    guard case .object(let object) = value else { return false }
    if object.kind == .integer, object.hasClass, interpreter.inherits(value, "factor") {
      leaves.append(value)
      return true
    }
    guard isRecursive, let list = value.list, list.kind != .expression else { return false }
    for element in list.elements where !collect(element) { return false }
    return true
  }

  private mutating func add(_ factor: Value) {
    let own = factor.attribute(.levels).characterVector
    let mapping: [Int32] = (own?.elements ?? .init(start: nil, count: 0)).map { level in
      if let known = positions[level] { return known }
      levels.append(level)
      positions[level] = Int32(levels.count)
      return Int32(levels.count)
    }
    guard let source = factor.object as? IntegerVector else { return }
    for code in source.elements {
      let isKnown = code > 0 && Int(code) <= mapping.count
      codes.append(isKnown ? mapping[Int(code) - 1] : .missing)
    }
  }
}
