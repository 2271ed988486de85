/// What an instruction does.
///
/// `r[x]` is a register; operands are `a` (16 bits), `b` and `c` (32 bits).
enum Opcode: UInt16 {
  // Loads
  /// r[a] = constants[b]
  case constant
  /// r[a] = value of local b: promises forced, defaults evaluated, outer variables looked up
  case local
  /// r[a] = value of the variable of site b
  case variable
  /// Local a gets its value if it is a promise or a default, whose code is at b unless that is 0
  case ensure
  /// r[a] = local b of the function's frame that the expression runs in
  case frameLocal
  /// r[a] = r[b]
  case move
  /// r[a] = argument k = b of `...` (`..1` is 0)
  case dotsElement
  /// r[a] = closure of constants[b]
  case closure
  /// r[a] = whether parameter b was not given
  case missing

  // Stores
  /// local a = r[b]
  case setLocal
  /// variable of site b, in this environment, = r[a]
  case setVariable
  /// variable of site b, in an enclosing environment, = r[a]
  case superAssign
  /// Parameter a has been assigned
  case noteAssigned
  /// local b must have a value of its own to be changed in place; else it is copied from outside
  case fetchForUpdate
  /// r[a] = the variable of site b to be changed, found here or outside; c = 1: in an enclosing environment
  case fetchVariable
  /// The variable of site b gives up its reference to what r[a] holds, so that r[a] can change in place
  case takeVariable

  // Arithmetic and comparison: r[a] = r[b] op r[c]
  case add, subtract, multiply, divide, power, modulo, integerDivide
  /// The relation is in the instruction's `detail`, here and below
  case compare
  case and, or
  /// r[a] = op r[b]
  case negate, plus, not
  /// r[a] = r[b] : r[c]
  case range

  // Jumps to instruction b (c for the fused forms)
  case jump
  /// The end of a loop: looks for interrupts too
  case jumpBack
  case jumpIfFalse, jumpIfTrue
  /// On whether r[a] is in the relation to r[b]
  case jumpUnless, jumpWhen
  /// Part of a condition with `&&` or `||`: if r[a] is in the relation to r[b], passes over the next instruction;
  /// if it is not, to c; if it takes the general rules to know, on
  case branch
  /// The same for r[a] being TRUE
  case branchTrue
  /// r[a] = r[a] as one logical; if it decides `&&` (`||`), to b
  case andFirst, orFirst
  /// r[a] = r[a] && r[b] (||)
  case andSecond, orSecond
  /// If r[a] has a class, to b
  case jumpIfClassed
  /// To the arm that r[a] chooses in switch table b
  case switchOn

  // Loops: r[a] the sequence, r[a + 1] the position
  case forStart
  /// local b = next element, and to c; on if there is none
  case forNext

  // Elements
  /// If r[b] is a plain vector and r[i] says where: r[a] = r[b][r[i]], and passes over the n instructions that do
  /// it for anything else; c = i + 65536 n
  case element
  /// If r[a] is a plain vector nobody else has: r[a][r[i]] = r[c], and passes over n instructions; b = i + 65536 n
  case storeElement
  /// r[a] = r[b][r[c]]
  case subset
  /// r[a] = r[b][[r[c]]]
  case subset2
  /// r[a] = r[b][r[c], r[c + 1]]
  case subsetMatrix
  /// r[a] = r[b]$constants[c]
  case dollar
  /// r[a][r[b]] = r[c]
  case setSubset
  /// r[a][[r[b]]] = r[c]
  case setSubset2
  /// r[a][r[b], r[b + 1]] = r[c]
  case setSubsetMatrix
  /// r[a]$constants[b] = r[c]
  case setDollar

  // Calls
  /// r[a] = call of site b
  case call
  /// r[a] = call of site b, whose function is in r[c]
  case callValue
  /// r[a] = builtin of site b on the registers from c
  case callBuiltin
  /// r[a] = special of site b on its expressions
  case callSpecial
  /// r[a] = builtin of site b dispatched on r[c], the other arguments promised
  case callDispatching
  /// r[a] = replacement call of site b on r[c], value in r[c + 1]
  case callReplacement

  // The end
  case visible, invisible
  /// Returns r[a]
  case returnValue
  /// Breaks out of or goes on with a loop of another code
  case breakOut, nextOut
}

/// One step of the machine.
///
/// The compiler names registers and instructions by their numbers; `Code` keeps registers as bytes from the
/// window's start (16 each), and where a jump goes as bytes from the instruction after it.
struct Instruction {
  var opcode: Opcode
  /// A comparison's `Relation`, what is known of arithmetic's `Operands`, 1 for elements by `[[`.
  var detail: UInt16 = 0
  var a: Int32
  var b: Int32
  var c: Int32

