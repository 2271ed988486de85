import ApusInterpreter

/// What `print.default` lets its caller choose.
struct PrintSettings {
  var width = 80
  var digits = 7
  var penalty = 0
  var quote = true
  var right = false
  var gap = 1
  /// The bytes shown for missing values, if they were chosen.
  var missing: [UInt8]?
  var maximum = 99_999
  var usesSource = true
  /// What stands for the decimal point.
  var decimalMark: UInt8 = 0x2E

  /// The settings that the options of an interpreter ask for.
  init(optionsOf interpreter: Interpreter) {
    width = interpreter.integerOption("width") ?? 80
    digits = interpreter.integerOption("digits") ?? 7
    penalty = interpreter.integerOption("scipen") ?? 0
    maximum = interpreter.integerOption("max.print") ?? 99_999
    decimalMark = interpreter.decimalMark
  }

  var style: NumberStyle {
    NumberStyle(digits: digits, penalty: penalty, missingWidth: missingWidth(quoted: true))
  }

  /// Columns of a missing value; strings without quotes show it as `<NA>`.
  func missingWidth(quoted: Bool) -> Int {
    guard let missing else { return quoted ? 2 : 4 }
    return missing.withUnsafeBufferPointer { DisplayWidth.width(of: $0) }
  }
}
