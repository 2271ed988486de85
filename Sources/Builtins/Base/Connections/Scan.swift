import ApusColumns
import ApusInterpreter

/// The help page of `scan`.
enum Scan {
  static let all = [scan]

  /// Reads items from a connection; `what` is a vector of their type or a list of such (records).
  static let scan = Builtin(
    .internal,
    """
    scan(con, what, nmax, n, sep, quote, dec, skip, nlines, na.strings, flush, fill, \
    strip.white, quiet, blank.lines.skip, multi.line, comment.char, allowEscapes)
    """
  ) { call throws(Unwind) in
    let connection = try call.connection(call[0])
    let format = try ItemFormat(call)
    return try call.withOpen(connection, mode: "r") { () throws(Unwind) in
      let reader = ItemReader(connection, format, call.strings)
      for _ in 0..<max(0, Int(try call.integer(7, "skip"))) {
        _ = try call.attempt { () throws(ConnectionError) in try connection.nextLine() }
      }
      let limits = try ScanLimits(call, isTyped: connection is StandardInput)
      if let list = call[1].list {
        return try records(reader, list, names: call[1].namesVector, limits, call)
      }
      return try vector(reader, limits, call)
    }
  }

  // MARK: - One vector

  private static func vector(
    _ reader: ItemReader, _ limits: ScanLimits, _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    let items = ItemColumn(try ItemType(call[1], call), reader.format, call.strings)
    var lines = 0
    reading: while items.count < limits.items, lines < limits.lines {
      guard let line = try reader.nextLine(after: items.count, call) else { break }
      if line.isEmpty {
        if limits.stopsAtBlankLine { break }
        if limits.keepsBlankLines { try items.append(ItemReader.Item(), call) }
        continue
      }
      lines += 1
      for item in line {
        if items.count >= limits.items {
          break reading
        }
        try items.append(item, call)
        if limits.flushes { break }
      }
    }
    if !limits.isQuiet { report(items.count, "item", call.interpreter) }
    return items.value
  }

  // MARK: - Records

  private static func records(
    _ reader: ItemReader, _ what: ListVector, names: CharacterVector?, _ limits: ScanLimits,
    _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    guard what.count > 0 else { throw call.error("empty 'what' specified") }
    var columns: [ItemColumn] = []
    for value in what.elements {
      columns.append(ItemColumn(try ItemType(value, call), reader.format, call.strings))
    }
    var place = 0
    var lines = 0
    let last = columns[columns.count - 1]
    while last.count < limits.records, lines < limits.lines {
      guard let line = try reader.nextLine(after: last.count, call) else { break }
      if line.isEmpty {
        guard limits.stopsAtBlankLine else { continue }
        break
      }
      lines += 1
      for item in line {
        if last.count >= limits.records { break }
        try columns[place].append(item, call)
        place = (place + 1) % columns.count
        if place == 0, limits.flushes { break }
      }
      guard place > 0, limits.fills || !limits.spansLines else { continue }
      if !limits.fills {
        throw call.error("line \(lines) did not have \(columns.count) elements")
      }
      while place > 0 {
        columns[place].appendMissing()
        place = (place + 1) % columns.count
      }
    }
    if place > 0 {
      try call.warning("number of items read is not a multiple of the number of columns")
      while place > 0 {
        columns[place].appendMissing()
        place = (place + 1) % columns.count
      }
    }
    if !limits.isQuiet { report(columns[0].count, "record", call.interpreter) }
    let result = ListVector(columns.map(\.value))
    if let names { result.setAttribute(.names, .object(names)) }
    return .object(result)
  }

  private static func report(_ count: Int, _ what: String, _ interpreter: Interpreter) {
    interpreter.printError("Read \(count) \(what)\(count == 1 ? "" : "s")\n")
  }
}

/// How much is read, and what ends a record.
private struct ScanLimits {
  var items = Int.max
  var records = Int.max
  var lines = Int.max
  let flushes: Bool
  let fills: Bool
  let spansLines: Bool
  let isQuiet: Bool
  /// What is typed ends at a blank line; elsewhere blank lines are skipped or empty items.
  let stopsAtBlankLine: Bool
  let keepsBlankLines: Bool

  init(_ call: borrowing Invocation, isTyped: Bool) throws(Unwind) {
    let most = try call.integer(2, "nmax")
    let number = try call.integer(3, "n")
    let lineCount = try call.integer(8, "nlines")
    if number > 0 { items = Int(number) }
    if most > 0 {
      records = Int(most)
      items = min(items, Int(most))
    }
    if lineCount > 0 { lines = Int(lineCount) }
    flushes = try call.flag(10, "flush")
    fills = try call.flag(11, "fill")
    isQuiet = try call.flag(13, "quiet")
    let skipsBlankLines = try call.flag(14, "blank.lines.skip")
    stopsAtBlankLine = isTyped
    keepsBlankLines = !isTyped && !skipsBlankLines
    spansLines = try call.flag(15, "multi.line")
  }
}

