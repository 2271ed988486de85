import ApusInterpreter

/// The help pages of `serialize`, `readRDS`, `save` and `load`.
enum Serialization {
  static let all = [serialize, unserialize, readBytes, loadInto]

  /// The bytes of a value; `format` is 0 … 2: big-endian, text, little-endian.
  static let serialize = Builtin(.internal, "serialize(object, format, version)") {
    call throws(Unwind) in
    let format = try call.integer(1, "ascii")
    let version = try call.integer(2, "version")
    guard version == 2 || version == 3 else {
      throw call.error("version \(version) not supported")
    }
    let writer = SerialWriter(
      call.interpreter, isASCII: format == 1, isLittleEndian: format == 2, version: version)
    return .object(
      RawVector(try call.attemptSerial { () throws(SerialError) in try writer.write(call[0]) }))
  }

  /// The value of bytes from `start` on; how many were read is in the attribute `end`.
  static let unserialize = Builtin(.internal, "unserialize(bytes, start, hook)") {
    call throws(Unwind) in
    guard let raw = call[0].vector as? RawVector else {
      throw call.error("character vectors are no longer accepted by unserialize()")
    }
    let start = Int(try call.integer(1, "start"))
    guard start >= 0, start <= raw.count else { throw call.error("read error") }
    let reader = SerialReader(
      call.interpreter, Array(raw.elements), from: start, hook: call[2])
    let value = try call.attemptSerial { () throws(SerialError) in try reader.read() }
    return .list([value, .integer(reader.place)])
  }

  /// All bytes that are left in a connection.
  static let readBytes = Builtin(.internal, "readBytes(con)") { call throws(Unwind) in
    let connection = try call.connection(call[0])
    return try call.withOpen(connection, mode: "rb") { () throws(Unwind) in
      guard connection.canRead else { throw call.error("connection not open for reading") }
      return .object(
        RawVector(try call.attempt { () throws(ConnectionError) in try connection.read(.max) }))
    }
  }

  /// Defines the variables of a saved workspace; gives their names.
  static let loadInto = Builtin(.internal, "loadInto(bytes, envir)") { call throws(Unwind) in
    guard let raw = call[0].vector as? RawVector, let environment = call[1].environment else {
      throw call.error("invalid 'envir' argument")
    }
    let bytes = Array(raw.elements)
    let head = String(decoding: bytes.prefix(5), as: UTF8.self)
    guard head == "RDX3\n" || head == "RDX2\n" || head == "RDA3\n" || head == "RDA2\n" else {
      throw call.error("bad restore file magic number (file may be corrupted) -- no data loaded")
    }
    let reader = SerialReader(call.interpreter, bytes, from: 5)
    let value = try call.attemptSerial { () throws(SerialError) in try reader.read() }
    guard let list = value.list, let names = value.namesVector else {
      return .object(CharacterVector(count: 0))
    }
    for k in 0..<list.count {
      try environment.assign(Symbol(names.elements[k]), list.elements[k])
    }
    return .object(CharacterVector(names.elements))
  }
}

extension Invocation {
  /// Runs what may fail with a serialization error, as R's error.
  func attemptSerial<Result>(
    _ body: () throws(SerialError) -> Result
  ) throws(Unwind) -> Result {
    let failure: SerialError
    do throws(SerialError) {
      return try body()
    } catch {
      failure = error
    }
    throw error(failure.message)
  }
}
