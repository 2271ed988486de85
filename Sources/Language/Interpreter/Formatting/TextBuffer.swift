import Glibc

/// A growing row of bytes: what output is built in before it is written or interned.
package final class TextBuffer {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  package private(set) var count = 0

  package init(capacity: Int = 256) {
    self.capacity = max(capacity, 64)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// The bytes so far; valid until the next change.
  package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package func removeAll() { count = 0 }

  package func truncate(to newCount: Int) { count = min(count, newCount) }

  /// Writes another decimal mark for the points behind the first `offset` bytes.
  package func replacePoints(from offset: Int, with mark: UInt8) {
    for place in offset..<max(count, offset) where start[place] == 0x2E { start[place] = mark }
  }

  /// Room for `extra` more bytes; answers where they go.
  @inline(__always)
  func reserve(_ extra: Int) -> UnsafeMutablePointer<UInt8> {
    if count + extra > capacity { grow(extra) }
    return start + count
  }

  private func grow(_ extra: Int) {
    let larger = max(capacity * 2, count + extra)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: start, count: count)
    start.deallocate()
    start = moved
    capacity = larger
  }

  /// Counts bytes that were written to the reserved room.
  @inline(__always)
  func advance(_ written: Int) { count += written }
}

// MARK: - Appending text

extension TextBuffer {
  package func appendByte(_ byte: UInt8) {
    reserve(1).pointee = byte
    advance(1)
  }

  package func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count).update(from: source, count: bytes.count)
    advance(bytes.count)
  }

  package func append(_ bytes: UnsafeRawBufferPointer) {
    append(bytes.assumingMemoryBound(to: UInt8.self))
  }

  package func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  package func append(_ text: StaticString) { text.withUTF8Buffer { append($0) } }

  package func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  package func append(repeating byte: UInt8, count: Int) {
    guard count > 0 else { return }
    reserve(count).update(repeating: byte, count: count)
    advance(count)
  }

  package func appendSpaces(_ count: Int) { append(repeating: 0x20, count: count) }

  package func append(integer: Int) { appendDigits(integer.magnitude, isNegative: integer < 0) }

  func appendDigits(_ magnitude: UInt, isNegative: Bool) {
    if isNegative { appendByte(0x2D) }
    let digits = Decimal.digitCount(UInt64(magnitude))
    Decimal.write(UInt64(magnitude), digits: digits, to: reserve(digits))
    advance(digits)
  }

  /// Inserts blanks at `position` so that what follows it is `width` bytes wide.
  package func padLeft(from position: Int, to width: Int) {
    let missing = width - (count - position)
    guard missing > 0 else { return }
    _ = reserve(missing)
    memmove(start + position + missing, start + position, count - position)
    (start + position).update(repeating: 0x20, count: missing)
    advance(missing)
  }
}
