import ApusSyntax
import Foundation

/// Reads `NAMESPACE` files.
enum Namespace {
  /// One line for each name a directive gives: a letter for the directive, then its names.
  static func directives(of file: URL) throws -> [String] {
    let bytes = [UInt8](try Data(contentsOf: file))
    let result = Parser.parse(bytes)
    if let error = result.error {
      throw EmbeddingError(
        file, line: error.line, column: error.column, error.consoleMessage)
    }
    return try result.expressions.flatMap { expression in
      guard let lines = directive(result.tree[expression], of: result.tree) else {
        let start = Int(result.tree[expression].range.start)
        let position = SourceText(bytes).position(at: start)
        throw EmbeddingError(
          file, line: position.line, column: position.column, "unknown directive")
      }
      return lines
    }
  }

  private static func directive(_ node: Tree.Node, of tree: Tree) -> [String]? {
    guard node.kind == .call, let function = name(tree.arguments(of: node).first, of: tree) else {
      return nil
    }
    let names = tree.arguments(of: node).dropFirst().flatMap { self.names(of: $0, in: tree) }
    switch function {
    case "export": return names.map { "e" + $0 }
    case "exportPattern": return names.map { "p" + $0 }
    case "S3method":
      guard names.count == 2 || names.count == 3 else { return nil }
      let method = names.count == 3 ? names[2] : "\(names[0]).\(names[1])"
      return ["s\(names[0])\t\(names[1])\t\(method)"]
    case "import": return names.map { "i" + $0 }
    case "importFrom": return names.dropFirst().map { "f\(names[0])\t\($0)" }
    default: return nil
    }
  }

  /// The names in an argument: a name, a string, or several in `c(…)`.
  private static func names(of argument: Tree.Argument, in tree: Tree) -> [String] {
    if let name = name(argument, of: tree) { return [name] }
    guard let id = argument.node, tree[id].kind == .call else { return [] }
    return tree.arguments(of: tree[id]).dropFirst().flatMap { names(of: $0, in: tree) }
  }

  private static func name(_ argument: Tree.Argument?, of tree: Tree) -> String? {
    guard let id = argument?.node else { return nil }
    let node = tree[id]
    guard node.kind == .symbol || node.kind == .string else { return nil }
    return tree.string(tree.text(node))
  }
}
