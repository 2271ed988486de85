# What the printouts of all analyses have in common.

# The lines that tell where the data came from.
data_lines <- function(data, expression) {
  if (is.data.frame(data)) return(paste("Data:", expression))
  path <- source_path(data)
  file <- paste("File name:", path)
  if (nchar(file) > 80L) file <- c("File name:", paste0("    ", path))
  if (is.character(data)) file
  else c(paste0("Data: ", expression, " (", class(data)[1L], " Data Source)"), file)
}

print_call <- function(call) {
  cat("Call:\n")
  cat(deparse(call, width.cutoff = 70L), sep = "\n")
  cat("\n")
}

formula_text <- function(formula) {
  paste(trimws(deparse(formula, width.cutoff = 500L)), collapse = " ")
}

# Evaluates a formula argument, which may also be its text.
as_model_formula <- function(formula) {
  if (inherits(formula, "formula")) formula else as.formula(formula)
}

# Weights given as frequencies or as probabilities.
chosen_weights <- function(fweights, pweights) {
  if (!is.null(fweights) && !is.null(pweights)) {
    stop("fweights and pweights cannot both be given", call. = FALSE)
  }
  if (is.null(fweights)) pweights else fweights
}

weight_lines <- function(params) {
  c(if (!is.null(params$pweights)) paste("Probability weights:", params$pweights),
    if (!is.null(params$fweights)) paste("Frequency weights:", params$fweights))
}

# One factor column for each factor of a cube, the first varying fastest.
cell_columns <- function(levels) {
  counts <- lengths(levels)
  total <- prod(counts)
  each <- 1
  columns <- list()
  for (name in names(levels)) {
    labels <- levels[[name]]
    codes <- rep_len(rep(seq_along(labels), each = each), total)
    columns[[name]] <- structure(codes, levels = labels, class = "factor")
    each <- each * length(labels)
  }
  columns
}
