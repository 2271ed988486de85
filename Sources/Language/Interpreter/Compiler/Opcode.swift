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
  /// local b must have a value of its own to be changed in place; else it is copied from outside
  case fetchForUpdate
  /// r[a] = the variable of site b to be changed, found here or outside; c = 1: in an enclosing environment
  case fetchVariable
  /// The variable of site b gives up its reference to what r[a] holds, so that r[a] can change in place
  case takeVariable

  // Arithmetic and comparison: r[a] = r[b] op r[c]
  case add, subtract, multiply, divide, power, modulo, integerDivide
  case equal, notEqual, less, greater, lessOrEqual, greaterOrEqual
  case and, or
  /// r[a] = op r[b]
  case negate, plus, not
  /// r[a] = r[b] op r[c] if both are plain numbers, else unbound
  case eagerAdd, eagerSubtract, eagerMultiply, eagerDivide
  /// r[a] = r[b] : r[c]
  case range

  // Jumps to instruction b (c for the fused forms)
  case jump
  /// The end of a loop: looks for interrupts too
  case jumpBack
  case jumpIfFalse, jumpIfTrue
  case jumpUnlessLess, jumpUnlessGreater, jumpUnlessLessOrEqual, jumpUnlessGreaterOrEqual
  case jumpUnlessEqual, jumpUnlessNotEqual
  case jumpIfLess, jumpIfGreater, jumpIfLessOrEqual, jumpIfGreaterOrEqual
  case jumpIfEqual, jumpIfNotEqual
  /// Part of a condition with `&&` or `||`: if r[a] op r[b] holds, passes over the next instruction; if it does
  /// not, to c; if it takes the general rules to know, on
  case branchLess, branchGreater, branchLessOrEqual, branchGreaterOrEqual
  case branchEqual, branchNotEqual
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
  case element, element2
  /// If r[a] is a plain vector nobody else has: r[a][r[i]] = r[c], and passes over n instructions; b = i + 65536 n
  case storeElement, storeElement2
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
struct Instruction {
  var opcode: Opcode
  var a: UInt16
  var b: Int32
  var c: Int32

  init(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
    self.opcode = opcode
    self.a = UInt16(truncatingIfNeeded: a)
    self.b = Int32(truncatingIfNeeded: b)
    self.c = Int32(truncatingIfNeeded: c)
  }
}
