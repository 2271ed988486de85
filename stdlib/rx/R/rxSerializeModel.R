#' Models as raw vectors
#'
#' `rxSerializeModel` turns a model into a raw vector that can be kept in a file or
#' a table; `rxUnserializeModel` turns it back.
#'
#' @param rxModel a model.
#' @param metadata more to keep with the model, as its attribute `metadata`.
#' @param realtimeScoringOnly whether to leave out what predictions do not need.
#' @param ... not used.
#' @examples
#' fit <- rxLinMod(dist ~ speed, cars)
#' raw <- rxSerializeModel(fit, realtimeScoringOnly = TRUE)
#' identical(coef(rxUnserializeModel(raw)), coef(fit))
rxSerializeModel <- function(rxModel, metadata = NULL, realtimeScoringOnly = FALSE, ...) {
  if (is.null(rxModel)) stop("rxModel must be a model", call. = FALSE)
  if (realtimeScoringOnly) {
    for (name in c("anova", "stepCoefs", "covData", "countDF")) rxModel[[name]] <- NULL
    # The formula's environment may hold the data.
    if (inherits(rxModel$formula, "formula")) {
      environment(rxModel$formula) <- globalenv()
    }
  }
  if (!is.null(metadata)) attr(rxModel, "metadata") <- metadata
  serialize(rxModel, NULL)
}

#' @rdname rxSerializeModel
#' @param serializedModel what `rxSerializeModel` returned.
rxUnserializeModel <- function(serializedModel, ...) {
  if (!is.raw(serializedModel)) stop("serializedModel must be a raw vector", call. = FALSE)
  unserialize(serializedModel)
}
