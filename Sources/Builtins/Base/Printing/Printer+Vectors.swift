import ApusInterpreter

// Vectors without dimensions: `[1] 1 2 3`, or names above the elements.

extension Printer {
  /// An atomic vector, matrix or array.
  func printAtomic(_ vector: Vector) throws(Unwind) {
    let value = Value.object(vector)
    if let dimensions = value.dimensions {
      if dimensions.count == 1 {
        printOneDimensional(vector, value)
      } else if dimensions.count == 2 {
        try printMatrix(
          vector, rows: dimensions[0], columns: dimensions[1], MatrixNames(of: value, strings))
      } else {
        try printArray(vector, dimensions, value)
      }
      return
    }
    if let names = value.namesVector {
      printNamed(vector, names, title: nil)
    } else {
      printVector(vector)
    }
  }

  private func printOneDimensional(_ vector: Vector, _ value: Value) {
    guard let all = value.dimensionNames, all.count == 1,
      let names = all.elements[0].characterVector
    else { return printVector(vector) }
    let title = Value.object(all).namesVector.map { strings.text($0.elements[0]) }
    printNamed(vector, names, title: title)
  }

  /// Elements in rows, the index of the first in front.
  func printVector(_ vector: Vector) {
    guard vector.count > 0 else { return printEmpty(vector.kind, isNamed: false) }
    let shown = shownCount(vector.count)
    let cells = Cells(vector, settings, strings)
    let format = cells.format(0..<shown)
    let labelWidth = Decimal10.digits(shown) + 2
    let column = format.width + settings.gap
    let side: Justification = settings.right ? .right : .left
    var used = settings.width + 1
    for k in 0..<shown {
      if used + column > settings.width || k == 0 {
        if k > 0 { output.append("\n") }
        appendIndex(k + 1, width: labelWidth)
        used = labelWidth
        flushIfLarge()
      }
      output.appendSpaces(settings.gap)
      cells.append(k, format, side, to: output)
      used += column
    }
    output.append("\n")
    if shown < vector.count { printOmitted(vector.count - shown, "entries") }
  }

  /// How many of so many elements are printed: one too many is no reason to leave it out.
  func shownCount(_ count: Int) -> Int {
    count <= settings.maximum + 1 ? count : settings.maximum
  }

  private func appendIndex(_ index: Int, width: Int) {
    output.appendSpaces(width - 2 - Decimal10.digits(index))
    output.append("[")
    output.append(integer: index)
    output.append("]")
  }

  func printOmitted(_ count: Int, _ what: StaticString) {
    printOmitted("\(count) \(what)")
  }

  func printOmitted(_ what: String) {
    output.append(" [ reached getOption(\"max.print\") -- omitted ")
    output.append(what)
    output.append(" ]\n")
  }

  /// Columns of a name above an element each.
  func printNamed(_ vector: Vector, _ names: CharacterVector, title: String?) {
    if let title {
      output.append(title)
      output.append("\n")
    }
    guard vector.count > 0 else { return printEmpty(vector.kind, isNamed: true) }
    let shown = shownCount(vector.count)
    var cells = Cells(vector, settings, strings)
    cells.roundsParts = false
    let format = cells.format(0..<shown)
    var width = format.width
    for k in 0..<min(shown, names.count) { width = max(width, labelWidth(names.elements[k])) }
    let perLine = max(1, settings.width / (width + settings.gap))
    var start = 0
    while start < shown {
      let end = min(start + perLine, shown)
      for k in start..<end {
        appendLabel(names.elements[k], width: width, .right)
        output.appendSpaces(settings.gap)
      }
      output.append("\n")
      for k in start..<end {
        output.appendSpaces(width - format.width)
        cells.append(k, format, .right, to: output)
        // Complex numbers have no blanks behind the last one.
        if k + 1 < end || vector.kind != .complex { output.appendSpaces(settings.gap) }
      }
      output.append("\n")
      flushIfLarge()
      start = end
    }
    if shown < vector.count { printOmitted(vector.count - shown, "entries") }
  }

  /// Columns of a name; NA is shown as `<NA>`.
  func labelWidth(_ label: StringHandle) -> Int {
    label.isMissing ? 4 : DisplayWidth.escapedWidth(of: strings.bytes(label), quote: 0)
  }

  func appendLabel(_ label: StringHandle, width: Int, _ side: Justification) {
    guard label.isMissing else {
      return output.append(strings.bytes(label), quote: 0, width: width, side)
    }
    if side == .right { output.appendSpaces(width - 4) }
    output.append("<NA>")
    if side == .left { output.appendSpaces(width - 4) }
  }

  func printEmpty(_ kind: Kind, isNamed: Bool) {
    if isNamed { output.append("named ") }
    switch kind {
    case .double: output.append("numeric(0)\n")
    case .list, .expression, .pairlist: output.append("list()\n")
    default:
      output.append(kind.typeName)
      output.append("(0)\n")
    }
  }
}

/// Sizes of decimal numbers.
enum Decimal10 {
  static func digits(_ number: Int) -> Int {
    var count = 1
    var rest = number / 10
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }
}
