import CBzip2
import CLzma

/// Whole files packed by bzip2 or xz.
enum PackedData {
  enum Format: Sendable { case bzip2, xz }

  /// The format that bytes begin like.
  static func format(of bytes: some Collection<UInt8>) -> Format? {
    if bytes.starts(with: [0x42, 0x5A, 0x68]) { return .bzip2 }
    // The older lzma format has no magic number but begins like this.
    if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) { return .xz }
    return bytes.starts(with: [0x5D, 0, 0]) ? .xz : nil
  }

  /// The content; nil if the bytes are damaged.
  static func unpacked(_ bytes: [UInt8], _ format: Format) -> [UInt8]? {
    switch format {
    case .bzip2: unpackedBzip2(bytes)
    case .xz: unpackedXZ(bytes)
    }
  }

  /// `level` is 1 … 9; nil if there is no memory.
  static func packed(_ bytes: [UInt8], _ format: Format, level: Int) -> [UInt8]? {
    switch format {
    case .bzip2: packedBzip2(bytes, level)
    case .xz: packedXZ(bytes, level)
    }
  }

  // MARK: - bzip2

  /// A file may hold several streams, one after the other.
  private static func unpackedBzip2(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      guard let used = unpackStream(bytes[place...], into: &result) else { return nil }
      place += used
    }
    return result
  }

  /// The number of bytes that the stream took.
  private static func unpackStream(_ bytes: ArraySlice<UInt8>, into result: inout [UInt8]) -> Int? {
    var stream = bz_stream()
    guard BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK else { return nil }
    defer { BZ2_bzDecompressEnd(&stream) }
    var input = bytes.map { CChar(bitPattern: $0) }
    return input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      while true {
        var status = BZ_OK
        let chunk = [CChar](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(buffer.count)
          status = BZ2_bzDecompress(&stream)
          count = buffer.count - Int(stream.avail_out)
        }
        result.append(contentsOf: chunk.lazy.map { UInt8(bitPattern: $0) })
        if status == BZ_STREAM_END { return input.count - Int(stream.avail_in) }
        if status != BZ_OK || (chunk.isEmpty && stream.avail_in == 0) { return nil }
      }
    }
  }

  private static func packedBzip2(_ bytes: [UInt8], _ level: Int) -> [UInt8]? {
    var input = bytes.map { CChar(bitPattern: $0) }
    var size = UInt32(bytes.count + bytes.count / 100 + 600)
    var output = [CChar](repeating: 0, count: Int(size))
    let status = BZ2_bzBuffToBuffCompress(
      &output, &size, &input, UInt32(bytes.count), Int32(level), 0, 0)
    return status == BZ_OK ? output[..<Int(size)].map { UInt8(bitPattern: $0) } : nil
  }

  // MARK: - xz

  /// LZMA_CONCATENATED: goes on after the end of a stream.
  private static let concatenated: UInt32 = 8

  private static func unpackedXZ(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = lzma_stream()
    guard lzma_auto_decoder(&stream, .max, concatenated) == LZMA_OK else { return nil }
    defer { lzma_end(&stream) }
    var result: [UInt8] = []
    return bytes.withUnsafeBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = input.count
      while true {
        var status = LZMA_OK
        let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
          stream.next_out = buffer.baseAddress
          stream.avail_out = buffer.count
          status = lzma_code(&stream, LZMA_FINISH)
          count = buffer.count - stream.avail_out
        }
        result.append(contentsOf: chunk)
        if status == LZMA_STREAM_END { return result }
        if status != LZMA_OK { return nil }
      }
    }
  }

  private static func packedXZ(_ bytes: [UInt8], _ level: Int) -> [UInt8]? {
    var size = 0
    let result = [UInt8](unsafeUninitializedCapacity: lzma_stream_buffer_bound(bytes.count)) {
      output, count in
      let status = lzma_easy_buffer_encode(
        UInt32(level), LZMA_CHECK_CRC32, nil, bytes, bytes.count, output.baseAddress, &size,
        output.count)
      count = status == LZMA_OK ? size : 0
    }
    return result.isEmpty ? nil : result
  }
}
