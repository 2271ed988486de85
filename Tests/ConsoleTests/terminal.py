"""A program at a pseudo-terminal, driven as a person would: by what it shows and by keys."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time


class Terminal:
    def __init__(self, arguments, folder, columns=80, **environment):
        self.shown = ""
        self.process, self.place = pty.fork()
        if self.process == 0:
            # The threads of a test runner block signals, and a child inherits that.
            signal.pthread_sigmask(signal.SIG_SETMASK, [])
            os.chdir(folder)
            plain = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
            plain |= {"TERM": "xterm", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"}
            os.execve(os.environ["APUS"], ["apus", *arguments], plain | environment)
        fcntl.ioctl(self.place, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def type(self, keys):
        os.write(self.place, keys.encode())

    def enter(self, line):
        """Types a line; answers what is shown up to the next prompt."""
        self.type(line + "\r")
        return self.expect(r"[\r\n](\x1b\[\?2004h)?[>+] $")

    def expect(self, pattern, seconds=20):
        """Waits until the pattern is shown; answers everything up to its end, without escapes."""
        end = time.monotonic() + seconds
        while not (found := re.search(pattern, self.shown)):
            ready, _, _ = select.select([self.place], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise AssertionError(f"{pattern!r} was not shown, but {self.shown[-300:]!r}")
            try:
                self.shown += os.read(self.place, 1 << 16).decode("utf-8", "replace")
            except OSError:
                raise AssertionError(f"ended before {pattern!r}: {self.shown[-300:]!r}") from None
        result, self.shown = self.shown[: found.end()], self.shown[found.end():]
        return re.sub(r"\x1b\[[?0-9;]*[a-zA-Z]|\r", "", result)

    def status(self):
        """Waits for the end; answers the exit status."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                self.process = 0
                return os.waitstatus_to_exitcode(status)
            ready, _, _ = select.select([self.place], [], [], 0.05)
            if ready:
                try:
                    self.shown += os.read(self.place, 1 << 16).decode("utf-8", "replace")
                except OSError:
                    time.sleep(0.01)
        raise AssertionError("it did not end")

    def close(self):
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self.place)
