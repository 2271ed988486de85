/// The help page of `options`.
enum Options {
  static var all: [Builtin] { [options] }

  static let options = Builtin(.internal, "options(arguments)") { call throws(Unwind) in
    let r = call.interpreter
    let given = try call.list(0)
    let names = given.attribute(.names).vector as? CharacterVector
    if given.count == 0 { return r.optionList(r.options) }
    var old: [(name: Symbol, value: Value)] = []
    var isSetting = false
    for k in 0..<given.count {
      let name = names.map { $0.elements[k] } ?? .empty
      if name != .empty {
        let value = try checked(given.elements[k], for: call.strings.text(name), call)
        old.append((Symbol(name), r.setOption(Symbol(name), value)))
        isSetting = true
      } else if case .string(let asked) = given.elements[k] {
        old.append((Symbol(asked), r.options.first { $0.name.handle == asked }?.value ?? .null))
      } else {
        throw call.error("invalid argument")
      }
    }
    r.isVisible = !isSetting
    return r.optionList(old)
  }

  /// Options that R itself reads, and always has.
  private static let permanent: Set<String> = [
    "continue", "deparse.cutoff", "digits", "echo", "expressions", "keep.source",
    "keep.source.pkgs", "max.print", "nwarnings", "OutDec", "prompt", "show.error.messages",
    "verbose", "warn", "warning.length", "width",
  ]

  /// The value that is kept for an option.
  private static func checked(
    _ value: Value, for name: String, _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    if value.isNull {
      if permanent.contains(name) { throw call.error("option '\(name)' cannot be deleted") }
      return value
    }
    let isOne = value.count == 1
    switch name {
    case "digits": return .integer(try number(value, in: 1...22, name, call))
    case "width": return .integer(try number(value, in: 10...10_000, name, call))
    case "expressions":
      let limit = try number(value, in: 25...500_000, name, call)
      // There is room for no more activations.
      call.interpreter.expressionLimit = min(Int(limit), 200_000)
      return .integer(limit)
    case "max.print", "nwarnings":
      let limit = try firstInteger(value, call)
      if limit >= 1 { return .integer(limit) }
    case "warning.length":
      if (100...8170).contains(try firstInteger(value, call)) { return value }
    case "warn":
      if isOne, [.logical, .integer, .double].contains(value.kind),
        case let level = try firstInteger(value, call), !level.isMissing
      {
        return .integer(level)
      }
    case "echo", "keep.source", "showErrorCalls", "showWarnCalls", "warnPartialMatchArgs",
      "warnPartialMatchAttr", "warnPartialMatchDollar":
      if isOne, value.kind == .logical { return value }
    case "OutDec":
      if isOne, value.kind == .character {
        let mark = try call.interpreter.coerce(value, to: .character).firstString
        if mark.isMissing || call.strings.text(mark).count != 1 {
          try call.warning("'OutDec' must be a string of one character")
        }
        return value
      }
    case "continue", "prompt":
      let text = try call.interpreter.coerce(value, to: .character)
      if text.count > 0, case let first = text.firstString, first != .empty, !first.isMissing {
        return .string(first)
      }
    default: return value
    }
    throw call.error("invalid value for '\(name)'")
  }

  private static func number(
    _ value: Value, in range: ClosedRange<Int32>, _ name: String, _ call: borrowing Invocation
  ) throws(Unwind) -> Int32 {
    let number = try firstInteger(value, call)
    guard range.contains(number) else {
      throw call.error(
        "invalid '\(name)' parameter, allowed \(range.lowerBound)...\(range.upperBound)")
    }
    return number
  }

  /// The first element as an integer; NA if there is none.
  private static func firstInteger(
    _ value: Value, _ call: borrowing Invocation
  ) throws(Unwind) -> Int32 {
    let numbers = try call.interpreter.coerce(value, to: .integer)
    return numbers.count > 0 ? numbers.firstInteger : .missing
  }
}

extension Interpreter {
  func optionList(_ options: [(name: Symbol, value: Value)]) -> Value {
    let list = ListVector(options.map(\.value))
    list.setAttribute(.names, .strings(options.map(\.name.handle)))
    return .object(list)
  }

  /// Sets an option (NULL removes it) and answers the old value.
  ///
  /// Options stay sorted by name.
  @discardableResult
  package func setOption(_ name: Symbol, _ value: Value) -> Value {
    if name == strings.symbol("expressions") {
      if case .double(let number) = value { expressionLimit = Int(max(25, min(number, 200_000))) }
      if case .integer(let number) = value { expressionLimit = Int(max(25, min(number, 200_000))) }
    }
    if let place = options.firstIndex(where: { $0.name == name }) {
      let old = options[place].value
      if value.isNull { options.remove(at: place) } else { options[place].value = value }
      return old
    }
    if !value.isNull {
      let text = strings.text(name)
      let place = options.firstIndex { strings.text($0.name) > text } ?? options.count
      options.insert((name, value), at: place)
    }
    return .null
  }
}
