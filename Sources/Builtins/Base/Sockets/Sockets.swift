import ApusInterpreter
import Glibc

/// The help pages of `socketConnection`, `socketSelect`, `make.socket` and `nsl`.
enum Sockets {
  static var all: [Builtin] {
    [socketConnection, serverSocket, accept, select, timeout, receive, plainSocket, hostAddress]
  }

  static let socketConnection = Builtin(
    .internal, "socketConnection(host, port, server, blocking, open, timeout)"
  ) { call throws(Unwind) in
    let host = try call.text(0, "host")
    let port = try portNumber(call, 1)
    let isServer = try call.flag(2, "server")
    let mode = try call.text(4, "open")
    let connection = Socket(
      isServer ? .port(port) : .host(host, port: port),
      description: "\(isServer ? "<-" : "->")\(host):\(port)",
      isBlocking: try call.flag(3, "blocking"), mode: mode, timeout: try seconds(call, 5),
      stop: call.interpreter.stopSignal)
    try call.attempt { () throws(ConnectionError) in try connection.open(mode: mode) }
    return register(connection, call)
  }

  static let serverSocket = Builtin(.internal, "serverSocket(port)") { call throws(Unwind) in
    let port = try portNumber(call, 0)
    guard let connection = ServerSocket(port: port) else {
      throw call.error("creation of server socket failed: port \(port) cannot be opened")
    }
    return register(connection, call)
  }

  static let accept = Builtin(.internal, "socketAccept(socket, blocking, open, timeout)") {
    call throws(Unwind) in
    guard let server = try call.connection(call[0]) as? ServerSocket else {
      throw call.error("'socket' is not a servsockconn")
    }
    let timeout = try seconds(call, 3)
    let stop = call.interpreter.stopSignal
    let made = try call.attempt { () throws(ConnectionError) in
      try Network.accept(server.descriptor, timeout: timeout, stop: stop)
    }
    guard let made else {
      try call.warning("problem in accepting connections on this socket")
      throw call.error("cannot open the connection")
    }
    let mode = try call.text(2, "open")
    let connection = Socket(
      .accepted(made.descriptor), description: "<-\(made.host):\(made.descriptor)",
      isBlocking: try call.flag(1, "blocking"), mode: mode, timeout: timeout, stop: stop)
    try call.attempt { () throws(ConnectionError) in try connection.open(mode: mode) }
    return register(connection, call)
  }

  /// Whether each socket is ready; `timeout` is NULL to wait for ever.
  static let select = Builtin(.internal, "socketSelect(sockets, write, timeout)") {
    call throws(Unwind) in
    let numbers = try call.list(0)
    let writes = try call.logicals(1)
    var wanted: [(descriptor: Int32, writes: Bool)] = []
    var hasBytes: [Bool] = []
    for k in 0..<numbers.count {
      let connection = try call.connection(numbers.elements[k])
      let isWriting = writes.elements[k % max(writes.count, 1)] == 1
      if let server = connection as? ServerSocket {
        wanted.append((server.descriptor, isWriting))
        hasBytes.append(false)
      } else if let socket = connection as? Socket {
        wanted.append((socket.readiness.descriptor, isWriting))
        hasBytes.append(socket.readiness.hasBytes && !isWriting)
      } else {
        throw call.error("not a socket connection")
      }
    }
    let limit = call[2].isNull ? -1 : try call.double(2, "timeout")
    let wait = hasBytes.contains(true) ? 0 : limit
    let stop = call.interpreter.stopSignal
    let descriptors = wanted
    let ready = try call.attempt { () throws(ConnectionError) in
      try Network.wait(descriptors, seconds: wait, stop: stop)
    }
    return .object(LogicalVector(zip(ready, hasBytes).map { $0 || $1 ? 1 : 0 }))
  }

  /// The timeout of a socket before; a new one is not negative.
  static let timeout = Builtin(.internal, "socketTimeout(socket, timeout)") { call throws(Unwind) in
    guard let socket = try call.connection(call[0]) as? Socket else {
      throw call.error("invalid 'socket' argument")
    }
    let old = socket.timeout
    let new = try call.integer(1, "timeout")
    if !new.isMissing, new >= 0 { socket.timeout = Int(new) }
    return .integer(Int32(truncatingIfNeeded: old))
  }

  static let receive = Builtin(.internal, "socketReceive(socket, limit)") { call throws(Unwind) in
    guard let socket = try call.connection(call[0]) as? Socket else {
      throw call.error("invalid 'socket' argument")
    }
    let limit = Int(max(0, try call.integer(1, "maxlen")))
    let bytes = try call.attempt { () throws(ConnectionError) in try socket.receive(limit) }
    return .string(bytes.withUnsafeBufferPointer { call.strings.intern($0) })
  }

  /// A socket for `make.socket`: its number, or what the system says.
  static let plainSocket = Builtin(.internal, "plainSocket(host, port, server)") {
    call throws(Unwind) in
    let host = try call.text(0, "host")
    let port = try portNumber(call, 1)
    let isServer = try call.flag(2, "server")
    let connection = Socket(
      isServer ? .port(port) : .host(host, port: port), description: "\(host):\(port)",
      isBlocking: true, mode: "a+", timeout: 86400, stop: call.interpreter.stopSignal)
    do throws(ConnectionError) {
      try connection.open(mode: "a+")
    } catch {
      if error.code == .interrupted { throw Unwind.interrupt }
      return .string(call.strings.intern(String(cString: strerror(errno))))
    }
    return .integer(Int32(call.interpreter.connectionTable.add(connection)))
  }

  /// The address of a host; NULL if it has none.
  static let hostAddress = Builtin(.internal, "hostAddress(name)") { call throws(Unwind) in
    guard let address = Network.address(of: try call.text(0, "hostname")) else { return .null }
    return .string(call.strings.intern(address))
  }

  private static func register(
    _ connection: Connection, _ call: borrowing Invocation
  ) -> Value {
    call.connectionValue(call.interpreter.connectionTable.add(connection))
  }

  private static func portNumber(
    _ call: borrowing Invocation, _ position: Int
  ) throws(Unwind) -> Int {
    let port = try call.integer(position, "port")
    guard !port.isMissing, port >= 0, port < 65536 else {
      throw call.error("invalid 'port' argument")
    }
    return Int(port)
  }

  private static func seconds(
    _ call: borrowing Invocation, _ position: Int
  ) throws(Unwind) -> Int {
    let seconds = try call.integer(position, "timeout")
    return seconds.isMissing || seconds < 0 ? 60 : Int(seconds)
  }
}
