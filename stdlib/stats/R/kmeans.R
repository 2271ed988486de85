#' K-means clustering
#'
#' Divides points into groups so that the sum of squares within them is small.
#'
#' @param x a numeric matrix.
#' @param centers the number of groups, or their centres.
#' @param iter.max the largest number of iterations.
#' @param nstart how many random starts.
#' @param algorithm the algorithm.
#' @param trace whether to print the steps.
#' @examples
#' kmeans(c(1, 2, 10, 11), c(1, 11))$cluster
kmeans <- function(x, centers, iter.max = 10L, nstart = 1L,
                   algorithm = c("Hartigan-Wong", "Lloyd", "Forgy", "MacQueen"),
                   trace = FALSE) {
  x <- as.matrix(x)
  count <- as.integer(nrow(x))
  if (is.na(count)) stop("invalid nrow(x)")
  algorithm <- match.arg(algorithm)
  if (missing(centers)) stop("'centers' must be a number or a matrix")
  if (length(centers) == 1L) {
    k <- centers
    if (nstart == 1L) centers <- x[sample.int(count, k), , drop = FALSE]
    if (nstart >= 2 || any(duplicated(centers))) {
      distinct <- unique(x)
      available <- nrow(distinct)
      if (available < k) stop("more cluster centers than distinct data points.")
      centers <- distinct[sample.int(available, k), , drop = FALSE]
    }
  } else {
    centers <- as.matrix(centers)
    if (any(duplicated(centers))) stop("initial centers are not distinct")
    distinct <- NULL
    k <- nrow(centers)
    if (count < k) stop("more cluster centers than data points")
  }
  k <- as.integer(k)
  if (k == 1L) nstart <- 1L
  iter.max <- as.integer(iter.max)
  if (iter.max < 1L) stop("'iter.max' must be positive")
  if (ncol(x) != ncol(centers)) stop("must have same number of columns in 'x' and 'centers'")
  best <- kmeans_once(x, centers, iter.max, algorithm)
  if (nstart >= 2 && !is.null(distinct)) {
    for (start in 2:nstart) {
      centers <- distinct[sample.int(nrow(distinct), k), , drop = FALSE]
      other <- kmeans_once(x, centers, iter.max, algorithm)
      if (sum(other$wss) < sum(best$wss)) best <- other
    }
  }
  if (best$iterations > iter.max) {
    warning(sprintf(ngettext(iter.max, "did not converge in %d iteration",
                             "did not converge in %d iterations"), iter.max),
            call. = FALSE, domain = NA)
  }
  centers <- best$centers
  dimnames(centers) <- list(seq_len(k), dimnames(x)[[2L]])
  cluster <- best$cluster
  if (!is.null(labels <- rownames(x))) names(cluster) <- labels
  total <- sum(scale(x, scale = FALSE)^2)
  structure(
    list(cluster = cluster, centers = centers, totss = total, withinss = best$wss,
         tot.withinss = sum(best$wss), betweenss = total - sum(best$wss),
         size = best$sizes, iter = best$iterations, ifault = best$fault),
    class = "kmeans")
}

kmeans_once <- function(x, centers, iter.max, algorithm) {
  result <- switch(
    algorithm,
    `Hartigan-Wong` = hartigan_wong(x, centers, iter.max),
    Lloyd = , Forgy = lloyd(x, centers, iter.max),
    MacQueen = lloyd(x, centers, iter.max))
  k <- nrow(centers)
  result$sizes <- tabulate(result$cluster, k)
  result$wss <- vapply(seq_len(k), function(g) {
    sum((x[result$cluster == g, , drop = FALSE] -
      rep(result$centers[g, ], each = result$sizes[g]))^2)
  }, 0)
  result
}

squared_distances <- function(x, centers) {
  distances <- vapply(seq_len(nrow(centers)), function(g) {
    rowSums((x - rep(centers[g, ], each = nrow(x)))^2)
  }, numeric(nrow(x)))
  matrix(distances, nrow = nrow(x))
}

group_means <- function(x, cluster, k) {
  rowsum(x, factor(cluster, seq_len(k)), reorder = TRUE) / tabulate(cluster, k)
}

lloyd <- function(x, centers, iter.max) {
  k <- nrow(centers)
  cluster <- rep.int(-1L, nrow(x))
  for (iteration in seq_len(iter.max + 1L)) {
    new <- max.col(-squared_distances(x, centers), "first")
    if (identical(new, cluster)) break
    cluster <- new
    if (length(unique(cluster)) < k) {
      stop("empty cluster: try a better set of initial centers", call. = FALSE)
    }
    centers <- unname(group_means(x, cluster, k))
  }
  list(cluster = cluster, centers = centers, iterations = iteration)
}

