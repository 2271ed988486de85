import CZlib
import Glibc

/// Whole records of a text file, ending with a line break.
final class TextChunk: @unchecked Sendable {
  // Invariant: the bytes are not changed after initialisation.
  let start: UnsafePointer<UInt8>
  let count: Int
  /// Line breaks inside, an estimate of the rows.
  let lineCount: Int
  /// Whether nothing follows.
  let isLast: Bool
  /// Whether the last line break is not the text's own.
  let addsLineBreak: Bool
  private let allocation: UnsafeMutablePointer<UInt8>?
  private let owner: AnyObject?

  /// Bytes that live as long as `owner`.
  init(
    borrowing start: UnsafePointer<UInt8>, count: Int, lineCount: Int, owner: AnyObject?,
    addsLineBreak: Bool = false
  ) {
    self.start = start
    self.count = count
    self.lineCount = lineCount
    isLast = false
    self.addsLineBreak = addsLineBreak
    self.owner = owner
    allocation = nil
  }

  /// Bytes allocated by `malloc`, freed with the chunk.
  init(
    owning allocation: UnsafeMutablePointer<UInt8>, count: Int, lineCount: Int, isLast: Bool,
    addsLineBreak: Bool = false
  ) {
    start = UnsafePointer(allocation)
    self.count = count
    self.lineCount = lineCount
    self.isLast = isLast
    self.addsLineBreak = addsLineBreak
    self.allocation = allocation
    owner = nil
  }

  deinit { free(allocation) }

  /// The same with another number of lines.
  func counted(_ lines: Int) -> TextChunk {
    TextChunk(
      borrowing: start, count: count, lineCount: lines, owner: self, addsLineBreak: addsLineBreak)
  }

  /// All line breaks, those inside quotes too.
  var newlineCount: Int { bytes.count { $0 == UInt8(ascii: "\n") } }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
}

/// Where text comes from.
package enum TextOrigin: Sendable {
  case file(String)
  case bytes([UInt8])
}

/// A file mapped into memory, or bytes.
final class TextImage: @unchecked Sendable {
  // Invariant: the bytes are read-only after initialisation; `released` belongs to the reader.
  let start: UnsafePointer<UInt8>
  let count: Int
  let name: String?
  private let isMapped: Bool
  private var released = 0

  init(_ origin: TextOrigin) throws {
    switch origin {
    case .bytes(let bytes):
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 1)
      bytes.withUnsafeBufferPointer {
        copy.initialize(from: $0.baseAddress ?? UnsafePointer(copy), count: $0.count)
      }
      (start, count, name, isMapped) = (UnsafePointer(copy), bytes.count, nil, false)
    case .file(let path):
      (start, count, isMapped) = try Self.map(path)
      name = path
    }
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: start), count)
    } else {
      UnsafeMutablePointer(mutating: start).deallocate()
    }
  }

  var isCompressed: Bool { count >= 2 && start[0] == 0x1F && start[1] == 0x8B }

  /// Lets go of the memory that holds the bytes before this offset, in steps of 16 MB.
  func releasePages(before offset: Int) {
    let step = 1 << 24
    let end = offset / step * step
    guard isMapped, end > released else { return }
    madvise(UnsafeMutableRawPointer(mutating: start + released), end - released, MADV_DONTNEED)
    released = end
  }

  /// The same text where lines end with a carriage return alone: with line feeds instead.
  func withLineFeeds() throws -> TextImage {
    let sample = min(count, 1 << 16)
    guard !isCompressed, memchr(start, Int32(UInt8(ascii: "\n")), sample) == nil,
      memchr(start, Int32(UInt8(ascii: "\r")), sample) != nil
    else { return self }
    let bytes = UnsafeBufferPointer(start: start, count: count)
    return try TextImage(
      .bytes(bytes.map { $0 == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : $0 }))
  }

  private static func map(_ path: String) throws -> (UnsafePointer<UInt8>, Int, Bool) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code: ColumnError.Code = errno == ENOENT ? .missingFile : .unreadable
      throw ColumnError(code, String(cString: strerror(errno)), file: path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw ColumnError(.unreadable, "not a file", file: path)
    }
    if status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let address = mmap(nil, status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    {
      madvise(address, status.st_size, MADV_SEQUENTIAL)
      return (UnsafePointer(address.assumingMemoryBound(to: UInt8.self)), status.st_size, true)
    }
    return try readAll(descriptor, path)
  }

  /// Pipes and other things that cannot be mapped.
  private static func readAll(
    _ descriptor: Int32, _ path: String
  ) throws -> (UnsafePointer<UInt8>, Int, Bool) {
    var capacity = 1 << 16
    var count = 0
    var buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    while true {
      let got = read(descriptor, buffer + count, capacity - count)
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else {
        buffer.deallocate()
        throw ColumnError(.unreadable, String(cString: strerror(errno)), file: path)
      }
      if got == 0 { return (UnsafePointer(buffer), count, false) }
      count += got
      if count == capacity {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: buffer, count: count)
        buffer.deallocate()
        buffer = larger
        capacity *= 2
      }
    }
  }
}

/// The inflated bytes of a gzip image, in order; several members follow one another.
final class Inflater {
  private let image: TextImage
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var consumed = 0
  private var isFinished = false

  init(_ image: TextImage) throws {
    self.image = image
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, 15 + 32, ZLIB_VERSION, size) == Z_OK else {
      throw ColumnError(.unreadable, "cannot start decompression", file: image.name)
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Fills the buffer as far as there are bytes, and says how many were written.
  func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws -> Int {
    var written = 0
    while written < capacity, !isFinished {
      stream.pointee.next_in = UnsafeMutablePointer(mutating: image.start + consumed)
      let offered = min(image.count - consumed, 1 << 24)
      stream.pointee.avail_in = UInt32(offered)
      stream.pointee.next_out = buffer + written
      let room = min(capacity - written, 1 << 24)
      stream.pointee.avail_out = UInt32(room)
      let status = inflate(stream, Z_NO_FLUSH)
      consumed += offered - Int(stream.pointee.avail_in)
      written += room - Int(stream.pointee.avail_out)
      if status == Z_STREAM_END {
        try startNextMember()
      } else if status != Z_OK {
        let text = consumed >= image.count ? "unexpected end of" : "damaged"
        throw ColumnError(.corrupt, "\(text) compressed data", file: image.name)
      }
    }
    return written
  }

  private func startNextMember() throws {
    let rest = image.count - consumed
    guard rest >= 2, image.start[consumed] == 0x1F, image.start[consumed + 1] == 0x8B else {
      isFinished = true
      return
    }
    inflateReset(stream)
  }
}
