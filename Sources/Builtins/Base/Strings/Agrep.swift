import ApusInterpreter
import CTRE
import Glibc

/// The help page of `agrep`.
enum Agrep {
  static let all = [agrepl, aregexec]

  /// Which strings hold something like the pattern.
  ///
  /// `costs` are those of insertions, deletions and substitutions, `bounds` the most cost,
  /// insertions, deletions, substitutions and errors (NA: any).
  static let agrepl = Builtin(
    .internal, "agrepl(pattern, x, ignore.case, costs, bounds, fixed)"
  ) { call throws(Unwind) in
    let matcher = try matcher(call)
    let source = try call.characters(1)
    let result = LogicalVector(count: source.count)
    for (k, string) in source.elements.enumerated() {
      result.elements[k] =
        !string.isMissing && matcher.matches(call.strings.bytes(string)) ? 1 : 0
    }
    return Value(result)
  }

  /// For each string the first and the last character of the match and of each group, then how many
  /// insertions, deletions and substitutions it took; −1 where nothing matches, NA for NA.
  static let aregexec = Builtin(
    .internal, "aregexec(pattern, x, ignore.case, costs, bounds, fixed)"
  ) { call throws(Unwind) in
    let matcher = try matcher(call)
    let source = try call.characters(1)
    return .list(
      source.elements.map { string in
        if string.isMissing { return .integer(.missing) }
        return .integers(matcher.match(call.strings.bytes(string)) ?? [-1])
      })
  }

  private static func matcher(
    _ call: borrowing Invocation
  ) throws(Unwind) -> ApproximateMatcher {
    let pattern = try call.firstPattern(0, "pattern")
    return try ApproximateMatcher(
      call.strings.bytes(pattern), ignoresCase: try call.flag(2, "ignore.case"),
      isFixed: try call.flag(5, "fixed"), limits(call), call)
  }

  /// What costs and bounds say.
  private static func limits(_ call: borrowing Invocation) throws(Unwind) -> regaparams_t {
    let bounds = try call.doubles(4).elements
    let costs = try call.integers(3).elements
    guard bounds.count == 5, costs.count == 3 else { throw call.error("invalid 'bounds' argument") }
    var limits = regaparams_t()
    tre_regaparams_default(&limits)
    (limits.cost_ins, limits.cost_del, limits.cost_subst) = (costs[0], costs[1], costs[2])
    limits.max_cost = limit(bounds[0])
    limits.max_ins = limit(bounds[1])
    limits.max_del = limit(bounds[2])
    limits.max_subst = limit(bounds[3])
    limits.max_err = limit(bounds[4])
    return limits
  }

  private static func limit(_ bound: Double) -> Int32 {
    bound.isFinite ? Int32(max(0, min(bound, 1e9))) : .max
  }
}

/// A pattern that TRE looks for with errors.
private final class ApproximateMatcher {
  private var regex = tre_regex_t()
  private let limits: regaparams_t

  init(
    _ pattern: UnsafeBufferPointer<UInt8>, ignoresCase: Bool, isFixed: Bool,
    _ limits: regaparams_t, _ call: borrowing Invocation
  ) throws(Unwind) {
    self.limits = limits
    let scalars = UTF8Reader.scalars(pattern).map { Int32(bitPattern: $0) }
    // REG_EXTENDED, REG_ICASE, REG_LITERAL.
    let flags: Int32 = (isFixed ? 16 : 1) | (ignoresCase ? 2 : 0)
    guard tre_regwncomp(&regex, scalars, scalars.count, flags) == 0 else {
      throw call.error("regcomp error")
    }
  }

  deinit { tre_regfree(&regex) }

  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let scalars = UTF8Reader.scalars(text).map { Int32(bitPattern: $0) } + [0]
    var match = regamatch_t()
    return tre_regawnexec(&regex, scalars, scalars.count - 1, &match, limits, 0) == 0
  }

  /// First and last character (from 1) of the match and of its groups, then the numbers of edits.
  func match(_ text: UnsafeBufferPointer<UInt8>) -> [Int32]? {
    let scalars = UTF8Reader.scalars(text).map { Int32(bitPattern: $0) } + [0]
    let wanted = Int(regex.re_nsub) + 1
    return withUnsafeTemporaryAllocation(of: tre_regmatch_t.self, capacity: wanted) { places in
      var match = regamatch_t()
      match.nmatch = wanted
      match.pmatch = places.baseAddress
      guard tre_regawnexec(&regex, scalars, scalars.count - 1, &match, limits, 0) == 0 else {
        return nil
      }
      let ranges = places.flatMap { [Int32($0.rm_so) + 1, Int32($0.rm_eo)] }
      return ranges + [match.num_ins, match.num_del, match.num_subst]
    }
  }
}
