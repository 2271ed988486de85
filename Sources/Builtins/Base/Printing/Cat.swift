import ApusInterpreter

/// The help page of `cat`.
enum Cat {
  static let all = [cat]

  /// Writes elements as text; `file` is a connection number.
  static let cat = Builtin(.internal, "cat(list, file, sep, fill, labels, append)") {
    call throws(Unwind) in
    guard let list = call[0].list else { throw call.error("invalid argument") }
    var writer = try CatWriter(call)
    do throws(Unwind) {
      for k in 0..<list.count { try writer.append(list.elements[k], position: k + 1, call) }
    } catch {
      try call.interpreter.write(writer.output.bytes, toConnection: call[1], call)
      throw error
    }
    writer.finish()
    try call.interpreter.write(writer.output.bytes, toConnection: call[1], call)
    return .null
  }
}

/// Joins elements with separators and breaks lines at `fill`.
private struct CatWriter {
  let output = TextBuffer(capacity: 256)
  private let item = TextBuffer(capacity: 64)
  private let interpreter: Interpreter
  private let separators: [[UInt8]]
  private let labels: [StringHandle]
  private let lineWidth: Int?
  private let digits: Int
  private let penalty: Int
  private let decimalMark: UInt8
  private var used = 0
  private var lines = 0
  private var count = 0
  /// Separators written so far.
  private var gaps = 0
  private let endsLines: Bool

  init(_ call: borrowing Invocation) throws(Unwind) {
    interpreter = call.interpreter
    guard call[2].kind == .character else { throw call.error("invalid 'sep' specification") }
    let strings = call.strings
    separators = try call.characters(2).elements.map { Array(strings.bytes($0)) }
    endsLines = separators.contains { $0.contains(0x0A) }
    switch call[3] {
    case .logical(let truth):
      lineWidth = truth == 1 ? call.interpreter.integerOption("width") ?? 80 : nil
    default:
      let width = try call.integer(3, "fill")
      guard !width.isMissing, width > 0 else { throw call.error("invalid 'fill' argument") }
      lineWidth = Int(width)
    }
    labels = call[4].kind == .character ? Array(try call.characters(4).elements) : []
    digits = call.interpreter.integerOption("digits") ?? 7
    penalty = call.interpreter.integerOption("scipen") ?? 0
    decimalMark = call.interpreter.decimalMark
  }

  mutating func append(
    _ value: Value, position: Int, _ call: borrowing Invocation
  ) throws(Unwind) {
    if value.isNull { return }
    // Even an empty object is set apart from what was before it.
    if position > 1 { separate() }
    switch value {
    case .symbol(let name):
      item.append(interpreter.strings.bytes(name))
      endItem()
    default:
      if value.count == 0 { return }
      guard let vector = value.vector, vector.kind.isAtomic else {
        let type = value.kind.typeName
        throw call.error("argument \(position) (type '\(type)') cannot be handled by 'cat'")
      }
      for k in 0..<vector.count {
        if k > 0 { separate() }
        write(vector, k)
        endItem()
      }
    }
  }

  private func write(_ vector: Vector, _ k: Int) {
    switch vector {
    case let vector as LogicalVector: item.append(logical: vector.elements[k], width: 0)
    case let vector as IntegerVector: item.append(vector.elements[k], width: 0)
    case let vector as DoubleVector:
      let number = vector.elements[k]
      let style = NumberStyle(digits: digits, penalty: penalty)
      item.append(number, NumberLayout(number, style: style))
      if decimalMark != 0x2E { item.replacePoints(from: 0, with: decimalMark) }
    case let vector as ComplexVector:
      let style = NumberStyle(digits: digits, penalty: penalty)
      let one = UnsafeBufferPointer(rebasing: vector.elements[k..<k + 1])
      item.append(vector.elements[k], ComplexLayout(one, style: style), digits: digits)
      if decimalMark != 0x2E { item.replacePoints(from: 0, with: decimalMark) }
    case let vector as CharacterVector: item.append(interpreter.strings.bytes(vector.elements[k]))
    case let vector as RawVector: item.append(hexadecimal: vector.elements[k])
    default: break
    }
  }

  private mutating func separate() {
    guard !separators.isEmpty else { return }
    let separator = separators[gaps % separators.count]
    gaps += 1
    output.append(separator)
    used += separator.count
  }

  /// Puts the item behind what is there, on a new line when it would not fit; R counts bytes.
  private mutating func endItem() {
    let width = item.bytes.count
    if let lineWidth {
      let next = separators.isEmpty ? 0 : separators[gaps % separators.count].count
      if count == 0 {
        appendLabel()
      } else if used > 0, used + width + next > lineWidth {
        output.append("\n")
        used = 0
        lines += 1
        appendLabel()
      }
    }
    output.append(item.bytes)
    used += width
    count += 1
    item.removeAll()
  }

  private mutating func appendLabel() {
    guard !labels.isEmpty else { return }
    let label = interpreter.strings.bytes(labels[lines % labels.count])
    output.append(label)
    output.append(" ")
    used += DisplayWidth.width(of: label) + 1
  }

  /// A new line ends the text when lines are filled or a separator holds one.
  mutating func finish() {
    if endsLines || lineWidth != nil && used > 0 { output.append("\n") }
  }
}
