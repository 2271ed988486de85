import ApusInterpreter

/// What went wrong with a connection; builtins turn it into R's message.
struct ConnectionError: Error {
  enum Code: Sendable {
    case cannotOpen, cannotRead, cannotWrite, notOpen, invalidMode, interrupted
  }
  let code: Code
  let message: String
  /// What the system says, where it said something.
  var cause: String = ""
}

/// Something that bytes are read from or written to, by a number in R.
class Connection {
  let description: String
  let className: String
  var mode: String
  var isOpen = false
  var canRead = false
  var canWrite = false
  var isText = true
  var encoding = "native.enc"
  /// Lines put back by `pushBack`, and bytes read ahead.
  var pushedBack: [UInt8] = []
  /// Whether the last line that was read had no end yet.
  var isIncomplete = false

  init(description: String, className: String, mode: String) {
    self.description = description
    self.className = className
    self.mode = mode
  }

  /// Opens in a mode of C's `fopen`.
  func open(mode: String) throws(ConnectionError) {
    isOpen = true
  }

  func close() throws(ConnectionError) { isOpen = false }

  /// Up to `count` bytes; none at the end.
  func readSome(_ count: Int) throws(ConnectionError) -> [UInt8] {
    throw ConnectionError(code: .cannotRead, message: "cannot read from this connection")
  }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(ConnectionError) {
    throw ConnectionError(code: .cannotWrite, message: "cannot write to this connection")
  }

  func flush() {}

  /// Whether `position` and `seek` mean the place of writing, not of reading; nil: that of the last of both.
  var movesWriting: Bool?

  /// The position of reading or writing, where there is one.
  var position: Int? { nil }

  func seek(to position: Int, whence: Int32) throws(ConnectionError) {
    throw ConnectionError(code: .invalidMode, message: "seek not enabled for this connection")
  }

  var canSeek: Bool { false }

  // MARK: - Buffered reading

  private var ahead: [UInt8] = []
  private var aheadPlace = 0
  private(set) var isAtEnd = false

  func resetReading() {
    ahead = []
    aheadPlace = 0
    isAtEnd = false
  }

  /// Whether nothing can come after an end.
  var staysAtEnd: Bool { true }

  /// Bytes read from the source but not yet given away.
  var unreadCount: Int { ahead.count - aheadPlace }

  private func fill() throws(ConnectionError) -> Bool {
    if isAtEnd { return false }
    if aheadPlace > 0 {
      ahead.removeSubrange(..<aheadPlace)
      aheadPlace = 0
    }
    let more = try readSome(1 << 16)
    if more.isEmpty {
      isAtEnd = staysAtEnd
      return false
    }
    ahead.append(contentsOf: more)
    return true
  }

  func nextByte() throws(ConnectionError) -> UInt8? {
    if !pushedBack.isEmpty { return pushedBack.removeFirst() }
    if aheadPlace == ahead.count {
      if !(try fill()) { return nil }
    }
    aheadPlace += 1
    return ahead[aheadPlace - 1]
  }

  func peekByte() throws(ConnectionError) -> UInt8? {
    if let byte = pushedBack.first { return byte }
    if aheadPlace == ahead.count {
      if !(try fill()) { return nil }
    }
    return ahead[aheadPlace]
  }

  /// A line without its end (LF, CR LF or CR); nil at the end.
  ///
  /// The flag says whether it was ended.
  func nextLine() throws(ConnectionError) -> (bytes: [UInt8], isComplete: Bool)? {
    if !pushedBack.isEmpty { return try nextLineByBytes() }
    var searched = 0
    while true {
      let rest = ahead[(aheadPlace + searched)...]
      if let end = rest.firstIndex(where: { $0 == 10 || $0 == 13 }) {
        if ahead[end] == 13, end + 1 == ahead.count, !isAtEnd {
          searched = end - aheadPlace
          let kept = aheadPlace
          if try fill() { continue }
          _ = kept
        }
        let start = aheadPlace
        let isPair =
          ahead[aheadPlace + (end - start)] == 13
          && end + 1 < ahead.count && ahead[end + 1] == 10
        let line = Array(ahead[start..<end])
        aheadPlace = end + (isPair ? 2 : 1)
        return (line, true)
      }
      searched = ahead.count - aheadPlace
      if !(try fill()) { break }
    }
    guard aheadPlace < ahead.count else { return nil }
    let line = Array(ahead[aheadPlace...])
    aheadPlace = ahead.count
    return (line, false)
  }

  private func nextLineByBytes() throws(ConnectionError) -> (bytes: [UInt8], isComplete: Bool)? {
    var line: [UInt8] = []
    var any = false
    while let byte = try nextByte() {
      any = true
      if byte == 10 { return (line, true) }
      if byte == 13 {
        if try peekByte() == 10 { _ = try nextByte() }
        return (line, true)
      }
      line.append(byte)
    }
    return any ? (line, false) : nil
  }

  /// Exactly `count` bytes, or fewer at the end.
  func read(_ count: Int) throws(ConnectionError) -> [UInt8] {
    var result: [UInt8] = []
    while result.count < count {
      if !pushedBack.isEmpty {
        result.append(pushedBack.removeFirst())
        continue
      }
      if aheadPlace == ahead.count {
        if !(try fill()) { break }
      }
      let size = min(count - result.count, ahead.count - aheadPlace)
      result.append(contentsOf: ahead[aheadPlace..<aheadPlace + size])
      aheadPlace += size
    }
    return result
  }
}
