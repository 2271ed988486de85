import ApusInterpreter

/// The help page of `nchar`.
enum Nchar {
  static let all = [nchar, nzchar]

  /// Counts characters, bytes or columns.
  static let nchar = Builtin(.internal, "nchar(x, type, allowNA, keepNA)") {
    call throws(Unwind) in
    if call.interpreter.inherits(call[0], "factor") {
      throw call.error("'nchar()' requires a character vector")
    }
    guard
      call[0].kind.isAtomic || call[0].kind.isList || call[0].isNull
        || call[0].kind == .symbol || call[0].call != nil
    else { throw call.error("nchar() requires a character vector") }
    let source = try call.characters(0)
    let unit = try Unit(call)
    let keeps = try call.logicals(3).elements.first ?? .missing
    let allowsInvalid = try call.flag(2, "allowNA")
    let keepsMissing = keeps.isMissing ? unit != .width : keeps != 0
    let result = IntegerVector(count: source.count)
    for (k, string) in source.elements.enumerated() {
      if string.isMissing {
        result.elements[k] = keepsMissing ? .missing : 2
        continue
      }
      guard let size = unit.measure(string, call.strings) else {
        if !allowsInvalid {
          throw call.error("invalid multibyte string, element \(k + 1)")
        }
        result.elements[k] = .missing
        continue
      }
      result.elements[k] = Int32(truncatingIfNeeded: size)
    }
    result.copyShape(from: call[0])
    return Value(result)
  }

  static let nzchar = Builtin(.internal, "nzchar(x, keepNA)") { call throws(Unwind) in
    if call.interpreter.inherits(call[0], "factor") {
      throw call.error("'nzchar()' requires a character vector")
    }
    let source = try call.characters(0)
    let keeps = try call.logicals(1).elements.first ?? 0
    let result = LogicalVector(count: source.count)
    for (k, string) in source.elements.enumerated() {
      result.elements[k] =
        string.isMissing && keeps == 1 ? .missing : string == .empty ? 0 : 1
    }
    result.copyShape(from: call[0])
    return Value(result)
  }

  private enum Unit {
    case characters, bytes, width

    init(_ call: borrowing Invocation) throws(Unwind) {
      let name = try call.text(1, "type")
      if name.isEmpty { throw call.error("invalid 'type' argument") }
      if "characters".hasPrefix(name) || "chars" == name {
        self = .characters
      } else if "bytes".hasPrefix(name) {
        self = .bytes
      } else if "width".hasPrefix(name) {
        self = .width
      } else {
        throw call.error("invalid 'type' argument")
      }
    }

    func measure(_ string: StringHandle, _ strings: StringPool) -> Int? {
      let bytes = strings.bytes(string)
      if self == .bytes || strings.isASCII(string) { return bytes.count }
      guard UTF8Reader.isValid(bytes) else { return nil }
      return self == .characters
        ? strings.characterCount(string) : DisplayWidth.width(of: bytes)
    }
  }
}

extension Object {
  /// Takes over names, dim and dimnames.
  func copyShape(from value: Value) {
    for name in [Symbol.names, .dim, .dimnames] {
      let attribute = value.attribute(name)
      if !attribute.isNull { setAttribute(name, attribute) }
    }
  }
}
