import ApusInterpreter

/// Bit by bit: the native halves of `bitwAnd` and its family.
enum BitOperations {
  static var all: [Builtin] {
    [
      binary("bitwiseAnd(a, b)", "bitwAnd") { $0 & $1 },
      binary("bitwiseOr(a, b)", "bitwOr") { $0 | $1 },
      binary("bitwiseXor(a, b)", "bitwXor") { $0 ^ $1 },
      shift("bitwiseShiftL(a, n)", "bitShiftL") { $0 << $1 },
      shift("bitwiseShiftR(a, n)", "bitShiftR") { $0 >> $1 }, not,
    ]
  }

  private static func binary(
    _ signature: String, _ name: String, _ operation: @escaping @Sendable (Int32, Int32) -> Int32
  ) -> Builtin {
    Builtin(.internal, signature) { call throws(Unwind) in
      let (a, b) = (try operand(call, 0, name), try operand(call, 1, name))
      let result = IntegerVector(count: a.isEmpty || b.isEmpty ? 0 : max(a.count, b.count))
      for k in 0..<result.count {
        let (x, y) = (a[k % a.count], b[k % b.count])
        result.elements[k] = x.isMissing || y.isMissing ? .missing : operation(x, y)
      }
      return Value(result)
    }
  }

  private static func shift(
    _ signature: String, _ name: String,
    _ operation: @escaping @Sendable (UInt32, UInt32) -> UInt32
  ) -> Builtin {
    Builtin(.internal, signature) { call throws(Unwind) in
      let (a, n) = (try operand(call, 0, name), try operand(call, 1, name))
      let result = IntegerVector(count: a.isEmpty || n.isEmpty ? 0 : max(a.count, n.count))
      for k in 0..<result.count {
        let (x, places) = (a[k % a.count], n[k % n.count])
        let isOutside = x.isMissing || places.isMissing || places < 0 || places > 31
        result.elements[k] =
          isOutside
          ? .missing
          : Int32(bitPattern: operation(UInt32(bitPattern: x), UInt32(places)))
      }
      return Value(result)
    }
  }

  private static let not = Builtin(.internal, "bitwiseNot(a)") { call throws(Unwind) in
    let a = try operand(call, 0, "bitwNot")
    return .integers(a.map { $0.isMissing ? $0 : ~$0 })
  }

  /// An operand as integers: whole doubles count as such.
  private static func operand(
    _ call: borrowing Invocation, _ position: Int, _ name: String
  ) throws(Unwind) -> UnsafeMutableBufferPointer<Int32> {
    let kind = call[position].kind
    if kind == .integer || kind == .double { return try call.integers(position).elements }
    if name.hasPrefix("bitShift"), position == 1 { return try call.integers(1).elements }
    if name == "bitwNot" || call[0].kind == call[call.count - 1].kind {
      throw call.unimplemented(kind, in: name)
    }
    throw call.error("'a' and 'b' must have the same type")
  }
}
