import ApusColumns
import Glibc

/// What rows are sorted by.
package struct SortOrder: Sendable {
  package struct Key: Sendable {
    package let name: String
    package let isDecreasing: Bool

    package init(_ name: String, isDecreasing: Bool = false) {
      self.name = name
      self.isDecreasing = isDecreasing
    }
  }

  package var keys: [Key]
  /// Whether missing values are less than all others, not more.
  package var missingsLow = true
  package var ignoresCase = true

  package init(_ keys: [Key]) {
    self.keys = keys
  }
}

/// The keys of some rows, ready to be compared, also with those of other batches.
package struct SortKeys: Sendable {
  /// By keys: numbers that are in the order of the cells, of text those of its first bytes.
  let words: [[UInt64]]
  /// By keys: the texts whose first bytes are in `words`; nil for other cells.
  private let texts: [KeyTexts?]
  package let rowCount: Int

  package init(_ batch: ColumnBatch, _ order: SortOrder) throws {
    let columns = try order.keys.map { key in
      guard let values = batch[key.name] else {
        throw ColumnError(.unknownColumn, "is not in the data", column: key.name)
      }
      return Self.column(values, order, isDecreasing: key.isDecreasing)
    }
    words = columns.map(\.words)
    texts = columns.map(\.texts)
    rowCount = batch.rowCount
  }

  private init(_ words: [[UInt64]], _ texts: [KeyTexts?], rowCount: Int) {
    (self.words, self.texts, self.rowCount) = (words, texts, rowCount)
  }

  private static func column(
    _ values: ColumnValues, _ order: SortOrder, isDecreasing: Bool
  ) -> (words: [UInt64], texts: KeyTexts?) {
    let missing: UInt64 = order.missingsLow ? 0 : .max
    let flip: UInt64 = isDecreasing ? .max : 0
    switch values {
    case .double(let cells), .date(let cells), .dateTime(let cells):
      let words = cells.map { cell -> UInt64 in
        if cell.isNaN { return missing ^ flip }
        let bits = (cell + 0).bitPattern
        return (bits >> 63 == 1 ? ~bits : bits | 1 << 63) ^ flip
      }
      return (words, nil)
    case .logical(let cells), .integer(let cells), .factor(let cells, _):
      let words = cells.map { cell -> UInt64 in
        (cell == missingInteger ? missing : UInt64(Int64(cell) + (1 << 32))) ^ flip
      }
      return (words, nil)
    case .string(let column):
      let texts = KeyTexts(column.compacted(), order, isDecreasing: isDecreasing)
      return (texts.words(missing: missing), texts)
    }
  }

  /// The keys of some rows only, in the given order.
  func rows(at places: [Int32]) -> SortKeys {
    let kept = words.map { words in
      words.withUnsafeBufferPointer { words in places.map { words[Int($0)] } }
    }
    return SortKeys(kept, texts.map { $0?.rows(at: places) }, rowCount: places.count)
  }

  /// Whether there is text among the keys.
  var hasTexts: Bool { texts.contains { $0 != nil } }

  /// How many keys are compared by their words only, the first text among them.
  var plainWidth: Int { texts.firstIndex { $0 != nil }.map { $0 + 1 } ?? words.count }

  /// The words of the first keys, row by row.
  func firstWords() -> [UInt64] {
    let width = plainWidth
    if width == 1 { return words[0] }
    return [UInt64](unsafeUninitializedCapacity: rowCount * width) { target, count in
      for key in 0..<width {
        words[key].withUnsafeBufferPointer { words in
          for row in 0..<rowCount { target[row * width + key] = words[row] }
        }
      }
      count = rowCount * width
    }
  }

  /// The rows in order; those with the same keys stay as they are.
  ///
  /// `isWanted`: asked now and then; nil when it says no.
  func sortedRows(isWanted: () -> Bool = { true }) -> [Int32]? {
    let ranks = zip(words, texts).map { words, texts in texts?.ranks() ?? words }
    return RadixSort.order(ranks, count: rowCount, isWanted: isWanted)
  }

  /// Negative, zero or positive as a row comes before, with or behind one of other keys.
  @inline(__always)
  func compare(_ row: Int, _ other: SortKeys, _ otherRow: Int) -> Int {
    for index in words.indices {
      let (left, right) = (words[index][row], other.words[index][otherRow])
      if left != right { return left < right ? -1 : 1 }
      guard let mine = texts[index], let theirs = other.texts[index] else { continue }
      let result = mine.compare(row, theirs, otherRow)
      if result != 0 { return result }
    }
    return 0
  }
}

