import ApusInterpreter

/// The dimnames of a matrix.
struct MatrixNames {
  var rows: CharacterVector?
  var columns: CharacterVector?
  var rowTitle: StringHandle?
  var columnTitle: StringHandle?

  init() {}

  init(of value: Value, _ strings: StringPool) {
    guard let all = value.dimensionNames, all.count >= 2 else { return }
    rows = all.elements[0].characterVector
    columns = all.elements[1].characterVector
    if let titles = Value.object(all).namesVector {
      rowTitle = titles.elements[0]
      columnTitle = titles.elements[1]
    }
  }
}

extension Printer {
  /// A matrix: blocks of as many columns as the width allows.
  func printMatrix(
    _ vector: Vector, rows: Int, columns: Int, _ names: MatrixNames, offset: Int = 0
  ) throws(Unwind) {
    if rows == 0, columns == 0 {
      output.append("<0 x 0 matrix>\n")
      return
    }
    let shownRows = columns > 0 ? min(rows, settings.maximum / columns) : rows
    let table = MatrixTable(
      self, vector, rows: rows, shownRows: shownRows, columns: columns, names, offset: offset)
    table.print()
    if shownRows < rows {
      printOmitted(rows - shownRows, rows - shownRows == 1 ? "row" : "rows")
    }
  }
}

/// The layout of one matrix on the page.
private struct MatrixTable {
  let printer: Printer
  let cells: Cells
  let rows: Int
  let shownRows: Int
  let columns: Int
  let names: MatrixNames
  let offset: Int
  let isText: Bool
  private var formats: [CellFormat] = []
  /// Columns of the page that each column of the matrix takes, gap included.
  private var widths: [Int] = []
  private var rowLabelWidth = 0
  /// How far row names are moved to the right, below a longer title.
  private var rowLabelOffset = 0

  init(
    _ printer: Printer, _ vector: Vector, rows: Int, shownRows: Int, columns: Int,
    _ names: MatrixNames, offset: Int
  ) {
    self.printer = printer
    cells = Cells(vector, printer.settings, printer.strings)
    self.rows = rows
    self.shownRows = shownRows
    self.columns = columns
    self.names = names
    self.offset = offset
    isText = vector.kind == .character
    measureRowLabels()
    for column in 0..<columns { measure(column) }
  }

  private var output: TextBuffer { printer.output }
  private var gap: Int { printer.settings.gap }

  private mutating func measureRowLabels() {
    if let labels = names.rows {
      for label in labels.elements.prefix(rows) {
        rowLabelWidth = max(rowLabelWidth, printer.labelWidth(label))
      }
    } else {
      // R leaves room for the number of one more row.
      rowLabelWidth = Decimal10.digits(rows + 1) + 3
    }
    guard let title = names.rowTitle else { return }
    let width = printer.labelWidth(title)
    rowLabelOffset = width < rowLabelWidth + 2 ? 2 : width - rowLabelWidth
    rowLabelWidth += rowLabelOffset
  }

  private mutating func measure(_ column: Int) {
    let start = offset + column * rows
    let format = cells.format(start..<start + shownRows)
    formats.append(format)
    widths.append(max(shownRows > 0 ? format.width : 0, columnLabelWidth(column)) + gap)
  }

  private func columnLabelWidth(_ column: Int) -> Int {
    guard let labels = names.columns else { return Decimal10.digits(column + 1) + 3 }
    return printer.labelWidth(labels.elements[column])
  }

  func print() {
    var first = 0
    repeat {
      var end = first
      var width = rowLabelWidth
      repeat {
        if end < columns { width += widths[end] }
        end += 1
      } while end < columns && width + widths[end] < printer.settings.width
      printBlock(first..<min(end, columns))
      first = end
    } while first < columns
  }

  private func printBlock(_ range: Range<Int>) {
    if let title = names.columnTitle {
      output.appendSpaces(rowLabelWidth)
      printer.appendTitle(title)
      output.append("\n")
    }
    if let title = names.rowTitle {
      printer.appendTitle(title, width: rowLabelWidth)
    } else {
      output.appendSpaces(rowLabelWidth)
    }
    for column in range { appendColumnLabel(column) }
    for row in 0..<shownRows {
      output.append("\n")
      printer.flushIfLarge()
      appendRowLabel(row)
      for column in range { append(row, column) }
    }
    output.append("\n")
  }

  private func append(_ row: Int, _ column: Int) {
    let format = formats[column]
    let room = widths[column] - gap
    output.appendSpaces(gap)
    let index = offset + column * rows + row
    if isText, !printer.settings.right {
      cells.append(index, .string(width: room), .left, to: output)
    } else {
      output.appendSpaces(room - format.width)
      cells.append(index, format, .right, to: output)
    }
  }

  private func appendColumnLabel(_ column: Int) {
    let room = widths[column] - gap
    output.appendSpaces(gap)
    if let labels = names.columns {
      let side: Justification = isText && !printer.settings.right ? .left : .right
      return printer.appendLabel(labels.elements[column], width: room, side)
    }
    // Numbers of columns stand on the left of text, wherever that stands.
    let blanks = room - Decimal10.digits(column + 1) - 3
    if !isText { output.appendSpaces(blanks) }
    output.append("[,")
    output.append(integer: column + 1)
    output.append("]")
    if isText { output.appendSpaces(blanks) }
  }

