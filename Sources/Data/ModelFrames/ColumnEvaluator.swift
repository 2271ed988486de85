import ApusColumns
import Glibc

/// Computes the variables of a formula from the columns of a batch, whole columns at a time.
struct ColumnEvaluator {
  let batch: ColumnBatch

  init(_ batch: ColumnBatch) {
    self.batch = batch
  }

  func column(_ expression: Expression) throws -> ModelColumn {
    switch expression {
    case .symbol(let name): return try column(named: name)
    case .call("F", let arguments): return try integerFactor(arguments)
    case .call("rxBins", let arguments): return try bins(arguments)
    case .call("factor", let arguments), .call("as.factor", let arguments):
      return try categorical(arguments)
    case .call("N", let arguments):
      guard let first = arguments.first?.value else { throw unsupported("N") }
      guard case .categorical(let codes, _) = try column(first) else { return try column(first) }
      return .numeric(codes.map { $0 < 0 ? .missing : Double($0) })
    default: return .numeric(try numbers(expression))
    }
  }

  private func column(named name: String) throws -> ModelColumn {
    guard let values = batch[name] else {
      throw ModelError(
        .unknownVariable, "The variable '\(name)' is not in the data.", variable: name)
    }
    switch values {
    case .factor(let codes, let levels):
      return .categorical(Self.codesFromZero(codes), .fixed(levels))
    case .string(let column):
      return .categorical(
        column.codes.map { $0 == missingInteger ? -1 : $0 }, .observed(column.dictionary.strings))
    default: return .numeric(values.doubles ?? [])
    }
  }

  /// Codes from 1 as codes from 0; missing ones are negative.
  private static func codesFromZero(_ codes: [Int32]) -> [Int32] {
    codes.withUnsafeBufferPointer { codes in
      [Int32](unsafeUninitializedCapacity: codes.count) { result, count in
        for row in 0..<codes.count { result[row] = max(codes[row], 0) &- 1 }
        count = codes.count
      }
    }
  }

  // MARK: - Factors made on the fly

  /// `F(x, low, high, exclude)`: a level for each whole number, or some levels of a factor.
  ///
  /// What is outside is missing or, unless excluded, has a level of its own.
  private func integerFactor(_ arguments: [Expression.Argument]) throws -> ModelColumn {
    guard let first = arguments.first else { throw unsupported("F") }
    let values: [Double]
    switch try column(first.value) {
    case .numeric(let numbers): values = numbers.map { $0.rounded(.down) }
    case .categorical(let codes, let categories):
      if arguments.count == 1 { return .categorical(codes, categories) }
      return try someLevels(codes, categories, arguments)
    }
    let low = try integer("low", at: 1, arguments)
    let high = try integer("high", at: 2, arguments)
    let seen = values.lazy.filter { !$0.isNaN && abs($0) < 1e9 }
    let least = low ?? seen.min().map { Int($0) } ?? 1
    let most = high ?? seen.max().map { Int($0) } ?? 0
    guard most - least < 10_000_000 else {
      throw ModelError(.invalidType, "F() needs a smaller range of integers")
    }
    let other: Int32 = isExcluding(arguments) ? -1 : Int32(most - least + 1)
    let codes = values.map { value -> Int32 in
      if value >= Double(least), value <= Double(most) { return Int32(value - Double(least)) }
      return value.isNaN ? -1 : other
    }
    let isFixed = low != nil && high != nil
    let range = Categories.integers(low: least, high: most)
    return .categorical(
      codes, isFixed ? .fixed(range.labels + (other < 0 ? [] : [Self.otherLevel])) : range)
  }

  /// The level of what `F` finds outside its range.
  private static let otherLevel = "other"

  private func isExcluding(_ arguments: [Expression.Argument]) -> Bool {
    let unnamed = arguments.filter { $0.name == nil }
    let given =
      arguments.first { $0.name == "exclude" } ?? (unnamed.count > 3 ? unnamed[3] : nil)
    switch given?.value {
    case .logical(false): return false
    case .symbol("F"): return false
    default: return true
    }
  }

  /// The levels of a factor from one place to another.
  private func someLevels(
    _ codes: [Int32], _ categories: Categories, _ arguments: [Expression.Argument]
  ) throws -> ModelColumn {
    let labels = categories.labels
    let low = max(1, try integer("low", at: 1, arguments) ?? 1)
    let high = min(labels.count, try integer("high", at: 2, arguments) ?? labels.count)
    guard low <= high else { throw ModelError(.invalidType, "F() needs levels that are there") }
    let other: Int32 = isExcluding(arguments) ? -1 : Int32(high - low + 1)
    let chosen = codes.map { code -> Int32 in
      if code < 0 { return -1 }
      return (low...high).contains(Int(code) + 1) ? code - Int32(low - 1) : other
    }
    let kept = Array(labels[(low - 1)..<high]) + (other < 0 ? [] : [Self.otherLevel])
    return .categorical(chosen, .fixed(kept))
  }

