/// Reads a text that is known to parse, for its parse data.
///
/// Like `Parser`, but on a single stack for operators and brackets. What follows is read before a
/// construct ends only where R's parser has to see it, as the numbers tell which came first.
struct ParseDataBuilder {
  var lexer: Lexer
  var items: [ParseData.Item] = []

  /// The items that are not part of a construct yet.
  var parts: [Int] = []

  /// The operators and brackets that wait for what follows them.
  var pending: [Waiting] = []

  var ahead: Token?
  var aheadID: Int32 = 0

  /// A token that was read and put back; it gets another number when it is read again.
  private var stashed: Token?
  private var lastID: Int32 = 0
  private var failed = false

  /// Whether the word that comes may be the name of an argument.
  var isAtArgument = false

  /// Whether the operand that was read last may be the left side of `=` or `?` as it is.
  var isStatement = false

  init(lexer: Lexer) { self.lexer = lexer }

  struct Waiting {
    enum Role {
      case infix, prefix, condition, alternative, loop, function
      case top, brace, parenthesis, test, sequence, arguments, elements, parameters

      var isBracket: Bool {
        switch self {
        case .infix, .prefix, .condition, .alternative, .loop, .function: false
        default: true
        }
      }
    }
    var role: Role
    var precedence = Precedence.help
    var name = SyntaxName.help

    /// Where its parts start.
    var start: Int
  }

  enum State { case operand, afterOperand, argument, item, finished }

  mutating func run() {
    pending.append(Waiting(role: .top, start: 0))
    var state = startTopLevel()
    while state != .finished, !failed {
      switch state {
      case .operand: state = readOperand()
      case .afterOperand: state = continueOperand()
      case .argument: state = readArgument()
      case .item: state = readItems()
      case .finished: break
      }
    }
  }
}

// MARK: - Tokens and numbers

extension ParseDataBuilder {
  mutating func number() -> Int32 {
    lastID += 1
    return lastID
  }

  private var isBetweenLines: Bool { pending.last { $0.role.isBracket }?.isBetweenLines ?? true }

  /// Reads ahead; newlines are tokens where they end something.
  mutating func peek(skipsNewlines: Bool = false) -> Token {
    if let ahead, !(skipsNewlines && ahead.kind == .newline) { return ahead }
    let skips = skipsNewlines || !isBetweenLines
    var token = read()
    while skips, token.kind == .newline { token = read() }
    if token.kind == .newline, awaitsElse { token = newlineOrElse(token) }
    ahead = token
    return token
  }

  private mutating func read() -> Token {
    if let token = stashed {
      stashed = nil
      aheadID = number()
      return token
    }
    let start = lexer.position
    lexer.advance()
    recordComment(from: start, to: Int(lexer.token.start))
    aheadID = number()
    return lexer.token
  }

  private mutating func recordComment(from start: Int, to end: Int) {
    guard let place = (start..<max(start, end)).first(where: { lexer.bytes[$0] == 0x23 }) else {
      return
    }
    items.append(
      ParseData.Item(
        token: "COMMENT", range: SourceRange(start: UInt32(place), end: UInt32(end)),
        id: number(), isTerminal: true, isComment: true))
  }

  /// Whether an `if` in the innermost braces may still get its `else`.
  private var awaitsElse: Bool {
    guard let bracket = pending.lastIndex(where: { $0.role.isBracket }),
      pending[bracket].role == .brace
    else { return false }
    return pending[bracket...].contains { $0.role == .condition }
  }

  /// What ends a line after an `if`: an `else` in a later line, a brace, or the newline.
  private mutating func newlineOrElse(_ newline: Token) -> Token {
    var token = newline
    while token.kind == .newline { token = read() }
    if token.kind == .else || token.kind == .rightBrace { return token }
    stashed = token
    return newline
  }

  /// Passes the token ahead, which becomes a part of what is being read.
  @discardableResult
  mutating func shift(as name: StaticString? = nil) -> Token {
    let token = peek()
    ahead = nil
    if token.kind == .end { failed = true }
    guard token.kind != .newline, token.kind != .end else { return token }
    parts.append(items.count)
    items.append(
      ParseData.Item(
        token: name ?? token.parseDataName, range: token.range, id: aheadID, isTerminal: true))
    return token
  }

  /// Makes a construct of the parts from `start` on.
  mutating func reduce(_ token: StaticString = "expr", from start: Int, begins: UInt32? = nil) {
    guard start < parts.count else { return failed = true }
    let id = number()
    for part in parts[start...] { items[part].parent = id }
    let range = SourceRange(
      start: begins ?? items[parts[start]].range.start,
      end: items[parts[parts.count - 1]].range.end)
    parts.removeSubrange(start...)
    parts.append(items.count)
    items.append(ParseData.Item(token: token, range: range, id: id, isTerminal: false))
  }

  mutating func fail() -> State {
    failed = true
    return .finished
  }

  /// Makes the operand a statement: a construct that is left out of the data.
  mutating func finishStatement() {
    if !isStatement { _ = number() }
    isStatement = true
  }

  /// Renames the part that was read last, if it is a plain name.
  mutating func renameSymbol(_ part: Int?, _ name: StaticString) {
    guard let part, items[part].isTerminal, "\(items[part].token)" == "SYMBOL" else { return }
    items[part].token = name
  }
}

extension ParseDataBuilder.Waiting {
  /// Whether newlines end what stands directly in this bracket.
  fileprivate var isBetweenLines: Bool { role == .brace || role == .top }
}
