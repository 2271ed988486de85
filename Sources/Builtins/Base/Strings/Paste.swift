import ApusInterpreter

/// The help page of `paste`.
enum Paste {
  static let all = [paste, paste0]

  /// Joins vectors element by element; `args` is a list of atomic vectors.
  static let paste = Builtin(.internal, "paste(args, sep, collapse, recycle0)") {
    call throws(Unwind) in
    guard call[1].kind == .character, call[1].count == 1 else {
      throw call.error("invalid separator")
    }
    let separator = call.strings.bytes(try call.characters(1).elements[0])
    return try join(call, separator: separator, collapse: 2)
  }

  static let paste0 = Builtin(.internal, "paste0(args, collapse, recycle0)") {
    call throws(Unwind) in
    try join(call, separator: UnsafeBufferPointer(start: nil, count: 0), collapse: 1)
  }

  private static func join(
    _ call: borrowing Invocation, separator: UnsafeBufferPointer<UInt8>, collapse position: Int
  ) throws(Unwind) -> Value {
    guard let list = call[0].list else { throw call.error("invalid argument") }
    let collapse = call[position]
    guard collapse.isNull || (collapse.kind == .character && collapse.count == 1) else {
      throw call.error("invalid 'collapse' argument")
    }
    if collapse.isNull, let joined = scalars(list, separator, call.strings) { return joined }
    let recyclesZero = try call.flag(position + 1, "recycle0")
    var columns: [TextColumn] = []
    for value in list.elements {
      let text =
        value.hasClass
        ? try call.interpreter.callFunction("as.character", [Argument(value)]) : value
      columns.append(try TextColumn(text, call))
    }
    var count = columns.reduce(0) { max($0, $1.count) }
    if recyclesZero, columns.contains(where: { $0.count == 0 }) { count = 0 }
    if collapse.isNull {
      let builder = CharacterBuilder(call.strings, count: count)
      for k in 0..<count {
        let start = builder.text.count
        write(columns, k, separator, to: builder.text)
        try check(builder.text.count - start, k, call)
        builder.endElement()
      }
      return Value(builder.finish())
    }
    let glue = call.strings.bytes(try call.characters(position).elements[0])
    let text = TextBuffer(capacity: 1024)
    for k in 0..<count {
      if k > 0 { text.append(glue) }
      write(columns, k, separator, to: text)
      try check(text.count, k, call)
    }
    return .string(call.strings.intern(text.bytes))
  }

  /// Refuses a text longer than strings of R can be, and now and then looks for Ctrl-C.
  @inline(__always)
  private static func check(
    _ length: Int, _ position: Int, _ call: borrowing Invocation
  ) throws(Unwind) {
    if length > Int32.max { throw call.error("result would exceed 2^31-1 bytes") }
    if position & 0xFFFF == 0xFFFF { try call.interpreter.checkInterrupt() }
  }

  /// Single strings and whole numbers joined without any vector; nil if there is anything else.
  private static func scalars(
    _ list: ListVector, _ separator: UnsafeBufferPointer<UInt8>, _ strings: StringPool
  ) -> Value? {
    let room = 240
    guard list.count > 0 else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      var length = 0
      func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard length + bytes.count < room - 12 else { return false }
        for byte in bytes {
          buffer[length] = byte
          length += 1
        }
        return true
      }
      for (k, value) in list.elements.enumerated() {
        if k > 0, !append(separator) { return nil }
        switch value {
        case .string(let string):
          if !append(strings.bytes(string)) { return nil }
        case .integer(let number) where !number.isMissing:
          guard let start = buffer.baseAddress else { return nil }
          length += StringPool.writeDecimal(number, to: start + length)
        default: return nil
        }
        if length > room - 12 { return nil }
      }
      return .string(
        strings.intern(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<length])))
    }
  }

  private static func write(
    _ columns: [TextColumn], _ k: Int, _ separator: UnsafeBufferPointer<UInt8>,
    to text: TextBuffer
  ) {
    for (position, column) in columns.enumerated() {
      if position > 0 { text.append(separator) }
      column.append(k, to: text)
    }
  }
}

/// A vector whose elements are written as text, recycled.
struct TextColumn {
  let count: Int
  private let vector: Vector
  private let strings: StringPool
  private let penalty: Int
  private let decimalMark: UInt8

  init(_ value: Value, _ call: borrowing Invocation) throws(Unwind) {
    strings = call.strings
    penalty = call.interpreter.integerOption("scipen") ?? 0
    decimalMark = call.interpreter.decimalMark
    if let vector = value.vector,
      vector.kind == .double || vector.kind == .integer
        || vector.kind == .logical || vector.kind == .character
    {
      self.vector = vector
    } else {
      vector = try call.interpreter.vector(value, as: .character)
    }
    count = vector.count
  }

  @inline(__always)
  func append(_ k: Int, to text: TextBuffer) {
    guard count > 0 else { return }
    let place = k < count ? k : k % count
    switch vector.kind {
    case .character:
      let elements = unsafeDowncast(vector, to: CharacterVector.self).elements
      text.append(strings.bytes(elements[place]))
    case .integer:
      text.append(unsafeDowncast(vector, to: IntegerVector.self).elements[place], width: 0)
    case .double:
      let number = unsafeDowncast(vector, to: DoubleVector.self).elements[place]
      let start = text.count
      NumberText.append(number, to: text, penalty: penalty)
      if decimalMark != 0x2E { text.replacePoints(from: start, with: decimalMark) }
    default:
      let truth = unsafeDowncast(vector, to: LogicalVector.self).elements[place]
      text.append(logical: truth, width: 0)
    }
  }
}
