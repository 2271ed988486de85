import ApusInterpreter

/// Functions that run after each top-level expression: the help page of `addTaskCallback`.
package final class TaskCallbacks {
  private struct Entry {
    let name: StringHandle
    let function: Value
    /// Given as the fifth argument, if there is one.
    let data: Value?
  }

  private var entries: [Entry] = []

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  /// Runs them all; one that does not answer TRUE is removed.
  package func run(
    _ expression: Value, _ value: Value, isVisible: Bool, in interpreter: Interpreter
  ) throws(Unwind) {
    for entry in entries {
      var arguments = [expression, value, .logical(true), .logical(isVisible)]
      if let data = entry.data { arguments.append(data) }
      let answer = try interpreter.call(
        entry.function, arguments.map { Argument(.empty, $0) })
      let isKept: Bool = if case .logical(let truth) = answer { truth == 1 } else { false }
      if !isKept { entries.removeAll { $0.name == entry.name } }
    }
  }

  static let all = [add, remove, names]

  static let add = Builtin(.internal, "addTaskCallback(f, data, useData, name)") {
    call throws(Unwind) in
    let callbacks = call.interpreter.state { TaskCallbacks() }
    let names = try call.characters(3).elements
    let position = callbacks.entries.count + 1
    let name = names.first ?? call.strings.intern("\(position)")
    let data = try call.flag(2, "useData") ? call[1] : nil
    callbacks.entries.append(Entry(name: name, function: call[0], data: data))
    let index = IntegerVector(CollectionOfOne(Int32(position)))
    index.setAttribute(.names, .string(name))
    return .object(index)
  }

  static let remove = Builtin(.internal, "removeTaskCallback(id)") { call throws(Unwind) in
    let callbacks = call.interpreter.state { TaskCallbacks() }
    let position: Int?
    if call[0].kind == .character {
      let name = try call.characters(0).elements.first
      position = callbacks.entries.firstIndex { $0.name == name }
    } else {
      position = Int(try call.integer(0, "id")) - 1
    }
    guard let position, callbacks.entries.indices.contains(position) else { return .logical(false) }
    callbacks.entries.remove(at: position)
    return .logical(true)
  }

  static let names = Builtin(.internal, "getTaskCallbackNames()") { call throws(Unwind) in
    .strings(call.interpreter.state { TaskCallbacks() }.entries.map(\.name))
  }
}
