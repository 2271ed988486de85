import ApusInterpreter

/// Writes values in R's serialization format.
final class SerialWriter {
  private let interpreter: Interpreter
  private let isASCII: Bool
  private let isLittleEndian: Bool
  private let version: Int32
  private(set) var bytes: [UInt8] = []
  /// Numbers of names and environments that were written before.
  private var references: [ObjectIdentifier: Int32] = [:]
  private var symbols: [Symbol: Int32] = [:]
  private var count: Int32 = 0
  /// Environments are kept alive so that their identity lasts.
  private var kept: [Object] = []

  private var strings: StringPool { interpreter.strings }

  init(_ interpreter: Interpreter, isASCII: Bool, isLittleEndian: Bool = false, version: Int32 = 3)
  {
    self.interpreter = interpreter
    self.isASCII = isASCII
    self.isLittleEndian = isLittleEndian
    self.version = version
  }

  /// The header and one value.
  func write(_ value: Value) throws(SerialError) -> [UInt8] {
    bytes += Array((isASCII ? "A\n" : isLittleEndian ? "B\n" : "X\n").utf8)
    put(version)
    // R 4.2.2, readable since 3.5.0 or 2.3.0.
    put(0x0004_0202)
    put(version == 3 ? 0x0003_0500 : 0x0002_0300)
    if version == 3 {
      put(5)
      putText(Array("UTF-8".utf8))
    }
    try item(value)
    return bytes
  }
}

// MARK: - Numbers and text

extension SerialWriter {
  private func put(_ number: Int32) {
    if isASCII {
      bytes += Array((number.isMissing ? "NA\n" : "\(number)\n").utf8)
    } else {
      append(UInt32(bitPattern: number))
    }
  }

  private func append<Word: FixedWidthInteger>(_ word: Word) {
    withUnsafeBytes(of: isLittleEndian ? word.littleEndian : word.bigEndian) { bytes += $0 }
  }

  private func putDouble(_ number: Double) {
    guard isASCII else { return append(number.bitPattern) }
    let text = TextBuffer(capacity: 64)
    if number.isFinite {
      text.append(Self.shortest(number))
    } else {
      text.append(number, NumberLayout())
    }
    text.append("\n")
    bytes += text.bytes
  }

  /// `%.16g`, which is what R writes.
  private static func shortest(_ number: Double) -> String {
    let text = TextBuffer()
    Conversion("g", precision: 16).append(number, to: text)
    return text.text
  }

  private func putText(_ text: [UInt8]) {
    guard isASCII else {
      bytes += text
      return
    }
    for byte in text {
      switch byte {
      case 10: bytes += Array("\\n".utf8)
      case 9: bytes += Array("\\t".utf8)
      case 13: bytes += Array("\\r".utf8)
      case 0x5C: bytes += Array("\\\\".utf8)
      case 0x22: bytes += Array("\\\"".utf8)
      case 0x27: bytes += Array("\\'".utf8)
      case 0x3F: bytes += Array("\\?".utf8)
      case 33...126: bytes.append(byte)
      default:
        bytes += [0x5C, 48 + byte >> 6, 48 + (byte >> 3) & 7, 48 + byte & 7]
      }
    }
    bytes.append(10)
  }

  private func putString(_ string: StringHandle) {
    if string.isMissing {
      put(SerialType.string)
      put(-1)
      return
    }
    let text = strings.bytes(string)
    let level: Int32 = strings.isASCII(string) ? 64 : UTF8Reader.isValid(text) ? 8 : 0
    put(SerialType.string | level << 12)
    put(Int32(text.count))
    putText(Array(text))
  }
}

// MARK: - Values

extension SerialWriter {
  private func item(_ value: Value) throws(SerialError) {
    switch value {
    case .null: put(SerialType.nilValue)
    case .missingArgument: put(SerialType.missingArgument)
    case .unbound, .defaultArgument: put(SerialType.unbound)
    case .symbol(let name): symbol(name)
    case .promise(let promise):
      try item(promise.value.isUnbound ? promise.expression : promise.value)
    case .object(let object): try self.object(object)
    default:
      guard let vector = value.vector else { return put(SerialType.nilValue) }
      try self.vector(vector)
    }
  }

