import Glibc

/// Whose turn it is to call OpenBLAS: its serial build has one place for intermediate results, so
/// that sessions on several threads must wait for each other.
enum BLASTurn {
  // Invariant: made once, and a mutex is for several threads.
  private nonisolated(unsafe) static let mutex = make()

  /// Waits for the turn; the same thread may take it again before it gives it back.
  static func take() { pthread_mutex_lock(mutex) }

  static func giveBack() { pthread_mutex_unlock(mutex) }

  private static func make() -> UnsafeMutablePointer<pthread_mutex_t> {
    let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    var attributes = pthread_mutexattr_t()
    pthread_mutexattr_init(&attributes)
    pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_RECURSIVE))
    pthread_mutex_init(mutex, &attributes)
    pthread_mutexattr_destroy(&attributes)
    return mutex
  }
}
