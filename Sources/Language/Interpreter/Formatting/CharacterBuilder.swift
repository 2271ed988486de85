/// Makes a character vector from texts written one after the other.
///
/// The bytes of many elements are gathered and interned as one batch, which is several times faster than
/// one by one.
package final class CharacterBuilder {
  private static let block = 1024

  /// Where the text of the next element is written.
  package let text = TextBuffer(capacity: 1 << 14)
  private let strings: StringPool
  private let result: CharacterVector
  private var offsets: [Int] = [0]
  /// Elements of the gathered block that are handles already.
  private var known: [(place: Int, handle: StringHandle)] = []
  private var done = 0

  /// A builder of a vector of exactly `count` elements.
  package init(_ strings: StringPool, count: Int) {
    self.strings = strings
    result = CharacterVector(repeating: .empty, count: count)
    offsets.reserveCapacity(Self.block + 1)
  }

  /// Ends the element whose text was written since the last one ended.
  package func endElement() {
    offsets.append(text.count)
    if offsets.count > Self.block { flush() }
  }

  /// Appends an element that is a handle already, such as NA.
  package func append(_ handle: StringHandle) {
    known.append((done + offsets.count - 1, handle))
    endElement()
  }

  private func flush() {
    let count = min(offsets.count - 1, result.count - done)
    if count > 0, let target = result.elements.baseAddress {
      offsets.withUnsafeBufferPointer { offsets in
        strings.intern(
          UnsafeRawBufferPointer(text.bytes),
          offsets: UnsafeBufferPointer(rebasing: offsets[...count]), into: target + done)
      }
      for entry in known where entry.place < result.count {
        result.elements[entry.place] = entry.handle
      }
    }
    done += count
    known.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    offsets.append(0)
    text.removeAll()
  }

  /// The vector; elements that were not written are empty strings.
  package func finish() -> CharacterVector {
    flush()
    return result
  }
}
