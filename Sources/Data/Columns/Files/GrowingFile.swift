import Glibc

/// A file to which bytes are added behind those that it has, which stay as they are.
///
/// As long as that lasts, a journal beside the file tells its old length. Whatever stops the
/// writing, readers find in the journal where the old file ends, and the next writer cuts off what
/// is behind.
final class GrowingFile: OutputFile {
  let path: String
  private let journal: String
  private let oldLength: Int
  private var descriptor: Int32
  private(set) var position: Int

  /// `isWhole`: whether the first so many bytes of the file are all of it.
  init(_ path: String, isWhole: (Int) -> Bool) throws {
    self.path = path
    try Self.recover(path, isWhole)
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw FileNames.failure(path) }
    oldLength = Int(status.st_size)
    position = oldLength
    let (folder, name) = PartFile.split(path)
    journal = "\(folder)/.\(name).part-\(getpid()).journal"
    guard lseek(descriptor, 0, SEEK_END) >= 0, Self.write(oldLength, to: journal) else {
      let failure = FileNames.failure(path)
      close(descriptor)
      throw failure
    }
  }

  deinit { abandon() }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    guard PartFile.write(bytes, to: descriptor) else { throw FileNames.failure(path) }
    position += bytes.count
  }

  func finish(mark: [UInt8]) throws {
    guard descriptor >= 0 else { return }
    guard fsync(descriptor) == 0 else { throw FileNames.failure(path) }
    try write(mark)
    guard fsync(descriptor) == 0 else { throw FileNames.failure(path) }
    close(descriptor)
    descriptor = -1
    unlink(journal)
  }

  func abandon() {
    guard descriptor >= 0 else { return }
    if ftruncate(descriptor, off_t(oldLength)) == 0, fsync(descriptor) == 0 { unlink(journal) }
    close(descriptor)
    descriptor = -1
  }

  // MARK: - Journals

  /// Where the file ended before something was added that is not complete; nil when nobody adds.
  static func oldLength(of path: String) -> Int? {
    journals(of: path).lazy.compactMap { read($0.path) }.first
  }

  /// Removes the journals of a file that has been replaced.
  static func forget(_ path: String) {
    for journal in journals(of: path) where !journal.isAlive { unlink(journal.path) }
  }

  /// Cuts off what a dead process has added in vain; an error when a living one is adding.
  private static func recover(_ path: String, _ isWhole: (Int) -> Bool) throws {
    for journal in journals(of: path) {
      guard !journal.isAlive else {
        throw ColumnError(.unwritable, "rows are being added to the file already", file: path)
      }
      var status = stat()
      guard stat(path, &status) == 0 else { throw FileNames.failure(path) }
      if !isWhole(Int(status.st_size)), let length = read(journal.path),
        length < Int(status.st_size), isWhole(length)
      {
        guard truncate(path, off_t(length)) == 0 else { throw FileNames.failure(path) }
      }
      unlink(journal.path)
    }
  }

  private static func journals(of path: String) -> [(path: String, isAlive: Bool)] {
    let (folder, name) = PartFile.split(path)
    return FileNames.inFolder(folder).compactMap { entry in
      guard entry.hasPrefix(".\(name).part-"), entry.hasSuffix(".journal") else { return nil }
      return ("\(folder)/\(entry)", PartFile.isWriting(String(entry.dropLast(8))))
    }
  }

  /// The length as text with a line break at the end, so that half of it is not taken for it.
  private static func read(_ journal: String) -> Int? {
    guard let file = try? MappedFile(journal), file.bytes.count < 30,
      file.bytes.last == UInt8(ascii: "\n")
    else { return nil }
    return Int(String(decoding: file.bytes.dropLast(), as: UTF8.self))
  }

  private static func write(_ length: Int, to journal: String) -> Bool {
    let descriptor = open(journal, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let isWritten = Array("\(length)\n".utf8).withUnsafeBytes {
      PartFile.write($0, to: descriptor)
    }
    guard isWritten, fsync(descriptor) == 0 else {
      unlink(journal)
      return false
    }
    PartFile.syncFolder(of: journal)
    return true
  }
}
