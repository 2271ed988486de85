import Foundation

@testable import ApusSyntax

/// A node as nested calls, as `record.R` shows what GNU R parses.
func show(_ tree: Tree, _ id: Tree.NodeID) -> String {
  let node = tree[id]
  func argument(_ argument: Tree.Argument) -> String {
    let value = argument.node.map { show(tree, $0) } ?? "<>"
    return argument.name.map { "\(quoted(tree, $0))=\(value)" } ?? value
  }
  switch node.kind {
  case .call:
    return "(" + tree.arguments(of: node).map(argument).joined(separator: " ") + ")"
  case .function:
    let parameters = tree.arguments(of: node).dropLast().map(argument).joined(separator: " ")
    let body = tree.arguments(of: node).last.map(argument) ?? ""
    return "(function [\(parameters)] \(body))"
  case .symbol: return quoted(tree, tree.text(node))
  case .string: return "\"\(quoted(tree, tree.text(node)))\""
  default: return constant(tree, node)
  }
}

private func constant(_ tree: Tree, _ node: Tree.Node) -> String {
  switch node.kind {
  case .null: "NULL"
  case .true: "TRUE"
  case .false: "FALSE"
  case .integer: "\(tree.integer(node))L"
  case .double: hexadecimal(tree.double(node))
  case .imaginary: "0x0p+0+\(hexadecimal(tree.double(node)))i"
  case .missingInteger: "NAL"
  case .missingComplex: "NA+NAi"
  default: "NA"
  }
}

private func hexadecimal(_ value: Double) -> String {
  if value.isNaN { return "NaN" }
  if value.isInfinite { return "Inf" }
  return String(format: "%a", value)
}

private func quoted(_ tree: Tree, _ text: Tree.Text) -> String {
  tree.withBytes(of: text) { bytes in
    bytes.map { byte in
      byte > 32 && byte < 127 && byte != 34 && byte != 92
        ? String(UnicodeScalar(byte)) : String(format: "\\%02x", byte)
    }.joined()
  }
}
