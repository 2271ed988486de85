import Glibc

/// Gives each distinct string a code, counted from 0 in order of appearance.
///
/// Open addressing over one byte buffer. The codes of the last lookups are kept, since neighbouring
/// rows often repeat a value.
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

  package init() {
    bytes = .allocate(capacity: byteCapacity)
    offsets = .allocate(capacity: entryCapacity + 1)
    hashes = .allocate(capacity: entryCapacity)
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: -1, count: slotMask + 1)
    offsets[0] = 0
  }

  deinit {
    bytes.deallocate()
    offsets.deallocate()
    hashes.deallocate()
    slots.deallocate()
  }

  package func code(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard let start = text.baseAddress else { return code(start: UnsafePointer(bytes), count: 0) }
    return code(start: start, count: text.count)
  }

  package func code(start: UnsafePointer<UInt8>, count length: Int) -> Int32 {
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
