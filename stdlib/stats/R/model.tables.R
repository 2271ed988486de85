#' Tables of means or effects
#'
#' @param x an analysis of variance.
#' @param ... further arguments for methods.
#' @examples
#' model.tables(aov(weight ~ group, PlantGrowth), "means")
model.tables <- function(x, ...) UseMethod("model.tables")

model.tables.aov <- function(x, type = "effects", se = FALSE, cterms, ...) {
  type <- match.arg(type, c("effects", "means", "residuals"))
  mf <- model.frame(x)
  terms <- x$terms
  factors <- attr(terms, "factors")
  labels <- attr(terms, "term.labels")
  numeric_term <- vapply(labels, function(label) {
    any(!vapply(mf[rownames(factors)[factors[, label] > 0]], function(v) {
      is.factor(v) || is.logical(v) || is.character(v)
    }, NA))
  }, NA)
  projection <- proj(x, unweighted.scale = TRUE)
  xx <- paste(c("1", intersect(labels, colnames(projection))), collapse = "+")
  counts <- replications(paste("~", xx), data = mf)
  labels <- intersect(labels[!numeric_term], colnames(projection))
  if (!missing(cterms)) labels <- labels[labels %in% cterms]
  response <- model.response(mf)
  grand <- mean(projection[, "(Intercept)"])
  tables <- list()
  if (type == "means") tables[["Grand mean"]] <- grand
  for (label in labels) {
    members <- rownames(factors)[factors[, label] > 0]
    groups <- lapply(mf[members], as.factor)
    inside <- vapply(attr(terms, "term.labels"), function(other) {
      all(rownames(factors)[factors[, other] > 0] %in% members)
    }, NA)
    columns <- if (type == "means") {
      c("(Intercept)", attr(terms, "term.labels")[inside])
    } else {
      label
    }
    columns <- intersect(columns, colnames(projection))
    values <- rowSums(projection[, columns, drop = FALSE])
    table <- tapply(values, groups, mean)
    class(table) <- c("mtable")
    tables[[label]] <- table
  }
  result <- list(tables = tables, n = counts[labels])
  if (type == "means") result$n <- c(`Grand mean` = length(response), result$n)
  if (se) result$se <- table_errors(x, result$n, labels, type)
  attr(result, "type") <- type
  class(result) <- c("tables_aov", "list.of")
  result
}

table_errors <- function(x, counts, labels, type) {
  if (is.list(counts)) {
    message("Design is unbalanced - use se.contrast() for se's")
    return(NULL)
  }
  variance <- sum(weighted.residuals(x)^2) / x$df.residual
  values <- sqrt(variance / counts[labels] * (if (type == "means") 2 else 1))
  structure(as.list(values), class = "mtable", type = type)
}

print.tables_aov <- function(x, digits = 4L, ...) {
  type <- attr(x, "type")
  cat(if (type == "means") "Tables of means\n" else "Tables of effects\n")
  for (name in names(x$tables)) {
    table <- x$tables[[name]]
    if (name == "Grand mean") {
      cat("Grand mean\n")
      shown <- c(format(table, digits = 7L))
      names(shown) <- ""
      print(shown, quote = FALSE)
      next
    }
    counts <- x$n[[name]]
    cat("\n", name, "\n")
    values <- unclass(table)
    if (length(counts) > 1L && length(dim(values)) == 1L) {
      shown <- rbind(as.vector(values), as.vector(counts))
      dimnames(shown) <- list(c("", "rep"), names(values))
      print(shown, digits = digits)
    } else {
      shown <- values
      shown[] <- format(as.vector(values), digits = digits)
      print(shown, quote = FALSE)
    }
  }
  print_table_errors(x, digits)
  invisible(x)
}

print_table_errors <- function(x, digits) {
  if (is.null(x$se)) return(invisible())
  type <- attr(x, "type")
  cat(if (type == "means") "\nStandard errors for differences of means\n"
      else "\nStandard errors of effects\n")
  counts <- unlist(x$n[names(x$se)])
  shown <- rbind(format(unlist(x$se), digits = digits), format(counts))
  dimnames(shown) <- list(c("", "replic."), names(x$se))
  print(shown, quote = FALSE, right = TRUE)
}
