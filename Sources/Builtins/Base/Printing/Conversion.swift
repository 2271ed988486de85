import ApusInterpreter
import Glibc

/// One conversion of a `printf` format: `%-8.3f`.
struct Conversion {
  var alignsLeft = false
  var showsPlus = false
  var leavesBlank = false
  var padsWithZeros = false
  var isAlternate = false
  var width = 0
  var precision: Int?
  var letter: UInt8

  init(_ letter: Character, width: Int = 0, precision: Int? = nil) {
    self.letter = letter.asciiValue ?? 0x73
    self.precision = precision
    self.width = width.magnitude > 0 ? Int(width.magnitude) : 0
    alignsLeft = width < 0
  }

  /// Takes a flag character; answers false if it is none.
  mutating func take(flag: UInt8) -> Bool {
    switch flag {
    case UInt8(ascii: "-"): alignsLeft = true
    case UInt8(ascii: "+"): showsPlus = true
    case UInt8(ascii: " "): leavesBlank = true
    case UInt8(ascii: "0"): padsWithZeros = true
    case UInt8(ascii: "#"): isAlternate = true
    default: return false
    }
    return true
  }

  /// The conversion as C wants it, with width and precision as `*`.
  private func pattern(_ length: String) -> String {
    "%" + (alignsLeft ? "-" : "") + (showsPlus ? "+" : "") + (leavesBlank ? " " : "")
      + (padsWithZeros ? "0" : "") + (isAlternate ? "#" : "") + "*"
      + (precision == nil ? "" : ".*") + length + String(UnicodeScalar(letter))
  }

  private func arguments(_ value: any CVarArg) -> [any CVarArg] {
    var all: [any CVarArg] = [Int32(clamping: width)]
    if let precision { all.append(Int32(clamping: precision)) }
    return all + [value]
  }

  private func print(_ value: any CVarArg, _ length: String, to output: TextBuffer) {
    let room = 400 + width + (precision ?? 0)
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: room) { buffer in
      let written = withVaList(arguments(value)) {
        vsnprintf(buffer.baseAddress, room, pattern(length), $0)
      }
      guard written > 0 else { return }
      let bytes = UnsafeRawBufferPointer(buffer)
      output.append(UnsafeRawBufferPointer(rebasing: bytes[..<min(Int(written), room - 1)]))
    }
  }
}

// MARK: - Values

extension Conversion {
  func append(_ number: Double, to output: TextBuffer) {
    guard number.isFinite else { return appendSpecial(number, to: output) }
    let isSimple = !showsPlus && !leavesBlank && !padsWithZeros && !isAlternate
    if isSimple, letter == UInt8(ascii: "f"), number != 0 {
      let begin = output.count
      output.appendFixed(number, decimals: precision ?? 6, width: alignsLeft ? 0 : width)
      if alignsLeft { output.appendSpaces(width - (output.count - begin)) }
      return
    }
    print(number, "", to: output)
  }

  /// NA, NaN and infinities are words, aligned like numbers.
  private func appendSpecial(_ number: Double, to output: TextBuffer) {
    let word = number.isMissing ? "NA" : number.isNaN ? "NaN" : number < 0 ? "-Inf" : "Inf"
    let sign = number == .infinity ? (showsPlus ? "+" : leavesBlank ? " " : "") : ""
    appendPadded(sign + word, to: output)
  }

  func append(_ number: Int32, to output: TextBuffer) {
    if number.isMissing { return appendPadded("NA", to: output) }
    let isDecimal = letter == UInt8(ascii: "d") || letter == UInt8(ascii: "i")
    if isDecimal, !showsPlus, !leavesBlank, !padsWithZeros, precision == nil, !alignsLeft {
      return output.append(number, width: width)
    }
    if isDecimal {
      print(number, "", to: output)
    } else {
      print(UInt32(bitPattern: number), "", to: output)
    }
  }

  private func appendPadded(_ word: String, to output: TextBuffer) {
    if !alignsLeft { output.appendSpaces(width - word.utf8.count) }
    output.append(word)
    if alignsLeft { output.appendSpaces(width - word.utf8.count) }
  }

  /// A string; precision and width count bytes, as in C.
  func append(_ text: UnsafeBufferPointer<UInt8>, to output: TextBuffer) {
    let shown = UnsafeBufferPointer(rebasing: text.prefix(precision ?? .max))
    if !alignsLeft { output.appendSpaces(width - shown.count) }
    output.append(shown)
    if alignsLeft { output.appendSpaces(width - shown.count) }
  }
}