# Hartigan and Wong (1979): points move to the cluster where the sum of squares
# grows least, first among all live clusters, then between the two nearest.
hartigan_wong <- function(x, centers, iter.max) {
  k <- nrow(centers)
  count <- nrow(x)
  if (k == 1L) {
    return(list(cluster = rep.int(1L, count), centers = t(colMeans(x)),
                iterations = 1L, fault = 0L))
  }
  distances <- squared_distances(x, centers)
  first <- max.col(-distances, "first")
  distances[cbind(seq_len(count), first)] <- Inf
  second <- max.col(-distances, "first")
  if (length(unique(first)) < k) {
    stop("empty cluster: try a better set of initial centers", call. = FALSE)
  }
  state <- list2env(list(
    x = x, first = first, second = second, k = k, count = count,
    centers = unname(group_means(x, first, k)), sizes = tabulate(first, k),
    live = rep.int(TRUE, k), changed = rep.int(0L, k), quiet = 0L))
  iterations <- iter.max + 1L
  for (iteration in seq_len(iter.max)) {
    state$quiet <- 0L
    optimal_transfer(state)
    if (state$quiet == count) {
      iterations <- iteration
      break
    }
    quick_transfer(state)
    if (k == 2L) {
      iterations <- iteration
      break
    }
  }
  centers <- unname(group_means(x, state$first, k))
  list(cluster = state$first, centers = centers, iterations = iterations,
       fault = if (iterations > iter.max) 2L else 0L)
}

move_point <- function(state, i, from, to) {
  sizes <- state$sizes
  point <- state$x[i, ]
  state$centers[from, ] <- (state$centers[from, ] * sizes[from] - point) / (sizes[from] - 1)
  state$centers[to, ] <- (state$centers[to, ] * sizes[to] + point) / (sizes[to] + 1)
  state$sizes[from] <- sizes[from] - 1L
  state$sizes[to] <- sizes[to] + 1L
  state$second[i] <- from
  state$first[i] <- to
}

optimal_transfer <- function(state) {
  moved <- rep.int(FALSE, state$k)
  live <- state$live
  for (i in seq_len(state$count)) {
    state$quiet <- state$quiet + 1L
    own <- state$first[i]
    if (state$sizes[own] > 1L) {
      point <- state$x[i, ]
      gaps <- rowSums((state$centers - rep(point, each = state$k))^2)
      sizes <- state$sizes
      leaving <- gaps[own] * sizes[own] / (sizes[own] - 1)
      joining <- gaps * sizes / (sizes + 1)
      candidates <- if (live[own]) seq_len(state$k) else which(live | seq_len(state$k) == state$second[i])
      candidates <- candidates[candidates != own]
      best <- candidates[which.min(joining[candidates])]
      if (length(best) && joining[best] < leaving) {
        state$quiet <- 0L
        moved[c(own, best)] <- TRUE
        live[c(own, best)] <- TRUE
        move_point(state, i, own, best)
      } else if (length(best)) {
        state$second[i] <- best
      }
    }
    if (state$quiet == state$count) return(invisible())
  }
  state$live <- moved
}

quick_transfer <- function(state) {
  quiet <- 0L
  steps <- 0L
  limit <- 50L * state$count
  repeat {
    for (i in seq_len(state$count)) {
      quiet <- quiet + 1L
      steps <- steps + 1L
      if (steps >= limit) return(invisible())
      own <- state$first[i]
      other <- state$second[i]
      if (state$sizes[own] > 1L) {
        point <- state$x[i, ]
        sizes <- state$sizes
        leaving <- sum((state$centers[own, ] - point)^2) * sizes[own] / (sizes[own] - 1)
        joining <- sum((state$centers[other, ] - point)^2) * sizes[other] / (sizes[other] + 1)
        if (joining < leaving) {
          quiet <- 0L
          state$live[c(own, other)] <- TRUE
          move_point(state, i, own, other)
        }
      }
      if (quiet == state$count) return(invisible())
    }
  }
}

print.kmeans <- function(x, ...) {
  cat("K-means clustering with ", length(x$size), " clusters of sizes ",
      paste(x$size, collapse = ", "), "\n", sep = "")
  cat("\nCluster means:\n")
  print(x$centers, ...)
  cat("\nClustering vector:\n")
  print(x$cluster, ...)
  cat("\nWithin cluster sum of squares by cluster:\n")
  print(x$withinss, ...)
  cat(sprintf(" (between_SS / total_SS = %5.1f %%)\n", 100 * x$betweenss / x$totss),
      "\nAvailable components:\n", sep = "")
  cat("\n")
  print(names(x))
  invisible(x)
}

fitted.kmeans <- function(object, method = c("centers", "classes"), ...) {
  method <- match.arg(method)
  if (method == "centers") object$centers[object$cluster, , drop = FALSE]
  else object$cluster
}
