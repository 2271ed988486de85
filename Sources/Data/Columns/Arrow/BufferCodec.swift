import CLZ4
import CZstd
import Glibc

/// Raw memory that grows and frees itself.
final class ByteBuffer {
  private(set) var start: UnsafeMutableRawPointer
  private(set) var capacity: Int
  var count = 0

  init(capacity: Int = 64) {
    self.capacity = max(64, capacity)
    start = .allocate(byteCount: self.capacity, alignment: 64)
  }

  deinit { start.deallocate() }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = UnsafeMutableRawPointer.allocate(
      byteCount: max(wanted, capacity * 2), alignment: 64)
    memcpy(larger, start, count)
    start.deallocate()
    capacity = max(wanted, capacity * 2)
    start = larger
  }

  /// Makes room for more bytes at the end and returns where they go.
  func extend(by more: Int) -> UnsafeMutableRawPointer {
    reserve(count + more)
    defer { count += more }
    return start + count
  }

  func append(_ source: UnsafeRawPointer, _ length: Int) {
    if length > 0 { memcpy(extend(by: length), source, length) }
  }
}

/// How the buffers of record batches are compressed.
package enum BufferCompression: Int8, Sendable {
  case lz4 = 0
  case zstd = 1

  /// The length of the plain bytes, then the compressed ones; the plain ones when that is shorter.
  ///
  /// `level`: of zstd; for LZ4, a negative one is faster and leaves more.
  func compressed(_ plain: UnsafeRawBufferPointer, level: Int32) throws -> ByteBuffer {
    let bound =
      self == .lz4 ? LZ4F_compressFrameBound(plain.count, nil) : ZSTD_compressBound(plain.count)
    let result = ByteBuffer(capacity: 8 + bound)
    let target = result.extend(by: 8)
    let size: Int
    switch self {
    case .lz4:
      var preferences = LZ4F_preferences_t()
      preferences.compressionLevel = level
      size = LZ4F_compressFrame(
        target + 8, bound, plain.baseAddress, plain.count, &preferences)
      if LZ4F_isError(size) != 0 { throw Self.failed }
    case .zstd:
      size = ZSTD_compress(target + 8, bound, plain.baseAddress, plain.count, level)
      if ZSTD_isError(size) != 0 { throw Self.failed }
    }
    if size < plain.count {
      target.storeBytes(of: Int64(plain.count), as: Int64.self)
      result.count = 8 + size
    } else {
      target.storeBytes(of: -1, as: Int64.self)
      result.count = 8
      if let start = plain.baseAddress { result.append(start, plain.count) }
    }
    return result
  }

  private static let failed = ColumnError(.unwritable, "compression failed")

  /// The plain bytes of a buffer; `limit`: more than this it cannot be.
  func plain(_ bytes: UnsafeRawBufferPointer, limit: Int) throws -> ByteBuffer? {
    guard bytes.count >= 8, let start = bytes.baseAddress else { throw FlatReader.damaged }
    let size = Int64(littleEndian: start.loadUnaligned(as: Int64.self))
    if size == -1 { return nil }
    guard size >= 0, size <= limit else { throw FlatReader.damaged }
    let result = ByteBuffer(capacity: Int(size))
    let packed = UnsafeRawBufferPointer(rebasing: bytes[8...])
    switch self {
    case .lz4: try Self.expandFrame(packed, to: result, size: Int(size))
    case .zstd:
      let got = ZSTD_decompress(result.start, Int(size), packed.baseAddress, packed.count)
      guard ZSTD_isError(got) == 0, got == Int(size) else { throw FlatReader.damaged }
    }
    result.count = Int(size)
    return result
  }

  private static func expandFrame(
    _ packed: UnsafeRawBufferPointer, to result: ByteBuffer, size: Int
  ) throws {
    var context: OpaquePointer?
    guard LZ4F_isError(LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))) == 0 else {
      throw FlatReader.damaged
    }
    defer { LZ4F_freeDecompressionContext(context) }
    var (read, written) = (0, 0)
    while true {
      var (taken, given) = (packed.count - read, size - written)
      guard let source = packed.baseAddress else { throw FlatReader.damaged }
      let status = LZ4F_decompress(
        context, result.start + written, &given, source + read, &taken, nil)
      guard LZ4F_isError(status) == 0 else { throw FlatReader.damaged }
      read += taken
      written += given
      if status == 0 || taken == 0 && given == 0 { break }
    }
    guard written == size else { throw FlatReader.damaged }
  }
}
