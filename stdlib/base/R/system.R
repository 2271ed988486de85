#' Environment variables
#'
#' Values of environment variables, and setting them for this process.
#'
#' @param x names of variables; all if missing.
#' @param unset what unset variables give.
#' @param names name the result?
#' @param ... variables as `name = value`.
#' @examples
#' Sys.setenv(APUS_EXAMPLE = "yes")
#' Sys.getenv("APUS_EXAMPLE")
#' Sys.unsetenv("APUS_EXAMPLE")
Sys.getenv <- function(x = NULL, unset = "", names = NA) {
  if (is.null(x)) {
    all <- .Internal(Sys.getenv(character(), ""))
    place <- regexpr("=", all, fixed = TRUE)
    values <- substring(all, place + 1L)
    names(values) <- substring(all, 1L, place - 1L)
    return(structure(values, class = "Dlist"))
  }
  values <- .Internal(Sys.getenv(as.character(x), as.character(unset)))
  if (isTRUE(names) || (length(x) > 1L && !isFALSE(names))) names(values) <- x
  values
}

#' @rdname Sys.getenv
Sys.setenv <- function(...) {
  values <- list(...)
  if (is.null(names(values)) || any(names(values) == "")) {
    stop("all arguments must be named")
  }
  invisible(.Internal(Sys.setenv(
    names(values), as.character(unlist(values))
  )))
}

#' @rdname Sys.getenv
Sys.unsetenv <- function(x) invisible(.Internal(Sys.unsetenv(as.character(x))))

#' Suspend execution
#'
#' Waits; Ctrl-C ends the waiting.
#'
#' @param time seconds.
#' @examples
#' Sys.sleep(0.01)
Sys.sleep <- function(time) invisible(.Internal(Sys.sleep(time)))

#' System and user
#'
#' Names of the operating system, the machine and the user.
#'
#' @examples
#' Sys.info()[["sysname"]]
Sys.info <- function() .Internal(Sys.info())

#' @rdname Sys.info
Sys.getpid <- function() .Internal(Sys.getpid())

#' Locale
#'
#' Apus computes in UTF-8 whatever the locale; strings are sorted by Unicode's
#' rules.
#'
#' @param category `"LC_ALL"` or one of its parts.
#' @param locale the locale wanted.
#' @examples
#' Sys.getlocale("LC_COLLATE")
Sys.getlocale <- function(category = "LC_ALL") {
  .Internal(Sys.getlocale(if (category == "LC_ALL") 1L else 2L))
}

#' @rdname Sys.getlocale
Sys.setlocale <- function(category = "LC_ALL", locale = "") {
  .Internal(Sys.setlocale(1L, locale))
}

#' Run a command
#'
#' Runs a command of the system's shell: its exit status, or its output lines.
#'
#' @param command the command.
#' @param args its arguments.
#' @param intern,stdout should the output be the value?
#' @param ignore.stdout,ignore.stderr throw the output away?
#' @param stderr,stdin where errors go and what is read: as `stdout`, or files.
#' @param input lines that the command reads.
#' @param env variables for the command, as `"NAME=value"`.
#' @param wait wait for its end?
#' @param timeout seconds after which it is ended; 0 for no limit.
#' @param minimized,invisible,show.output.on.console for Windows: not used.
#' @examples
#' system("echo hello", intern = TRUE)
#' system2("echo", "hello", stdout = TRUE)
system <- function(command, intern = FALSE, ignore.stdout = FALSE,
                   ignore.stderr = FALSE, wait = TRUE, input = NULL,
                   show.output.on.console = TRUE, minimized = FALSE,
                   invisible = TRUE, timeout = 0) {
  if (!is.character(command)) stop("'command' must be a character vector")
  if (ignore.stdout) command <- paste(command, ">/dev/null")
  if (ignore.stderr) command <- paste(command, "2>/dev/null")
  if (!is.null(input)) {
    file <- tempfile()
    on.exit(unlink(file))
    writeLines(input, file)
    command <- paste(command, "<", shQuote(file))
  }
  if (!wait && !intern) command <- paste(command, "&")
  value <- if (timeout > 0) .timedCommand(command, intern, timeout, sys.call())
  else .Internal(system(command, intern))
  if (intern) value else base::invisible(value)
}

