interrupt_me <- function() {
  system(paste0("(sleep 0.2; kill -INT ", Sys.getpid(), ") &"))
  for (i in 1:50) Sys.sleep(0.1)
  "not interrupted"
}
# An interrupt is a condition without a message.
tryCatch(interrupt_me(), interrupt = function(e) str(e))
tryCatch(interrupt_me(), condition = function(e) class(e))
# It is no error.
tryCatch(
  tryCatch(interrupt_me(), error = function(e) "error"),
  interrupt = function(e) "interrupt")
# Calling handlers see it first, and what must be done on the way out is done.
tryCatch(
  withCallingHandlers(
    tryCatch(interrupt_me(), finally = cat("finally\n")),
    interrupt = function(e) cat("seen\n")),
  interrupt = function(e) cat("caught\n"))
f <- function() {
  on.exit(cat("leaving\n"))
  while (TRUE) interrupt_me()
}
tryCatch(f(), interrupt = function(e) "back")
# try() does not stop it.
tryCatch(try(interrupt_me(), silent = TRUE), interrupt = function(e) "passed through try")
# A promise that was interrupted can be forced again.
g <- function(x) {
  tryCatch(x, interrupt = function(e) cat("once more\n"))
  x
}
count <- 0
suppressWarnings(g({ count <- count + 1; if (count == 1) interrupt_me(); count }))
