import ApusInterpreter

/// Matching of abbreviated strings: pmatch, charmatch.
enum PartialMatching {
  static var all: [Builtin] { [pmatch, charmatch] }

  /// Exact matches first, then unique abbreviations; each entry of the table is used once unless
  /// duplicates are allowed.
  static let pmatch = Builtin(.internal, "pmatch(x, table, nomatch, duplicates.ok)") {
    call throws(Unwind) in
    let wanted = try call.characters(0)
    let table = try call.characters(1)
    let nomatch = try call.integer(2, "nomatch")
    let mayRepeat = try call.flag(3, "duplicates.ok")
    var used = [Bool](repeating: false, count: table.count)
    var result = [Int32](repeating: nomatch, count: wanted.count)
    var isFound = [Bool](repeating: false, count: wanted.count)
    func take(_ position: Int, _ entry: Int) {
      result[position] = Int32(entry + 1)
      isFound[position] = true
      used[entry] = true
    }
    for (k, text) in wanted.elements.enumerated() where text != .empty {
      for (entry, candidate) in table.elements.enumerated()
      where candidate == text && (mayRepeat || !used[entry]) {
        take(k, entry)
        break
      }
    }
    for (k, text) in wanted.elements.enumerated() where !isFound[k] && text != .empty {
      let prefix = call.strings.bytes(text)
      let fits = table.elements.indices.filter {
        (mayRepeat || !used[$0]) && call.strings.bytes(table.elements[$0]).starts(with: prefix)
      }
      if fits.count == 1 { take(k, fits[0]) }
    }
    return .integers(result)
  }

  /// As `pmatch`, but an ambiguous abbreviation gives 0.
  static let charmatch = Builtin(.internal, "charmatch(x, table, nomatch)") { call throws(Unwind) in
    let wanted = try call.characters(0)
    let table = try call.characters(1)
    let nomatch = try call.integer(2, "nomatch")
    return .integers(
      wanted.elements.map { text in
        let exact = table.elements.indices.filter { table.elements[$0] == text }
        if exact.count == 1 { return Int32(exact[0] + 1) }
        if exact.count > 1 { return 0 }
        let prefix = call.strings.bytes(text)
        let fits = table.elements.indices.filter {
          call.strings.bytes(table.elements[$0]).starts(with: prefix)
        }
        return fits.count == 1 ? Int32(fits[0] + 1) : fits.isEmpty ? nomatch : 0
      })
  }
}
