import ApusInterpreter
import Glibc

/// R's output on the process's own standard output and error.
///
/// Output is buffered, and flushed before anything goes to the error stream, so that they keep their order.
package final class StandardOutput: OutputSink {
  private var buffer: [UInt8] = []

  package init() { buffer.reserveCapacity(1 << 16) }

  package func write(_ bytes: UnsafeBufferPointer<UInt8>, to stream: OutputStream) {
    if stream == .error {
      flush()
      Self.write(UnsafeRawBufferPointer(bytes), STDERR_FILENO)
      return
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { flush() }
  }

  package func flush() {
    guard !buffer.isEmpty else { return }
    buffer.withUnsafeBytes { Self.write($0, STDOUT_FILENO) }
    buffer.removeAll(keepingCapacity: true)
  }

  package var terminalWidth: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, _ descriptor: Int32) {
    var offset = 0
    while offset < bytes.count, let base = bytes.baseAddress {
      let count = Glibc.write(descriptor, base + offset, bytes.count - offset)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      offset += count
    }
  }
}
