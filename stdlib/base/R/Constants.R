#' Constants
#'
#' The letters of the alphabet, the names of the months, and \eqn{\pi}.
#'
#' @examples
#' letters[1:3]
#' month.name[12]
#' pi
letters <- c(
  "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o",
  "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z"
)

#' @rdname Constants
LETTERS <- c(
  "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O",
  "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z"
)

#' @rdname Constants
month.name <- c(
  "January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"
)

#' @rdname Constants
month.abb <- c(
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
  "Dec"
)

#' @rdname Constants
pi <- 3.141592653589793

#' @rdname Constants
T <- TRUE

#' @rdname Constants
F <- FALSE

#' Numerical characteristics of the machine
#'
#' A list: the range and the precision of integers and doubles.
#'
#' @examples
#' .Machine$integer.max
#' .Machine$double.eps
.Machine <- list(
  double.eps = 2^-52, double.neg.eps = 2^-53, double.xmin = 2^-1022,
  double.xmax = (2 - 2^-52) * 2^1023, double.base = 2L, double.digits = 53L,
  double.rounding = 5L, double.guard = 0L, double.ulp.digits = -52L,
  double.neg.ulp.digits = -53L, double.exponent = 11L,
  double.min.exp = -1022L, double.max.exp = 1024L, integer.max = 2147483647L,
  sizeof.long = 8L, sizeof.longlong = 8L, sizeof.longdouble = 16L,
  sizeof.pointer = 8L, sizeof.time_t = 8L, longdouble.eps = 2^-63, longdouble.neg.eps = 2^-64,
  longdouble.digits = 64L, longdouble.rounding = 5L, longdouble.guard = 0L,
  longdouble.ulp.digits = -63L, longdouble.neg.ulp.digits = -64L,
  longdouble.exponent = 15L, longdouble.min.exp = -16382L,
  longdouble.max.exp = 16384L
)

#' The platform
#'
#' A list of facts about the platform that R runs on.
#'
#' @examples
#' .Platform$file.sep
.Platform <- list(
  OS.type = "unix", file.sep = "/", dynlib.ext = ".so", GUI = "X11",
  endian = "little", pkgType = "source", path.sep = ":", r_arch = ""
)

#' The version of R
#'
#' The version of R that Apus is compatible with.
#'
#' @examples
#' R.version$major
#' R.version.string
R.version <- structure(
  list(
    platform = "x86_64-pc-linux-gnu", arch = "x86_64", os = "linux-gnu",
    system = "x86_64, linux-gnu", status = "Patched", major = "4",
    minor = "2.2", year = "2022", month = "11", day = "10",
    `svn rev` = "83330", language = "R",
    version.string = "R version 4.2.2 Patched (2022-11-10 r83330)",
    nickname = "Innocent and Trusting"
  ),
  class = "simple.list"
)

#' @rdname R.version
version <- R.version

#' @rdname R.version
R.version.string <- R.version$version.string

#' @rdname R.version
R.Version <- function() unclass(R.version)
