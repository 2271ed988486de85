// What the machine reads at every call and variable, as plain memory: reading properties of classes would
// count references.

/// The parts of a `Code` that running it needs.
struct HotCode {
  let code: Unmanaged<Code>
  let instructions: UnsafeMutablePointer<Instruction>
  let constants: Registers
  let scalarConstants: Registers
  let scalarCount: Int
  let localCount: Int
  let parameterCount: Int
  let registerCount: Int
  let calls: UnsafeMutablePointer<HotCall>
  let variables: UnsafeMutablePointer<HotVariable>
}

/// A call site with the closure called last and how its arguments are passed.
///
/// Valid while both epochs are the machine's, the lookup starts in `scope`, and the binding holds `closure`.
struct HotCall {
  let site: Unmanaged<CallSite>
  var scope: UnsafeRawPointer?
  var searchEpoch: UInt = 0
  var redefinitionEpoch: UInt = 0
  var binding: Registers?
  /// Kept alive by the site.
  var closure: UnsafeRawPointer?
  var steps: UnsafeMutablePointer<ArgumentStep>?
  var stepCount = 0
  var missingParameters: UInt64 = 0
  var dots: Unmanaged<CallPlan>?
  var callee: UnsafeMutablePointer<HotCode>?
}

/// A variable site with the binding found last.
struct HotVariable {
  let site: Unmanaged<VariableSite>
  var scope: UnsafeRawPointer?
  var searchEpoch: UInt = 0
  var binding: Registers?
}

/// What changes under running code.
struct MachineState {
  /// Something waits at the next safe point: an interrupt.
  var pending: Int32 = 0
  /// Changes when a name is added to or removed from a watched environment.
  var searchEpoch: UInt = 1
  /// Changes when the name of a builtin that code relies on is bound to something else.
  var redefinitionEpoch: UInt = 1
}
