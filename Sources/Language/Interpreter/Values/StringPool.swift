import Glibc

/// All strings of one interpreter, each kept once.
///
/// One reserved range of addresses holds header and bytes of every string; a handle is the offset in
/// granules of 16 bytes. The table of (hash, handle) words is probed linearly. Strings live as long as
/// the pool. Strings are UTF-8.
package final class StringPool {
  /// What stands before the bytes of a string.
  struct Header {
    var hash: UInt32
    var length: Int32
    var flags: UInt32
    /// Number of code points, or −1 while nobody asked.
    var characters: Int32
  }

  static let isASCII: UInt32 = 1
  /// The compiler has translated a use of this name as the base builtin.
  static let isInlined: UInt32 = 2

  let base: UnsafeMutableRawPointer
  private let reserved: Int
  private var used = 0
  private var table: UnsafeMutablePointer<UInt64>
  private var mask: Int
  private var count = 0
  /// What `preload` read; of no other use.
  private var preloaded: UInt64 = 0

  package init() {
    var size = 1 << 36
    var memory = Self.reserve(size)
    while memory == nil, size > 1 << 26 {
      size >>= 1
      memory = Self.reserve(size)
    }
    guard let memory else { preconditionFailure("no address space for the string pool") }
    base = memory
    reserved = size
    mask = (1 << 13) - 1
    table = .allocate(capacity: mask + 1)
    table.initialize(repeating: 0, count: mask + 1)
    // Invariant: NA is granule 0, "" granule 2, then the well-known names, two granules each.
    appendEntry(UnsafeRawBufferPointer(start: base, count: 0), hash: 0, reserveName: true)
    _ = intern("")
    for name in Symbol.wellKnown {
      _ = name.withUTF8Buffer { intern($0) }
    }
    let na: StaticString = "NA"
    na.withUTF8Buffer {
      (base + 16).copyMemory(from: $0.baseAddress.unsafelyUnwrapped, byteCount: 2)
    }
    base.assumingMemoryBound(to: Header.self).pointee.length = 2
    base.assumingMemoryBound(to: Header.self).pointee.characters = 2
  }

  deinit {
    munmap(base, reserved)
    table.deallocate()
  }

  private static func reserve(_ size: Int) -> UnsafeMutableRawPointer? {
    let memory = mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    return memory == MAP_FAILED ? nil : memory
  }
}

// MARK: - Interning

extension StringPool {
  /// The handle of these bytes, which must be UTF-8.
  package func intern(_ bytes: UnsafeRawBufferPointer) -> StringHandle {
    let hash = Self.hash(bytes)
    var probe = Int(hash) & mask
    while true {
      let entry = table[probe]
      if entry == 0 { break }
      if UInt32(truncatingIfNeeded: entry >> 32) == hash {
        let id = UInt32(truncatingIfNeeded: entry)
        let header = self.header(id)
        if Int(header.pointee.length) == bytes.count {
          guard let source = bytes.baseAddress, bytes.count > 0,
            memcmp(header + 1, source, bytes.count) != 0
          else { return StringHandle(id: id) }
        }
      }
      probe = (probe &+ 1) & mask
    }
    let id = appendEntry(bytes, hash: hash, reserveName: false)
    table[probe] = UInt64(hash) << 32 | UInt64(id)
    count += 1
    if count * 2 > mask { grow() }
    return StringHandle(id: id)
  }

  package func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> StringHandle {
    intern(UnsafeRawBufferPointer(bytes))
  }

