// Tables for finding equal elements: what `unique`, `duplicated` and `match` are made of.
//
// Elements become keys first: 32-bit words (integers, logicals, string handles) or 64-bit words (doubles
// in a canonical form). Words that span a small range mark bits of a map; others go to an open
// hash table with linear probing, at most half full.

/// The bit pattern by which doubles are equal: one zero, one NA, one NaN.
@inline(__always)
func canonicalKey(_ number: Double) -> UInt64 {
  if number == 0 { return 0 }
  if number.isNaN {
    return UInt32(truncatingIfNeeded: number.bitPattern) == 1954
      ? 0x7FF0_0000_0000_07A2 : 0x7FF8_0000_0000_0000
  }
  return number.bitPattern
}

@inline(__always)
func spread(_ word: UInt32) -> UInt32 { (word ^ (word >> 15)) &* 0x9E37_79B1 }

@inline(__always)
func spread(_ word: UInt64) -> UInt64 {
  let mixed = (word ^ (word >> 32)) &* 0x9E37_79B9_7F4A_7C15
  return mixed ^ (mixed >> 29)
}

/// The smallest and the largest of the words, as unsigned numbers.
func wordRange(_ words: UnsafeBufferPointer<UInt32>) -> (low: UInt32, high: UInt32) {
  var low = UInt32.max
  var high: UInt32 = 0
  for word in words {
    low = min(low, word)
    high = max(high, word)
  }
  return (low, high)
}

/// Marks what has occurred before.
enum Occurrences {
  /// Sets `isRepeat[k]` to 1 if the word at `k` stands before it (behind it if `fromLast`).
  static func mark(
    _ words: UnsafeBufferPointer<UInt32>, fromLast: Bool,
    _ isRepeat: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard words.count > 0 else { return }
    let (low, high) = wordRange(words)
    let span = Int(high - low) + 1
    if span <= 64 * words.count + 4096 {
      markInMap(words, low, span, fromLast, isRepeat)
    } else {
      markInTable(words, fromLast, isRepeat)
    }
  }

  private static func markInMap(
    _ words: UnsafeBufferPointer<UInt32>, _ low: UInt32, _ span: Int, _ fromLast: Bool,
    _ isRepeat: UnsafeMutableBufferPointer<UInt8>
  ) {
    let size = span / 64 + 1
    let map = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    map.initialize(repeating: 0, count: size)
    defer { map.deallocate() }
    var place = fromLast ? words.count - 1 : 0
    let step = fromLast ? -1 : 1
    for _ in 0..<words.count {
      let word = words[place] &- low
      let bit: UInt64 = 1 << UInt64(word & 63)
      let old = map[Int(word >> 6)]
      isRepeat[place] = old & bit != 0 ? 1 : 0
      map[Int(word >> 6)] = old | bit
      place += step
    }
  }

  private static func markInTable(
    _ words: UnsafeBufferPointer<UInt32>, _ fromLast: Bool,
    _ isRepeat: UnsafeMutableBufferPointer<UInt8>
  ) {
    let bits = tableBits(words.count)
    let mask = (1 << bits) - 1
    // The word 0 stands for an empty place, so the word 0 itself is kept apart.
    let table = UnsafeMutablePointer<UInt32>.allocate(capacity: mask + 1)
    table.initialize(repeating: 0, count: mask + 1)
    defer { table.deallocate() }
    var hasZero = false
    var place = fromLast ? words.count - 1 : 0
    let step = fromLast ? -1 : 1
    for _ in 0..<words.count {
      let word = words[place]
      if word == 0 {
        isRepeat[place] = hasZero ? 1 : 0
        hasZero = true
      } else {
        var probe = Int(spread(word) >> UInt32(32 - bits))
        while table[probe] != 0, table[probe] != word { probe = (probe &+ 1) & mask }
        isRepeat[place] = table[probe] == word ? 1 : 0
        table[probe] = word
      }
      place += step
    }
  }

  static func mark(
    _ numbers: UnsafeBufferPointer<Double>, fromLast: Bool,
    _ isRepeat: UnsafeMutableBufferPointer<UInt8>
  ) {
    let bits = tableBits(numbers.count)
    let mask = (1 << bits) - 1
    // No canonical key has this value: it is a NaN of another payload.
    let free: UInt64 = 0xFFFF_FFFF_FFFF_FFFF
    let table = UnsafeMutablePointer<UInt64>.allocate(capacity: mask + 1)
    table.initialize(repeating: free, count: mask + 1)
    defer { table.deallocate() }
    var place = fromLast ? numbers.count - 1 : 0
    let step = fromLast ? -1 : 1
    for _ in 0..<numbers.count {
      let key = canonicalKey(numbers[place])
      var probe = Int(truncatingIfNeeded: spread(key)) & mask
      while table[probe] != free, table[probe] != key { probe = (probe &+ 1) & mask }
      isRepeat[place] = table[probe] == key ? 1 : 0
      table[probe] = key
      place += step
    }
  }

  /// Bits of a table that is at most half full; at most 31.
  static func tableBits(_ count: Int) -> Int {
    var bits = 4
    while 1 << bits < 2 * count, bits < 31 { bits += 1 }
    return bits
  }
}

