import ApusInterpreter

/// The help pages of `readBin` and `readChar`.
enum BinaryData {
  static let all = [readBin, writeBin, readChar, writeChar]

  /// Reads numbers, strings or bytes; `con` is a connection or a raw vector.
  static let readBin = Builtin(.internal, "readBin(con, what, n, size, signed, swap)") {
    call throws(Unwind) in
    let kind = try call.text(1, "what")
    let count = Int(try call.integer(2, "n"))
    let size = try call.integer(3, "size")
    let isSigned = try call.flag(4, "signed")
    let isBig = try call.flag(5, "swap")
    if let raw = call[0].vector as? RawVector {
      let source = RawConnection(description: "", Array(raw.elements), mode: "rb")
      return try values(source, kind, count, size, isSigned, isBig, call)
    }
    let connection = try call.connection(call[0])
    return try call.withOpen(connection, mode: "rb") { () throws(Unwind) in
      guard connection.canRead else { throw call.error("cannot read from this connection") }
      return try values(connection, kind, count, size, isSigned, isBig, call)
    }
  }

  private static func values(
    _ source: Connection, _ kind: String, _ count: Int, _ size: Int32, _ isSigned: Bool,
    _ isBig: Bool, _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    if kind == "character" { return try strings(source, count, call) }
    let width = try width(size, of: kind, call)
    if !isSigned, width > 2, ["integer", "int", "logical"].contains(kind) {
      try call.warning("'signed = FALSE' is only valid for integers of sizes 1 and 2")
    }
    let bytes = try call.attempt { () throws(ConnectionError) in
      try source.read(max(0, count) * width)
    }
    let places = stride(from: 0, to: bytes.count / width * width, by: width)
    func double(_ place: Int) -> Double { Double(bitPattern: bytes.word(at: place, isBig: isBig)) }
    switch kind {
    case "raw": return .object(RawVector(bytes))
    case "logical":
      return .object(LogicalVector(places.map { integer(bytes, $0, width, isSigned, isBig) }))
    case "integer", "int":
      return .object(IntegerVector(places.map { integer(bytes, $0, width, isSigned, isBig) }))
    case "complex":
      return .object(ComplexVector(places.map { ComplexNumber(double($0), double($0 + 8)) }))
    case _ where width == 4:
      return .object(
        DoubleVector(
          places.map { Double(Float(bitPattern: bytes.word(at: $0, isBig: isBig))) }))
    default: return .object(DoubleVector(places.map(double)))
    }
  }

  private static func integer(
    _ bytes: [UInt8], _ place: Int, _ width: Int, _ isSigned: Bool, _ isBig: Bool
  ) -> Int32 {
    switch (width, isSigned) {
    case (1, true): Int32(Int8(bitPattern: bytes[place]))
    case (1, false): Int32(bytes[place])
    case (2, true): Int32(bytes.word(at: place, isBig: isBig) as Int16)
    case (2, false): Int32(bytes.word(at: place, isBig: isBig) as UInt16)
    case (8, _): Int32(truncatingIfNeeded: bytes.word(at: place, isBig: isBig) as Int64)
    default: bytes.word(at: place, isBig: isBig)
    }
  }

  /// The bytes of an element; NA asks for the usual size.
  private static func width(
    _ size: Int32, of kind: String, isWriting: Bool = false, _ call: borrowing Invocation
  ) throws(Unwind) -> Int {
    let (usual, others): (Int, [Int]) =
      switch kind {
      case "raw": (1, [])
      case "complex": (16, [])
      case "integer", "int", "logical": (4, [1, 2, 8])
      default: (8, [4])
      }
    let width = size.isMissing ? usual : Int(size)
    if width == usual || others.contains(width) { return width }
    switch kind {
    case "raw" where !isWriting: throw call.error("raw is always of size 1")
    case "raw", "complex":
      throw call.error("size changing is not supported for \(kind) vectors")
    default: throw call.error("size \(width) is unknown on this machine")
    }
  }

  private static func strings(
    _ source: Connection, _ count: Int, _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    var result: [StringHandle] = []
    while result.count < count {
      var text: [UInt8] = []
      var isEnded = false
      while let byte = try call.attempt({ () throws(ConnectionError) in try source.nextByte() }) {
        if byte == 0 {
          isEnded = true
          break
        }
        text.append(byte)
      }
      if !isEnded, text.isEmpty { break }
      if !isEnded { try call.warning("incomplete string at end of file has been discarded"); break }
      result.append(text.withUnsafeBufferPointer { call.strings.intern($0) })
    }
    return .object(CharacterVector(result))
  }

  // MARK: - Writing

  /// Writes the elements as bytes to a connection, or gives the bytes if `con` is a raw vector.
  static let writeBin = Builtin(.internal, "writeBin(object, con, size, swap)") {
    call throws(Unwind) in
    guard let vector = call[0].vector, vector.kind.isAtomic else {
      throw call.error("can only write vector objects")
    }
    let size = try call.integer(2, "size")
    let kind = vector.kind.typeName
    let width =
      kind == "character" ? 1 : try width(size, of: kind, isWriting: true, call)
    let bytes = encoded(vector, width, isBig: try call.flag(3, "swap"), call.strings)
    if call[1].kind == .raw { return .object(RawVector(bytes)) }
    let connection = try call.connection(call[1])
    try call.withOpen(connection, mode: "wb") { () throws(Unwind) in
      guard connection.canWrite else { throw call.error("cannot write to this connection") }
      try call.attempt { () throws(ConnectionError) in
        let buffer = TextBuffer(capacity: bytes.count)
        buffer.append(bytes)
        try connection.write(buffer.bytes)
      }
    }
    return .null
  }