  private func symbol(_ name: Symbol) {
    if let number = symbols[name] { return put(number << 8 | SerialType.reference) }
    count += 1
    symbols[name] = count
    put(SerialType.symbol)
    putString(name.handle)
  }

  private func object(_ object: Object) throws(SerialError) {
    switch object {
    case let vector as Vector: try self.vector(vector)
    case let call as Call: try self.call(call)
    case let closure as Closure: try self.closure(closure)
    case let environment as Environment: try self.environment(environment)
    case let builtin as BuiltinFunction:
      put(builtin.isSpecial ? SerialType.special : SerialType.builtin)
      let name = Array(strings.bytes(builtin.name))
      put(Int32(name.count))
      putText(name)
    case let pointer as ExternalPointer: try externalPointer(pointer)
    case let dots as Dots:
      guard !dots.arguments.isEmpty else { return put(SerialType.missingArgument) }
      for argument in dots.arguments {
        try pair(argument.name, argument.value, type: SerialType.dots)
      }
      put(SerialType.nilValue)
    default:
      guard object.kind == .s4 else {
        throw SerialError(message: "cannot serialize an object of type '\(object.kind.typeName)'")
      }
      put(flags(SerialType.s4, object) | 1 << 16)
      try attributes(of: object)
    }
  }

  private func flags(_ type: Int32, _ object: Object) -> Int32 {
    var flags = type
    if object.hasClass { flags |= SerialType.hasClass }
    if object.hasAttributes { flags |= SerialType.hasAttributes }
    if object.flags.contains(.isS4) { flags |= 1 << 16 }
    return flags
  }

  private func attributes(of object: Object) throws(SerialError) {
    guard let attributes = object.attributes else { return }
    for (name, value) in attributes.entries {
      put(SerialType.pairlist | SerialType.hasTag)
      symbol(name)
      try item(value)
    }
    put(SerialType.nilValue)
  }

  private func vector(_ vector: Vector) throws(SerialError) {
    if vector.kind == .pairlist { return try pairlist(vector) }
    switch vector {
    case let vector as LogicalVector:
      begin(SerialType.logical, vector)
      for element in vector.elements { put(element) }
    case let vector as IntegerVector:
      begin(SerialType.integer, vector)
      for element in vector.elements { put(element) }
    case let vector as DoubleVector:
      begin(SerialType.double, vector)
      for element in vector.elements { putDouble(element) }
    case let vector as ComplexVector:
      begin(SerialType.complex, vector)
      for element in vector.elements {
        putDouble(element.real)
        putDouble(element.imaginary)
      }
    case let vector as CharacterVector:
      begin(SerialType.character, vector)
      for element in vector.elements { putString(element) }
    case let vector as RawVector:
      begin(SerialType.raw, vector)
      rawBytes(vector)
    case let vector as ListVector:
      begin(vector.kind == .expression ? SerialType.expression : SerialType.list, vector)
      for element in vector.elements { try item(element) }
    default: throw SerialError(message: "cannot serialize this type of vector")
    }
    try attributes(of: vector)
  }

  private func begin(_ type: Int32, _ vector: Vector) {
    put(flags(type, vector))
    put(Int32(truncatingIfNeeded: vector.count))
  }

  private func rawBytes(_ vector: RawVector) {
    guard isASCII else {
      bytes += vector.elements
      return
    }
    let text = TextBuffer()
    for byte in vector.elements {
      text.append(hexadecimal: byte)
      text.append("\n")
    }
    bytes += text.bytes
  }

  private func pairlist(_ vector: Vector) throws(SerialError) {
    guard let list = vector as? ListVector else { return }
    let names = Value.object(list).namesVector
    for k in 0..<list.count {
      try pair(names.map { Symbol($0.elements[k]) } ?? .empty, list.elements[k])
    }
    put(SerialType.nilValue)
  }

