import ApusInterpreter
import CZlib
import Glibc

/// A file, read with or without compression, written plain or compressed.
final class FileConnection: Connection {
  private enum Handle {
    case compressed(gzFile)
    case plain(Int32)
    /// What a file packed by bzip2 or xz holds, and the place in it.
    case unpacked([UInt8], Int)
  }

  private let path: String
  private let compression: Int?
  private var handle: Handle?
  private var written: [UInt8] = []
  private let removesFile: Bool

  /// Where reading and writing go on, of a file open for both.
  private var places: (reading: Int, writing: Int)?
  private var wroteLast = false

  /// `compression` is the level for writing, nil for plain files.
  init(
    path: String, description: String, mode: String, compression: Int?, removesFile: Bool = false
  ) {
    self.path = path
    self.compression = compression
    self.removesFile = removesFile
    super.init(
      description: description, className: compression == nil ? "file" : "gzfile",
      mode: mode.isEmpty ? (compression == nil ? "r" : "rb") : mode)
  }

  deinit {
    try? close()
    if removesFile { unlink(path) }
  }

  override func open(mode given: String) throws(ConnectionError) {
    let mode = given.isEmpty ? self.mode : given
    isText = !mode.contains("b")
    let letter = mode.first ?? "r"
    let isUpdating = mode.contains("+")
    canRead = letter == "r" || isUpdating
    canWrite = letter != "r" || isUpdating
    resetReading()
    let unpacks = letter == "r" && !isUpdating && (compression != nil || isText)
    if path == "stdin" {
      handle = .plain(dup(0))
    } else if unpacks, let content = unpackedContent {
      handle = .unpacked(content, 0)
    } else if unpacks {
      handle = gzopen(path, "rb").map { .compressed($0) }
    } else if let compression, !isUpdating {
      handle = gzopen(path, "\(letter)b\(compression)").map { .compressed($0) }
    } else {
      let descriptor = Glibc.open(path, Self.flags(letter, isUpdating), 0o666)
      handle = descriptor >= 0 ? .plain(descriptor) : nil
    }
    guard handle != nil, !isFolder else {
      let reason = isFolder ? "it is a directory" : String(cString: strerror(errno))
      if let handle { Self.close(handle) }
      handle = nil
      throw ConnectionError(
        code: .cannotOpen, message: "cannot open the connection",
        cause: isFolder
          ? "cannot open file '\(description)': \(reason)"
          : "cannot open \(compression == nil ? "" : "compressed ")file '\(description)'"
            + (compression == nil ? ": \(reason)" : ", probable reason '\(reason)'"))
    }
    self.mode = mode
    places = nil
    if isUpdating, case .plain = handle { places = (0, 0) }
    isOpen = true
  }

  override var staysAtEnd: Bool { places == nil }