  init(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
    self.opcode = opcode
    self.a = Int32(truncatingIfNeeded: a)
    self.b = Int32(truncatingIfNeeded: b)
    self.c = Int32(truncatingIfNeeded: c)
  }
}

/// What the compiler knows of the operands of arithmetic.
struct Operands: OptionSet {
  let rawValue: UInt16
  /// They are wanted before a call: anything but plain numbers leaves the target unbound.
  static let early = Operands(rawValue: 1)
  /// Nothing else uses the register of the left one.
  static let leftIsSpare = Operands(rawValue: 2)
  static let rightIsSpare = Operands(rawValue: 4)
}

/// How two numbers may lie to each other.
struct Relation: OptionSet {
  let rawValue: UInt16
  static let less = Relation(rawValue: 1)
  static let equal = Relation(rawValue: 2)
  static let greater = Relation(rawValue: 4)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Nil if the name is no comparison.
  init?(_ name: Symbol?) {
    switch name {
    case .less: self = .less
    case .greater: self = .greater
    case .lessOrEqual: self = [.less, .equal]
    case .greaterOrEqual: self = [.greater, .equal]
    case .equal: self = .equal
    case .notEqual: self = [.less, .greater]
    default: return nil
    }
  }

  var operation: ComparisonOperator {
    switch self {
    case .less: .less
    case .greater: .greater
    case [.less, .equal]: .lessOrEqual
    case [.greater, .equal]: .greaterOrEqual
    case .equal: .equal
    default: .notEqual
    }
  }
}

extension Instruction {
  var relation: Relation { Relation(rawValue: detail) }
}

extension UnsafeMutablePointer where Pointee == Instruction {
  /// The instruction so many bytes on.
  @inline(__always) func at(_ offset: Int) -> Self {
    (UnsafeMutableRawPointer(self) + offset).assumingMemoryBound(to: Instruction.self)
  }
}

extension Opcode {
  /// What an operand means.
  enum Operand {
    case number, register, jump
    /// A register and a number of instructions to pass over.
    case registerAndDistance
  }

  /// `+ - * / ^ %% %/%`.
  var isArithmetic: Bool {
    rawValue >= Self.add.rawValue && rawValue <= Self.integerDivide.rawValue
  }

  /// The meaning of `b` and `c`; `a` is always a register.
  var operands: (b: Operand, c: Operand) {
    switch self {
    case .local, .move, .setLocal, .negate, .plus, .not, .andSecond, .orSecond, .dollar:
      (.register, .number)
    case .add, .subtract, .multiply, .divide, .power, .modulo, .integerDivide, .compare, .and,
      .or, .range, .subset, .subset2, .subsetMatrix, .setSubset, .setSubset2,
      .setSubsetMatrix:
      (.register, .register)
    case .jumpUnless, .jumpWhen, .branch, .forNext: (.register, .jump)
    case .branchTrue: (.number, .jump)
    case .jump, .jumpBack, .jumpIfFalse, .jumpIfTrue, .andFirst, .orFirst, .jumpIfClassed, .ensure:
      (.jump, .number)
    case .element: (.register, .registerAndDistance)
    case .storeElement: (.registerAndDistance, .register)
    case .setDollar, .callValue, .callBuiltin, .callDispatching, .callReplacement:
      (.number, .register)
    case .constant, .variable, .frameLocal, .dotsElement, .closure, .missing, .setVariable,
      .superAssign, .noteAssigned, .fetchForUpdate, .fetchVariable, .takeVariable, .switchOn,
      .forStart, .call,
      .callSpecial, .visible, .invisible, .returnValue, .breakOut, .nextOut:
      (.number, .number)
    }
  }
}

extension Instruction {
  /// The instruction as the machine wants it at place `k`.
  func placed(at k: Int) -> Instruction {
    let operands = opcode.operands
    var result = self
    result.a *= 16
    result.b = Self.placed(b, operands.b, at: k)
    result.c = Self.placed(c, operands.c, at: k)
    // A default without code of its own.
    if opcode == .ensure, b == 0 { result.b = 0 }
    return result
  }

  private static func placed(_ operand: Int32, _ meaning: Opcode.Operand, at k: Int) -> Int32 {
    let stride = Int32(MemoryLayout<Instruction>.stride)
    switch meaning {
    case .number: return operand
    case .register: return operand * 16
    case .jump: return (operand - Int32(k + 1)) * stride
    case .registerAndDistance: return ((operand & 0xFFFF) * 16) | ((operand >> 16) << 20)
    }
  }
}
