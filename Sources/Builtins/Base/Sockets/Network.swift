import ApusInterpreter
import Glibc

/// The system's sockets; every wait looks for Ctrl-C at least each twentieth of a second.
enum Network {
  /// Which descriptors can be read (or written to) within so many seconds, for ever if negative.
  static func wait(
    _ wanted: [(descriptor: Int32, writes: Bool)], seconds: Double, stop: StopSignal
  ) throws(ConnectionError) -> [Bool] {
    var places = wanted.map {
      pollfd(fd: $0.descriptor, events: Int16($0.writes ? POLLOUT : POLLIN), revents: 0)
    }
    let start = now
    while true {
      let left = seconds < 0 ? 1 : seconds - (now - start)
      let slice = Int32(max(0, min(left, 0.05)) * 1000)
      let ready = poll(&places, nfds_t(places.count), slice)
      if stop.isRaised { throw ConnectionError(code: .interrupted, message: "interrupted") }
      if ready > 0 || ready < 0 && errno != EINTR || left <= 0 {
        return places.map { ready > 0 && $0.revents != 0 }
      }
    }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The addresses of a host as a list to be freed; nil if there are none.
  private static func addresses(_ host: String?, _ port: Int) -> UnsafeMutablePointer<addrinfo>? {
    var hints = addrinfo()
    hints.ai_family = AF_INET
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    if host == nil { hints.ai_flags = AI_PASSIVE }
    var list: UnsafeMutablePointer<addrinfo>?
    return getaddrinfo(host, String(port), &hints, &list) == 0 ? list : nil
  }

  /// The first address of a host as text.
  static func address(of host: String) -> String? {
    guard let list = addresses(host, 0) else { return nil }
    defer { freeaddrinfo(list) }
    var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    guard
      getnameinfo(
        list.pointee.ai_addr, list.pointee.ai_addrlen, &name, socklen_t(name.count), nil, 0,
        NI_NUMERICHOST) == 0
    else { return nil }
    return text(name)
  }

  private static func text(_ name: [CChar]) -> String {
    String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func connect(
    _ host: String, _ port: Int, timeout: Int, stop: StopSignal
  ) throws(ConnectionError) -> Int32? {
    guard let list = addresses(host, port) else { return nil }
    defer { freeaddrinfo(list) }
    let made = socket(
      AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    guard made >= 0 else { return nil }
    var status = Glibc.connect(made, list.pointee.ai_addr, list.pointee.ai_addrlen)
    if status != 0, errno == EINPROGRESS {
      do throws(ConnectionError) {
        let ready = try wait([(made, true)], seconds: Double(timeout), stop: stop)
        status = ready.first == true ? pendingError(made) : ETIMEDOUT
      } catch {
        close(made)
        throw error
      }
    } else if status != 0 {
      status = errno
    }
    guard status == 0 else {
      close(made)
      errno = status
      return nil
    }
    _ = fcntl(made, F_SETFL, 0)
    return made
  }

  private static func pendingError(_ descriptor: Int32) -> Int32 {
    var status: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &status, &size)
    return status
  }

  /// A socket that listens at a port of this machine.
  static func listen(_ port: Int) -> Int32? {
    guard let list = addresses(nil, port) else { return nil }
    defer { freeaddrinfo(list) }
    let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard made >= 0 else { return nil }
    var yes: Int32 = 1
    setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard bind(made, list.pointee.ai_addr, list.pointee.ai_addrlen) == 0,
      Glibc.listen(made, 100) == 0
    else {
      close(made)
      return nil
    }
    return made
  }

  /// Waits for somebody to connect; answers the new socket and the name of the other side.
  static func accept(
    _ listener: Int32, timeout: Int, stop: StopSignal
  ) throws(ConnectionError) -> (descriptor: Int32, host: String)? {
    guard
      try wait([(listener, false)], seconds: Double(timeout), stop: stop).first == true
    else { return nil }
    var address = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let made = withUnsafeMutableBytes(of: &address) { bytes -> Int32 in
      guard let place = bytes.bindMemory(to: sockaddr.self).baseAddress else { return -1 }
      let made = Glibc.accept(listener, place, &size)
      if made >= 0 { getnameinfo(place, size, &name, socklen_t(name.count), nil, 0, 0) }
      return made
    }
    guard made >= 0 else { return nil }
    _ = fcntl(made, F_SETFD, FD_CLOEXEC)
    return (made, text(name))
  }
}