# Runs a command that is ended after some seconds: its status is 124 then.
.timedCommand <- function(command, intern, seconds, call) {
  limited <- paste("timeout", seconds, "sh -c", shQuote(command))
  value <- suppressWarnings(.Internal(system(limited, intern)))
  status <- if (intern) attr(value, "status") else value
  if (is.null(status) || !intern && status != 124L) return(value)
  text <- if (status == 124L) gettextf("command '%s' timed out after %gs", command, seconds)
  else gettextf("running command '%s' had status %d", command, status)
  warning(simpleWarning(text, call))
  value
}

#' @rdname system
system2 <- function(command, args = character(), stdout = "", stderr = "",
                    stdin = "", input = NULL, env = character(), wait = TRUE,
                    minimized = FALSE, invisible = TRUE, timeout = 0) {
  line <- paste(c(env, shQuote(command), args), collapse = " ")
  if (is.character(stdout) && nzchar(stdout)) {
    line <- paste(line, ">", shQuote(stdout))
  } else if (isFALSE(stdout) || is.null(stdout)) {
    line <- paste(line, ">/dev/null")
  }
  if (is.character(stderr) && nzchar(stderr)) {
    line <- paste(line, "2>", shQuote(stderr))
  } else if (isFALSE(stderr) || is.null(stderr)) {
    line <- paste(line, "2>/dev/null")
  } else if (isTRUE(stderr)) {
    line <- paste(line, "2>&1")
  }
  if (nzchar(stdin)) line <- paste(line, "<", shQuote(stdin))
  system(line, intern = isTRUE(stdout) || isTRUE(stderr), wait = wait,
         input = input, timeout = timeout)
}

#' Garbage collection
#'
#' Memory is given back as soon as nothing refers to it; the matrix shows what
#' the process uses.
#'
#' @param verbose,reset,full ignored.
#' @examples
#' invisible(gc())
gc <- function(verbose = getOption("verbose"), reset = FALSE, full = TRUE) {
  used <- .Internal(gc())
  matrix(
    c(used[1L], 0, used[2L], 0), 2L, 2L,
    dimnames = list(c("Ncells", "Vcells"), c("used", "(Mb)"))
  )
}

#' Namespaces
#'
#' The environment that holds a package's functions.
#'
#' @param ns,name a namespace or its name.
#' @param base.OK is the namespace of base an answer?
#' @examples
#' environmentName(asNamespace("stats"))
#' isNamespaceLoaded("stats")
asNamespace <- function(ns, base.OK = TRUE) {
  if (is.environment(ns)) return(ns)
  found <- .Internal(findNamespace(.packageAlias(as.character(ns))))
  if (is.null(found)) {
    stop(packageNotFoundError(as.character(ns), NULL, sys.call()))
  }
  found
}

#' @rdname asNamespace
getNamespace <- function(name) asNamespace(name)

#' @rdname asNamespace
isNamespaceLoaded <- function(name) .isAvailable(as.character(name))

#' @rdname asNamespace
loadedNamespaces <- function() .Internal(loadedNamespaces())

#' @rdname asNamespace
getExportedValue <- function(ns, name) {
  namespace <- asNamespace(ns)
  if (!name %in% getNamespaceExports(namespace)) {
    stop(gettextf("'%s' is not an exported object from 'namespace:%s'", name,
                  getNamespaceName(namespace)), call. = FALSE, domain = NA)
  }
  get(name, envir = namespace)
}

#' @rdname asNamespace
isNamespace <- function(ns) {
  is.environment(ns) && startsWith(.Internal(environmentLabel(ns)), "namespace:")
}

#' @rdname asNamespace
getNamespaceName <- function(ns) {
  c(name = sub("^namespace:", "", .Internal(environmentLabel(asNamespace(ns)))))
}

#' @rdname asNamespace
getNamespaceExports <- function(ns) {
  namespace <- asNamespace(ns)
  shown <- .Internal(packageExports(getNamespaceName(namespace)))
  names(if (is.null(shown)) namespace else shown)
}
