import Apus
import Glibc

/// Turns Ctrl-C into the interpreter's interrupt flag.
package enum Interrupts {
  // Invariant: all are written once, before the handler is installed; a signal handler can reach nothing else.
  nonisolated(unsafe) private static var flag: UnsafeMutablePointer<Int32>?
  nonisolated(unsafe) private static var thread: pthread_t = 0
  /// A pipe that gets a byte at each Ctrl-C, so that whoever waits for input wakes.
  nonisolated(unsafe) private static var alarm: (read: Int32, write: Int32) = (-1, -1)

  /// Installs the handler; this thread is the one that waits for input and runs R.
  package static func install(_ session: Session) {
    flag = session.interruptFlag
    thread = pthread_self()
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
      alarm = (ends[0], ends[1])
    }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      Interrupts.flag?.pointee = 1
      var byte: UInt8 = 0
      _ = write(Interrupts.alarm.write, &byte, 1)
      // A system call that waits must be woken, whichever thread the signal came to.
      if pthread_equal(pthread_self(), Interrupts.thread) == 0 {
        pthread_kill(Interrupts.thread, signal)
      }
    }
    action.sa_flags = 0
    sigaction(SIGINT, &action, nil)
    // Whoever started the program may have kept these from it.
    var wanted = sigset_t()
    sigemptyset(&wanted)
    sigaddset(&wanted, SIGINT)
    sigaddset(&wanted, SIGHUP)
    pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
  }

  static var isPending: Bool { (flag?.pointee ?? 0) & 1 != 0 }

  /// Forgets a Ctrl-C that came too late for what it was meant for.
  static func clear() { flag?.pointee = 0 }

  /// Waits until a byte of standard input can be read; false when Ctrl-C comes first.
  static func waitForInput() -> Bool {
    var places = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: alarm.read, events: Int16(POLLIN), revents: 0),
    ]
    while !isPending {
      let count = poll(&places, 2, -1)
      if places[1].revents != 0 { drainAlarm() }
      if count < 0, errno != EINTR { return true }
      if count > 0, places[0].revents != 0, !isPending { return true }
    }
    drainAlarm()
    return false
  }

  private static func drainAlarm() {
    var bytes = (UInt64(0), UInt64(0))
    while read(alarm.read, &bytes, 16) == 16 {}
  }
}
