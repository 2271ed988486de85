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
  /// Inflated bytes that were only looked at.
  private var peeked: [UInt8]?
  /// 64 times the bytes of a record, generously.
  private var recordSize = 64 * 100
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
    try inflater == nil
      ? nextMapped(size) { self.splitter.split($0, limit: limit) }
      : nextInflated(size) { self.splitter.split($0, limit: limit) }
  }

  /// Exactly so many records, blank lines among them; fewer only at the end, where it is nil when
  /// nothing is left.
  ///
  /// Its `lineCount` is the number of records.
  func next(records: Int) throws -> TextChunk? {
    let size = max(1 << 16, recordSize * records / 64)
    let whole = { (bytes: UnsafeBufferPointer<UInt8>) -> (offset: Int, lines: Int)? in
      let (offset, found) = self.splitter.records(bytes, limit: records)
      return found == records ? (offset, found) : nil
    }
    let chunk = try inflater == nil ? nextMapped(size, whole) : nextInflated(size, whole)
    guard let chunk else { return nil }
    if !chunk.isLast {
      recordSize = chunk.count * 80 / max(1, records) + 1
      return chunk
    }
    return chunk.counted(splitter.records(chunk.bytes, limit: .max).records)
  }

  /// What `body` reads comes again afterwards.
  func peek<Result>(_ body: () throws -> Result) rethrows -> Result {
    let start = position
    peeked = []
    defer {
      if inflater == nil { position = start } else { rest = (peeked ?? []) + rest }
      peeked = nil
    }
    return try body()
  }

  /// Skips so many lines, quoted or not.
  func skipLines(_ count: Int) throws {
    for _ in 0..<max(0, count) {
      guard try next(size: 1 << 16, limit: 1) != nil else { return }
    }
  }

  private typealias Split = (UnsafeBufferPointer<UInt8>) -> (offset: Int, lines: Int)?

  private func nextMapped(_ size: Int, _ split: Split) -> TextChunk? {
    var size = size
    while position < image.count {
      let available = min(size, image.count - position)
      let bytes = UnsafeBufferPointer(start: image.start + position, count: available)
      if let (offset, lines) = split(bytes) {
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

  /// The last records, of which the very last may lack its line break.
  private func terminated(_ bytes: UnsafeBufferPointer<UInt8>) -> TextChunk? {
    guard let start = bytes.baseAddress, let copy = Self.allocate(bytes.count + 1) else {
      return nil
    }
    memcpy(copy, start, bytes.count)
    copy[bytes.count] = UInt8(ascii: "\n")
    let count = bytes.last == UInt8(ascii: "\n") ? bytes.count : bytes.count + 1
    return TextChunk(
      owning: copy, count: count, lineCount: 1, isLast: true, addsLineBreak: count > bytes.count)
  }

  private func nextInflated(_ size: Int, _ split: Split) throws -> TextChunk? {
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
      if let (offset, lines) = split(bytes) {
        rest = Array(bytes[offset...])
        peeked?.append(contentsOf: bytes[..<offset])
        return TextChunk(owning: buffer, count: offset, lineCount: lines, isLast: false)
      }
      if isAtEnd {
        rest = []
        guard count > 0 else {
          free(buffer)
          return nil
        }
        peeked?.append(contentsOf: bytes)
        let addsLineBreak = bytes.last != UInt8(ascii: "\n")
        if addsLineBreak {
          buffer[count] = UInt8(ascii: "\n")
          count += 1
        }
        return TextChunk(
          owning: buffer, count: count, lineCount: 1, isLast: true, addsLineBreak: addsLineBreak)
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
