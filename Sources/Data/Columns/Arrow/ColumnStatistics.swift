/// What is known of the numbers of a column in a piece of a block; of text and factors nothing is.
package struct ColumnStatistics: Sendable, Equatable {
  package var count = 0
  package var low = Double.infinity
  package var high = -Double.infinity
  package var sum = DoubleDouble(0)
  package var squareSum = DoubleDouble(0)

  package init() {}

  /// Of numbers of which NaN do not count.
  package init(_ values: UnsafeBufferPointer<Double>) {
    let moments = NumberMoments(values)
    count = moments.count
    (low, high) = moments.range
    (sum, squareSum) = (moments.total, moments.squareTotal)
  }

  // MARK: - As text, for the footer of a file

  private static let wordCount = 7

  private var words: [UInt64] {
    let numbers = [low, high, sum.high, sum.low, squareSum.high, squareSum.low]
    return [UInt64(count)] + numbers.map(\.bitPattern)
  }

  private init(_ words: ArraySlice<UInt64>) {
    let numbers = words.dropFirst().map(Double.init(bitPattern:))
    count = Int(clamping: words.first ?? 0)
    (low, high) = (numbers[0], numbers[1])
    sum = DoubleDouble(numbers[2], numbers[3])
    squareSum = DoubleDouble(numbers[4], numbers[5])
  }

  /// Piece after piece, column after column, seven numbers of 16 digits each.
  static func encoded(_ pieces: [[ColumnStatistics]]) -> String {
    var text: [UInt8] = []
    for number in pieces.joined().lazy.flatMap(\.words) {
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: number >> UInt64(shift)) & 15
        text.append(digit < 10 ? 48 + digit : 87 + digit)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func decoded(_ text: String, pieces: Int, columns: Int) -> [[ColumnStatistics]]? {
    let digits = Array(text.utf8)
    guard digits.count == pieces * columns * wordCount * 16 else { return nil }
    var words: [UInt64] = []
    words.reserveCapacity(digits.count / 16)
    for start in stride(from: 0, to: digits.count, by: 16) {
      var number: UInt64 = 0
      for digit in digits[start..<start + 16] {
        guard (48...57).contains(digit) || (97...102).contains(digit) else { return nil }
        number = number << 4 | UInt64(digit < 58 ? digit - 48 : digit - 87)
      }
      words.append(number)
    }
    return (0..<pieces).map { piece in
      (0..<columns).map { column in
        let start = (piece * columns + column) * wordCount
        return ColumnStatistics(words[start..<start + wordCount])
      }
    }
  }
}
