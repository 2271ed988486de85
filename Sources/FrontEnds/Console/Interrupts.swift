import Apus
import Glibc

/// Turns Ctrl-C into the interpreter's interrupt flag.
enum Interrupts {
  // Invariant: written once, before the handler is installed; a signal handler can reach nothing else.
  nonisolated(unsafe) private static var flag: UnsafeMutablePointer<Int32>?

  static func install(_ session: Session) {
    flag = session.interruptFlag
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Interrupts.flag?.pointee = 1 }
    action.sa_flags = 0
    sigaction(SIGINT, &action, nil)
  }
}
