import ApusInterpreter

/// The help page of `sink`.
enum Sinks {
  static let all = [sink, sinkNumber]

  /// Diverts output to a connection, or ends the last diversion for −1; `kind` 0 is messages.
  static let sink = Builtin(.internal, "sink(con, closes, kind, split)") { call throws(Unwind) in
    let table = call.interpreter.connectionTable
    let number = Int(try call.integer(0, "file"))
    if try call.flag(2, "type") {
      if number < 0 {
        try endSink(table, call)
      } else {
        let connection = try call.connection(call[0])
        if !connection.isOpen {
          try call.attempt { () throws(ConnectionError) in try connection.open(mode: "wt") }
        }
        guard connection.canWrite else { throw call.error("cannot write to this connection") }
        table.sinks.append(
          .init(
            number: number, closesOnExit: try call.flag(1, "closeOnExit"),
            isSplit: try call.flag(3, "tee")))
      }
    } else {
      table.messageSink = number < 0 || number == 2 ? nil : number
    }
    install(table, call.interpreter)
    return .null
  }

  private static func endSink(
    _ table: ConnectionTable, _ call: borrowing Invocation
  ) throws(Unwind) {
    guard let last = table.sinks.popLast() else {
      return try call.warning("no sink to remove")
    }
    guard last.closesOnExit, let connection = table.connections[last.number] else { return }
    try call.attempt { () throws(ConnectionError) in try connection.close() }
    table.remove(last.number)
  }

  /// Puts the diversion between the interpreter and its host, or takes it away.
  private static func install(_ table: ConnectionTable, _ interpreter: Interpreter) {
    let isNeeded = !table.sinks.isEmpty || table.messageSink != nil
    if let diversion = interpreter.output as? Diversion {
      if !isNeeded { interpreter.output = diversion.host }
    } else if isNeeded {
      interpreter.output = Diversion(interpreter.output, table)
    }
  }

  static let sinkNumber = Builtin(.internal, "sink.number(type)") { call throws(Unwind) in
    let table = call.interpreter.connectionTable
    return try call.flag(0, "type")
      ? .integer(table.sinks.count) : .integer(table.messageSink ?? 2)
  }
}

extension Interpreter {
  /// Writes text to the host's standard output, whatever `sink` says.
  package func printToHost(_ text: String) {
    let target = (output as? Diversion)?.host ?? output
    var text = text
    text.withUTF8 { target.write($0, to: .output) }
  }
}

/// Takes output that is meant for the host to the connections of `sink`.
final class Diversion: OutputSink {
  let host: any OutputSink
  private unowned let table: ConnectionTable

  init(_ host: any OutputSink, _ table: ConnectionTable) {
    self.host = host
    self.table = table
  }

  func write(_ bytes: UnsafeBufferPointer<UInt8>, to stream: OutputStream) {
    guard stream == .output else {
      if let number = table.messageSink, let connection = table.connections[number] {
        try? connection.write(bytes)
      } else {
        host.write(bytes, to: stream)
      }
      return
    }
    for sink in table.sinks.reversed() {
      if let connection = table.connections[sink.number] { try? connection.write(bytes) }
      if !sink.isSplit { return }
    }
    host.write(bytes, to: stream)
  }

  func flush() { host.flush() }
}
