import ApusInterpreter

/// Reads values in R's serialization format: binary of both byte orders, and text.
final class SerialReader {
  enum Format { case bigEndian, littleEndian, text }

  let interpreter: Interpreter
  /// The R function that gives what a reference by name stands for; NULL if there is none.
  private let hook: Value
  let bytes: [UInt8]
  private(set) var place: Int
  private(set) var format = Format.bigEndian
  private var references: [Value] = []
  private var depth = 0

  var strings: StringPool { interpreter.strings }

  init(_ interpreter: Interpreter, _ bytes: [UInt8], from place: Int = 0, hook: Value = .null) {
    self.interpreter = interpreter
    self.hook = hook
    self.bytes = bytes
    self.place = place
  }

  func read() throws(SerialError) -> Value {
    try need(2)
    switch bytes[place] {
    case UInt8(ascii: "X"): format = .bigEndian
    case UInt8(ascii: "B"): format = .littleEndian
    case UInt8(ascii: "A"): format = .text
    default: throw SerialError(message: "unknown input format")
    }
    place += 2
    let version = try integer()
    _ = try integer()
    _ = try integer()
    guard version == 2 || version == 3 else {
      throw SerialError(message: "cannot read workspace version \(version)")
    }
    if version == 3 { _ = try text(Int(try integer())) }
    return try item()
  }
}

// MARK: - Numbers and text

extension SerialReader {
  private func need(_ count: Int) throws(SerialError) {
    guard count >= 0, place + count <= bytes.count else { throw SerialError(message: "read error") }
  }

  func word() throws(SerialError) -> String {
    while place < bytes.count, bytes[place] <= 32 { place += 1 }
    let start = place
    while place < bytes.count, bytes[place] > 32 { place += 1 }
    guard place > start else { throw SerialError(message: "read error") }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  func integer() throws(SerialError) -> Int32 {
    if format == .text {
      let text = try word()
      if text == "NA" { return .missing }
      guard let number = Int32(text) else { throw SerialError(message: "read error") }
      return number
    }
    try need(4)
    defer { place += 4 }
    return bytes.word(at: place, isBig: format == .bigEndian)
  }

  func double() throws(SerialError) -> Double {
    if format == .text {
      let text = Array(try word().utf8)
      guard let number = text.withUnsafeBufferPointer({ NumberText.number($0) }) else {
        throw SerialError(message: "read error")
      }
      return number
    }
    try need(8)
    defer { place += 8 }
    return Double(bitPattern: bytes.word(at: place, isBig: format == .bigEndian))
  }

  /// Fills elements with the words that come next.
  func fill<Word: FixedWidthInteger>(
    _ target: UnsafeMutableBufferPointer<Word>
  ) throws(SerialError) {
    let size = target.count * MemoryLayout<Word>.stride
    try need(size)
    bytes.copyWords(at: place, isBig: format == .bigEndian, to: target)
    place += size
  }

  private func length() throws(SerialError) -> Int {
    let number = try integer()
    if number >= 0 { return Int(number) }
    guard number == -1 else { throw SerialError(message: "negative serialized length for vector") }
    let high = UInt64(UInt32(bitPattern: try integer()))
    let low = UInt64(UInt32(bitPattern: try integer()))
    guard high < 1 << 16 else {
      throw SerialError(message: "invalid upper part of serialized vector length")
    }
    return Int(high << 32 | low)
  }

  /// A length that the remaining bytes can hold: each element takes at least one.
  func plausibleLength() throws(SerialError) -> Int {
    let count = try length()
    guard count <= bytes.count - place else { throw SerialError(message: "read error") }
    return count
  }

  func text(_ count: Int) throws(SerialError) -> [UInt8] {
    guard format == .text else {
      try need(count)
      defer { place += count }
      return Array(bytes[place..<place + count])
    }
    while place < bytes.count, bytes[place] <= 32 { place += 1 }
    var result: [UInt8] = []
    while result.count < count {
      try need(1)
      let byte = bytes[place]
      place += 1
      result.append(byte == 0x5C ? try escaped() : byte)
    }
    return result
  }

  private func escaped() throws(SerialError) -> UInt8 {
    try need(1)
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "v"): return 11
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "a"): return 7
    case 48...55:
      var number = Int(byte - 48)
      var digits = 1
      while digits < 3, place < bytes.count, bytes[place] >= 48, bytes[place] < 56 {
        number = number * 8 + Int(bytes[place] - 48)
        place += 1
        digits += 1
      }
      return UInt8(truncatingIfNeeded: number)
    default: return byte
    }
  }

  func string(_ flags: Int32) throws(SerialError) -> StringHandle {
    let count = try integer()
    if count == -1 { return .missing }
    guard count >= 0 else { throw SerialError(message: "read error") }
    let raw = try text(Int(count))
    let level = flags >> 12
    if level & 4 != 0, !(raw.withUnsafeBufferPointer { UTF8Reader.isValid($0) }) {
      let buffer = TextBuffer()
      for byte in raw { buffer.append(scalar: UInt32(byte)) }
      return strings.intern(buffer.bytes)
    }
    return raw.withUnsafeBufferPointer { strings.intern($0) }
  }

  func stringItem() throws(SerialError) -> StringHandle {
    let flags = try integer()
    guard flags & 0xFF == SerialType.string else { throw SerialError(message: "read error") }
    return try string(flags)
  }
}

