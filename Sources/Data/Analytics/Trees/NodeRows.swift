import ApusColumns

/// The rows that a tree is grown from, those of a node side by side with what is known of them.
///
/// There are two copies of everything: a node that is split in one has its children in the other.
final class NodeRows: @unchecked Sendable {
  // Invariant: threads write to disjoint places only, those of the rows they work on.

  /// The rows of a node: where they are, and in which copy.
  struct Span: Sendable {
    var range: Range<Int>
    var side = 0

    var count: Int { range.count }
  }

  /// What is kept of each row, in one of the copies.
  private struct Copy {
    let rows: UnsafeMutablePointer<Int32>
    /// The response, from the mean of all rows; nil for classes.
    let values: UnsafeMutablePointer<Double>?
    let classes: UnsafeMutablePointer<Int32>?
    let weights: UnsafeMutablePointer<Double>?
  }

  /// Rows that one thread takes at a time.
  static let chunk = 1 << 16

  private let copies: [Copy]
  private let flags: UnsafeMutablePointer<UInt8>
  private let threads: Int

  /// `centre`: what is taken from the numbers, so that sums keep their digits.
  init(_ rows: [Int32], _ grower: TreeGrower, centre: Double, threads: Int) {
    let count = max(1, rows.count)
    let (isClassification, isWeighted) = (grower.isClassification, grower.weights != nil)
    copies = (0..<2).map { _ in
      Copy(
        rows: .allocate(capacity: count),
        values: isClassification ? nil : .allocate(capacity: count),
        classes: isClassification ? .allocate(capacity: count) : nil,
        weights: isWeighted ? .allocate(capacity: count) : nil)
    }
    flags = .allocate(capacity: count)
    self.threads = threads
    let chunks = chunks(Span(range: 0..<rows.count), of: Self.chunk)
    _ = concurrentMap(chunks.count, threads: threads) { [self] index in
      fill(chunks[index].range, rows, grower, centre)
    }
  }

  private func fill(
    _ range: Range<Int>, _ rows: [Int32], _ grower: TreeGrower, _ centre: Double
  ) {
    let first = copies[0]
    for place in range {
      let row = Int(rows[place])
      first.rows[place] = rows[place]
      first.values?[place] = grower.numbers[row] - centre
      if let classes = grower.data.classes { first.classes?[place] = classes[row] }
      if let weights = grower.weights { first.weights?[place] = weights[row] }
    }
  }

  deinit {
    for copy in copies {
      copy.rows.deallocate()
      copy.values?.deallocate()
      copy.classes?.deallocate()
      copy.weights?.deallocate()
    }
    flags.deallocate()
  }

  // MARK: - Reading

  func rows(_ span: Span) -> UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(start: copies[span.side].rows + span.range.lowerBound, count: span.count)
  }

  func values(_ span: Span) -> UnsafeBufferPointer<Double>? {
    copies[span.side].values.map {
      UnsafeBufferPointer(start: $0 + span.range.lowerBound, count: span.count)
    }
  }

  func classes(_ span: Span) -> UnsafeBufferPointer<Int32>? {
    copies[span.side].classes.map {
      UnsafeBufferPointer(start: $0 + span.range.lowerBound, count: span.count)
    }
  }

  func weights(_ span: Span) -> UnsafeBufferPointer<Double>? {
    copies[span.side].weights.map {
      UnsafeBufferPointer(start: $0 + span.range.lowerBound, count: span.count)
    }
  }

  /// What `body` gives for parts of a fixed size, whatever the number of threads.
  func map<Result: Sendable>(
    _ span: Span, _ body: @escaping @Sendable (Span) -> Result
  ) -> [Result] {
    let chunks = chunks(span, of: Self.chunk)
    return concurrentMap(chunks.count, threads: threads) { body(chunks[$0]) }
  }

  /// A span in parts of a fixed size, whatever the number of threads.
  func chunks(_ span: Span, of size: Int) -> [Span] {
    stride(from: span.range.lowerBound, to: span.range.upperBound, by: size).map {
      Span(range: $0..<min(span.range.upperBound, $0 + size), side: span.side)
    }
  }

  // MARK: - Splitting

  /// Divides the rows of a node by a split, both sides in their order.
  func divide(
    _ span: Span, by split: TreeSplit, _ codes: [UInt16], codeCount: Int
  ) -> (left: Span, right: Span) {
    let chunks = chunks(span, of: Self.chunk)
    let table = (0...codeCount).map { code -> UInt8 in
      split.goesLeft(code == codeCount ? PredictorBins.missing : UInt16(code)) ? 1 : 0
    }
    let lefts = concurrentMap(chunks.count, threads: threads) { [self] index in
      mark(chunks[index], codes, table)
    }
    let middle = span.range.lowerBound + lefts.reduce(0, +)
    var starts: [(left: Int, right: Int)] = []
    var next = (left: span.range.lowerBound, right: middle)
    for (index, chunk) in chunks.enumerated() {
      starts.append(next)
      next = (next.left + lefts[index], next.right + chunk.count - lefts[index])
    }
    _ = concurrentMap(chunks.count, threads: threads) { [self, starts] in
      move(chunks[$0], starts[$0].left, starts[$0].right)
    }
    let side = 1 - span.side
    return (
      Span(range: span.range.lowerBound..<middle, side: side),
      Span(range: middle..<span.range.upperBound, side: side)
    )
  }

  /// Notes which rows go left; returns how many.
  private func mark(_ span: Span, _ codes: [UInt16], _ table: [UInt8]) -> Int {
    let rows = rows(span)
    let flags = flags + span.range.lowerBound
    let last = UInt16(table.count - 1)
    var count = 0
    codes.withUnsafeBufferPointer { codes in
      table.withUnsafeBufferPointer { table in
        for place in 0..<rows.count {
          let flag = table[Int(min(codes[Int(rows[place])], last))]
          flags[place] = flag
          count += Int(flag)
        }
      }
    }
    return count
  }

  /// Moves marked rows to the other copy.
  private func move(_ span: Span, _ left: Int, _ right: Int) {
    let (from, to) = (copies[span.side], copies[1 - span.side])
    Self.move(from.rows, to.rows, span.range, flags, left, right)
    Self.move(from.values, to.values, span.range, flags, left, right)
    Self.move(from.classes, to.classes, span.range, flags, left, right)
    Self.move(from.weights, to.weights, span.range, flags, left, right)
  }

  private static func move<Value>(
    _ source: UnsafeMutablePointer<Value>?, _ target: UnsafeMutablePointer<Value>?,
    _ range: Range<Int>, _ flags: UnsafeMutablePointer<UInt8>, _ left: Int, _ right: Int
  ) {
    guard let source, let target else { return }
    var (left, right) = (left, right)
    for place in range {
      let flag = Int(flags[place])
      // Chosen without a branch, which would be guessed wrongly half of the time.
      target[right + (left - right) * flag] = source[place]
      left += flag
      right += 1 - flag
    }
  }
}