/// How text is cut into items.
private struct ItemFormat {
  let separator: UInt8?
  let quotes: [UInt8]
  let point: UInt8
  let comment: UInt8?
  let missing: [[UInt8]]
  let strips: Bool
  let hasEscapes: Bool

  init(_ call: borrowing Invocation) throws(Unwind) {
    separator = call[4].isNull ? nil : try call.text(4, "sep").utf8.first
    quotes = call[5].isNull ? [] : Array(try call.text(5, "quote").utf8)
    point = try call.text(6, "dec").utf8.first ?? 0x2E
    let strings = call.strings
    missing = try call.characters(9).elements.map { Array(strings.bytes($0)) }
    strips = try call.logicals(12).elements.contains(1)
    comment = try call.text(16, "comment.char").utf8.first
    hasEscapes = try call.flag(17, "allowEscapes")
  }
}

/// Reads a connection line by line and cuts lines into items.
private final class ItemReader {
  struct Item {
    var bytes: [UInt8] = []
    var isQuoted = false
  }

  let format: ItemFormat
  private let connection: Connection
  private let strings: StringPool

  init(_ connection: Connection, _ format: ItemFormat, _ strings: StringPool) {
    self.connection = connection
    self.format = format
    self.strings = strings
  }

  /// The items of the next line, nil at the end; quoted items may go on over lines.
  func nextLine(
    after count: Int, _ call: borrowing Invocation
  ) throws(Unwind) -> [Item]? {
    let user = connection as? StandardInput
    user?.prompt = "\(count + 1): "
    defer { user?.prompt = "" }
    let next = try call.attempt { () throws(ConnectionError) in try connection.nextLine() }
    guard var line = next?.bytes else { return nil }
    while true {
      if let items = split(line) { return items }
      let more = try call.attempt { () throws(ConnectionError) in try connection.nextLine() }
      guard let more else { return split(line + [format.quotes.first ?? 0x22]) ?? [] }
      line += [0x0A] + more.bytes
    }
  }

  /// Nil if a quote is not closed.
  private func split(_ line: [UInt8]) -> [Item]? {
    var items: [Item] = []
    var place = 0
    let text = line
    if let separator = format.separator {
      while true {
        guard let (item, next) = separated(text, place, separator) else { return nil }
        if items.isEmpty, next == nil, item.bytes.isEmpty, !item.isQuoted { return [] }
        items.append(item)
        guard let next else { return items }
        place = next
      }
    }
    while true {
      while place < text.count, text[place] == 32 || text[place] == 9 { place += 1 }
      guard place < text.count, text[place] != format.comment else { return items }
      guard let (item, next) = word(text, place) else { return nil }
      items.append(item)
      place = next
    }
  }

  private func separated(
    _ text: [UInt8], _ start: Int, _ separator: UInt8
  ) -> (Item, next: Int?)? {
    var item = Item()
    var place = start
    if format.strips {
      while place < text.count, text[place] == 32 || text[place] == 9, text[place] != separator {
        place += 1
      }
    }
    if place < text.count, format.quotes.contains(text[place]) {
      guard let end = quoted(text, place, into: &item, doubles: true) else { return nil }
      place = end
    }
    while place < text.count, text[place] != separator {
      if text[place] == format.comment { return (trimmed(item), nil) }
      item.bytes.append(text[place])
      place += 1
    }
    return (trimmed(item), place < text.count ? place + 1 : nil)
  }

  private func trimmed(_ item: Item) -> Item {
    guard format.strips, !item.isQuoted else { return item }
    var result = item
    while let last = result.bytes.last, last == 32 || last == 9 { result.bytes.removeLast() }
    return result
  }

  private func word(_ text: [UInt8], _ start: Int) -> (Item, Int)? {
    var item = Item()
    var place = start
    if format.quotes.contains(text[place]) {
      guard let end = quoted(text, place, into: &item, doubles: false) else { return nil }
      return (item, end)
    }
    while place < text.count, text[place] != 32, text[place] != 9, text[place] != format.comment {
      item.bytes.append(text[place])
      place += 1
    }
    return (item, place)
  }

