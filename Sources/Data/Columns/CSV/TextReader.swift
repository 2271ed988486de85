import Glibc

/// Cuts a text file, plain or compressed, into chunks of whole records.
///
/// Not for several threads at once.
final class TextReader: @unchecked Sendable {
  // Invariant: used by one thread at a time; the pipeline that owns it sees to that.
  let image: TextImage
  private let splitter: RecordSplitter
  private let inflater: Inflater?
  private var position = 0
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var returned: [TextChunk] = []
  /// Pages of a mapped file that lie farther behind than this are given back to the system.
  ///
  /// They come again when somebody still looks at them.
  private static let keptBehind = 1 << 25

  init(_ origin: TextOrigin, dialect: CSVDialect) throws {
    image = try TextImage(origin).withLineFeeds()
    splitter = RecordSplitter(dialect: dialect)
    inflater = image.isCompressed ? try Inflater(image) : nil
    if inflater == nil, image.count >= 3, image.start[0] == 0xEF, image.start[1] == 0xBB,
      image.start[2] == 0xBF
    {
      position = 3
    }
  }

  /// Records of about `size` bytes and at most `limit` lines; nil at the end.
  func next(size: Int, limit: Int = .max) throws -> TextChunk? {
    if let chunk = returned.popLast() { return head(of: chunk, limit: limit) }
    return inflater == nil ? nextMapped(size: size, limit: limit) : try nextInflated(size, limit)
  }

  /// Gives a chunk back: it comes again as the next.
  func putBack(_ chunk: TextChunk) {
    returned.append(chunk)
  }

  var returnedCount: Int { returned.count }

  /// Has this chunk come next, above the first `depth` of those put back.
  func reset(to chunk: TextChunk, above depth: Int) {
    returned.removeLast(max(0, returned.count - depth))
    returned.append(chunk)
  }

  /// The first lines of a chunk; the others are put back.
  private func head(of chunk: TextChunk, limit: Int) -> TextChunk {
    guard chunk.lineCount > limit, let (offset, lines) = splitter.split(chunk.bytes, limit: limit),
      offset < chunk.count
    else { return chunk }
    putBack(
      TextChunk(
        borrowing: chunk.start + offset, count: chunk.count - offset,
        lineCount: chunk.lineCount - lines, owner: chunk))
    return TextChunk(borrowing: chunk.start, count: offset, lineCount: lines, owner: chunk)
  }

  /// Skips so many lines, quoted or not.
  func skipLines(_ count: Int) throws {
    for _ in 0..<max(0, count) {
      guard try next(size: 1 << 16, limit: 1) != nil else { return }
    }
  }

  private func nextMapped(size: Int, limit: Int) -> TextChunk? {
    var size = size
    while position < image.count {
      let available = min(size, image.count - position)
      let bytes = UnsafeBufferPointer(start: image.start + position, count: available)
      if let (offset, lines) = splitter.split(bytes, limit: limit) {
        let start = image.start + position
        position += offset
        image.releasePages(before: position - Self.keptBehind)
        return TextChunk(borrowing: start, count: offset, lineCount: lines, owner: image)
      }
      if position + available == image.count {
        position = image.count
        return terminated(bytes)
      }
      size *= 2
    }
    return nil
  }

  /// The last record, which lacks its line break.
  private func terminated(_ bytes: UnsafeBufferPointer<UInt8>) -> TextChunk? {
    guard let start = bytes.baseAddress, let copy = Self.allocate(bytes.count + 1) else {
      return nil
    }
    memcpy(copy, start, bytes.count)
    copy[bytes.count] = UInt8(ascii: "\n")
    return TextChunk(owning: copy, count: bytes.count + 1, lineCount: 1)
  }

  private func nextInflated(_ size: Int, _ limit: Int) throws -> TextChunk? {
    guard let inflater else { return nil }
    var capacity = max(size, rest.count)
    guard var buffer = Self.allocate(capacity + 1) else { return nil }
    var count = rest.count
    rest.withUnsafeBytes { if let start = $0.baseAddress { memcpy(buffer, start, $0.count) } }
    while true {
      do {
        if !isAtEnd {
          let got = try inflater.read(into: buffer + count, capacity: capacity - count)
          isAtEnd = count + got < capacity
          count = dropMark(buffer, count, got)
        }
      } catch {
        free(buffer)
        throw error
      }
      let bytes = UnsafeBufferPointer(start: UnsafePointer(buffer), count: count)
      if let (offset, lines) = splitter.split(bytes, limit: limit) {
        rest = Array(bytes[offset...])
        return TextChunk(owning: buffer, count: offset, lineCount: lines)
      }
      if isAtEnd {
        rest = []
        guard count > 0 else {
          free(buffer)
          return nil
        }
        buffer[count] = UInt8(ascii: "\n")
        return TextChunk(owning: buffer, count: count + 1, lineCount: 1)
      }
      capacity *= 2
      guard let larger = realloc(buffer, capacity + 1) else { return nil }
      buffer = larger.assumingMemoryBound(to: UInt8.self)
    }
  }

  /// Removes a byte order mark from the very first bytes.
  private func dropMark(_ buffer: UnsafeMutablePointer<UInt8>, _ before: Int, _ got: Int) -> Int {
    let isFirst = position == 0
    position += got
    guard isFirst, before == 0, got >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF
    else { return before + got }
    memmove(buffer, buffer + 3, got - 3)
    return got - 3
  }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8>? {
    malloc(count)?.assumingMemoryBound(to: UInt8.self)
  }
}
