/// Where the columns of a file of RevoScaleR lie, and what they are.
struct RevoLayout {
  /// Thrown when something is not as it was seen in other files.
  struct Unknown: Error {}

  /// A column: a zlib stream and what it holds.
  struct Chunk: Sendable {
    let field: Field
    let kind: Kind
    let range: Range<Int>
    let rowCount: Int
  }

  /// What the cells of a column are, by its number in the file.
  enum Kind: UInt32, Sendable {
    case integer = 0
    case factor = 1
    case float = 3
    case double = 4
    case string = 5

    /// The bytes of a cell; nil when that differs.
    var size: Int? {
      switch self {
      case .integer, .factor, .float: 4
      case .double: 8
      case .string: nil
      }
    }
  }

  let rowCount: Int
  let chunks: [Chunk]

  private static let headerSize = 260
  private static let trailerSize = 60

  init(_ bytes: UnsafeRawBufferPointer) throws {
    let reader = RevoBytes(bytes)
    guard bytes.count > Self.headerSize + Self.trailerSize,
      bytes.prefix(4).elementsEqual(RevoFile.magic),
      bytes[4..<Self.headerSize].allSatisfy({ $0 == 0 })
    else { throw Unknown() }
    let trailer = bytes.count - Self.trailerSize
    guard Float(bitPattern: try reader.word(trailer)) == 4.2,
      try reader.word(trailer + 48) == UInt32(Self.trailerSize),
      bytes[(trailer + 52)..<(trailer + 56)].elementsEqual(RevoFile.magic),
      bytes[(trailer + 56)..<(trailer + 60)].elementsEqual(RevoFile.magic),
      let start = Int(exactly: try reader.long(trailer + 8)),
      let columnCount = Int(exactly: try reader.long(trailer + 16)),
      let rowCount = Int(exactly: try reader.long(trailer + 24)),
      start > Self.headerSize, start < trailer, (1...1 << 16).contains(columnCount),
      (1...1 << 31).contains(rowCount), columnCount * 16 <= trailer - start
    else { throw Unknown() }
    let metadata = start..<trailer
    let (ranges, at, behind) = try Self.places(reader, metadata, columnCount)
    guard try reader.has(rowCount, in: metadata.lowerBound..<at) else { throw Unknown() }
    let records = try Self.records(reader, behind..<trailer, columnCount)
    guard Set(records.map(\.field.name)).count == columnCount else { throw Unknown() }
    self.rowCount = rowCount
    chunks = zip(ranges, records).map {
      Chunk(field: $1.field, kind: $1.kind, range: $0, rowCount: rowCount)
    }
  }

  /// The bytes of each column, from the offsets and the sizes that go with them; where these stand,
  /// and where the metadata go on.
  ///
  /// The first column lies behind the header and each behind the one before, which is what the
  /// arrays are found by.
  private static func places(
    _ reader: RevoBytes, _ metadata: Range<Int>, _ count: Int
  ) throws -> (ranges: [Range<Int>], at: Int, behind: Int) {
    let last = metadata.upperBound - 8 * count
    for place in metadata.lowerBound..<max(metadata.lowerBound + 1, last)
    where try reader.long(place) == UInt64(headerSize) {
      guard place + 8 * count <= metadata.upperBound else { break }
      let starts = try (0..<count).map { Int(clamping: try reader.long(place + 8 * $0)) }
      let ends = starts.dropFirst() + [metadata.lowerBound]
      guard zip(starts, ends).allSatisfy({ $0 < $1 && $1 <= metadata.lowerBound }) else { continue }
      let sizes = zip(starts, ends).map { UInt64($1 - $0) }
      if let behind = try reader.find(sizes, in: (place + 8 * count)..<metadata.upperBound) {
        return (zip(starts, ends).map { $0..<$1 }, place, behind)
      }
    }
    throw Unknown()
  }

  private static let mark: [UInt8] = [0xF4, 0xF3, 0xF2, 0xF1]

