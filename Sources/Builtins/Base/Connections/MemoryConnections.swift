import ApusInterpreter

/// Text of a character vector, read line by line.
final class TextSource: Connection {
  private var bytes: [UInt8]
  private var place = 0

  init(description: String, _ text: CharacterVector, _ strings: StringPool) {
    bytes = []
    for line in text.elements {
      bytes.append(contentsOf: strings.bytes(line))
      bytes.append(0x0A)
    }
    super.init(description: description, className: "textConnection", mode: "r")
    isOpen = true
    canRead = true
  }

  override func readSome(_ count: Int) throws(ConnectionError) -> [UInt8] {
    let end = min(bytes.count, place + count)
    defer { place = end }
    return Array(bytes[place..<end])
  }
}

/// Collects lines in a character vector, which is a variable unless it has no name.
final class TextCollector: Connection {
  private let strings: StringPool
  private let variable: Symbol?
  private let environment: Environment
  private(set) var lines: [StringHandle]
  private var rest: [UInt8] = []

  init(
    description: String, mode: String, variable: Symbol?, in environment: Environment,
    start: [StringHandle], _ strings: StringPool
  ) {
    self.strings = strings
    self.variable = variable
    self.environment = environment
    lines = start
    super.init(description: description, className: "textConnection", mode: mode)
    isOpen = true
    canWrite = true
    publish()
  }

  override func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(ConnectionError) {
    var isChanged = false
    for byte in bytes {
      if byte != 0x0A {
        rest.append(byte)
        continue
      }
      endLine()
      isChanged = true
    }
    isIncomplete = !rest.isEmpty
    if isChanged { publish() }
  }

  private func endLine() {
    lines.append(rest.withUnsafeBufferPointer { strings.intern($0) })
    rest.removeAll(keepingCapacity: true)
  }

  override func close() throws(ConnectionError) {
    if !rest.isEmpty {
      endLine()
      publish()
    }
    isOpen = false
  }

  /// Shows the lines in the variable.
  private func publish() {
    guard let variable else { return }
    try? environment.assign(variable, .strings(lines))
  }
}

/// Bytes of a raw vector.
final class RawConnection: Connection {
  private(set) var bytes: [UInt8]
  private var place = 0

  init(description: String, _ bytes: [UInt8], mode: String) {
    self.bytes = mode.hasPrefix("w") ? [] : bytes
    super.init(description: description, className: "rawConnection", mode: mode)
    isOpen = true
    isText = false
    canRead = mode.hasPrefix("r")
    canWrite = !canRead || mode.contains("+")
    if mode.hasPrefix("a") { place = bytes.count }
  }

  override func readSome(_ count: Int) throws(ConnectionError) -> [UInt8] {
    let end = min(bytes.count, place + count)
    defer { place = end }
    return Array(bytes[place..<end])
  }

  override func write(_ new: UnsafeBufferPointer<UInt8>) throws(ConnectionError) {
    let end = min(bytes.count, place + new.count)
    bytes.replaceSubrange(place..<end, with: new)
    place += new.count
  }

  override var canSeek: Bool { true }
  override var position: Int? { place - unreadCount }

  override func seek(to position: Int, whence: Int32) throws(ConnectionError) {
    let base = whence == 1 ? place - unreadCount : whence == 2 ? bytes.count : 0
    guard (0...bytes.count).contains(base + position) else {
      throw ConnectionError(
        code: .cannotRead, message: "attempt to seek outside the range of the raw connection")
    }
    resetReading()
    place = base + position
  }
}
