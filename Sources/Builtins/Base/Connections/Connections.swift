import ApusInterpreter

/// The help page of `connections`: making, opening and closing them.
enum Connections {
  static let all = [
    file, gzfile, bzfile, xzfile, pipe, textConnection, textConnectionValue, rawConnection,
    rawConnectionValue,
    open, close, isOpen, isIncomplete, isSeekable, flush, seek, pushBack, pushBackLength,
    clearPushBack, summary, connections,
  ]

  static let file = Builtin(.internal, "file(description, open, encoding)") {
    call throws(Unwind) in
    var description = try call.text(0, "description")
    let mode = try call.text(1, "open")
    if description.isEmpty {
      let path = temporaryPath()
      let connection = FileConnection(
        path: path, description: "", mode: "w+", compression: nil, removesFile: true)
      return try add(connection, mode: "w+", call)
    }
    description = FilePaths.expanded(description)
    let path = description.hasPrefix("file://") ? String(description.dropFirst(7)) : description
    let connection = FileConnection(
      path: path, description: description, mode: mode, compression: nil)
    return try add(connection, mode: mode, call)
  }

  private static func temporaryPath() -> String {
    var generator = SystemRandomNumberGenerator()
    return "/tmp/Rf" + String(generator.next(), radix: 36)
  }

  static let gzfile = Builtin(.internal, "gzfile(description, open, encoding, compression)") {
    call throws(Unwind) in
    let description = FilePaths.expanded(try call.text(0, "description"))
    let mode = try call.text(1, "open")
    let level = try call.integer(3, "compression")
    let connection = FileConnection(
      path: description, description: description, mode: mode,
      compression: Int(max(0, min(9, level))))
    return try add(connection, mode: mode, call)
  }

  static let bzfile = packedFile("bzfile", .bzip2)
  static let xzfile = packedFile("xzfile", .xz)

  private static func packedFile(_ name: String, _ format: PackedData.Format) -> Builtin {
    Builtin(.internal, "\(name)(description, open, encoding, compression)") { call throws(Unwind) in
      let mode = try call.text(1, "open")
      let level = try call.integer(3, "compression")
      let connection = PackedFileConnection(
        path: FilePaths.expanded(try call.text(0, "description")), mode: mode, format: format,
        level: Int(max(1, min(9, abs(level.isMissing ? 6 : level)))))
      return try add(connection, mode: mode, call)
    }
  }

  static let pipe = Builtin(.internal, "pipe(description, open)") { call throws(Unwind) in
    let command = try call.text(0, "description")
    let mode = try call.text(1, "open")
    return try add(PipeConnection(command: command, mode: mode), mode: mode, call)
  }

  /// Registers a connection and opens it if a mode is given.
  private static func add(
    _ connection: Connection, mode: String, _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    if !mode.isEmpty {
      try call.attempt { () throws(ConnectionError) in try connection.open(mode: mode) }
    }
    return call.connectionValue(call.interpreter.connectionTable.add(connection))
  }

  static let textConnection = Builtin(
    .internal, "textConnection(name, object, open, environment)"
  ) { call throws(Unwind) in
    let name = try call.text(0, "description")
    let mode = try call.text(2, "open")
    let table = call.interpreter.connectionTable
    if mode.hasPrefix("r") || mode.isEmpty {
      guard call[1].kind == .character else { throw call.error("invalid 'text' argument") }
      let source = TextSource(description: name, try call.characters(1), call.strings)
      return call.connectionValue(table.add(source))
    }
    guard mode.hasPrefix("w") || mode.hasPrefix("a") else { throw call.error("unsupported mode") }
    let variable = call[1].isNull ? nil : try call.characters(1).elements.first.map { Symbol($0) }
    guard let environment = call[3].environment else { throw call.error("invalid environment") }
    var start: [StringHandle] = []
    if mode.hasPrefix("a"), let variable, let old = environment.lookup(variable)?.characterVector {
      start = Array(old.elements)
    }
    let collector = TextCollector(
      description: name, mode: mode, variable: variable, in: environment, start: start,
      call.strings)
    return call.connectionValue(table.add(collector))
  }

  static let textConnectionValue = Builtin(.internal, "textConnectionValue(con)") {
    call throws(Unwind) in
    guard let collector = try call.connection(call[0]) as? TextCollector else {
      throw call.error("'con' is not an output textConnection")
    }
    return .strings(collector.lines)
  }

  static let rawConnection = Builtin(.internal, "rawConnection(name, object, open)") {
    call throws(Unwind) in
    guard let raw = call[1].vector as? RawVector else { throw call.error("invalid 'raw' argument") }
    let connection = RawConnection(
      description: try call.text(0, "description"), Array(raw.elements),
      mode: try call.text(2, "open"))
    return call.connectionValue(call.interpreter.connectionTable.add(connection))
  }

  static let rawConnectionValue = Builtin(.internal, "rawConnectionValue(con)") {
    call throws(Unwind) in
    guard let raw = try call.connection(call[0]) as? RawConnection else {
      throw call.error("'con' is not a rawConnection")
    }
    return .object(RawVector(raw.bytes))
  }

  // MARK: - State

  static let open = Builtin(.internal, "open(con, open)") { call throws(Unwind) in
    let connection = try call.connection(call[0])
    if connection.isOpen {
      try call.warning("connection is already open")
      return .null
    }
    let mode = try call.text(1, "open")
    try call.attempt { () throws(ConnectionError) in try connection.open(mode: mode) }
    return .null
  }