// MARK: - Values

extension SerialReader {
  func item() throws(SerialError) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth < 10_000 else { throw SerialError(message: "object is nested too deeply") }
    return try item(flags: try integer())
  }

  private func item(flags: Int32) throws(SerialError) -> Value {
    switch flags & 0xFF {
    case SerialType.nilValue, SerialType.null: return .null
    case SerialType.emptyEnvironment: return .object(interpreter.emptyEnvironment)
    case SerialType.baseEnvironment: return .object(interpreter.baseEnvironment)
    case SerialType.globalEnvironment: return .object(interpreter.globalEnvironment)
    case SerialType.baseNamespace: return .object(interpreter.baseNamespace)
    case SerialType.missingArgument: return .missingArgument
    case SerialType.unbound: return .unbound
    case SerialType.reference: return try reference(flags)
    case SerialType.symbol:
      let name = Value.symbol(Symbol(try stringItem()))
      references.append(name)
      return name
    case SerialType.namespace, SerialType.package, SerialType.persistent:
      return try named(flags & 0xFF)
    case SerialType.environment: return try environment()
    case SerialType.pairlist, SerialType.attributedPairlist, SerialType.language,
      SerialType.attributedLanguage, SerialType.closure, SerialType.promise, SerialType.dots:
      return try dotted(flags)
    case SerialType.externalPointer:
      let pointer = ExternalPointer()
      references.append(.object(pointer))
      _ = try item()
      _ = try item()
      try attributes(flags, to: pointer)
      return .object(pointer)
    case SerialType.special, SerialType.builtin:
      let name = try text(Int(try integer()))
      let symbol = Symbol(name.withUnsafeBufferPointer { strings.intern($0) })
      return interpreter.baseEnvironment.lookup(symbol) ?? .null
    case SerialType.s4:
      let object = S4Object()
      try attributes(flags, to: object)
      return .object(object)
    case SerialType.bytecode: return try bytecode(flags)
    case SerialType.alternative: return try alternative()
    default: return try vector(flags)
    }
  }

  private func reference(_ flags: Int32) throws(SerialError) -> Value {
    let number = flags >> 8
    let place = Int(number != 0 ? number : try integer()) - 1
    guard references.indices.contains(place) else { throw SerialError(message: "read error") }
    return references[place]
  }

  private func named(_ type: Int32) throws(SerialError) -> Value {
    _ = try integer()
    let count = try plausibleLength()
    var texts: [StringHandle] = []
    for _ in 0..<count { texts.append(try stringItem()) }
    let name = texts.first.map { Symbol($0) } ?? .empty
    let found: Value
    if type == SerialType.persistent {
      guard let value = try? interpreter.call(hook, [Argument(.strings(texts))]) else {
        throw SerialError(message: "no restore method available")
      }
      found = value
    } else if type == SerialType.namespace {
      found =
        interpreter.namespaces[name].map { .object($0) } ?? .object(interpreter.globalEnvironment)
    } else {
      found = .object(attached(strings.text(name)))
    }
    references.append(found)
    return found
  }

  private func attached(_ name: String) -> Environment {
    var environment: Environment? = interpreter.globalEnvironment
    while let here = environment {
      if here.name == name { return here }
      environment = here.parent
    }
    return interpreter.globalEnvironment
  }

  private func environment() throws(SerialError) -> Value {
    let isLocked = try integer() != 0
    let made = Environment(parent: interpreter.emptyEnvironment, interpreter: interpreter)
    references.append(.object(made))
    made.parent = try item().environment ?? interpreter.emptyEnvironment
    try variables(of: made, try integer())
    let table = try integer()
    if table & 0xFF == SerialType.list {
      for _ in 0..<(try plausibleLength()) { try variables(of: made, try integer()) }
    } else {
      _ = try item(flags: table)
    }
    if let attributes = try item().list { setAttributes(attributes, of: made) }
    made.isLocked = isLocked
    return .object(made)
  }

  /// The variables of an environment: pairs that may be marked as locked or active.
  private func variables(of environment: Environment, _ first: Int32) throws(SerialError) {
    var flags = first
    while flags & 0xFF == SerialType.pairlist || flags & 0xFF == SerialType.attributedPairlist {
      if flags & SerialType.hasAttributes != 0 { _ = try item() }
      let name = flags & SerialType.hasTag != 0 ? try item().symbol ?? .empty : .empty
      let value = try item()
      environment.define(name, value)
      if let binding = environment.bindingForMarking(name) {
        binding.isActive = flags & SerialType.isActiveBinding != 0
        binding.isLocked = flags & SerialType.isLockedBinding != 0
      }
      flags = try integer()
    }
    _ = try item(flags: flags)
  }

  func attributes(_ flags: Int32, to object: Object) throws(SerialError) {
    guard flags & SerialType.hasAttributes != 0 else { return }
    if let list = try item().list { setAttributes(list, of: object) }
    if flags >> 12 & 16 != 0 { object.flags.insert(.isS4) }
  }

  func setAttributes(_ list: ListVector, of object: Object) {
    guard let names = Value.object(list).namesVector else { return }
    for k in 0..<list.count { object.setAttribute(Symbol(names.elements[k]), list.elements[k]) }
  }

  // MARK: - Pairs, calls and closures

  private func dotted(_ flags: Int32) throws(SerialError) -> Value {
    switch flags & 0xFF {
    case SerialType.pairlist, SerialType.attributedPairlist: return try pairlist(flags)
    case SerialType.dots:
      let arguments = try pairs(flags).arguments
      let expressions = arguments.map { argument -> Value in
        guard case .promise(let promise) = argument.value else { return argument.value }
        return promise.expression
      }
      return .object(Dots(arguments, expressions: expressions))
    case SerialType.language, SerialType.attributedLanguage: return try call(flags)
    case SerialType.closure: return try closure(flags)
    default:
      if flags & SerialType.hasAttributes != 0 { _ = try item() }
      let environment = flags & SerialType.hasTag != 0 ? try item() : .null
      let value = try item()
      let expression = try item()
      if let environment = environment.environment {
        return .promise(Promise(expression, in: environment))
      }
      return value
    }
  }

  /// The pairs of a list, each read where the last one ended.
  private func pairs(_ first: Int32) throws(SerialError) -> (
    arguments: [Argument], attributes: ListVector?
  ) {
    var result: [Argument] = []
    var attributes: ListVector?
    var flags = first
    while true {
      switch flags & 0xFF {
      case SerialType.pairlist, SerialType.attributedPairlist, SerialType.dots,
        SerialType.language, SerialType.attributedLanguage:
        if flags & SerialType.hasAttributes != 0 {
          let list = try item().list
          if result.isEmpty { attributes = list }
        }
        let tag = flags & SerialType.hasTag != 0 ? try item().symbol ?? .empty : .empty
        result.append(Argument(tag, try item()))
        flags = try integer()
      default:
        let rest = try item(flags: flags)
        if !rest.isNull { result.append(Argument(rest)) }
        return (result, attributes)
      }
    }
  }

  private func pairlist(_ flags: Int32) throws(SerialError) -> Value {
    let (arguments, attributes) = try pairs(flags)
    let list = ListVector(kind: .pairlist, arguments.map(\.value))
    if arguments.contains(where: { !$0.name.isEmpty }) {
      list.setAttribute(.names, .object(CharacterVector(arguments.map(\.name.handle))))
    }
    if let attributes { setAttributes(attributes, of: list) }
    return .object(list)
  }

  private func call(_ flags: Int32) throws(SerialError) -> Value {
    let (parts, attributes) = try pairs(flags)
    return makeCall(parts, attributes)
  }

  func makeCall(_ parts: [Argument], _ attributes: ListVector?) -> Value {
    guard let first = parts.first else { return .null }
    let arguments = Array(parts.dropFirst())
    var made = Call(first.value, arguments, label: first.name)
    if first.value.symbol == .function_, arguments.count >= 2 {
      made = Call(
        first.value, arguments, definition: definition(arguments[0].value, arguments[1].value))
    }
    if let attributes { setAttributes(attributes, of: made) }
    return .object(made)
  }

  private func definition(_ formals: Value, _ body: Value) -> FunctionDefinition {
    var parameters: [Parameter] = []
    if let list = formals.list, let names = formals.namesVector {
      for k in 0..<list.count {
        parameters.append(Parameter(Symbol(names.elements[k]), default: list.elements[k]))
      }
    }
    return FunctionDefinition(parameters: parameters, body: body)
  }

  private func closure(_ flags: Int32) throws(SerialError) -> Value {
    let attributes = flags & SerialType.hasAttributes != 0 ? try item().list : nil
    let environment = flags & SerialType.hasTag != 0 ? try item().environment : nil
    let formals = try item()
    let body = try item()
    let made = Closure(
      definition(formals, body), in: environment ?? interpreter.globalEnvironment)
    if let attributes { setAttributes(attributes, of: made) }
    if flags >> 12 & 16 != 0 { made.flags.insert(.isS4) }
    return .object(made)
  }
}
