#' Distances
#'
#' The distances between the rows of a matrix, as an object of class `"dist"`.
#'
#' @param x a numeric matrix or data frame.
#' @param method the distance.
#' @param diag,upper whether to print the diagonal and the upper triangle.
#' @param p the power of the Minkowski distance.
#' @examples
#' dist(matrix(c(0, 3, 0, 4), 2))
dist <- function(x, method = "euclidean", diag = FALSE, upper = FALSE, p = 2) {
  if (!is.na(pmatch(method, "euclidian"))) method <- "euclidean"
  methods <- c("euclidean", "maximum", "manhattan", "canberra", "binary",
               "minkowski")
  chosen <- pmatch(method, methods)
  if (is.na(chosen)) stop("invalid distance method")
  if (chosen == -1) stop("ambiguous distance method")
  x <- as.matrix(x)
  result <- .Internal(distance(x, chosen, p))
  attributes(result) <- c(
    list(Size = nrow(x)),
    if (!is.null(rownames(x))) list(Labels = rownames(x)),
    list(Diag = diag, Upper = upper, method = methods[chosen]),
    if (methods[chosen] == "minkowski") list(p = p),
    list(call = match.call(), class = "dist"))
  result
}

#' @rdname dist
#' @param m a matrix of distances.
#' @examples
#' as.dist(matrix(c(0, 2, 2, 0), 2))
as.dist <- function(m, diag = FALSE, upper = FALSE) UseMethod("as.dist")

as.dist.default <- function(m, diag = FALSE, upper = FALSE) {
  if (inherits(m, "dist")) {
    result <- m
  } else {
    m <- as.matrix(m)
    if (!is.numeric(m)) storage.mode(m) <- "numeric"
    size <- nrow(m)
    if (ncol(m) != size) warning("non-square matrix")
    result <- m[row(m) > col(m)]
    attributes(result) <- NULL
    labels <- if (!is.null(rownames(m))) rownames(m) else colnames(m)
    if (!is.null(labels)) attr(result, "Labels") <- labels
    attr(result, "Size") <- size
    attr(result, "call") <- match.call()
    class(result) <- "dist"
  }
  if (is.null(attr(result, "Diag")) || !missing(diag)) attr(result, "Diag") <- diag
  if (is.null(attr(result, "Upper")) || !missing(upper)) attr(result, "Upper") <- upper
  result
}

as.matrix.dist <- function(x, ...) {
  size <- attr(x, "Size")
  result <- matrix(0, size, size)
  result[row(result) > col(result)] <- x
  result <- result + t(result)
  labels <- attr(x, "Labels")
  dimnames(result) <- if (is.null(labels)) {
    list(seq_len(size), seq_len(size))
  } else {
    list(labels, labels)
  }
  result
}

format.dist <- function(x, ...) {
  structure(format(as.vector(x), ...), Labels = attr(x, "Labels"),
            Size = attr(x, "Size"), Diag = attr(x, "Diag"),
            Upper = attr(x, "Upper"), class = "dist")
}

print.dist <- function(x, diag = NULL, upper = NULL, digits = getOption("digits"),
                       justify = "none", right = TRUE, ...) {
  if (is.null(diag)) diag <- if (is.null(attr(x, "Diag"))) FALSE else attr(x, "Diag")
  if (is.null(upper)) upper <- if (is.null(attr(x, "Upper"))) FALSE else attr(x, "Upper")
  values <- as.matrix(x)
  shown <- format(values, digits = digits, justify = justify)
  if (!upper) shown[row(shown) < col(shown)] <- ""
  if (!diag) shown[row(shown) == col(shown)] <- ""
  if (diag || upper) print(shown, quote = FALSE, right = right, ...)
  else print(shown[-1, -attr(x, "Size"), drop = FALSE], quote = FALSE, right = right, ...)
  invisible(x)
}

labels.dist <- function(object, ...) attr(object, "Labels")

