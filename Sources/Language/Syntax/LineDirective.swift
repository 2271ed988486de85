/// `#line 20 "other.R"`: the line below it is to be known as line 20 of that file.
struct LineDirective: Sendable {
  /// Where the directive stands.
  let line: Int
  /// The number of the line that follows.
  let number: Int
  /// The file; the one so far if there is none.
  let file: String?
}

/// Where a line is said to come from: as it stands in its text, unless a directive above it says otherwise.
package struct LineOrigin {
  package let line: Int
  package let file: String?
}

extension SourceText {
  /// What the nearest directive above a line says of it.
  package func origin(ofLine line: Int) -> LineOrigin {
    guard let directive = directives.last(where: { $0.line < line }) else {
      return LineOrigin(line: line, file: nil)
    }
    return LineOrigin(line: directive.number + line - directive.line - 1, file: directive.file)
  }

  /// The offset behind the nearest directive above a line.
  func endOfDirective(aboveLine line: Int) -> Int {
    directives.last { $0.line < line }.map { Int(lineStarts[$0.line]) } ?? 0
  }

  /// The directives of a text, in their order.
  static func directives(in bytes: [UInt8], _ lineStarts: [UInt32]) -> [LineDirective] {
    var found: [LineDirective] = []
    for (index, start) in lineStarts.enumerated() {
      var place = Int(start)
      skipBlanks(bytes, &place)
      guard place + 7 < bytes.count, bytes[place] == UInt8(ascii: "#"),
        bytes[place + 1] == UInt8(ascii: "l"), bytes[place..<place + 5].elementsEqual("#line".utf8),
        let (number, file) = parts(bytes, from: place + 5)
      else { continue }
      found.append(
        LineDirective(line: index + 1, number: number, file: file ?? found.last?.file))
    }
    return found
  }

  /// The number and the file behind `#line`.
  private static func parts(_ bytes: [UInt8], from start: Int) -> (Int, String?)? {
    var place = start
    skipBlanks(bytes, &place)
    var digits = 0
    var number = 0
    while place < bytes.count, digits < 10, bytes[place] >= 0x30, bytes[place] <= 0x39 {
      number = number * 10 + Int(bytes[place] - 0x30)
      digits += 1
      place += 1
    }
    guard place > start, digits > 0 else { return nil }
    skipBlanks(bytes, &place)
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return (number, nil) }
    let rest = bytes[(place + 1)...].prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n") }
    return (number, String(decoding: rest, as: UTF8.self))
  }

  private static func skipBlanks(_ bytes: [UInt8], _ place: inout Int) {
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
  }
}
