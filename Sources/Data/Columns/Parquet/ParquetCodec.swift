import CLZ4
import CSnappy
import CZlib
import CZstd
import Glibc

/// How the pages of a Parquet file are compressed.
package enum ParquetCodec: Int64, Sendable {
  case none = 0
  case snappy = 1
  case gzip = 2
  case zstd = 6
  case lz4 = 7

  /// The codec of a number in a file; an error for those that cannot be read.
  init(number: Int64) throws {
    if let known = Self(rawValue: number) {
      self = known
      return
    }
    let names: [Int64: String] = [3: "LZO", 4: "Brotli", 5: "LZ4 as Hadoop does it"]
    guard let name = names[number] else {
      throw ThriftReader.damaged("unknown compression \(number)")
    }
    throw ColumnError(.invalidArgument, "files compressed by \(name) cannot be read")
  }

  private static var failed: ColumnError {
    ThriftReader.damaged("a page cannot be decompressed")
  }

  /// The plain bytes of a page, of which there are `size`.
  func plain(_ packed: UnsafeRawBufferPointer, size: Int) throws -> ByteBuffer {
    guard size >= 0, size <= max(1 << 28, packed.count * 1024) else { throw Self.failed }
    let result = ByteBuffer(capacity: size)
    guard size > 0 else { return result }
    guard let source = packed.baseAddress else { throw Self.failed }
    let got: Int?
    switch self {
    case .none:
      got = packed.count == size ? size : nil
      if got != nil { memcpy(result.start, source, size) }
    case .snappy: got = Self.expandSnappy(packed, result.start, size)
    case .gzip: got = Self.inflate(packed, result.start, size)
    case .zstd:
      let count = ZSTD_decompress(result.start, size, source, packed.count)
      got = ZSTD_isError(count) == 0 ? count : nil
    case .lz4:
      let count = LZ4_decompress_safe(
        source.assumingMemoryBound(to: CChar.self),
        result.start.assumingMemoryBound(to: CChar.self), Int32(clamping: packed.count),
        Int32(clamping: size))
      got = Int(count)
    }
    guard got == size else { throw Self.failed }
    result.count = size
    return result
  }

  private static func expandSnappy(
    _ packed: UnsafeRawBufferPointer, _ target: UnsafeMutableRawPointer, _ size: Int
  ) -> Int? {
    let source = packed.assumingMemoryBound(to: CChar.self).baseAddress
    var count = 0
    guard snappy_uncompressed_length(source, packed.count, &count) == SNAPPY_OK, count == size,
      snappy_uncompress(
        source, packed.count, target.assumingMemoryBound(to: CChar.self), &count) == SNAPPY_OK
    else { return nil }
    return count
  }

  /// Streams of gzip or zlib, one after another.
  private static func inflate(
    _ packed: UnsafeRawBufferPointer, _ target: UnsafeMutableRawPointer, _ size: Int
  ) -> Int? {
    var stream = z_stream()
    let width = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, 47, ZLIB_VERSION, width) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    let source = packed.assumingMemoryBound(to: UInt8.self).baseAddress
    stream.next_in = UnsafeMutablePointer(mutating: source)
    stream.avail_in = UInt32(clamping: packed.count)
    stream.next_out = target.assumingMemoryBound(to: UInt8.self)
    stream.avail_out = UInt32(clamping: size)
    while true {
      let status = CZlib.inflate(&stream, Z_FINISH)
      guard status == Z_STREAM_END else { return nil }
      if stream.avail_out == 0 || stream.avail_in == 0 { break }
      guard inflateReset(&stream) == Z_OK else { return nil }
    }
    return size - Int(stream.avail_out)
  }

  /// The bytes of a page as the file has them, of those codecs that are written.
  func packed(_ plain: ByteBuffer) throws -> ByteBuffer {
    let failed = ColumnError(.unwritable, "compression failed")
    switch self {
    case .none: return plain
    case .snappy:
      var size = snappy_max_compressed_length(plain.count)
      let result = ByteBuffer(capacity: size)
      let status = snappy_compress(
        plain.start.assumingMemoryBound(to: CChar.self), plain.count,
        result.start.assumingMemoryBound(to: CChar.self), &size)
      guard status == SNAPPY_OK else { throw failed }
      result.count = size
      return result
    default:
      let bound = ZSTD_compressBound(plain.count)
      let result = ByteBuffer(capacity: bound)
      let size = ZSTD_compress(result.start, bound, plain.start, plain.count, 3)
      guard ZSTD_isError(size) == 0 else { throw failed }
      result.count = size
      return result
    }
  }
}