  private func appendRowLabel(_ row: Int) {
    if let labels = names.rows {
      output.appendSpaces(rowLabelOffset)
      return printer.appendLabel(
        labels.elements[row], width: rowLabelWidth - rowLabelOffset, .left)
    }
    output.appendSpaces(rowLabelWidth - 3 - Decimal10.digits(row + 1))
    output.append("[")
    output.append(integer: row + 1)
    output.append(",]")
  }
}

// MARK: - Arrays

extension Printer {
  /// The name of a dimension or slice, which has no escapes.
  func appendTitle(_ title: StringHandle, width: Int = 0) {
    if title.isMissing { return appendLabel(title, width: width, .left) }
    let bytes = strings.bytes(title)
    output.append(bytes)
    // R reckons with bytes here.
    output.appendSpaces(width - bytes.count)
  }

  /// An array of three or more dimensions: its matrices one after the other.
  func printArray(_ vector: Vector, _ dimensions: [Int], _ value: Value) throws(Unwind) {
    let names = value.dimensionNames
    let matrixNames = MatrixNames(of: value, strings)
    if dimensions.dropFirst(2).contains(0) || (dimensions.contains(0) && vector.count == 0) {
      if try printEmptyArray(vector, dimensions, matrixNames) { return }
    }
    let size = dimensions[0] * dimensions[1]
    let slices = dimensions.dropFirst(2).reduce(1, *)
    let whole = size > 0 ? min(slices, settings.maximum / size) : slices
    // Rows that there is room for in the slice after the last whole one.
    let rest = whole < slices ? settings.maximum % size / dimensions[1] : 0
    let shown = rest > 0 ? whole + 1 : whole
    for slice in 0..<shown {
      appendSliceTitle(slice, dimensions, names)
      let (rows, columns, offset) = (dimensions[0], dimensions[1], slice * size)
      if slice < whole {
        try printMatrix(vector, rows: rows, columns: columns, matrixNames, offset: offset)
      } else {
        let table = MatrixTable(
          self, vector, rows: rows, shownRows: rest, columns: columns, matrixNames, offset: offset)
        table.print()
      }
      output.append("\n")
    }
    if shown < slices {
      let rows = rest > 0 ? "\(dimensions[0] - rest) row(s) and " : ""
      printOmitted("\(rows)\(slices - shown) matrix slice(s)")
    }
  }

  /// Arrays without matrices say so and show an empty one; answers whether that was all.
  private func printEmptyArray(
    _ vector: Vector, _ dimensions: [Int], _ names: MatrixNames
  ) throws(Unwind) -> Bool {
    guard dimensions.dropFirst(2).contains(0) else { return false }
    output.append("<")
    output.append(dimensions.map { String($0) }.joined(separator: " x "))
    output.append(" array of \(vector.kind.typeName)>\n")
    if dimensions[0] == 0 && dimensions[1] == 0 { return true }
    try printMatrixFrame(rows: dimensions[0], columns: dimensions[1], names)
    output.append("\n")
    return true
  }

  /// The labels of a matrix whose elements do not exist.
  private func printMatrixFrame(
    rows: Int, columns: Int, _ names: MatrixNames
  ) throws(Unwind) {
    let blank = CharacterVector(repeating: .empty, count: rows * columns)
    let saved = settings
    settings.quote = false
    settings.right = true
    let mark = output.count
    try printMatrix(blank, rows: rows, columns: columns, names)
    settings = saved
    let labels = names.rows.map { $0.elements.reduce(0) { max($0, labelWidth($1)) } }
    trimLineEnds(from: mark, to: labels ?? 0)
  }

  private func trimLineEnds(from mark: Int, to width: Int) {
    let text = Array(output.bytes[mark...])
    output.truncate(to: mark)
    var isHeader = true
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: true) {
      var line = line[...]
      while !isHeader, line.last == 0x20,
        line.withUnsafeBufferPointer({ DisplayWidth.width(of: $0) }) > width
      {
        line = line.dropLast()
      }
      isHeader = false
      output.append(Array(line))
      output.append("\n")
    }
  }

  /// `, , 2` or `, , C = q`.
  private func appendSliceTitle(_ slice: Int, _ dimensions: [Int], _ names: ListVector?) {
    let titles = names.flatMap { Value.object($0).namesVector }
    output.append(", ")
    var rest = slice
    for axis in 2..<dimensions.count {
      let place = rest % dimensions[axis]
      rest /= dimensions[axis]
      output.append(", ")
      if let names, let labels = names.elements[axis].characterVector {
        if let titles {
          output.append(strings.bytes(titles.elements[axis]))
          output.append(" = ")
        }
        appendTitle(labels.elements[place])
      } else {
        output.append(integer: place + 1)
      }
    }
    output.append("\n\n")
  }
}
