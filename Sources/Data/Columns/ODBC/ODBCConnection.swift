/// A connection to a database; used by one thread at a time.
package final class ODBCConnection {
  let library: ODBCLibrary
  private let environment: ODBCLibrary.Handle
  let handle: ODBCLibrary.Handle
  /// The passwords of the connection string: no message shows them.
  private let secrets: [String]
  /// Whether text is UTF-8 in columns of any length, whatever the table declares, as in SQLite.
  private(set) var isSQLite = false
  private(set) var quote = "\""
  /// Whether tables that were made or dropped are as before after a rollback.
  private(set) var undoesTables = false
  /// Whether cells can be asked for again in a rowset of several rows.
  private(set) var rereadsCells = false

  package init(_ connectionString: String) throws {
    let library = try ODBCLibrary.found.get()
    self.library = library
    secrets = Self.secrets(of: connectionString)
    guard let environment = Self.allocate(ODBC.Handle.environment, nil, library) else {
      throw ColumnError(.unreadable, "ODBC cannot be started")
    }
    // ODBC version 3; the number travels in the place of a pointer.
    _ = library.setEnvironment(environment, ODBC.Attribute.version, .init(bitPattern: 3), 0)
    guard let handle = Self.allocate(ODBC.Handle.connection, environment, library) else {
      _ = library.freeHandle(ODBC.Handle.environment, environment)
      throw ColumnError(.unreadable, "ODBC cannot make a connection")
    }
    (self.environment, self.handle) = (environment, handle)
    let text = Array(connectionString.utf16)
    try check(library.connect(handle, nil, text, Int16(clamping: text.count), nil, 0, nil, 0))
    learn()
  }

  deinit {
    _ = library.endTransaction(ODBC.Handle.connection, handle, 1)
    _ = library.disconnect(handle)
    _ = library.freeHandle(ODBC.Handle.connection, handle)
    _ = library.freeHandle(ODBC.Handle.environment, environment)
  }

  static func allocate(
    _ kind: Int16, _ parent: ODBCLibrary.Handle?, _ library: ODBCLibrary
  ) -> ODBCLibrary.Handle? {
    var handle: ODBCLibrary.Handle?
    _ = library.allocateHandle(kind, parent, &handle)
    return handle
  }

  private func learn() {
    let quoting = text(ODBC.Information.quote)
    quote = quoting == " " ? "" : quoting ?? quote
    isSQLite = text(ODBC.Information.systemName)?.lowercased().hasPrefix("sqlite") ?? false
    undoesTables = number(ODBC.Information.transactions) & 0xFFFF == 2
    rereadsCells = number(ODBC.Information.getData) & 0xC == 0xC
  }

  private func text(_ information: UInt16) -> String? {
    var room = [UInt16](repeating: 0, count: 128)
    var bytes: Int16 = 0
    let code = library.information(handle, information, &room, 254, &bytes)
    guard code == ODBC.success else { return nil }
    return String(decoding: room.prefix(Int(bytes) / 2), as: UTF16.self)
  }

  private func number(_ information: UInt16) -> UInt32 {
    var value: UInt32 = 0
    _ = library.information(handle, information, &value, 4, nil)
    return value
  }

  // MARK: - Transactions

  /// From here on nothing is final before `commit`.
  func begin() throws {
    try check(library.setConnection(handle, ODBC.Attribute.autoCommit, nil, 0))
  }

  func commit() throws {
    try check(library.endTransaction(ODBC.Handle.connection, handle, 0))
  }

  func rollBack() {
    _ = library.endTransaction(ODBC.Handle.connection, handle, 1)
  }

  // MARK: - Names

  /// The name of a column as SQL wants it.
  func quoted(_ name: String) -> String {
    quote.isEmpty ? name : quote + name.replacing(quote, by: quote + quote) + quote
  }

  /// The name of a table, with a schema or without; one that is quoted stays as it is.
  func quoted(table name: String) -> String {
    if quote.isEmpty || name.contains(quote) || name.contains("[") { return name }
    return name.split(separator: ".").map { quoted(String($0)) }.joined(separator: ".")
  }

  /// The name under which a table is found, quoted or as it is written; nil when there is none.
  func found(table name: String) -> String? {
    [quoted(table: name), name].first { name in
      (try? ODBCStatement(self, "SELECT * FROM \(name) WHERE 1 = 0"))?.columns.isEmpty == false
    }
  }

  // MARK: - Errors

  func check(_ code: Int16) throws {
    try check(code, ODBC.Handle.connection, handle)
  }

  /// Throws what the driver says when a call has failed.
  func check(_ code: Int16, _ kind: Int16, _ handle: ODBCLibrary.Handle) throws {
    if code == ODBC.success || code == ODBC.successWithInformation || code == ODBC.noData {
      return
    }
    throw failure(kind, handle)
  }

  func failure(_ kind: Int16, _ handle: ODBCLibrary.Handle) -> ColumnError {
    ColumnError(.unreadable, diagnosis(kind, handle))
  }

  /// All that the driver has to say, each with its SQLSTATE.
  private func diagnosis(_ kind: Int16, _ handle: ODBCLibrary.Handle) -> String {
    var parts: [String] = []
    while parts.count < 4 {
      var state = [UInt16](repeating: 0, count: 6)
      var message = [UInt16](repeating: 0, count: 1024)
      var number: Int32 = 0
      var length: Int16 = 0
      let code = library.diagnosis(
        kind, handle, Int16(parts.count + 1), &state, &number, &message, 1024, &length)
      guard code == ODBC.success || code == ODBC.successWithInformation else { break }
      let text = String(decoding: message.prefix { $0 != 0 }, as: UTF16.self)
      parts.append("SQLSTATE " + String(decoding: state.prefix(5), as: UTF16.self) + ": " + text)
    }
    let text = parts.isEmpty ? "the ODBC driver gives no reason" : parts.joined(separator: "; ")
    return secrets.reduce(text) { $0.replacing($1, by: "***") }
  }

  /// The values of `pwd` and `password` in `key=value;key={value}`.
  static func secrets(of connectionString: String) -> [String] {
    var secrets: [String] = []
    var rest = Substring(connectionString)
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].trimmed.lowercased()
      rest = rest[rest.index(after: equals)...]
      let isBraced = rest.first == "{"
      let value = rest.prefix { $0 != (isBraced ? "}" : ";") }
      rest = rest[value.endIndex...].drop { $0 != ";" }.dropFirst()
      if key == "pwd" || key == "password" {
        secrets.append(isBraced ? String(value.dropFirst()) : String(value))
      }
    }
    return secrets.filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  fileprivate var trimmed: Substring {
    var text = Substring(self).drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension String {
  /// Every occurrence of a text that is not empty replaced.
  fileprivate func replacing(_ part: String, by other: String) -> String {
    let wanted = Array(part.utf8)
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position...].starts(with: wanted) {
        result += other.utf8
        position += wanted.count
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
