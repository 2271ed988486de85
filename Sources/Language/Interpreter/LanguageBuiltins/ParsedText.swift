import ApusSyntax

/// The tokens of parsed text, for `getParseData`.
enum ParsedText {
  static var all: [Builtin] { [parseData] }

  /// The items of lines of code: their numbers in seven vectors, names, and the text of tokens.
  static let parseData = Builtin(.internal, "parseData(lines, is.file)") { call throws(Unwind) in
    var bytes: [UInt8] = []
    for line in try call.characters(0).elements {
      bytes.append(contentsOf: call.strings.bytes(line))
      bytes.append(UInt8(ascii: "\n"))
    }
    let text = SourceText(bytes, columns: try call.flag(1, "is.file") ? .bytes : .characters)
    let items = ParseData(bytes).items
    let strings = call.strings
    return .object(
      ListVector(
        positions(of: items, in: text).map { .object(IntegerVector($0)) } + [
          .object(IntegerVector(items.map(\.id))), .object(IntegerVector(items.map(\.parent))),
          .strings(items.map { strings.intern($0.token) }),
          .object(LogicalVector(items.map { $0.isTerminal ? 1 : 0 })),
          .strings(items.map { strings.intern(Self.text(of: $0, in: text.bytes)) }),
        ]))
  }

  /// First line and column, last line and column, and the first and last byte of the items.
  private static func positions(
    of items: [ParseData.Item], in text: SourceText
  ) -> [[Int32]] {
    var columns = [[Int32]](repeating: [], count: 6)
    for item in items {
      let first = text.position(at: Int(item.range.start))
      let last = text.lastPosition(before: Int(item.range.end))
      let numbers = [
        first.line, first.column, last.line, last.column, first.byteColumn, last.byteColumn,
      ]
      for (index, number) in numbers.enumerated() {
        columns[index].append(Int32(truncatingIfNeeded: number))
      }
    }
    return columns
  }

  /// The text of a token; long strings are described instead.
  private static func text(of item: ParseData.Item, in bytes: [UInt8]) -> String {
    guard item.isTerminal else { return "" }
    let text = String(decoding: bytes[item.range.indices], as: UTF8.self)
    guard item.range.end - item.range.start >= 1000, "\(item.token)" == "STR_CONST" else {
      return text
    }
    var content = Substring(text).utf8
    var brackets = 1
    if content.first != UInt8(ascii: "'"), content.first != UInt8(ascii: "\"") {
      content = content.dropFirst()
      brackets += content.dropFirst().prefix { $0 == UInt8(ascii: "-") }.count + 1
    }
    let quote = content.first.map { String(UnicodeScalar($0)) } ?? ""
    return "[\(content.count - 2 * brackets) chars quoted with '\(quote)']"
  }
}
