#' Plain sockets
#'
#' `make.socket` connects to a port, `read.socket` gives what has come, `write.socket` sends a
#' string, `close.socket` ends the connection. [socketConnection()] does the same as a connection.
#' `nsl` gives the address of a host.
#'
#' @param host,hostname the name of a machine.
#' @param port a port number.
#' @param fail is it an error if there is nobody?
#' @param server wait for another program to connect?
#' @param socket,x what `make.socket` gave.
#' @param maxlen how many bytes to read at most.
#' @param loop read until the other side closes?
#' @param string what to send.
#' @param ... not used.
#' @examples
#' nsl("localhost")
#' port <- 32000 + Sys.getpid() %% 12000
#' listener <- serverSocket(port)
#' socket <- make.socket("localhost", port)
#' other <- socketAccept(listener, blocking = TRUE, open = "r+")
#' write.socket(socket, "hello\n")
#' readLines(other, 1)
#' cat("bye\n", file = other)
#' read.socket(socket)
#' close.socket(socket)
#' close(other)
#' close(listener)
make.socket <- function(host = "localhost", port, fail = TRUE, server = FALSE) {
  made <- .Internal(plainSocket(host, as.integer(port), server))
  if (is.character(made)) {
    cat("socket error: ", made, "\n", sep = "", file = stderr())
    if (fail) stop("socket not established")
    warning("socket not established")
    made <- FALSE
  }
  structure(list(socket = made, host = host, port = port), class = "socket")
}

#' @rdname make.socket
read.socket <- function(socket, maxlen = 256L, loop = FALSE) {
  text <- .Internal(socketReceive(socket$socket, as.integer(maxlen)))
  while (loop && nzchar(more <- .Internal(socketReceive(socket$socket, as.integer(maxlen))))) {
    text <- paste0(text, more)
  }
  text
}

#' @rdname make.socket
write.socket <- function(socket, string) {
  writeChar(string, getConnection(socket$socket), eos = NULL)
  invisible(nchar(string, "bytes"))
}

#' @rdname make.socket
close.socket <- function(socket, ...) {
  close(getConnection(socket$socket))
  FALSE
}

#' @rdname make.socket
print.socket <- function(x, ...) {
  cat("Socket connection #", x$socket, "to", x$host, "on port", x$port, "\n")
  invisible(x)
}

#' @rdname make.socket
nsl <- function(hostname) {
  address <- .Internal(hostAddress(hostname))
  if (is.null(address)) {
    warning(gettextf("nsl() was unable to resolve host '%s'", hostname), domain = NA)
  }
  address
}