  private func marks(of binding: Binding?) -> Int32 {
    guard let binding else { return 0 }
    return (binding.isLocked ? SerialType.isLockedBinding : 0)
      | (binding.isActive ? SerialType.isActiveBinding : 0)
  }

  private func pair(
    _ tag: Symbol, _ value: Value, marks: Int32 = 0, type: Int32 = SerialType.pairlist
  ) throws(SerialError) {
    put(type | (tag.isEmpty ? 0 : SerialType.hasTag) | marks)
    if !tag.isEmpty { symbol(tag) }
    try item(value)
  }

  private func call(_ call: Call) throws(SerialError) {
    put(flags(SerialType.language, call) | (call.label.isEmpty ? 0 : SerialType.hasTag))
    try attributes(of: call)
    if !call.label.isEmpty { symbol(call.label) }
    try item(call.function)
    if let definition = call.definition {
      put(SerialType.pairlist)
      try parameters(definition)
      try pair(.empty, definition.body)
      try pair(.empty, .null)
    } else {
      for argument in call.arguments { try pair(argument.name, argument.value) }
    }
    put(SerialType.nilValue)
  }

  private func parameters(_ definition: FunctionDefinition) throws(SerialError) {
    for parameter in definition.parameters { try pair(parameter.name, parameter.default) }
    put(SerialType.nilValue)
  }

  private func closure(_ closure: Closure) throws(SerialError) {
    put(flags(SerialType.closure, closure) | SerialType.hasTag)
    try attributes(of: closure)
    try environment(closure.environment)
    try parameters(closure.definition)
    try item(closure.definition.body)
  }

  private func externalPointer(_ pointer: ExternalPointer) throws(SerialError) {
    if reference(to: pointer) { return }
    put(flags(SerialType.externalPointer, pointer))
    put(SerialType.nilValue)
    put(SerialType.nilValue)
    try attributes(of: pointer)
  }

  /// Writes a reference if the object was written before, else gives it a number.
  private func reference(to object: Object) -> Bool {
    if let number = references[ObjectIdentifier(object)] {
      put(number << 8 | SerialType.reference)
      return true
    }
    count += 1
    references[ObjectIdentifier(object)] = count
    kept.append(object)
    return false
  }

  private func environment(_ environment: Environment) throws(SerialError) {
    if environment === interpreter.globalEnvironment { return put(SerialType.globalEnvironment) }
    if environment === interpreter.baseEnvironment { return put(SerialType.baseEnvironment) }
    if environment === interpreter.emptyEnvironment { return put(SerialType.emptyEnvironment) }
    if environment === interpreter.baseNamespace { return put(SerialType.baseNamespace) }
    if reference(to: environment) { return }
    if let name = environment.name, name.hasPrefix("namespace:") || name.hasPrefix("package:") {
      return named(name)
    }
    put(SerialType.environment)
    put(environment.isLocked ? 1 : 0)
    if let parent = environment.parent {
      try self.environment(parent)
    } else {
      put(SerialType.emptyEnvironment)
    }
    for name in environment.symbols.sorted(by: { strings.text($0) < strings.text($1) }) {
      guard let value = environment.lookup(name) else { continue }
      try pair(name, value, marks: marks(of: environment.binding(name)))
    }
    put(SerialType.nilValue)
    put(SerialType.nilValue)
    if environment.hasAttributes {
      try attributes(of: environment)
    } else {
      put(SerialType.nilValue)
    }
  }

  /// A namespace or a package of the search path, by its name.
  private func named(_ name: String) {
    let isNamespace = name.hasPrefix("namespace:")
    put(isNamespace ? SerialType.namespace : SerialType.package)
    put(0)
    let texts = isNamespace ? [String(name.dropFirst(10)), "4.2.2"] : [name]
    put(Int32(texts.count))
    for text in texts { putString(strings.intern(text)) }
  }
}
