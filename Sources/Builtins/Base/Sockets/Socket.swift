import ApusInterpreter
import Glibc

/// A connection over the network: one end of a stream of bytes.
final class Socket: Connection {
  private var descriptor: Int32 = -1
  private let origin: Origin
  let isBlocking: Bool
  /// How long to wait for the other side, in seconds.
  var timeout: Int
  private let stop: StopSignal
  /// Whether the other side has closed.
  private var isOver = false

  /// Where the stream comes from.
  enum Origin {
    case host(String, port: Int)
    /// Waits for the other side at a port of this machine.
    case port(Int)
    /// Was accepted already.
    case accepted(Int32)
  }

  init(
    _ origin: Origin, description: String, isBlocking: Bool, mode: String, timeout: Int,
    stop: StopSignal
  ) {
    self.origin = origin
    self.isBlocking = isBlocking
    self.timeout = timeout
    self.stop = stop
    super.init(description: description, className: "sockconn", mode: mode)
    if case .accepted(let descriptor) = origin { self.descriptor = descriptor }
  }

  deinit { closeDescriptor() }

  override func open(mode given: String) throws(ConnectionError) {
    switch origin {
    case .host(let host, let port):
      guard let made = try Network.connect(host, port, timeout: timeout, stop: stop) else {
        throw Self.failure("\(host):\(port) cannot be opened")
      }
      descriptor = made
    case .port(let port):
      guard let listener = Network.listen(port) else {
        throw Self.failure("port \(port) cannot be opened")
      }
      defer { Glibc.close(listener) }
      guard let made = try Network.accept(listener, timeout: timeout, stop: stop) else {
        throw Self.failure("problem in listening on this socket")
      }
      descriptor = made.descriptor
    case .accepted: break
    }
    mode = given.isEmpty ? mode : given
    isText = !mode.contains("b")
    canRead = mode.hasPrefix("r") || mode.contains("+")
    canWrite = !mode.hasPrefix("r") || mode.contains("+")
    resetReading()
    isOpen = true
  }

  private static func failure(_ cause: String) -> ConnectionError {
    ConnectionError(code: .cannotOpen, message: "cannot open the connection", cause: cause)
  }

  override func close() throws(ConnectionError) {
    closeDescriptor()
    isOpen = false
  }

  private func closeDescriptor() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }

  /// What has not come yet may still come.
  override var staysAtEnd: Bool { isOver }

  override func readSome(_ count: Int) throws(ConnectionError) -> [UInt8] {
    isIncomplete = false
    let wait = isBlocking ? Double(timeout) : 0
    guard
      try Network.wait([(descriptor, false)], seconds: wait, stop: stop).first == true
    else {
      isIncomplete = !isBlocking
      return []
    }
    let descriptor = self.descriptor
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, recv(descriptor, buffer.baseAddress, count, 0))
    }
    isOver = bytes.isEmpty
    return bytes
  }

  override func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(ConnectionError) {
    var offset = 0
    while offset < bytes.count, let base = bytes.baseAddress {
      guard
        try Network.wait([(descriptor, true)], seconds: Double(timeout), stop: stop).first == true
      else { return }
      let count = send(
        descriptor, base + offset, bytes.count - offset,
        Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
      if count <= 0 {
        if errno == EAGAIN || errno == EINTR { continue }
        return
      }
      offset += count
    }
  }

  /// What `select` looks at: whether bytes were read ahead, and the descriptor.
  var readiness: (hasBytes: Bool, descriptor: Int32) { (unreadCount > 0, descriptor) }

  /// The bytes that are there, at most `limit`; waits for the first.
  func receive(_ limit: Int) throws(ConnectionError) -> [UInt8] {
    guard try Network.wait([(descriptor, false)], seconds: -1, stop: stop).first == true else {
      return []
    }
    let descriptor = self.descriptor
    return [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      filled = max(0, recv(descriptor, buffer.baseAddress, limit, 0))
    }
  }
}

/// A port of this machine that waits for others to connect.
final class ServerSocket: Connection {
  let descriptor: Int32

  init?(port: Int) {
    guard let descriptor = Network.listen(port) else { return nil }
    self.descriptor = descriptor
    super.init(description: "localhost", className: "servsockconn", mode: "a+")
    isOpen = true
    canRead = true
    canWrite = true
  }

  deinit { if isOpen { Glibc.close(descriptor) } }

  override func open(mode: String) throws(ConnectionError) {}

  override func close() throws(ConnectionError) {
    if isOpen { Glibc.close(descriptor) }
    isOpen = false
  }

  override func readSome(_ count: Int) throws(ConnectionError) -> [UInt8] {
    throw ConnectionError(
      code: .cannotRead, message: "'getc' not enabled for this connection")
  }

  override func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(ConnectionError) {
    throw ConnectionError(
      code: .cannotWrite, message: "printing not enabled for this connection")
  }
}