#' Hierarchical clustering
#'
#' Joins the nearest clusters step by step. Returns an object of class
#' `"hclust"`.
#'
#' @param d distances.
#' @param method how the distance of clusters is computed.
#' @param members the sizes of the clusters to begin with.
#' @examples
#' hclust(dist(c(1, 2, 4, 7)))$merge
hclust <- function(d, method = "complete", members = NULL) {
  methods <- c("ward.D", "single", "complete", "average", "mcquitty", "median",
               "centroid", "ward.D2")
  if (method == "ward") {
    message("The \"ward\" method has been renamed to \"ward.D\"; note new \"ward.D2\"")
    method <- "ward.D"
  }
  chosen <- pmatch(method, methods)
  if (is.na(chosen)) stop("invalid clustering method", paste("", method))
  size <- as.integer(attr(d, "Size"))
  if (is.null(size)) stop("invalid dissimilarities")
  if (is.na(size) || size > 65536L) stop("size cannot be NA nor exceed 65536")
  if (size < 2) stop("must have n >= 2 objects to cluster")
  if (length(d) < size * (size - 1) / 2) stop("dissimilarities of improper length")
  if (anyNA(d)) stop("NA/NaN/Inf in foreign function call (arg 10)")
  if (is.null(members)) members <- rep.int(1, size)
  else if (length(members) != size) stop("invalid length of members")
  joined <- joined_clusters(as.matrix(d), methods[chosen], members)
  structure(
    list(merge = joined$merge, height = joined$height, order = joined$order,
         labels = attr(d, "Labels"), method = methods[chosen],
         call = match.call(), dist.method = attr(d, "method")),
    class = "hclust")
}

# The update formula of Lance and Williams (1967), with the nearest neighbour
# of each cluster kept at hand.
joined_clusters <- function(distances, method, members) {
  size <- nrow(distances)
  diag(distances) <- Inf
  if (method == "ward.D2") distances <- distances^2
  squared <- method == "ward.D2"
  counts <- members
  label <- -seq_len(size)
  alive <- rep.int(TRUE, size)
  merge <- matrix(0L, size - 1L, 2L)
  height <- numeric(size - 1L)
  upper <- distances
  upper[row(upper) >= col(upper)] <- Inf
  nearest <- max.col(-upper, "first")
  nearest_distance <- upper[cbind(seq_len(size), nearest)]
  for (step in seq_len(size - 1L)) {
    i <- which.min(ifelse(alive, nearest_distance, Inf))
    j <- nearest[i]
    between <- distances[i, j]
    pair <- c(label[i], label[j])
    merge[step, ] <- if (all(pair < 0)) c(max(pair), min(pair))
      else if (any(pair < 0)) c(min(pair), max(pair)) else sort(pair)
    height[step] <- if (squared) sqrt(between) else between
    others <- alive
    others[c(i, j)] <- FALSE
    k <- which(others)
    updated <- lance_williams(distances[i, k], distances[j, k], between,
                              counts[i], counts[j], counts[k], method)
    distances[i, k] <- distances[k, i] <- updated
    alive[j] <- FALSE
    distances[j, ] <- distances[, j] <- Inf
    counts[i] <- counts[i] + counts[j]
    label[i] <- step
    if (step < size - 1L) {
      refreshed <- refreshed_neighbours(distances, alive, nearest, nearest_distance, i, j, k)
      nearest <- refreshed$nearest
      nearest_distance <- refreshed$distance
    }
  }
  list(merge = merge, height = height, order = merge_order(merge))
}

lance_williams <- function(di, dj, between, ni, nj, nk, method) {
  switch(
    method,
    ward.D = , ward.D2 =
      ((ni + nk) * di + (nj + nk) * dj - nk * between) / (ni + nj + nk),
    single = pmin(di, dj),
    complete = pmax(di, dj),
    average = (ni * di + nj * dj) / (ni + nj),
    mcquitty = (di + dj) / 2,
    median = ((di + dj) - between / 2) / 2,
    centroid = (ni * di + nj * dj - ni * nj * between / (ni + nj)) / (ni + nj))
}

