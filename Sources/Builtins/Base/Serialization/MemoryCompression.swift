import ApusInterpreter
import CZlib

/// The help page of `memCompress`: bytes packed and unpacked in memory.
enum MemoryCompression {
  static let all = [compress, decompress]

  static let compress = Builtin(.internal, "memCompress(from, type)") { call throws(Unwind) in
    let source = try bytes(call)
    let type = try call.text(1, "type")
    guard let packed = packed(source, type) else {
      throw call.error("internal error in memCompress")
    }
    return .object(RawVector(packed))
  }

  static let decompress = Builtin(.internal, "memDecompress(from, type)") { call throws(Unwind) in
    let source = try bytes(call)
    let type = try call.text(1, "type")
    switch unpacked(source, type) {
    case .success(let bytes): return .object(RawVector(bytes))
    case .failure(let damage):
      throw call.error("internal error \(damage.code) in memDecompress(type = \"\(type)\")")
    }
  }

  /// What a library says of bytes that it cannot unpack.
  private struct Damage: Error { let code: Int32 }

  private static func bytes(_ call: borrowing Invocation) throws(Unwind) -> [UInt8] {
    guard let raw = call[0].vector as? RawVector else {
      throw call.error("'from' must be raw or character")
    }
    return Array(raw.elements)
  }

  private static func packed(_ source: [UInt8], _ type: String) -> [UInt8]? {
    switch type {
    case "bzip2": return PackedData.packed(source, .bzip2, level: 9)
    case "xz": return PackedData.packed(source, .xz, level: 9)
    default:
      var size = compressBound(UInt(source.count))
      var result = [UInt8](repeating: 0, count: Int(size))
      let status = CZlib.compress(&result, &size, source, UInt(source.count))
      return status == Z_OK ? Array(result.prefix(Int(size))) : nil
    }
  }

  private static func unpacked(_ source: [UInt8], _ type: String) -> Result<[UInt8], Damage> {
    switch type {
    case "bzip2":
      let begins = PackedData.format(of: source) == .bzip2
      return PackedData.unpacked(source, .bzip2).map { .success($0) }
        ?? .failure(Damage(code: begins ? -4 : -5))
    case "xz":
      let begins = PackedData.format(of: source) == .xz
      return PackedData.unpacked(source, .xz).map { .success($0) }
        ?? .failure(Damage(code: begins ? 9 : 7))
    default: return inflated(source)
    }
  }

  /// Bytes that the deflate algorithm packed, with the head of zlib or of a gzip file.
  private static func inflated(_ source: [UInt8]) -> Result<[UInt8], Damage> {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, size) == Z_OK else {
      return .failure(Damage(code: Z_MEM_ERROR))
    }
    defer { inflateEnd(&stream) }
    var input = source
    var result: [UInt8] = []
    return input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      while true {
        var status = Z_OK
        let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(buffer.count)
          status = inflate(&stream, Z_NO_FLUSH)
          count = buffer.count - Int(stream.avail_out)
        }
        result.append(contentsOf: chunk)
        if status == Z_STREAM_END { return .success(result) }
        if status != Z_OK { return .failure(Damage(code: status)) }
      }
    }
  }
}
