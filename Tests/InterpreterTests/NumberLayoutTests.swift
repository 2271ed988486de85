import ApusInterpreter
import Glibc
import Testing

/// A vector, and how GNU R writes it.
private struct Recorded {
  let digits: Int
  let numbers: [Double]
  let formatted: String
  let characters: String

  static func all() throws -> [Recorded] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let file = try #require(fopen("/\(folder)/Recorded/numbers.txt", "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Recorded(
        digits: try #require(Int(fields[0])), numbers: fields[1].split(separator: " ").map(number),
        formatted: fields[2], characters: fields[3])
    }
  }

  private static func number(_ text: Substring) -> Double {
    text == "NA" ? .missing : strtod(String(text), nil)
  }
}

@Test func `formats numbers as GNU R does`() throws {
  for recorded in try Recorded.all() {
    let text = TextBuffer()
    recorded.numbers.withUnsafeBufferPointer { numbers in
      let layout = NumberLayout(numbers, style: NumberStyle(digits: recorded.digits))
      for (k, number) in numbers.enumerated() {
        if k > 0 { text.append("|") }
        text.append(number, layout)
      }
    }
    #expect(text.text == recorded.formatted)
  }
}

@Test func `makes strings of numbers as GNU R does`() throws {
  for recorded in try Recorded.all() {
    let texts = recorded.numbers.map { NumberText.text($0) }
    #expect(texts.joined(separator: "|") == recorded.characters)
  }
}

@Test func `reads every number it writes with 17 digits`() throws {
  for number in try Recorded.all().flatMap(\.numbers) where number.isFinite {
    let text = TextBuffer()
    text.appendScientific(number, decimals: 16)
    #expect(NumberText.number(text.bytes) == number)
  }
}

@Test(arguments: [
  ("caf\u{E9}", 4), ("\u{65E5}\u{672C}", 4), ("e\u{301}", 1), ("\u{200B}", 0), ("a\tb", 2),
])
func `measures columns of a terminal`(text: String, width: Int) {
  var text = text
  #expect(text.withUTF8 { DisplayWidth.width(of: $0) } == width)
}

@Test(arguments: [
  ("a\"b\\", "\"a\\\"b\\\\\""), ("\n\u{1}", "\"\\n\\001\""), ("\u{85}", "\"\\u0085\""),
])
func `escapes what cannot be printed`(text: String, shown: String) {
  var text = text
  let buffer = TextBuffer()
  text.withUTF8 { buffer.appendEscaped($0, quote: UInt8(ascii: "\"")) }
  #expect(buffer.text == shown)
}
