#' Combine values
#'
#' `c` makes one vector of its arguments, of the most general type among them.
#' Names are those of the arguments and of their elements, put together.
#'
#' @param ... values.
#' @param recursive flatten lists?
#' @param use.names make names?
#' @examples
#' c(1, 2:3)
#' c(a = 1, b = c(x = 2, y = 3))
#' c(list(1), 2)
#' @name c
NULL

#' Lists
#'
#' @param ... values, possibly named.
#' @examples
#' list(a = 1, "b")
#' @name list
NULL

#' Repeat a vector
#'
#' @param x a vector.
#' @param ... `times`, `length.out` and `each`.
#' @examples
#' rep(1:2, times = 3)
#' rep(1:2, each = 2)
#' rep(c("a", "b"), times = c(1, 2))
#' rep(1:3, length.out = 5)
#' @name rep
NULL

#' Fast sequences
#'
#' `seq_len` counts up to a number, `seq_along` counts the elements of a vector,
#' `seq.int` is a fast [seq()].
#'
#' @param length.out,along.with the length, or a vector of it.
#' @param from,to,by,... as for [seq()].
#' @examples
#' seq_len(3)
#' seq_along(c("a", "b"))
#' seq.int(2, 10, by = 4)
#' @name seq_len
NULL

#' Sequence from one number to another
#'
#' @param from,to the ends.
#' @examples
#' 1:4
#' 3:1
#' @name colon
NULL

#' Sort keys
#'
#' A numeric vector that sorts like `x`: the generic of [xtfrm.default()].
#'
#' @param x an object.
#' @examples
#' xtfrm(factor(c("b", "a")))
#' @name xtfrm
NULL