  static let close = Builtin(.internal, "close(con)") { call throws(Unwind) in
    let connection = try call.connection(call[0])
    let number = Int(try call.integer(0, "con"))
    guard number > 2 else { throw call.error("cannot close standard connections") }
    let table = call.interpreter.connectionTable
    if table.sinks.contains(where: { $0.number == number }) {
      throw call.error("cannot close 'output' sink connection")
    }
    if table.messageSink == number { throw call.error("cannot close 'message' sink connection") }
    try call.attempt { () throws(ConnectionError) in try connection.close() }
    table.remove(number)
    return .null
  }

  static let isOpen = Builtin(.internal, "isOpen(con, rw)") { call throws(Unwind) in
    let connection = try call.connection(call[0])
    switch try call.integer(1, "rw") {
    case 1: return .logical(connection.isOpen && connection.canRead)
    case 2: return .logical(connection.isOpen && connection.canWrite)
    default: return .logical(connection.isOpen)
    }
  }

  static let isIncomplete = Builtin(.internal, "isIncomplete(con)") { call throws(Unwind) in
    .logical(try call.connection(call[0]).isIncomplete)
  }

  static let isSeekable = Builtin(.internal, "isSeekable(con)") { call throws(Unwind) in
    .logical(try call.connection(call[0]).canSeek)
  }

  static let flush = Builtin(.internal, "flush(con)") { call throws(Unwind) in
    try call.connection(call[0]).flush()
    return .null
  }

  /// The position before; NA for `where` asks only for it.
  ///
  /// `origin` is 0 … 2.
  static let seek = Builtin(.internal, "seek(con, where, origin, rw)") { call throws(Unwind) in
    let connection = try call.connection(call[0])
    let kind = try call.integer(3, "rw")
    connection.movesWriting = kind == 0 ? nil : kind == 2
    defer { connection.movesWriting = nil }
    guard connection.isOpen else { throw call.error("connection is not open") }
    guard connection.canSeek, let position = connection.position else {
      throw call.error("seek not enabled for this connection")
    }
    let target = try call.double(1, "where")
    if target.isFinite {
      let whence = try call.integer(2, "origin")
      try call.attempt { () throws(ConnectionError) in
        try connection.seek(to: Int(saturating: target), whence: whence)
      }
    }
    return .double(Double(position))
  }

  // MARK: - Text put back

  static let pushBack = Builtin(.internal, "pushBack(data, con, newLine)") { call throws(Unwind) in
    guard call[0].kind == .character else { throw call.error("invalid 'data' argument") }
    let connection = try call.connection(call[1])
    guard connection.canRead || !connection.isOpen else {
      throw call.error("can only push back on open readable connections")
    }
    let endsLines = try call.flag(2, "newLine")
    var bytes: [UInt8] = []
    for line in try call.characters(0).elements {
      bytes.append(contentsOf: call.strings.bytes(line))
      if endsLines { bytes.append(0x0A) }
    }
    connection.pushedBack.insert(contentsOf: bytes, at: 0)
    return .null
  }

  static let pushBackLength = Builtin(.internal, "pushBackLength(con)") { call throws(Unwind) in
    .integer(try call.connection(call[0]).pushedBack.count { $0 == 0x0A })
  }

  static let clearPushBack = Builtin(.internal, "clearPushBack(con)") { call throws(Unwind) in
    try call.connection(call[0]).pushedBack = []
    return .null
  }

  // MARK: - Descriptions

  /// Description, class, mode, kind of contents, and whether it is open and can be read and written.
  static let summary = Builtin(.internal, "summary.connection(con)") { call throws(Unwind) in
    let connection = try call.connection(call[0])
    let texts = [
      connection.description, connection.className, connection.mode,
      connection.isText ? "text" : "binary", connection.isOpen ? "opened" : "closed",
      connection.canRead || !connection.isOpen && connection.mode.hasPrefix("r") ? "yes" : "no",
      connection.canWrite || !connection.isOpen ? "yes" : "no",
    ]
    return .strings(texts.map { call.strings.intern($0) })
  }

  /// The numbers of all connections.
  static let connections = Builtin(.internal, "getAllConnections()") { call throws(Unwind) in
    .integers(call.interpreter.connectionTable.connections.keys.sorted().map { Int32($0) })
  }
}

extension Invocation {
  /// Runs what may fail with a connection's error, as R's error.
  func attempt<Result>(
    _ body: () throws(ConnectionError) -> Result
  ) throws(Unwind) -> Result {
    let error: ConnectionError
    do throws(ConnectionError) {
      return try body()
    } catch let caught {
      error = caught
    }
    if error.code == .interrupted { throw .interrupt }
    throw try failure(error)
  }

  /// Runs `body` with the connection open, opened in `mode` and closed again if it was not.
  func withOpen<Result>(
    _ connection: Connection, mode: String, _ body: () throws(Unwind) -> Result
  ) throws(Unwind) -> Result {
    if connection.isOpen { return try body() }
    try attempt { () throws(ConnectionError) in try connection.open(mode: mode) }
    do throws(Unwind) {
      let result = try body()
      try attempt { () throws(ConnectionError) in try connection.close() }
      return result
    } catch {
      try? connection.close()
      throw error
    }
  }
}