# Neighbours later in order, of the rows whose neighbour has changed.
refreshed_neighbours <- function(distances, alive, nearest, distance, i, j, k) {
  size <- nrow(distances)
  rows <- which(alive & (nearest == i | nearest == j | seq_len(size) == i))
  for (row in rows) {
    if (row < size) {
      later <- seq.int(row + 1L, size)
      at <- which.min(distances[row, later])
      if (length(at)) {
        nearest[row] <- later[at]
        distance[row] <- distances[row, later[at]]
      } else {
        distance[row] <- Inf
      }
    }
  }
  earlier <- k[k < i]
  closer <- earlier[distances[earlier, i] < distance[earlier]]
  nearest[closer] <- i
  distance[closer] <- distances[closer, i]
  list(nearest = nearest, distance = distance)
}

merge_order <- function(merge) {
  groups <- vector("list", nrow(merge))
  for (step in seq_len(nrow(merge))) {
    part <- function(v) if (v < 0) -v else groups[[v]]
    groups[[step]] <- c(part(merge[step, 1L]), part(merge[step, 2L]))
  }
  as.integer(groups[[nrow(merge)]])
}

print.hclust <- function(x, ...) {
  if (!is.null(x$call)) cat("\nCall:\n", deparse1(x$call, collapse = "\n"), "\n\n", sep = "")
  if (!is.null(x$method)) cat("Cluster method   :", x$method, "\n")
  if (!is.null(x$dist.method)) cat("Distance         :", x$dist.method, "\n")
  cat("Number of objects:", length(x$height) + 1, "\n\n")
  invisible(x)
}

#' Cut a tree into groups
#'
#' Returns the group of each object.
#'
#' @param tree the result of `hclust`.
#' @param k the number of groups.
#' @param h the height to cut at.
#' @examples
#' cutree(hclust(dist(c(1, 2, 4, 7))), 2)
cutree <- function(tree, k = NULL, h = NULL) {
  count <- nrow(tree$merge) + 1L
  if (is.null(k) && is.null(h)) stop("either 'k' or 'h' must be specified")
  if (is.null(k)) {
    if (is.unsorted(tree$height)) {
      stop("the 'height' component of 'tree' is not sorted (increasingly)")
    }
    k <- count + 1L - apply(outer(c(tree$height, Inf), h, `>`), 2L, which.max)
    labels <- h
  } else {
    k <- as.integer(k)
    if (min(k) < 1L || max(k) > count) {
      stop(gettextf("elements of 'k' must be between 1 and %d", count), domain = NA)
    }
    labels <- k
  }
  result <- vapply(k, function(groups) tree_groups(tree$merge, groups, count), integer(count))
  result <- matrix(result, count, dimnames = list(tree$labels, labels))
  if (length(k) == 1L) {
    result <- drop(result)
    dim(result) <- NULL
    names(result) <- tree$labels
  }
  result
}

tree_groups <- function(merge, groups, count) {
  group <- seq_len(count)
  cluster <- vector("list", count - 1L)
  for (step in seq_len(count - groups)) {
    members <- unlist(lapply(merge[step, ], function(v) if (v < 0) -v else cluster[[v]]))
    cluster[[step]] <- members
    group[members] <- count + step
  }
  match(group, unique(group))
}

#' Distances in a tree
#'
#' The height at which two objects are first joined.
#'
#' @param x the result of `hclust`.
#' @examples
#' cophenetic(hclust(dist(c(1, 2, 4))))
cophenetic <- function(x) UseMethod("cophenetic")

cophenetic.default <- function(x) {
  x <- as.hclust(x)
  count <- length(x$order)
  result <- matrix(0, count, count)
  groups <- vector("list", count - 1L)
  for (step in seq_len(count - 1L)) {
    part <- function(v) if (v < 0) -v else groups[[v]]
    first <- part(x$merge[step, 1L])
    second <- part(x$merge[step, 2L])
    result[first, second] <- result[second, first] <- x$height[step]
    groups[[step]] <- c(first, second)
  }
  rownames(result) <- x$labels
  as.dist(result)
}

#' @rdname cophenetic
#' @param ... further arguments for methods.
#' @examples
#' class(as.hclust(hclust(dist(1:3))))
as.hclust <- function(x, ...) UseMethod("as.hclust")

as.hclust.default <- function(x, ...) {
  if (inherits(x, "hclust")) x
  else stop(sprintf(ngettext(length(class(x)),
    "argument 'x' cannot be coerced to class %s",
    "argument 'x' cannot be coerced to class %s"), dQuote("hclust")), domain = NA)
}
