import ApusInterpreter
import Glibc

/// A file packed by bzip2 or xz: read whole when it is opened, written when it is closed.
final class PackedFileConnection: Connection {
  private let path: String
  private let format: PackedData.Format
  private let level: Int
  private var content: [UInt8] = []
  private var place = 0
  /// What the file held before, when it is appended to.
  private var before: [UInt8] = []

  init(path: String, mode: String, format: PackedData.Format, level: Int) {
    self.path = path
    self.format = format
    self.level = level
    super.init(
      description: path, className: format == .bzip2 ? "bzfile" : "xzfile",
      mode: mode.isEmpty ? "rb" : mode)
  }

  deinit { try? close() }

  override func open(mode given: String) throws(ConnectionError) {
    let mode = given.isEmpty ? self.mode : given
    isText = !mode.contains("b")
    canRead = mode.hasPrefix("r")
    canWrite = !canRead
    resetReading()
    (content, before, place) = ([], [], 0)
    if canRead {
      guard let bytes = FileBuiltins.bytes(of: path), let unpacked = Self.unpacked(bytes) else {
        throw failure
      }
      content = unpacked
    } else {
      if mode.hasPrefix("a") { before = FileBuiltins.bytes(of: path) ?? [] }
      guard let file = fopen(path, "ab") else { throw failure }
      fclose(file)
    }
    self.mode = mode
    isOpen = true
  }

  private var failure: ConnectionError {
    let name = format == .bzip2 ? "bzip2-ed" : "compressed"
    let reason = String(cString: strerror(errno))
    return ConnectionError(
      code: .cannotOpen, message: "cannot open the connection",
      cause: "cannot open \(name) file '\(path)', probable reason '\(reason)'")
  }

  /// A file that is not packed is read as it is.
  private static func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
    guard let format = PackedData.format(of: bytes) else { return bytes }
    return PackedData.unpacked(bytes, format)
  }

  override func close() throws(ConnectionError) {
    defer { isOpen = false }
    guard isOpen, canWrite else { return }
    guard let packed = PackedData.packed(content, format, level: level),
      let file = fopen(path, "wb")
    else { throw ConnectionError(code: .cannotWrite, message: "cannot write to this connection") }
    let all = before + packed
    fwrite(all, 1, all.count, file)
    fclose(file)
    content = []
  }

  override func readSome(_ count: Int) throws(ConnectionError) -> [UInt8] {
    let end = min(content.count, place + count)
    defer { place = end }
    return Array(content[place..<end])
  }

  override func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(ConnectionError) {
    content.append(contentsOf: bytes)
  }
}
