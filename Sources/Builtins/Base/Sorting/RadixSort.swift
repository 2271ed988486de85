// Sorting by digits: stable, without comparisons.
//
// Numbers become unsigned keys of the same order. A pass sorts by one byte, the lowest first, from one
// buffer into another; passes over a byte that all keys share are left out.

import ApusInterpreter

/// A key and where it came from.
struct KeyedPlace {
  var key: UInt64
  var place: UInt32
}

enum RadixSort {
  /// How often each value of each of the eight bytes occurs.
  private typealias Tallies = UnsafeMutablePointer<UInt32>

  /// Sorts keys; the buffer is rearranged in place.
  static func sort(_ keys: UnsafeMutableBufferPointer<UInt64>, until stop: StopSignal) {
    guard keys.count > 1, let base = keys.baseAddress else { return }
    if keys.count < 64 { return insertionSort(keys) }
    let spare = UnsafeMutablePointer<UInt64>.allocate(capacity: keys.count)
    let tallies = newTallies()
    defer {
      spare.deallocate()
      tallies.deallocate()
    }
    for k in 0..<keys.count { tally(base[k], tallies) }
    var source = base
    var target = spare
    for byte in 0..<8 where !isConstant(tallies, byte, base[0], keys.count) {
      let shift = UInt64(byte * 8)
      let isDone = scatter(source, target, keys.count, tallies + byte * 256, stop) {
        Int(($0 >> shift) & 0xFF)
      }
      guard isDone else { break }
      swap(&source, &target)
    }
    if source != base { base.update(from: source, count: keys.count) }
  }

  /// Sorts pairs by key, keeping the order of equal keys; the result is in one of the two buffers.
  static func sort(
    _ items: UnsafeMutablePointer<KeyedPlace>, spare: UnsafeMutablePointer<KeyedPlace>, count: Int,
    until stop: StopSignal
  ) -> UnsafeMutablePointer<KeyedPlace> {
    guard count > 1 else { return items }
    let tallies = newTallies()
    defer { tallies.deallocate() }
    for k in 0..<count { tally(items[k].key, tallies) }
    let first = items[0].key
    var source = items
    var target = spare
    for byte in 0..<8 where !isConstant(tallies, byte, first, count) {
      let shift = UInt64(byte * 8)
      let isDone = scatter(source, target, count, tallies + byte * 256, stop) {
        Int(($0.key >> shift) & 0xFF)
      }
      guard isDone else { break }
      swap(&source, &target)
    }
    return source
  }

  /// Sorts words that hold a key of 32 bits in their upper half by that half only.
  static func sortByUpperHalf(
    _ words: UnsafeMutablePointer<UInt64>, spare: UnsafeMutablePointer<UInt64>, count: Int,
    until stop: StopSignal
  ) -> UnsafeMutablePointer<UInt64> {
    guard count > 1 else { return words }
    let tallies = newTallies()
    defer { tallies.deallocate() }
    for k in 0..<count {
      let word = words[k]
      tallies[1024 + Int((word >> 32) & 0xFF)] &+= 1
      tallies[1280 + Int((word >> 40) & 0xFF)] &+= 1
      tallies[1536 + Int((word >> 48) & 0xFF)] &+= 1
      tallies[1792 + Int(word >> 56)] &+= 1
    }
    let first = words[0]
    var source = words
    var target = spare
    for byte in 4..<8 where !isConstant(tallies, byte, first, count) {
      let shift = UInt64(byte * 8)
      let isDone = scatter(source, target, count, tallies + byte * 256, stop) {
        Int(($0 >> shift) & 0xFF)
      }
      guard isDone else { break }
      swap(&source, &target)
    }
    return source
  }

  private static func newTallies() -> Tallies {
    let tallies = Tallies.allocate(capacity: 8 * 256)
    tallies.initialize(repeating: 0, count: 8 * 256)
    return tallies
  }

  /// Moves items to where their digit belongs; false if it was stopped before the end.
  @inline(__always)
  private static func scatter<Item>(
    _ source: UnsafeMutablePointer<Item>, _ target: UnsafeMutablePointer<Item>, _ count: Int,
    _ tallies: Tallies, _ stop: StopSignal, _ digit: (Item) -> Int
  ) -> Bool {
    var offset: UInt32 = 0
    for value in 0..<256 {
      let size = tallies[value]
      tallies[value] = offset
      offset &+= size
    }
    var start = 0
    while start < count {
      if stop.isRaised { return false }
      let end = min(start + 1 << 20, count)
      for k in start..<end {
        let item = source[k]
        let value = digit(item)
        target[Int(tallies[value])] = item
        tallies[value] &+= 1
      }
      start = end
    }
    return true
  }

  @inline(__always)
  private static func tally(_ key: UInt64, _ tallies: Tallies) {
    tallies[Int(key & 0xFF)] &+= 1
    tallies[256 + Int((key >> 8) & 0xFF)] &+= 1
    tallies[512 + Int((key >> 16) & 0xFF)] &+= 1
    tallies[768 + Int((key >> 24) & 0xFF)] &+= 1
    tallies[1024 + Int((key >> 32) & 0xFF)] &+= 1
    tallies[1280 + Int((key >> 40) & 0xFF)] &+= 1
    tallies[1536 + Int((key >> 48) & 0xFF)] &+= 1
    tallies[1792 + Int(key >> 56)] &+= 1
  }

  @inline(__always)
  private static func isConstant(
    _ tallies: Tallies, _ byte: Int, _ sample: UInt64, _ count: Int
  ) -> Bool {
    let digit = Int((sample >> UInt64(byte * 8)) & 0xFF)
    return Int(tallies[byte * 256 + digit]) == count
  }

  private static func insertionSort(_ keys: UnsafeMutableBufferPointer<UInt64>) {
    for k in 1..<keys.count {
      let key = keys[k]
      var place = k
      while place > 0, keys[place - 1] > key {
        keys[place] = keys[place - 1]
        place -= 1
      }
      keys[place] = key
    }
  }
}

// MARK: - Keys

/// How the elements of one vector are to be ordered.
struct SortDirection {
  var isDecreasing = false
  var putsMissingFirst = false

  /// The key of a double: finite keys lie strictly between those of missing values.
  @inline(__always)
  func key(_ number: Double) -> UInt64 {
    if number.isNaN { return putsMissingFirst ? 0 : .max }
    // Adding zero turns −0 into 0.
    let bits = (number + 0).bitPattern
    let key = bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    return isDecreasing ? ~key : key
  }

  @inline(__always)
  func key(_ number: Int32) -> UInt32 {
    if number.isMissing { return putsMissingFirst ? 0 : .max }
    // 1 ... 2^32 − 1 in ascending order of the numbers.
    let rank = UInt32(bitPattern: number) ^ 0x8000_0000
    let key = isDecreasing ? 0 &- rank : rank
    return putsMissingFirst ? key : key &- 1
  }
}

/// The number whose ascending key this is.
@inline(__always)
func number(ofKey key: UInt64) -> Double {
  Double(bitPattern: key >> 63 == 1 ? key & ~(1 << 63) : ~key)
}