  private static func encoded(
    _ vector: Vector, _ size: Int, isBig: Bool, _ strings: StringPool
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    func put(_ word: UInt64, _ width: Int) {
      for offset in 0..<width {
        let shift = UInt64(isBig ? width - 1 - offset : offset) * 8
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    switch vector {
    case let vector as RawVector: bytes += vector.elements
    case let vector as LogicalVector:
      for element in vector.elements { put(UInt64(bitPattern: Int64(element)), size) }
    case let vector as IntegerVector:
      for element in vector.elements { put(UInt64(bitPattern: Int64(element)), size) }
    case let vector as DoubleVector:
      for element in vector.elements {
        if size == 4 {
          put(UInt64(Float(element).bitPattern), 4)
        } else {
          put(element.bitPattern, 8)
        }
      }
    case let vector as ComplexVector:
      for element in vector.elements {
        put(element.real.bitPattern, 8)
        put(element.imaginary.bitPattern, 8)
      }
    case let vector as CharacterVector:
      for element in vector.elements {
        bytes += strings.bytes(element)
        bytes.append(0)
      }
    default: break
    }
    return bytes
  }

  // MARK: - Characters

  static let readChar = Builtin(.internal, "readChar(con, nchars, useBytes)") {
    call throws(Unwind) in
    let sizes = try call.integers(1)
    if let raw = call[0].vector as? RawVector {
      let source = RawConnection(description: "", Array(raw.elements), mode: "rb")
      return try characters(source, sizes, try call.flag(2, "useBytes"), call)
    }
    let connection = try call.connection(call[0])
    return try call.withOpen(connection, mode: "rb") { () throws(Unwind) in
      guard connection.canRead else { throw call.error("cannot read from this connection") }
      return try characters(connection, sizes, try call.flag(2, "useBytes"), call)
    }
  }

  private static func characters(
    _ source: Connection, _ sizes: IntegerVector, _ usesBytes: Bool, _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    var result: [StringHandle] = []
    var isCut = false
    for size in sizes.elements {
      guard !size.isMissing, size >= 0 else { throw call.error("invalid 'nchars' argument") }
      var text: [UInt8] = []
      var count = 0
      while count < Int(size) {
        let byte = try call.attempt { () throws(ConnectionError) in try source.nextByte() }
        guard let byte else { break }
        text.append(byte)
        let more = usesBytes || byte < 0xC0 ? 0 : byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
        for _ in 0..<more {
          guard let next = try call.attempt({ () throws(ConnectionError) in try source.nextByte() })
          else { break }
          text.append(next)
        }
        count += 1
      }
      if text.isEmpty, size > 0 { break }
      if let end = text.firstIndex(of: 0) {
        guard call[0].kind != .raw else {
          let shown = String(decoding: text, as: UTF8.self).replacing("\0", with: "\\0")
          throw call.error("embedded nul in string: '\(shown)'")
        }
        isCut = true
        text.removeSubrange(end...)
      }
      result.append(text.withUnsafeBufferPointer { call.strings.intern($0) })
    }
    if isCut { try call.warning("truncating string with embedded nuls") }
    return .object(CharacterVector(result))
  }

  /// Writes characters without line ends; `eos` is NULL or what ends each string.
  static let writeChar = Builtin(.internal, "writeChar(object, con, nchars, eos)") {
    call throws(Unwind) in
    let source = try call.characters(0)
    let sizes = try call.integers(2).elements
    let text = TextBuffer()
    for (k, string) in source.elements.enumerated() where k < sizes.count {
      let bytes = call.strings.bytes(string)
      let range = CharacterRange.bytes(
        of: bytes, isASCII: call.strings.isASCII(string), from: 1, through: Int(sizes[k]))
      text.append(UnsafeBufferPointer(rebasing: bytes[range]))
      let missing = Int(sizes[k]) - bytes[range].count { $0 & 0xC0 != 0x80 }
      if missing > 0 {
        try call.warning(
          "writeChar: more characters requested than are in the string - will zero-pad")
        for _ in 0..<missing { text.appendByte(0) }
      }
      if !call[3].isNull {
        guard let end = try call.characters(3).elements.first else {
          throw call.error("invalid 'sep' argument")
        }
        text.append(call.strings.bytes(end))
        text.appendByte(0)
      }
    }
    if call[1].kind == .raw { return .object(RawVector(text.bytes)) }
    let connection = try call.connection(call[1])
    try call.withOpen(connection, mode: "wb") { () throws(Unwind) in
      guard connection.canWrite else { throw call.error("cannot write to this connection") }
      try call.attempt { () throws(ConnectionError) in try connection.write(text.bytes) }
    }
    return .null
  }
}
