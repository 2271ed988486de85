# What the printouts of all analyses have in common.

# The lines that tell where the data came from.
data_lines <- function(data, expression) {
  if (is.data.frame(data)) return(paste("Data:", expression))
  if (inherits(data, "RxOdbcData")) {
    return(paste0("Data: ", expression, " (", class(data)[1L], " Data Source)"))
  }
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

# The number of threads, and how much to tell of a pass, as the native half takes
# them.
thread_count <- function() as.integer(rxGetOption("numCoresToUse"))

report_level <- function(data, reportProgress) {
  if (is.data.frame(data)) 0L else as.integer(reportProgress)
}

# The lines between the call and the statistics of a table of cells.
print_cells_header <- function(info, title) {
  print_call(info$call)
  cat(title, " Results for: ", formula_text(info$formula), "\n", sep = "")
  cat(c(info$params$data, weight_lines(info$params)), sep = "\n")
  if (length(info$depvars)) {
    cat("Dependent variable(s): ", paste(info$depvars, collapse = ", "), "\n", sep = "")
  }
  print_valid_counts(info)
}

print_valid_counts <- function(info) {
  if (is.null(info$params$fweights)) {
    cat("Number of valid observations: ", info$valid, "\n", sep = "")
  } else {
    cat("Sum of weights of valid observations: ", info$weights, "\n", sep = "")
  }
  cat("Number of missing observations:", info$missing, "\n")
}
