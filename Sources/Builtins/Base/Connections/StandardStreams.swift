import ApusInterpreter

/// The help page of `showConnections`: the standard connections.
enum StandardStreams {
  static let all = [standardInput, standardOutput, standardError]

  static let standardInput = Builtin(.internal, "stdin()") { call throws(Unwind) in
    call.connectionValue(0)
  }

  /// The connection that `sink` diverts output to, if it does.
  static let standardOutput = Builtin(.internal, "stdout()") { call throws(Unwind) in
    call.connectionValue(call.interpreter.connectionTable.sinks.last?.number ?? 1)
  }

  static let standardError = Builtin(.internal, "stderr()") { call throws(Unwind) in
    call.connectionValue(2)
  }
}

extension Invocation {
  /// A connection as an R object.
  func connectionValue(_ number: Int) -> Value {
    let result = IntegerVector(CollectionOfOne(Int32(number)))
    let name = interpreter.connectionTable.connections[number]?.className ?? "connection"
    result.setAttribute(.class_, .strings([strings.intern(name), strings.intern("connection")]))
    result.setAttribute(
      strings.symbol("conn_id"), .object(ExternalPointer()))
    return .object(result)
  }
}
