import Glibc

/// Gives each distinct string a code, counted from 0 in order of appearance.
///
/// Open addressing over one byte buffer. The codes of the last lookups are kept, since rows often
/// repeat a value: short strings are compared with them as two words.
package final class StringTable {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity = 1024
  private var byteCount = 0
  private var offsets: UnsafeMutablePointer<Int>
  private var hashes: UnsafeMutablePointer<UInt32>
  private var entryCapacity = 64
  package private(set) var count = 0
  private var slots: UnsafeMutablePointer<Int32>
  private var slotMask = 127
  private var last: Int32 = -1
  private let recent: UnsafeMutablePointer<ShortString>

  /// A string of at most 16 bytes, as words that tell it from others of its length, and its code.
  private struct ShortString {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var length: Int32 = -1
    var code: Int32 = -1
  }

  private static let recentBits = 8

  package init() {
    bytes = .allocate(capacity: byteCapacity)
    offsets = .allocate(capacity: entryCapacity + 1)
    hashes = .allocate(capacity: entryCapacity)
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: -1, count: slotMask + 1)
    recent = .allocate(capacity: 1 << Self.recentBits)
    recent.initialize(repeating: ShortString(), count: 1 << Self.recentBits)
    offsets[0] = 0
  }

  deinit {
    bytes.deallocate()
    offsets.deallocate()
    hashes.deallocate()
    slots.deallocate()
    recent.deallocate()
  }

  package func code(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard let start = text.baseAddress else { return code(start: UnsafePointer(bytes), count: 0) }
    return code(start: start, count: text.count)
  }

  @inline(__always)
  package func code(start: UnsafePointer<UInt8>, count length: Int) -> Int32 {
    guard length <= 16 else { return find(start, length) }
    let (low, high) = Self.words(start, length)
    let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    let entry = recent + Int(mixed >> UInt64(64 - Self.recentBits))
    if entry.pointee.low == low, entry.pointee.high == high, entry.pointee.length == length {
      return entry.pointee.code
    }
    let code = find(start, length)
    entry.pointee = ShortString(low: low, high: high, length: Int32(length), code: code)
    return code
  }

  /// The bytes of a short string, some of them perhaps twice.
  @inline(__always)
  private static func words(
    _ start: UnsafePointer<UInt8>, _ length: Int
  ) -> (low: UInt64, high: UInt64) {
    let bytes = UnsafeRawPointer(start)
    if length >= 8 {
      return (
        bytes.loadUnaligned(as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
      )
    }
    if length >= 4 {
      let last = bytes.loadUnaligned(fromByteOffset: length - 4, as: UInt32.self)
      return (UInt64(bytes.loadUnaligned(as: UInt32.self)) | UInt64(last) << 32, 0)
    }
    guard length > 0 else { return (0, 0) }
    let middle = UInt64(start[length / 2]) << 8
    return (UInt64(start[0]) | middle | UInt64(start[length - 1]) << 16, 0)
  }

  private func find(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    if last >= 0, matches(last, start, length) { return last }
    let hash = Self.hash(start, length)
    var slot = Int(hash) & slotMask
    while true {
      let code = slots[slot]
      if code < 0 { break }
      if hashes[Int(code)] == hash, matches(code, start, length) {
        last = code
        return code
      }
      slot = (slot + 1) & slotMask
    }
    last = insert(start, length, hash, slot)
    return last
  }

  /// Forgets all strings.
  package func removeAll() {
    count = 0
    byteCount = 0
    last = -1
    recent.update(repeating: ShortString(), count: 1 << Self.recentBits)
    slots.update(repeating: -1, count: slotMask + 1)
  }

  package func dictionary() -> StringDictionary {
    var result = StringDictionary()
    result.bytes = Array(UnsafeBufferPointer(start: bytes, count: byteCount))
    result.offsets = Array(UnsafeBufferPointer(start: offsets, count: count + 1))
    return result
  }

  @inline(__always)
  private func matches(_ code: Int32, _ start: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let offset = offsets[Int(code)]
    return offsets[Int(code) + 1] - offset == length && memcmp(bytes + offset, start, length) == 0
  }

  private func insert(
    _ start: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt32, _ slot: Int
  ) -> Int32 {
    reserve(entries: count + 1, bytes: byteCount + length)
    memcpy(bytes + byteCount, start, length)
    byteCount += length
    hashes[count] = hash
    count += 1
    offsets[count] = byteCount
    slots[slot] = Int32(count - 1)
    if count * 2 > slotMask { rehash() }
    return Int32(count - 1)
  }

  private func reserve(entries: Int, bytes needed: Int) {
    if needed > byteCapacity {
      let capacity = max(needed, byteCapacity * 2)
      bytes = Self.grow(bytes, from: byteCapacity, to: capacity)
      byteCapacity = capacity
    }
    if entries > entryCapacity {
      offsets = Self.grow(offsets, from: entryCapacity + 1, to: entryCapacity * 2 + 1)
      hashes = Self.grow(hashes, from: entryCapacity, to: entryCapacity * 2)
      entryCapacity *= 2
    }
  }

  private func rehash() {
    slots.deallocate()
    slotMask = slotMask * 4 + 3
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: -1, count: slotMask + 1)
    for code in 0..<count {
      var slot = Int(hashes[code]) & slotMask
      while slots[slot] >= 0 { slot = (slot + 1) & slotMask }
      slots[slot] = Int32(code)
    }
  }

  private static func grow<T>(
    _ old: UnsafeMutablePointer<T>, from: Int, to capacity: Int
  ) -> UnsafeMutablePointer<T> {
    let new = UnsafeMutablePointer<T>.allocate(capacity: capacity)
    new.moveInitialize(from: old, count: from)
    old.deallocate()
    return new
  }

  /// Multiply and fold, eight bytes at a time.
  private static func hash(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: length)
    var position = 0
    while position + 8 <= length {
      let word = UnsafeRawPointer(start + position).loadUnaligned(as: UInt64.self)
      state = mix(state ^ word)
      position += 8
    }
    var tail: UInt64 = 0
    while position < length {
      tail = tail << 8 | UInt64(start[position])
      position += 1
    }
    state = mix(state ^ tail)
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