  package func intern(_ text: String) -> StringHandle {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  package func intern(_ text: StaticString) -> StringHandle { text.withUTF8Buffer { intern($0) } }

  package func symbol(_ text: String) -> Symbol { Symbol(intern(text)) }

  /// Interns many strings that lie end to end in `bytes`; string k is `offsets[k]..<offsets[k + 1]`.
  ///
  /// Works in batches so that the cache misses of the table and of the headers overlap.
  package func intern(
    _ bytes: UnsafeRawBufferPointer, offsets: UnsafeBufferPointer<Int>,
    into result: UnsafeMutablePointer<StringHandle>
  ) {
    let total = offsets.count - 1
    var touched: UInt64 = 0
    var start = 0
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { hashes in
      while start < total {
        let size = min(64, total - start)
        for k in 0..<size {
          hashes[k] = Self.hash(slice(bytes, offsets, start + k))
        }
        for k in 0..<size { touched &+= table[Int(hashes[k]) & mask] }
        for k in 0..<size {
          let entry = table[Int(hashes[k]) & mask]
          touched &+= UInt64(header(UInt32(truncatingIfNeeded: entry)).pointee.hash)
        }
        for k in 0..<size { result[start + k] = intern(slice(bytes, offsets, start + k)) }
        start += size
      }
    }
    if touched == 1 { count += 0 }
  }

  private func slice(
    _ bytes: UnsafeRawBufferPointer, _ offsets: UnsafeBufferPointer<Int>, _ k: Int
  ) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[offsets[k]..<offsets[k + 1]])
  }

  @discardableResult
  private func appendEntry(
    _ bytes: UnsafeRawBufferPointer, hash: UInt32, reserveName: Bool
  ) -> UInt32 {
    let room = max(32, 16 + (bytes.count + 15) & ~15)
    // Too long for a string of R, or one string too many.
    if bytes.count > Int32.max || used + room > reserved { Room.isExhausted(bytes.count) }
    let id = UInt32(used >> 4)
    let place = base + used
    used += room
    var ascii = Self.isASCII
    for byte in bytes where byte >= 0x80 {
      ascii = 0
      break
    }
    place.assumingMemoryBound(to: Header.self).initialize(
      to: Header(
        hash: hash, length: Int32(bytes.count), flags: ascii,
        characters: ascii != 0 ? Int32(bytes.count) : -1))
    if bytes.count > 0 {
      (place + 16).copyMemory(from: bytes.baseAddress.unsafelyUnwrapped, byteCount: bytes.count)
    }
    return id
  }

  private func grow() {
    let old = UnsafeMutableBufferPointer(start: table, count: mask + 1)
    mask = mask * 2 + 1
    table = .allocate(capacity: mask + 1)
    table.initialize(repeating: 0, count: mask + 1)
    for entry in old where entry != 0 {
      var probe = Int(entry >> 32) & mask
      while table[probe] != 0 { probe = (probe &+ 1) & mask }
      table[probe] = entry
    }
    old.deallocate()
  }

  /// A multiplicative mix over 8-byte words.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var state = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var rest = bytes.count
    var place = bytes.baseAddress
    while rest >= 8, let here = place {
      state = mix(state ^ here.loadUnaligned(as: UInt64.self))
      place = here + 8
      rest -= 8
    }
    var tail: UInt64 = 0
    if rest > 0, let here = place { memcpy(&tail, here, rest) }
    state = mix(state ^ tail)
    return UInt32(truncatingIfNeeded: state >> 32) | 1
  }

  @inline(__always)
  private static func mix(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}

// MARK: - Reading

extension StringPool {
  @inline(__always)
  func header(_ id: UInt32) -> UnsafeMutablePointer<Header> {
    (base + Int(id) << 4).assumingMemoryBound(to: Header.self)
  }

  /// The UTF-8 bytes of a string; valid as long as the pool.
  ///
  /// `NA` reads as the two bytes "NA".
  package func bytes(_ handle: StringHandle) -> UnsafeBufferPointer<UInt8> {
    let header = self.header(handle.id)
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(header + 1).assumingMemoryBound(to: UInt8.self),
      count: Int(header.pointee.length))
  }

  /// Reads the beginnings of many strings, so that the misses of the cache overlap and whoever reads
  /// the strings next finds them there.
  package func preload(_ handles: Slice<UnsafeBufferPointer<StringHandle>>) {
    var read: UInt64 = 0
    for handle in UnsafeBufferPointer(rebasing: handles) {
      read &+= UInt64(header(handle.id).pointee.hash)
    }
    preloaded &+= read
  }

  package func bytes(_ symbol: Symbol) -> UnsafeBufferPointer<UInt8> { bytes(symbol.handle) }

  /// The string as Swift text.
  package func text(_ handle: StringHandle) -> String {
    String(decoding: bytes(handle), as: UTF8.self)
  }

  package func text(_ symbol: Symbol) -> String { text(symbol.handle) }

  package func isASCII(_ handle: StringHandle) -> Bool {
    header(handle.id).pointee.flags & Self.isASCII != 0
  }

  /// The number of code points.
  package func characterCount(_ handle: StringHandle) -> Int {
    let header = self.header(handle.id)
    if header.pointee.characters >= 0 { return Int(header.pointee.characters) }
    var count: Int32 = 0
    for byte in bytes(handle) where byte & 0xC0 != 0x80 { count += 1 }
    header.pointee.characters = count
    return Int(count)
  }

  func hasFlag(_ flag: UInt32, _ symbol: Symbol) -> Bool {
    header(symbol.id).pointee.flags & flag != 0
  }

  func setFlag(_ flag: UInt32, _ symbol: Symbol) { header(symbol.id).pointee.flags |= flag }
}