  /// What the columns are, one record for each.
  private static func records(
    _ reader: RevoBytes, _ range: Range<Int>, _ count: Int
  ) throws -> [(field: Field, kind: Kind)] {
    var starts: [Int] = []
    var place = range.lowerBound
    while place + 12 <= range.upperBound {
      if reader.bytes[place] == mark[0], reader.bytes[place..<(place + 4)].elementsEqual(mark),
        Float(bitPattern: try reader.word(place + 4)) == 2
      {
        starts.append(place)
        place += 12
      } else {
        place += 1
      }
    }
    guard starts.count == count else { throw Unknown() }
    let ends = starts.dropFirst() + [range.upperBound]
    return try zip(starts, ends).map { start, end in
      guard let kind = Kind(rawValue: try reader.word(start + 8)) else { throw Unknown() }
      return try record(reader, kind, (start + 12)..<end)
    }
  }

  private static func record(
    _ reader: RevoBytes, _ kind: Kind, _ range: Range<Int>
  ) throws -> (field: Field, kind: Kind) {
    guard let (name, behind) = reader.firstString(in: range) else { throw Unknown() }
    var field = Field(name: name, type: .double)
    switch kind {
    case .integer: field.type = .integer
    case .factor:
      field.type = .factor
      guard let labels = try reader.labels(in: behind..<range.upperBound),
        Set(labels).count == labels.count
      else { throw Unknown() }
      field.levels = labels
    case .float: field.storage = .float32
    case .double: break
    case .string: field.type = .string
    }
    return (field, kind)
  }
}

/// Numbers and strings in a file of RevoScaleR, little end first.
struct RevoBytes {
  let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  func word(_ place: Int) throws -> UInt32 {
    guard place >= 0, place <= bytes.count - 4 else { throw RevoLayout.Unknown() }
    return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }

  func long(_ place: Int) throws -> UInt64 {
    guard place >= 0, place <= bytes.count - 8 else { throw RevoLayout.Unknown() }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The place behind an array of these numbers, each in eight bytes.
  func find(_ numbers: [UInt64], in range: Range<Int>) throws -> Int? {
    let length = 8 * numbers.count
    guard range.count >= length else { return nil }
    for place in range.lowerBound...(range.upperBound - length)
    where try long(place) == numbers[0] {
      let isSame = try numbers.indices.allSatisfy { try long(place + 8 * $0) == numbers[$0] }
      if isSame { return place + length }
    }
    return nil
  }

  /// Whether a number stands somewhere: the rows of the one block, before the places of columns.
  func has(_ number: Int, in range: Range<Int>) throws -> Bool {
    guard range.count >= 4 else { return false }
    return try (range.lowerBound...(range.upperBound - 4)).contains { place in
      try word(place) == UInt32(truncatingIfNeeded: number)
    }
  }

  /// A string with its length before it, at a place; nil when there is none.
  func string(at place: Int, before end: Int) -> (text: String, behind: Int)? {
    guard let length = try? word(place), length < 1 << 20, place + 4 + Int(length) <= end else {
      return nil
    }
    let behind = place + 4 + Int(length)
    guard let text = String(validating: bytes[(place + 4)..<behind], as: UTF8.self) else {
      return nil
    }
    return (text, behind)
  }

  /// The first string in a range that can be a name.
  func firstString(in range: Range<Int>) -> (text: String, behind: Int)? {
    for place in range {
      guard let found = string(at: place, before: range.upperBound), !found.text.isEmpty,
        found.text.utf8.allSatisfy({ $0 >= 32 && $0 != 127 })
      else { continue }
      return found
    }
    return nil
  }

  /// The strings behind the word `Labels`: their number, and each with its length.
  func labels(in range: Range<Int>) throws -> [String]? {
    let word = Array("Labels".utf8)
    guard range.count > word.count else { return nil }
    for place in range.lowerBound..<(range.upperBound - word.count)
    where bytes[place..<(place + word.count)].elementsEqual(word) {
      let start = place + word.count
      for gap in 0..<16 {
        if let labels = labels(at: start + gap, before: range.upperBound) { return labels }
      }
    }
    return nil
  }

  private func labels(at start: Int, before end: Int) -> [String]? {
    guard start + 4 <= end, let count = try? word(start), (1...1 << 20).contains(count) else {
      return nil
    }
    var labels: [String] = []
    var place = start + 4
    for _ in 0..<count {
      guard let (text, behind) = string(at: place, before: end) else { return nil }
      labels.append(text)
      place = behind
    }
    return labels
  }
}
