import ApusInterpreter
import Glibc

/// The help page of `formatC`.
enum FormatC {
  static let all = [formatC]

  /// Formats each element by itself, in the manner of C.
  ///
  /// `digits` is NULL or the precision, `flag` any of the flags of C.
  static let formatC = Builtin(.internal, "formatC(x, mode, width, digits, format, flag)") {
    call throws(Unwind) in
    let format = try call.text(4, "format")
    let flags = try call.text(5, "flag")
    let wanted = try call.integer(2, "width")
    guard !wanted.isMissing else { throw call.error("invalid 'width' argument") }
    let width = Int(wanted)
    try call.checkRoom(Double(abs(width)) * 4, .raw)
    let digits = call[3].isNull ? nil : Int(try call.integer(3, "digits"))
    let precision = digits.flatMap { $0 < 0 ? nil : $0 }
    var conversion = Conversion(
      format == "fg" ? "g" : format.first ?? "g", width: width, precision: precision)
    for flag in flags.utf8 { _ = conversion.take(flag: flag) }
    let result: CharacterVector
    if format == "s" {
      result = strings(try call.characters(0), conversion, call.strings)
    } else if format == "d" {
      result = integers(try call.doubles(0), conversion, call.strings)
    } else if format == "fg" {
      result = significant(try call.doubles(0), conversion, flags, call.strings)
    } else {
      result = doubles(try call.doubles(0), conversion, call.strings)
    }
    return Value(result)
  }

  private static func strings(
    _ source: CharacterVector, _ conversion: Conversion, _ pool: StringPool
  ) -> CharacterVector {
    let builder = CharacterBuilder(pool, count: source.count)
    for string in source.elements {
      conversion.append(pool.bytes(string), to: builder.text)
      builder.endElement()
    }
    return builder.finish()
  }

  private static func integers(
    _ source: DoubleVector, _ conversion: Conversion, _ pool: StringPool
  ) -> CharacterVector {
    var whole = conversion
    whole.letter = UInt8(ascii: "f")
    whole.precision = 0
    let builder = CharacterBuilder(pool, count: source.count)
    for number in source.elements {
      whole.append(number == 0 ? 0 : number, to: builder.text)
      builder.endElement()
    }
    return builder.finish()
  }

  private static func doubles(
    _ source: DoubleVector, _ conversion: Conversion, _ pool: StringPool
  ) -> CharacterVector {
    let builder = CharacterBuilder(pool, count: source.count)
    for number in source.elements {
      conversion.append(number, to: builder.text)
      builder.endElement()
    }
    return builder.finish()
  }

  /// Fixed notation with `digits` significant digits.
  private static func significant(
    _ source: DoubleVector, _ conversion: Conversion, _ flags: String, _ pool: StringPool
  ) -> CharacterVector {
    let digits = max(conversion.precision ?? 6, 1)
    let keepsZeros = flags.contains("#")
    let builder = CharacterBuilder(pool, count: source.count)
    for number in source.elements {
      var one = conversion
      one.isAlternate = false
      if number.isFinite, number != 0 {
        one.letter = UInt8(ascii: "f")
        one.precision = decimals(of: number, digits: digits, keepsZeros: keepsZeros)
      } else if keepsZeros, number == 0 {
        one.letter = UInt8(ascii: "f")
        one.precision = digits - 1
      }
      one.append(number, to: builder.text)
      builder.endElement()
    }
    return builder.finish()
  }

  /// Digits after the point that show `digits` significant ones.
  private static func decimals(of number: Double, digits: Int, keepsZeros: Bool) -> Int {
    let style = NumberStyle(digits: digits, penalty: -10_000)
    let layout = NumberLayout(number, style: style)
    let text = TextBuffer()
    text.appendScientific(number, decimals: layout.decimals)
    let mark = text.text.firstIndex(of: "e").map { text.text[$0...].dropFirst() } ?? "0"
    let exponent = Int(mark.replacing("+")) ?? 0
    return max(0, (keepsZeros ? digits : layout.decimals + 1) - 1 - exponent)
  }
}

extension Substring {
  fileprivate func replacing(_ sign: Character) -> Substring {
    first == sign ? dropFirst() : self
  }
}
