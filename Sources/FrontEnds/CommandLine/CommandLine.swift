import Apus
import ApusConsole
import CMalloc
import CPlainCounting
import Glibc

/// `apus`: the console, and the runner of scripts.
@main
struct CommandLine {
  static func main() {
    malloc_keep_large_buffers()
    let arguments = Swift.CommandLine.arguments
    let status = onLargeStack { Launch(arguments).run() }
    exit(status)
  }

  /// Runs a body on a thread whose stack is large enough for deep recursion; pages come when touched.
  private static func onLargeStack(_ body: @escaping @Sendable () -> Int32) -> Int32 {
    final class Box: @unchecked Sendable {
      let body: @Sendable () -> Int32
      var status: Int32 = 0
      init(_ body: @escaping @Sendable () -> Int32) { self.body = body }
    }
    let box = Box(body)
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    defer { attributes.deallocate() }
    pthread_attr_init(attributes)
    pthread_attr_setstacksize(attributes, 1 << 30)
    var thread: pthread_t = 0
    let context = Unmanaged.passRetained(box).toOpaque()
    let failed = pthread_create(
      &thread, attributes,
      { context in
        guard let context else { return nil }
        use_plain_counting(context)
        let box = Unmanaged<Box>.fromOpaque(context).takeRetainedValue()
        box.status = box.body()
        return nil
      }, context)
    if failed != 0 { return body() }
    pthread_join(thread, nil)
    return box.status
  }
}