  /// What the file holds if it is packed by bzip2 or xz.
  private var unpackedContent: [UInt8]? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let file = fopen(path, "rb")
    else { return nil }
    var start = [UInt8](repeating: 0, count: 6)
    let count = fread(&start, 1, start.count, file)
    fclose(file)
    guard let format = PackedData.format(of: start[..<count]),
      let bytes = FileBuiltins.bytes(of: path)
    else { return nil }
    return PackedData.unpacked(bytes, format)
  }

  private var isFolder: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func flags(_ letter: Character, _ isUpdating: Bool) -> Int32 {
    let access = isUpdating ? O_RDWR : O_WRONLY
    switch letter {
    case "a": return access | O_CREAT | O_APPEND
    case "w": return access | O_CREAT | O_TRUNC
    default: return isUpdating ? access : O_RDONLY
    }
  }

  override func close() throws(ConnectionError) {
    flush()
    if let handle { Self.close(handle) }
    handle = nil
    isOpen = false
  }

  private static func close(_ handle: Handle) {
    switch handle {
    case .compressed(let file): gzclose(file)
    case .plain(let descriptor): _ = Glibc.close(descriptor)
    case .unpacked: break
    }
  }

  override func readSome(_ count: Int) throws(ConnectionError) -> [UInt8] {
    flush()
    guard let handle else { return [] }
    if let places, case .plain(let descriptor) = handle {
      lseek(descriptor, places.reading, SEEK_SET)
    }
    wroteLast = false
    defer {
      if places != nil, case .plain(let descriptor) = handle {
        places?.reading = lseek(descriptor, 0, SEEK_CUR)
      }
    }
    if case .unpacked(let content, let place) = handle {
      let end = min(content.count, place + count)
      self.handle = .unpacked(content, end)
      return Array(content[place..<end])
    }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      switch handle {
      case .compressed(let file):
        filled = max(0, Int(gzread(file, buffer.baseAddress, UInt32(count))))
      case .plain(let descriptor):
        filled = max(0, Glibc.read(descriptor, buffer.baseAddress, count))
      case .unpacked: filled = 0
      }
    }
  }

  override func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(ConnectionError) {
    written.append(contentsOf: bytes)
    wroteLast = true
    if written.count > 1 << 16 { flush() }
  }

  override func flush() {
    guard !written.isEmpty, let handle else { return }
    written.withUnsafeBytes { bytes in
      switch handle {
      case .compressed(let file):
        gzwrite(file, bytes.baseAddress, UInt32(bytes.count))
      case .plain(let descriptor):
        if let places { lseek(descriptor, places.writing, SEEK_SET) }
        defer { if places != nil { places?.writing = lseek(descriptor, 0, SEEK_CUR) } }
        var offset = 0
        while offset < bytes.count, let base = bytes.baseAddress {
          let count = Glibc.write(descriptor, base + offset, bytes.count - offset)
          if count <= 0 { break }
          offset += count
        }
      case .unpacked: break
      }
    }
    written.removeAll(keepingCapacity: true)
  }

  override var canSeek: Bool { handle != nil }

  override var position: Int? {
    flush()
    if let places {
      return movesWriting ?? wroteLast ? places.writing : places.reading - unreadCount
    }
    switch handle {
    case .compressed(let file): return Int(gztell(file)) - unreadCount
    case .plain(let descriptor): return Int(lseek(descriptor, 0, SEEK_CUR)) - unreadCount
    case .unpacked(_, let place): return place - unreadCount
    case nil: return nil
    }
  }

  override func seek(to position: Int, whence: Int32) throws(ConnectionError) {
    flush()
    if let places, case .plain(let descriptor) = handle {
      let isWriting = movesWriting ?? wroteLast
      let here = isWriting ? places.writing : places.reading - unreadCount
      lseek(descriptor, here, SEEK_SET)
      let there = lseek(descriptor, position, whence)
      if isWriting {
        self.places?.writing = there
      } else {
        self.places?.reading = there
        resetReading()
      }
      return
    }
    resetReading()
    switch handle {
    case .compressed(let file): gzseek(file, position, whence)
    case .plain(let descriptor): lseek(descriptor, position, whence)
    case .unpacked(let content, let place):
      let base = [0, place, content.count][Int(max(0, min(2, whence)))]
      self.handle = .unpacked(content, max(0, min(content.count, base + position)))
    case nil: break
    }
  }
}

/// What a command writes to or reads from its standard streams.
final class PipeConnection: Connection {
  private var stream: UnsafeMutablePointer<FILE>?

  init(command: String, mode: String) {
    super.init(description: command, className: "pipe", mode: mode.isEmpty ? "r" : mode)
  }

  deinit { try? close() }

  override func open(mode given: String) throws(ConnectionError) {
    let mode = given.isEmpty ? self.mode : given
    canWrite = mode.hasPrefix("w")
    canRead = !canWrite
    resetReading()
    stream = popen(description, canWrite ? "w" : "r")
    guard stream != nil else {
      throw ConnectionError(
        code: .cannotOpen, message: "cannot open the connection",
        cause: "cannot open pipe() cmd '\(description)': \(String(cString: strerror(errno)))")
    }
    isOpen = true
  }

  override func close() throws(ConnectionError) {
    if let stream { pclose(stream) }
    stream = nil
    isOpen = false
  }

  override func readSome(_ count: Int) throws(ConnectionError) -> [UInt8] {
    guard let stream else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fread(buffer.baseAddress, 1, count, stream)
    }
  }

  override func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(ConnectionError) {
    if let stream { fwrite(bytes.baseAddress, 1, bytes.count, stream) }
  }

  override func flush() { if let stream { fflush(stream) } }
}
