import ApusInterpreter
import Glibc

/// Checksums of files by MD5 (RFC 1321).
enum MD5 {
  static let all = [
    Builtin(.internal, "md5sum(paths)") { call throws(Unwind) in
      .strings(
        try call.characters(0).elements.map { path in
          let name = FileBuiltins.expanded(call.strings.text(path))
          guard !FileBuiltins.isDirectory(name), let bytes = FileBuiltins.bytes(of: name)
          else { return .missing }
          return call.strings.intern(text(of: bytes))
        })
    }
  ]

  /// 32 hexadecimal digits.
  static func text(of bytes: [UInt8]) -> String {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    var padded = bytes + [0x80]
    padded += [UInt8](repeating: 0, count: (120 - padded.count % 64) % 64)
    let bits = UInt64(bytes.count) &* 8
    padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
    for start in stride(from: 0, to: padded.count, by: 64) {
      digest(padded[start..<start + 64], &state)
    }
    let digits = Array("0123456789abcdef")
    return String(
      state.flatMap { word in
        (0..<4).flatMap { k in
          let byte = Int(word >> UInt32(8 * k) & 0xFF)
          return [digits[byte >> 4], digits[byte & 15]]
        }
      })
  }

  private static let shifts: [[UInt32]] = [
    [7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21],
  ]
  private static let sines: [UInt32] = (1...64).map { UInt32(abs(sin(Double($0))) * 0x1p32) }

  private static func digest(_ block: ArraySlice<UInt8>, _ state: inout [UInt32]) {
    let words = (0..<16).map { k in
      (0..<4).reduce(UInt32(0)) { sum, byte in
        sum | UInt32(block[block.startIndex + 4 * k + byte]) << UInt32(8 * byte)
      }
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    for k in 0..<64 {
      let mixed: UInt32
      let place: Int
      switch k / 16 {
      case 0: (mixed, place) = (b & c | ~b & d, k)
      case 1: (mixed, place) = (d & b | ~d & c, (5 * k + 1) % 16)
      case 2: (mixed, place) = (b ^ c ^ d, (3 * k + 5) % 16)
      default: (mixed, place) = (c ^ (b | ~d), 7 * k % 16)
      }
      let sum = a &+ mixed &+ sines[k] &+ words[place]
      let shift = shifts[k / 16][k % 4]
      (a, d, c) = (d, c, b)
      b = b &+ (sum << shift | sum >> (32 - shift))
    }
    for (k, word) in [a, b, c, d].enumerated() { state[k] = state[k] &+ word }
  }
}
