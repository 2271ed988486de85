# Formulas in attributes refer to nothing but the columns.
with_empty_environments <- function(data) {
  for (name in names(attributes(data))) {
    value <- attr(data, name)
    if (inherits(value, "formula")) {
      environment(value) <- emptyenv()
      attr(data, name) <- value
    }
  }
  data
}