  /// `rxBins(x, low, width, count)`: equal ranges of numbers, each closed on its right; the first
  /// also on its left.
  private func bins(_ arguments: [Expression.Argument]) throws -> ModelColumn {
    guard arguments.count == 4 else { throw unsupported("rxBins") }
    let values = try numbers(arguments[0].value)
    let settings = try arguments.dropFirst().map { try numbers($0.value).first ?? .nan }
    let (low, width, count) = (settings[0], settings[1], settings[2])
    guard low.isFinite, width > 0, count >= 1, count < 10_000_000 else {
      throw unsupported("rxBins")
    }
    let codes = values.map { value -> Int32 in
      let place = ((value - low) / width).rounded(.up) - 1
      if place >= 0, place < count { return Int32(place) }
      return place == -1 && value == low ? 0 : -1
    }
    return .categorical(codes, .integers(low: 1, high: Int(count)))
  }

  private func integer(
    _ name: String, at position: Int, _ arguments: [Expression.Argument]
  ) throws -> Int? {
    let unnamed = arguments.filter { $0.name == nil }
    let given =
      arguments.first { $0.name == name }
      ?? (position < unnamed.count ? unnamed[position] : nil)
    guard let given else { return nil }
    let value = try numbers(given.value).first ?? .nan
    guard value.isFinite, abs(value) < 1e9 else { throw unsupported("F") }
    return Int(value)
  }

  private func categorical(_ arguments: [Expression.Argument]) throws -> ModelColumn {
    guard let first = arguments.first, arguments.count == 1 else { throw unsupported("factor") }
    let value = try column(first.value)
    guard case .numeric(let numbers) = value else { return value }
    let table = StringTable()
    var text: [UInt8] = []
    let codes = numbers.map { number -> Int32 in
      if number.isNaN { return -1 }
      text.removeAll(keepingCapacity: true)
      NumberText.append(number, to: &text)
      return text.withUnsafeBufferPointer { table.code(of: $0) }
    }
    return .categorical(codes, .observed(table.dictionary().strings))
  }

  // MARK: - Arithmetic

  private func numbers(_ expression: Expression) throws -> [Double] {
    switch expression {
    case .number(let value): return Array(repeating: value, count: max(1, batch.rowCount))
    case .logical(let value): return Array(repeating: value ? 1 : 0, count: max(1, batch.rowCount))
    case .string: throw ModelError(.invalidType, "text where a number is needed")
    case .symbol, .call("F", _), .call("rxBins", _), .call("factor", _), .call("as.factor", _),
      .call("N", _):
      guard case .numeric(let values) = try column(expression) else {
        throw ModelError(
          .invalidType, "'\(expression.text)' is not numeric", variable: expression.text)
      }
      return values
    case .call(let name, let arguments):
      return try call(name, arguments.map { try numbers($0.value) })
    }
  }

  private func call(_ name: String, _ arguments: [[Double]]) throws -> [Double] {
    if arguments.count == 1 { return try unary(name, arguments[0]) }
    guard arguments.count == 2 else { throw unsupported(name) }
    let (left, right) = (arguments[0], arguments[1])
    let pairs = zip(left, right)
    switch name {
    case "+": return pairs.map { $0 + $1 }
    case "-": return pairs.map { $0 - $1 }
    case "*": return pairs.map { $0 * $1 }
    case "/": return pairs.map { $0 / $1 }
    case "^", "pow": return pairs.map { $1 == 2 ? $0 * $0 : Glibc.pow($0, $1) }
    case "%%": return pairs.map { $0 - ($0 / $1).rounded(.down) * $1 }
    case "%/%": return pairs.map { ($0 / $1).rounded(.down) }
    case "<": return pairs.map { Self.flag($0, $1, $0 < $1) }
    case ">": return pairs.map { Self.flag($0, $1, $0 > $1) }
    case "<=": return pairs.map { Self.flag($0, $1, $0 <= $1) }
    case ">=": return pairs.map { Self.flag($0, $1, $0 >= $1) }
    case "==": return pairs.map { Self.flag($0, $1, $0 == $1) }
    case "!=": return pairs.map { Self.flag($0, $1, $0 != $1) }
    default: throw unsupported(name)
    }
  }

  private static func flag(_ left: Double, _ right: Double, _ value: Bool) -> Double {
    left.isNaN || right.isNaN ? .missing : value ? 1 : 0
  }

  private func unary(_ name: String, _ values: [Double]) throws -> [Double] {
    switch name {
    case "(", "+", "I", "as.numeric": values
    case "-": values.map { -$0 }
    case "!": values.map { $0.isNaN ? $0 : $0 == 0 ? 1 : 0 }
    case "log": values.map { Glibc.log($0) }
    case "log2": values.map { Glibc.log2($0) }
    case "log10": values.map { Glibc.log10($0) }
    case "log1p": values.map { Glibc.log1p($0) }
    case "exp": values.map { Glibc.exp($0) }
    case "expm1": values.map { Glibc.expm1($0) }
    case "sqrt": values.map { $0.squareRoot() }
    case "abs": values.map { abs($0) }
    case "floor": values.map { $0.rounded(.down) }
    case "ceiling": values.map { $0.rounded(.up) }
    case "trunc": values.map { $0.rounded(.towardZero) }
    case "sin": values.map { Glibc.sin($0) }
    case "cos": values.map { Glibc.cos($0) }
    case "tan": values.map { Glibc.tan($0) }
    case "tanh": values.map { Glibc.tanh($0) }
    default: throw unsupported(name)
    }
  }

  private func unsupported(_ name: String) -> ModelError {
    ModelError(.invalidFormula, "'\(name)' cannot be used in this formula")
  }
}