/// The texts of a key.
private struct KeyTexts: Sendable {
  private let codes: [Int32]
  private let dictionary: StringDictionary
  private let isDecreasing: Bool
  private let missingsLow: Bool

  init(_ column: StringColumn, _ order: SortOrder, isDecreasing: Bool) {
    codes = column.codes
    missingsLow = order.missingsLow
    self.isDecreasing = isDecreasing
    guard order.ignoresCase else {
      dictionary = column.dictionary
      return
    }
    var lowered = StringDictionary()
    for entry in 0..<column.dictionary.count {
      lowered.append(column.dictionary[entry].lowercased().utf8)
    }
    dictionary = lowered
  }

  private init(_ codes: [Int32], like other: KeyTexts) {
    self.codes = codes
    dictionary = other.dictionary
    isDecreasing = other.isDecreasing
    missingsLow = other.missingsLow
  }

  func rows(at places: [Int32]) -> KeyTexts {
    KeyTexts(places.map { codes[Int($0)] }, like: self)
  }

  /// The first eight bytes of each row.
  func words(missing: UInt64) -> [UInt64] {
    let flip: UInt64 = isDecreasing ? .max : 0
    let words = (0..<dictionary.count).map { prefix($0) ^ flip }
    return codes.map { $0 < 0 ? missing ^ flip : words[Int($0)] }
  }

  private func prefix(_ entry: Int) -> UInt64 {
    let (start, end) = (dictionary.offsets[entry], dictionary.offsets[entry + 1])
    return (0..<8).reduce(0) { word, place in
      word << 8 | (start + place < end ? UInt64(dictionary.bytes[start + place]) : 0)
    }
  }

  /// Numbers for the rows that are in the order of the texts, among these rows only.
  func ranks() -> [UInt64] {
    let order = (0..<dictionary.count).sorted { compareEntries($0, self, $1) < 0 }
    var ranks = [UInt64](repeating: 0, count: dictionary.count)
    var current: UInt64 = 0
    for (place, entry) in order.enumerated() {
      if place == 0 || compareEntries(order[place - 1], self, entry) != 0 { current += 1 }
      ranks[entry] = current
    }
    let missing: UInt64 = missingsLow ? 0 : .max
    let flip: UInt64 = isDecreasing ? .max : 0
    return codes.map { ($0 < 0 ? missing : ranks[Int($0)]) ^ flip }
  }

  func compare(_ row: Int, _ other: KeyTexts, _ otherRow: Int) -> Int {
    let (left, right) = (Int(codes[row]), Int(other.codes[otherRow]))
    let result =
      switch (left < 0, right < 0) {
      case (true, true): 0
      case (true, false): missingsLow ? -1 : 1
      case (false, true): missingsLow ? 1 : -1
      case (false, false): compareEntries(left, other, right)
      }
    return isDecreasing ? -result : result
  }

  /// Compares entries of the dictionaries, byte by byte.
  private func compareEntries(_ entry: Int, _ other: KeyTexts, _ otherEntry: Int) -> Int {
    let (mine, theirs) = (dictionary, other.dictionary)
    let (start, otherStart) = (mine.offsets[entry], theirs.offsets[otherEntry])
    let count = mine.offsets[entry + 1] - start
    let otherCount = theirs.offsets[otherEntry + 1] - otherStart
    return mine.bytes.withUnsafeBytes { bytes in
      theirs.bytes.withUnsafeBytes { others in
        guard let left = bytes.baseAddress, let right = others.baseAddress else {
          return count - otherCount
        }
        let order = memcmp(left + start, right + otherStart, min(count, otherCount))
        return order == 0 ? count - otherCount : Int(order)
      }
    }
  }
}
