import ApusSyntax
import Foundation

/// A package of the library with everything that the binary keeps of it.
struct EmbeddedPackage {
  /// The name of its folder.
  let folderName: String

  /// What R calls it: the `Package` of its description.
  let name: String
  var description = ""

  /// The text of all R files.
  var text: [UInt8] = []
  var fileNames: [String] = []
  var bindings: [[Int]] = []
  var initializers: [[Int]] = []
  var remarks: [[Int]] = []
  var directives: [String] = []

  /// The content of all data files.
  var data: [UInt8] = []
  var dataFiles: [String] = []

  private var definitions: [String: String] = [:]

  init(name: String, folder: URL) throws {
    folderName = name
    description = try String(contentsOf: folder.appending(path: "DESCRIPTION"), encoding: .utf8)
    let start = "Package: "
    let line = description.split(separator: "\n").first { $0.hasPrefix(start) }
    self.name = line.map { String($0.dropFirst(start.count)) } ?? name
    for file in Self.files(in: folder.appending(path: "R"), extensions: ["R"]) {
      try add(file)
    }
    directives = try Namespace.directives(of: folder.appending(path: "NAMESPACE"))
    for file in Self.files(in: folder.appending(path: "data"), extensions: ["csv", "R"]) {
      let content = try Data(contentsOf: file)
      dataFiles.append("\(file.lastPathComponent)\t\(data.count)\t\(content.count)")
      data += content
    }
  }

  private static func files(in folder: URL, extensions: Set<String>) -> [URL] {
    let content = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (content ?? [])
      .filter { extensions.contains($0.pathExtension) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}

// MARK: - R files

extension EmbeddedPackage {
  private mutating func add(_ file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    if bytes.contains(where: { $0 == 0 || $0 == 0x0D }) {
      throw EmbeddingError(file, line: 1, column: 1, "NUL or carriage return in R code")
    }
    let result = Parser.parse(bytes)
    if let error = result.error {
      throw EmbeddingError(
        file, line: error.line, column: error.column,
        error.consoleMessage)
    }
    let source = SourceText(bytes)
    for expression in result.expressions {
      add(expression, of: result.tree, in: source, file: file)
    }
    fileNames.append(file.lastPathComponent)
    text += bytes
    if text.last != 0x0A { text.append(0x0A) }
  }

  private mutating func add(
    _ expression: Tree.NodeID, of tree: Tree, in source: SourceText, file: URL
  ) {
    let base = text.count
    let node = tree[expression]
    let documentation = documentation(above: Int(node.range.start), in: source)
    let block = [documentation.isEmpty ? 0 : base + documentation.lowerBound, documentation.count]
    switch node.kind {
    case .null, .string:
      if !documentation.isEmpty { remarks.append(block) }
    default:
      let line = source.line(at: Int(node.range.start))
      guard let (target, value) = assignment(node, of: tree) else {
        initializers.append(
          [base + Int(node.range.start), node.range.indices.count, fileNames.count, line])
        return
      }
      let range = tree[value].range.indices
      let flag = tree[value].kind == .function ? 1 : 0
      noteDefinition(source.bytes[target], at: "\(file.path):\(line):1")
      bindings.append(
        [base + target.lowerBound, target.count, base + range.lowerBound, range.count]
          + [fileNames.count << 1 | flag, source.line(at: range.lowerBound)] + block)
    }
  }

  /// The range of the name and the value of an assignment to a plain name.
  private func assignment(
    _ node: Tree.Node, of tree: Tree
  ) -> (target: Range<Int>, value: Tree.NodeID)? {
    let arguments = tree.arguments(of: node)
    guard node.kind == .call, arguments.count == 3, let function = arguments.first?.node,
      let value = arguments.last?.node, let target = arguments.dropFirst().first?.node,
      tree[function].kind == .symbol,
      ["<-", "="].contains(tree.string(tree.text(tree[function])))
    else { return nil }
    let name = tree[target]
    guard name.kind == .symbol || name.kind == .string else { return nil }
    let quotes = name.isQuoted ? 1 : 0
    let range = name.range.indices
    let written = range.lowerBound + quotes..<range.upperBound - quotes
    let isPlain = tree.string(tree.text(name)).utf8.elementsEqual(tree.source[written])
    return isPlain ? (written, value) : nil
  }

  /// The range of the lines `#'` directly above `offset`.
  private func documentation(above offset: Int, in source: SourceText) -> Range<Int> {
    let line = source.line(at: offset)
    let end = Int(source.lineStarts[line - 1])
    var start = end
    var above = line - 1
    while above > 0 {
      let lineStart = Int(source.lineStarts[above - 1])
      guard source.bytes[lineStart...].starts(with: "#'".utf8) else { break }
      start = lineStart
      above -= 1
    }
    return start..<end
  }

  private mutating func noteDefinition(_ name: ArraySlice<UInt8>, at place: String) {
    let name = String(decoding: name, as: UTF8.self)
    if let earlier = definitions[name] {
      let warning = "\(place): warning: '\(name)' is also defined at \(earlier)\n"
      FileHandle.standardError.write(Data(warning.utf8))
    }
    definitions[name] = place
  }
}