  /// Reads what is in quotes; answers where it ends.
  private func quoted(
    _ text: [UInt8], _ start: Int, into item: inout Item, doubles: Bool
  ) -> Int? {
    let quote = text[start]
    var place = start + 1
    item.isQuoted = true
    while place < text.count {
      let byte = text[place]
      if byte == quote {
        guard doubles, place + 1 < text.count, text[place + 1] == quote else { return place + 1 }
        item.bytes.append(quote)
        place += 2
        continue
      }
      if byte == 0x5C, place + 1 < text.count, !doubles || format.hasEscapes {
        let next = text[place + 1]
        if next != quote, !format.hasEscapes { item.bytes.append(byte) }
        item.bytes.append(format.hasEscapes ? Self.escaped(next) : next)
        place += 2
        continue
      }
      item.bytes.append(byte)
      place += 1
    }
    return nil
  }

  private static func escaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "r"): 13
    default: byte
    }
  }
}

/// The type that items are read as.
private enum ItemType {
  case logical, integer, double, complex, character, raw, skipped

  init(_ value: Value, _ call: borrowing Invocation) throws(Unwind) {
    switch value.kind {
    case .null: self = .skipped
    case .logical: self = .logical
    case .integer: self = .integer
    case .double: self = .double
    case .complex: self = .complex
    case .character: self = .character
    case .raw: self = .raw
    default: throw call.error("invalid 'what' argument")
    }
  }

  /// What messages call it.
  var name: String {
    switch self {
    case .logical: "a logical"
    case .integer: "an integer"
    case .double: "a real"
    case .complex: "a complex"
    case .raw: "a raw"
    default: "a string"
    }
  }
}

/// Items of one type.
private final class ItemColumn {
  private let type: ItemType
  private let format: ItemFormat
  private let strings: StringPool
  private var numbers: [Double] = []
  private var complexes: [ComplexNumber] = []
  private var texts: [StringHandle] = []
  private(set) var count = 0

  init(_ type: ItemType, _ format: ItemFormat, _ strings: StringPool) {
    self.type = type
    self.format = format
    self.strings = strings
  }

  func append(_ item: ItemReader.Item, _ call: borrowing Invocation) throws(Unwind) {
    count += 1
    let isMissing = !item.isQuoted && format.missing.contains(item.bytes)
    switch type {
    case .skipped: break
    case .character:
      texts.append(
        isMissing ? .missing : item.bytes.withUnsafeBufferPointer { strings.intern($0) })
    case .complex where !isMissing && !item.bytes.isEmpty:
      guard let number = complex(item.bytes) else { throw refusal(of: item, call) }
      complexes.append(number)
    case .complex: complexes.append(.missing)
    default:
      guard !isMissing, !item.bytes.isEmpty else { return numbers.append(.missing) }
      guard let number = number(item.bytes) else { throw refusal(of: item, call) }
      numbers.append(number)
    }
  }

  private func refusal(of item: ItemReader.Item, _ call: borrowing Invocation) -> Unwind {
    let text = String(decoding: item.bytes, as: UTF8.self)
    return call.error("scan() expected '\(type.name)', got '\(text)'")
  }

  private func complex(_ bytes: [UInt8]) -> ComplexNumber? {
    bytes.withUnsafeBufferPointer { field in
      NumberScanner.complex(field: field, decimal: format.point).map {
        ComplexNumber($0.real, $0.imaginary)
      }
    }
  }

  func appendMissing() {
    count += 1
    if type == .character {
      texts.append(.empty)
    } else if type == .complex {
      complexes.append(.missing)
    } else if type != .skipped {
      numbers.append(.missing)
    }
  }

  private func number(_ bytes: [UInt8]) -> Double? {
    if type == .logical {
      switch String(decoding: bytes, as: UTF8.self) {
      case "T", "TRUE", "true", "True": return 1
      case "F", "FALSE", "false", "False": return 0
      default: return nil
      }
    }
    if type == .raw {
      return UInt8(String(decoding: bytes, as: UTF8.self), radix: 16).map(Double.init)
    }
    let plain = format.point == 0x2E ? bytes : bytes.map { $0 == format.point ? 0x2E : $0 }
    let value = plain.withUnsafeBufferPointer { NumberText.number($0) }
    guard type == .integer, let value, !value.isNaN else { return value }
    return value == value.rounded() && value.magnitude < 2_147_483_648 ? value : nil
  }

  var value: Value {
    switch type {
    case .skipped: .null
    case .character: .object(CharacterVector(texts))
    case .double: .object(DoubleVector(numbers))
    case .complex: .object(ComplexVector(complexes))
    case .raw: .object(RawVector(numbers.map { UInt8(clamping: Int(saturating: $0)) }))
    case .integer: .object(IntegerVector(numbers.map { $0.isNaN ? .missing : Int32($0) }))
    case .logical: .object(LogicalVector(numbers.map { $0.isNaN ? .missing : Int32($0) }))
    }
  }
}
