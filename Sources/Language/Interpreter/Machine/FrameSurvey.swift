import CSwiftRuntime

/// Finds out whether a frame that has ended is kept only by what it contains itself.
///
/// That are functions made in it, promises, formulas: as references are counted, nobody else would
/// ever free them.
///
/// All objects that can be reached from the frame are visited, as long as they are few, and the
/// references found on the way are compared with the counts: what has more is kept from outside,
/// and so is all that it refers to. That a call site remembers a function does not keep it.
struct FrameSurvey {
  private struct Node {
    let object: Unmanaged<AnyObject>
    /// References to it that were found.
    var found = 0
    var isKept = false
  }

  private static let limit = 200

  private var nodes: [Node] = []
  private var references: [(from: Int, to: Int)] = []
  private var visited = 0
  private var codes: [Unmanaged<Code>] = []
  /// Calls that remember a function that was visited.
  private var calls: [(call: UnsafeMutablePointer<HotCall>, function: Int)] = []

  /// Environments that nothing outside refers to, `frame` among them; empty if the frame is kept.
  ///
  /// `frame` is held once by whoever asks.
  static func unreachable(from frame: Environment, _ window: UnsafeMutableBufferPointer<Value>)
    -> [Environment]
  {
    var survey = FrameSurvey()
    survey.visit(frame, window)
    guard survey.visited == survey.nodes.count else { return [] }
    survey.findKept()
    if survey.nodes[0].isKept { return [] }
    let environments = survey.nodes.compactMap {
      $0.isKept ? nil : $0.object.takeUnretainedValue() as? Environment
    }
    survey.forgetFunctions()
    return environments
  }

  private mutating func visit(_ frame: Environment, _ window: UnsafeMutableBufferPointer<Value>) {
    nodes.append(Node(object: .passUnretained(frame), found: 1))
    for k in 0..<window.count { reach(window[k], from: 0) }
    if let code = frame.frameCode { visit(code) }
    visitVariables(of: frame, 0)
    visited = 1
    while visited < nodes.count, references.count < Self.limit {
      let number = visited
      visited += 1
      let object = nodes[number].object
      object._withUnsafeGuaranteedRef { visit($0, number) }
    }
  }

  // MARK: References

  private mutating func visit(_ object: AnyObject, _ number: Int) {
    switch object {
    case let binding as Binding: reach(binding.value, from: number)
    case let attributes as Attributes:
      for entry in attributes.entries { reach(entry.value, from: number) }
    case let object as Object: visit(object, number)
    default: break
    }
  }

  private mutating func visit(_ object: Object, _ number: Int) {
    if let attributes = object.attributes { reach(attributes, from: number) }
    switch object {
    case let closure as Closure:
      reach(closure.environment, from: number)
      if let code = closure.definition.code { visit(code) }
    case let promise as Promise:
      if let environment = promise.environment { reach(environment, from: number) }
      reach(promise.value, from: number)
    case let dots as Dots:
      for argument in dots.arguments { reach(argument.value, from: number) }
    case let list as ListVector where list.count < Self.limit:
      for element in list.elements { reach(element, from: number) }
    case let environment as Environment:
      guard let code = environment.frameCode, let registers = environment.registers else { break }
      for slot in 0..<code.localCount { reach(registers[slot], from: number) }
      visitVariables(of: environment, number)
    default: break
    }
  }

  /// Looks for call sites that remember functions made in frames.
  private mutating func visit(_ code: Code) {
    if codes.contains(where: { $0.toOpaque() == Unmanaged.passUnretained(code).toOpaque() }) {
      return
    }
    codes.append(.passUnretained(code))
    for (number, site) in code.callSites.enumerated() {
      guard let closure = site.closure, closure.environment.frameCode != nil else { continue }
      let place = place(of: closure)
      nodes[place].found += 1
      calls.append((code.hot.pointee.calls + number, place))
    }
  }

  private mutating func visitVariables(of environment: Environment, _ number: Int) {
    if let parent = environment.parent { reach(parent, from: number) }
    environment.forEachBinding { reach($0, from: number) }
  }

  private mutating func reach(_ value: Value, from number: Int) {
    switch value {
    case .object(let object): reach(object, from: number)
    case .promise(let promise): reach(promise, from: number)
    default: break
    }
  }

  private mutating func reach(_ object: AnyObject, from number: Int) {
    let address = Unmanaged.passUnretained(object).toOpaque()
    if let object = object as? Object, Self.isLeaf(object), address != nodes[0].object.toOpaque() {
      return
    }
    let place = place(of: object)
    nodes[place].found += 1
    references.append((number, place))
  }

  /// The number of an object, which is new if it was not found before.
  private mutating func place(of object: AnyObject) -> Int {
    let object = Unmanaged.passUnretained(object)
    var place = nodes.count - 1
    while place >= 0, nodes[place].object.toOpaque() != object.toOpaque() { place -= 1 }
    if place >= 0 { return place }
    nodes.append(Node(object: object))
    return nodes.count - 1
  }

  /// Whether it refers to no environment, or lives longer than any frame.
  private static func isLeaf(_ object: Object) -> Bool {
    switch object.kind {
    case .environment:
      let environment = unsafeDowncast(object, to: Environment.self)
      return environment.isOnStack || environment.frameCode == nil
    case .closure, .promise, .dots, .list, .expression, .pairlist: return false
    default: return !object.hasAttributes
    }
  }

  // MARK: What is kept

  private mutating func findKept() {
    for number in nodes.indices {
      nodes[number].isKept =
        retain_count(nodes[number].object.toOpaque()) > Int64(nodes[number].found)
    }
    var isChanging = true
    while isChanging {
      isChanging = false
      for (from, to) in references where nodes[from].isKept && !nodes[to].isKept {
        nodes[to].isKept = true
        isChanging = true
      }
    }
  }

  /// Has calls forget the functions that nothing else refers to.
  private func forgetFunctions() {
    for (call, function) in calls where !nodes[function].isKept {
      call.pointee.closure = nil
      call.pointee.site.takeUnretainedValue().closure = nil
    }
  }
}
