// Typed columns, batches of them, and the text files they come from.
// Start reading at `ColumnValues`, then `DataSource` and `BatchSource`.

/// What the cells of a column are.
package enum ColumnType: String, Codable, Sendable {
  case logical, integer, double, date, dateTime, factor, string
}

/// The cells of a column.
///
/// Missing integers, logicals and codes are `Int32.min`; missing doubles
/// are the NaN that R calls NA.
package enum ColumnValues: Sendable {
  /// 0, 1 or missing.
  case logical([Int32])
  case integer([Int32])
  case double([Double])
  /// Days since 1970-01-01.
  case date([Double])
  /// Seconds since 1970-01-01 00:00 UTC.
  case dateTime([Double])
  /// Codes from 1 into the levels.
  case factor(codes: [Int32], levels: [String])
  case string(StringColumn)
}

/// Text cells as codes from 0 into a dictionary of distinct strings, in order of appearance.
package struct StringColumn: Sendable {
  package var codes: [Int32]
  package var dictionary: StringDictionary

  package init(codes: [Int32], dictionary: StringDictionary) {
    self.codes = codes
    self.dictionary = dictionary
  }

  /// A column of strings, nil being missing.
  package init(_ strings: [String?]) {
    let table = StringTable()
    codes = strings.map { text in
      guard var text else { return missingInteger }
      return text.withUTF8 { table.code(of: $0) }
    }
    dictionary = table.dictionary()
  }
}

/// Distinct strings, one after another in one buffer: entry i is `bytes[offsets[i]..<offsets[i+1]]`.
package struct StringDictionary: Sendable {
  package var bytes: [UInt8] = []
  package var offsets: [Int] = [0]

  package init() {}

  package init(_ strings: [String]) {
    for string in strings { append(string.utf8) }
  }

  package var count: Int { offsets.count - 1 }

  package subscript(entry: Int) -> String {
    String(decoding: bytes[offsets[entry]..<offsets[entry + 1]], as: UTF8.self)
  }

  package var strings: [String] { (0..<count).map { self[$0] } }

  package mutating func append(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    offsets.append(bytes.count)
  }
}

package let missingInteger = Int32.min

/// R's NA: a quiet NaN whose low word is 1954.
package let missingDouble = Double(bitPattern: 0x7FF0_0000_0000_07A2)

extension ColumnValues {
  package var type: ColumnType {
    switch self {
    case .logical: .logical
    case .integer: .integer
    case .double: .double
    case .date: .date
    case .dateTime: .dateTime
    case .factor: .factor
    case .string: .string
    }
  }

  package var count: Int {
    switch self {
    case .logical(let values), .integer(let values), .factor(let values, _): values.count
    case .double(let values), .date(let values), .dateTime(let values): values.count
    case .string(let column): column.codes.count
    }
  }

  /// The cells as numbers, factors by their codes; nil for text.
  package var doubles: [Double]? {
    switch self {
    case .double(let values), .date(let values), .dateTime(let values): values
    case .logical(let values), .integer(let values), .factor(let values, _):
      values.withUnsafeBufferPointer(Self.doubles)
    case .string: nil
    }
  }

  static func doubles(of values: UnsafeBufferPointer<Int32>) -> [Double] {
    [Double](unsafeUninitializedCapacity: values.count) { result, count in
      for row in 0..<values.count {
        result[row] = values[row] == missingInteger ? missingDouble : Double(values[row])
      }
      count = values.count
    }
  }

  /// Categories of a factor or text column: codes from 1, and their labels.
  package var categories: (codes: [Int32], levels: [String])? {
    switch self {
    case .factor(let codes, let levels): (codes, levels)
    case .string(let column):
      (column.codes.map { $0 < 0 ? missingInteger : $0 + 1 }, column.dictionary.strings)
    case .logical(let values):
      (values.map { $0 == missingInteger ? missingInteger : $0 + 1 }, ["FALSE", "TRUE"])
    default: nil
    }
  }

  /// The cells in the given range.
  package func rows(_ range: Range<Int>) -> ColumnValues {
    switch self {
    case .logical(let values): .logical(Array(values[range]))
    case .integer(let values): .integer(Array(values[range]))
    case .double(let values): .double(Array(values[range]))
    case .date(let values): .date(Array(values[range]))
    case .dateTime(let values): .dateTime(Array(values[range]))
    case .factor(let codes, let levels): .factor(codes: Array(codes[range]), levels: levels)
    case .string(let column):
      .string(StringColumn(codes: Array(column.codes[range]), dictionary: column.dictionary))
    }
  }
}
