import Glibc

/// A file that is written beside its place and put there when it is complete.
///
/// Whatever stops the writing, the place holds either what it held before or the whole new file.
/// What a process that died left behind is removed by the next that writes in its place.
final class PartFile: OutputFile {
  let path: String
  let partPath: String
  private var descriptor: Int32
  private(set) var position = 0

  init(_ path: String) throws {
    self.path = path
    let (folder, name) = Self.split(path)
    Self.removeStaleParts(folder, name)
    let stem = "\(folder)/.\(name).part-\(getpid())"
    var (number, partPath) = (0, stem)
    descriptor = open(partPath, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    while descriptor < 0, errno == EEXIST, number < 1000 {
      number += 1
      partPath = "\(stem)-\(number)"
      descriptor = open(partPath, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    self.partPath = partPath
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  deinit { abandon() }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    guard Self.write(bytes, to: descriptor) else { throw Self.failure(path) }
    position += bytes.count
  }

  /// Writes all bytes; false when the system refuses.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    return true
  }

  /// Takes over some bytes of another file.
  func copy(_ range: Range<Int>, from file: MappedFile) throws {
    for start in stride(from: range.lowerBound, to: range.upperBound, by: 1 << 24) {
      let end = min(range.upperBound, start + (1 << 24))
      try write(file.slice(Int64(start), Int64(end - start)))
      file.release(start..<end)
    }
  }

  /// Makes the file safe on disk and puts it in its place.
  func finish() throws {
    guard descriptor >= 0 else { return }
    guard fsync(descriptor) == 0, close(descriptor) == 0 else { throw Self.failure(path) }
    descriptor = -1
    guard rename(partPath, path) == 0 else {
      let failure = Self.failure(path)
      unlink(partPath)
      throw failure
    }
    Self.syncFolder(of: path)
    GrowingFile.forget(path)
  }

  func finish(mark: [UInt8]) throws {
    try write(mark)
    try finish()
  }

  /// Makes the names of the files beside one safe on disk.
  static func syncFolder(of path: String) {
    let folder = open(split(path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  func abandon() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    unlink(partPath)
  }

  private static func failure(_ path: String) -> ColumnError {
    ColumnError(.unwritable, String(cString: strerror(errno)), file: path)
  }

  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  /// Removes the parts whose writers have died.
  private static func removeStaleParts(_ folder: String, _ name: String) {
    for entry in FileNames.inFolder(folder) {
      guard entry.hasPrefix(".\(name).part-"), !entry.hasSuffix(".journal"), !isWriting(entry)
      else { continue }
      unlink("\(folder)/\(entry)")
    }
  }

  /// Whether the process that has made a part with this name is alive.
  static func isWriting(_ name: String) -> Bool {
    guard let end = name.split(separator: ".").last, end.hasPrefix("part-"),
      let writer = pid_t(end.dropFirst(5).prefix { $0 != "-" })
    else { return false }
    guard kill(writer, 0) == 0 || errno != ESRCH else { return false }
    return !hasEnded(writer)
  }

  /// Whether a process is over, though nobody has asked for its status yet.
  private static func hasEnded(_ process: pid_t) -> Bool {
    let status = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
    guard status >= 0 else { return false }
    defer { close(status) }
    let text = [UInt8](unsafeUninitializedCapacity: 512) { buffer, count in
      count = max(0, read(status, buffer.baseAddress, 512))
    }
    // The state stands behind the name of the program, which is in parentheses.
    guard let end = text.lastIndex(of: UInt8(ascii: ")")), end + 2 < text.count else {
      return false
    }
    return text[end + 2] == UInt8(ascii: "Z") || text[end + 2] == UInt8(ascii: "X")
  }
}

/// What lies in folders.
package enum FileNames {
  /// The names of what a folder holds, in order; none when it cannot be read.
  package static func inFolder(_ folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
