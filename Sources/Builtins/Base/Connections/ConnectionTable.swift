import ApusInterpreter

/// The connections of one interpreter, and where its output is diverted to.
final class ConnectionTable {
  private(set) var connections: [Int: Connection] = [:]
  private var next = 3
  /// Numbers of the connections that `sink` diverts output to, the last one in force.
  var sinks: [Sink] = []
  /// Where messages are diverted to.
  var messageSink: Int?

  struct Sink {
    let number: Int
    let closesOnExit: Bool
    let isSplit: Bool
  }

  init(_ interpreter: Interpreter) {
    connections[0] = StandardInput(interpreter)
    connections[1] = HostStream(interpreter, .output)
    connections[2] = HostStream(interpreter, .error)
  }

  func add(_ connection: Connection) -> Int {
    while connections[next] != nil { next += 1 }
    connections[next] = connection
    return next
  }

  func remove(_ number: Int) { connections[number] = nil }
}

extension Interpreter {
  var connectionTable: ConnectionTable { state { ConnectionTable(self) } }

  /// Writes bytes to the connection that `value` stands for.
  func write(
    _ bytes: UnsafeBufferPointer<UInt8>, toConnection value: Value, _ call: borrowing Invocation
  ) throws(Unwind) {
    let connection = try call.connection(value)
    try call.withOpen(connection, mode: "wt") { () throws(Unwind) in
      guard connection.canWrite else { throw call.error("cannot write to this connection") }
      try call.attempt { () throws(ConnectionError) in try connection.write(bytes) }
    }
  }
}

extension Invocation {
  /// The connection that a value stands for; `"invalid connection"` otherwise.
  func connection(_ value: Value) throws(Unwind) -> Connection {
    guard let vector = value.vector, vector.kind.isNumeric, vector.count == 1,
      let found = interpreter.connectionTable.connections[number(vector)]
    else { throw error("invalid connection") }
    return found
  }

  private func number(_ vector: Vector) -> Int {
    switch vector {
    case let vector as IntegerVector: Int(vector.elements[0])
    case let vector as DoubleVector: Int(exactly: vector.elements[0].rounded(.towardZero)) ?? -1
    default: -1
    }
  }

  /// An error of a connection as R's error; what the system said comes as a warning before.
  func failure(_ error: ConnectionError) throws(Unwind) -> Unwind {
    if !error.cause.isEmpty { try warning(error.cause) }
    return self.error(error.message)
  }
}