/// Finds the first place of each key of `table`.
enum Positions {
  /// `result[k]` becomes the place (from 1) of `words[k]` in `table`, or `absent`.
  static func find(
    _ words: UnsafeBufferPointer<UInt32>, in table: UnsafeBufferPointer<UInt32>, absent: Int32,
    _ result: UnsafeMutableBufferPointer<Int32>
  ) {
    guard table.count > 0 else { return result.update(repeating: absent) }
    if words.count <= 4 { return scan(words, table, absent, result) }
    let (low, high) = wordRange(table)
    let span = Int(high - low) + 1
    if span <= 8 * (table.count + words.count) + 4096 {
      findInMap(words, table, low, span, absent, result)
    } else {
      findInTable(words, table, absent, result)
    }
  }

  private static func scan(
    _ words: UnsafeBufferPointer<UInt32>, _ table: UnsafeBufferPointer<UInt32>, _ absent: Int32,
    _ result: UnsafeMutableBufferPointer<Int32>
  ) {
    for k in 0..<words.count {
      let word = words[k]
      var place = 0
      while place < table.count, table[place] != word { place += 1 }
      result[k] = place < table.count ? Int32(truncatingIfNeeded: place + 1) : absent
    }
  }

  private static func findInMap(
    _ words: UnsafeBufferPointer<UInt32>, _ table: UnsafeBufferPointer<UInt32>, _ low: UInt32,
    _ span: Int, _ absent: Int32, _ result: UnsafeMutableBufferPointer<Int32>
  ) {
    let map = UnsafeMutablePointer<Int32>.allocate(capacity: span)
    map.initialize(repeating: absent, count: span)
    defer { map.deallocate() }
    for k in stride(from: table.count - 1, through: 0, by: -1) {
      map[Int(table[k] &- low)] = Int32(truncatingIfNeeded: k + 1)
    }
    for k in 0..<words.count {
      let place = Int(words[k] &- low)
      result[k] = place < span ? map[place] : absent
    }
  }

  private static func findInTable(
    _ words: UnsafeBufferPointer<UInt32>, _ table: UnsafeBufferPointer<UInt32>, _ absent: Int32,
    _ result: UnsafeMutableBufferPointer<Int32>
  ) {
    let bits = Occurrences.tableBits(table.count)
    let mask = (1 << bits) - 1
    // An entry is the word and its place counted from 1; 0 is a free entry.
    let entries = UnsafeMutablePointer<UInt64>.allocate(capacity: mask + 1)
    entries.initialize(repeating: 0, count: mask + 1)
    defer { entries.deallocate() }
    for k in 0..<table.count {
      let word = table[k]
      var probe = Int(spread(word) >> UInt32(32 - bits))
      while entries[probe] != 0, UInt32(truncatingIfNeeded: entries[probe] >> 32) != word {
        probe = (probe &+ 1) & mask
      }
      if entries[probe] == 0 { entries[probe] = UInt64(word) << 32 | UInt64(k + 1) }
    }
    for k in 0..<words.count {
      let word = words[k]
      var probe = Int(spread(word) >> UInt32(32 - bits))
      while entries[probe] != 0, UInt32(truncatingIfNeeded: entries[probe] >> 32) != word {
        probe = (probe &+ 1) & mask
      }
      let entry = entries[probe]
      result[k] = entry == 0 ? absent : Int32(truncatingIfNeeded: entry & 0xFFFF_FFFF)
    }
  }

  static func find(
    _ numbers: UnsafeBufferPointer<Double>, in table: UnsafeBufferPointer<Double>, absent: Int32,
    _ result: UnsafeMutableBufferPointer<Int32>
  ) {
    guard table.count > 0 else { return result.update(repeating: absent) }
    let bits = Occurrences.tableBits(table.count)
    let mask = (1 << bits) - 1
    let entries = UnsafeMutablePointer<Int32>.allocate(capacity: mask + 1)
    entries.initialize(repeating: 0, count: mask + 1)
    defer { entries.deallocate() }
    for k in 0..<table.count {
      let key = canonicalKey(table[k])
      var probe = Int(truncatingIfNeeded: spread(key)) & mask
      while entries[probe] != 0, canonicalKey(table[Int(entries[probe]) - 1]) != key {
        probe = (probe &+ 1) & mask
      }
      if entries[probe] == 0 { entries[probe] = Int32(truncatingIfNeeded: k + 1) }
    }
    for k in 0..<numbers.count {
      let key = canonicalKey(numbers[k])
      var probe = Int(truncatingIfNeeded: spread(key)) & mask
      while entries[probe] != 0, canonicalKey(table[Int(entries[probe]) - 1]) != key {
        probe = (probe &+ 1) & mask
      }
      result[k] = entries[probe] == 0 ? absent : entries[probe]
    }
  }
}

/// Groups of equal keys of any hashable type, for the types that are rare in large vectors.
enum HashedKeys {
  static func mark<Key: Hashable>(
    _ keys: [Key], fromLast: Bool, _ isRepeat: UnsafeMutableBufferPointer<UInt8>
  ) {
    var seen = Set<Key>()
    for k in fromLast ? Array(keys.indices.reversed()) : Array(keys.indices) {
      isRepeat[k] = seen.insert(keys[k]).inserted ? 0 : 1
    }
  }

  static func find<Key: Hashable>(
    _ keys: [Key], in table: [Key], absent: Int32, _ result: UnsafeMutableBufferPointer<Int32>
  ) {
    var places: [Key: Int32] = [:]
    for (k, key) in table.enumerated() where places[key] == nil { places[key] = Int32(k + 1) }
    for (k, key) in keys.enumerated() { result[k] = places[key] ?? absent }
  }
}
