#' Connections over the network
#'
#' `socketConnection` connects to a port of a host, or waits at a port of this machine for another
#' program to connect. `serverSocket` listens at a port; `socketAccept` makes a connection of the
#' next program that connects there. `socketSelect` tells which sockets can be read or written to,
#' `socketTimeout` tells or sets how long a socket waits.
#'
#' @param host the name of a machine.
#' @param port a port number.
#' @param server wait for a connection instead of making one?
#' @param blocking does reading wait for what is asked for?
#' @param open a mode, as of [file()].
#' @param encoding,options accepted and not used.
#' @param timeout seconds; of `socketSelect`, `NULL` for ever.
#' @param socket what `serverSocket` gave, or a socket connection.
#' @param socklist a list of sockets.
#' @param write wait for room to write instead of something to read? One answer for each socket.
#' @examples
#' port <- 20000 + Sys.getpid() %% 12000
#' listener <- serverSocket(port)
#' one <- socketConnection(port = port, open = "r+")
#' other <- socketAccept(listener, open = "r+")
#' writeLines("hello", one)
#' socketSelect(list(other), timeout = 1)
#' readLines(other, 1)
#' for (con in list(one, other, listener)) close(con)
socketConnection <- function(host = "localhost", port, server = FALSE, blocking = FALSE,
                             open = "a+", encoding = getOption("encoding"),
                             timeout = getOption("timeout"),
                             options = getOption("socketOptions")) {
  .Internal(socketConnection(host, port, server, blocking, open, .secondsOf(timeout)))
}

#' @rdname socketConnection
serverSocket <- function(port) .Internal(serverSocket(port))

#' @rdname socketConnection
socketAccept <- function(socket, blocking = FALSE, open = "a+",
                         encoding = getOption("encoding"), timeout = getOption("timeout"),
                         options = getOption("socketOptions")) {
  .Internal(socketAccept(socket, blocking, open, .secondsOf(timeout)))
}

#' @rdname socketConnection
socketSelect <- function(socklist, write = FALSE, timeout = NULL) {
  if (!is.null(timeout) && (length(timeout) != 1L || is.na(timeout))) {
    stop("supplied timeout is not valid")
  }
  if (length(write) < length(socklist)) write <- rep_len(write, length(socklist))
  .Internal(socketSelect(as.list(socklist), as.logical(write), timeout))
}

#' @rdname socketConnection
socketTimeout <- function(socket, timeout = -1) {
  .Internal(socketTimeout(socket, as.integer(timeout)))
}

.secondsOf <- function(timeout) if (is.null(timeout)) 60L else as.integer(timeout)
