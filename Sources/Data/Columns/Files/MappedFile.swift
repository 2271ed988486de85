import Glibc

/// A file mapped into memory to be read anywhere.
final class MappedFile: @unchecked Sendable {
  // Invariant: the bytes are read-only.
  let path: String
  let bytes: UnsafeRawBufferPointer

  init(_ path: String) throws {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code: ColumnError.Code = errno == ENOENT ? .missingFile : .unreadable
      throw ColumnError(code, String(cString: strerror(errno)), file: path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ColumnError(.unreadable, "not a file", file: path)
    }
    let size = Int(status.st_size)
    guard size > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let address = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0),
      address != MAP_FAILED
    else { throw ColumnError(.unreadable, String(cString: strerror(errno)), file: path) }
    bytes = UnsafeRawBufferPointer(start: address, count: size)
  }

  deinit {
    if let start = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }

  /// Some of the bytes; an error when there are fewer.
  func slice(_ offset: Int64, _ count: Int64) throws -> UnsafeRawBufferPointer {
    guard offset >= 0, count >= 0, offset <= bytes.count, count <= Int64(bytes.count) - offset
    else {
      throw FlatReader.damaged
    }
    return UnsafeRawBufferPointer(rebasing: bytes[Int(offset)..<Int(offset + count)])
  }

  /// Lets go of the memory that holds some of the bytes; it comes again when needed.
  func release(_ range: Range<Int>) {
    let page = 1 << 16
    let start = (range.lowerBound + page - 1) / page * page
    let end = range.upperBound / page * page
    guard end > start, end <= bytes.count, let base = bytes.baseAddress else { return }
    madvise(UnsafeMutableRawPointer(mutating: base + start), end - start, MADV_DONTNEED)
  }
}
