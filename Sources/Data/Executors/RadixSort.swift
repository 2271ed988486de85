/// Sorting by words, byte by byte from the last one.
enum RadixSort {
  private struct Item {
    var word: UInt64
    var row: Int32
  }

  /// The rows in the order of their keys, of which the first counts most; stable.
  ///
  /// `isWanted`: asked between the passes; nil when it says no.
  static func order(_ keys: [[UInt64]], count: Int, isWanted: () -> Bool) -> [Int32]? {
    var order = (0..<Int32(count)).map { $0 }
    let items = UnsafeMutablePointer<Item>.allocate(capacity: 2 * max(1, count))
    defer { items.deallocate() }
    for key in keys.reversed() {
      guard isWanted() else { return nil }
      let sorted = key.withUnsafeBufferPointer { key in
        order.withUnsafeBufferPointer { order in
          for (place, row) in order.enumerated() {
            items[place] = Item(word: key[Int(row)], row: row)
          }
        }
        return sort(items, items + count, count: count, isWanted)
      }
      guard let sorted else { return nil }
      order.withUnsafeMutableBufferPointer { order in
        for place in 0..<count { order[place] = sorted[place].row }
      }
    }
    return order
  }

  /// Sorts items with the help of as much other room; says which of both holds them then.
  private static func sort(
    _ items: UnsafeMutablePointer<Item>, _ room: UnsafeMutablePointer<Item>, count: Int,
    _ isWanted: () -> Bool
  ) -> UnsafeMutablePointer<Item>? {
    var counts = [Int](repeating: 0, count: 8 * 256)
    return counts.withUnsafeMutableBufferPointer { counts in
      for place in 0..<count {
        var word = items[place].word
        for digit in 0..<8 {
          counts[digit << 8 | Int(word & 255)] += 1
          word >>= 8
        }
      }
      var (from, to) = (items, room)
      for digit in 0..<8 {
        let own = UnsafeMutableBufferPointer(rebasing: counts[digit << 8..<(digit + 1) << 8])
        // All have the same byte here.
        if own.contains(count) { continue }
        guard isWanted() else { return nil }
        var next = 0
        for byte in 0..<256 {
          (own[byte], next) = (next, next + own[byte])
        }
        let shift = UInt64(8 * digit)
        for place in 0..<count {
          let item = from[place]
          let byte = Int(item.word >> shift & 255)
          to[own[byte]] = item
          own[byte] += 1
        }
        swap(&from, &to)
      }
      return from
    }
  }
}
