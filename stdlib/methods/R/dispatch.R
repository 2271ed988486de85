# The choice of a method for the classes of arguments.

# The method for classes of arguments that no method was used for yet.  The name and
# arguments of this function show in the error.
.inheritedMethod <- function(classes, fdef, mtable) {
  name <- fdef$.Generic
  found <- .nearestMethod(classes, fdef)
  if (is.null(found)) {
    cnames <- paste0("\"", vapply(classes, function(one) one[1L], ""), "\"", collapse = ", ")
    stop(paste0("unable to find an inherited method for function \u2018", name,
      "\u2019 for signature \u2018", cnames, "\u2019"), domain = NA)
  }
  first <- vapply(classes, function(one) one[1L], "")
  if (!is.primitive(found) && isS4(found) && .Internal(hasSlot(found, "target"))) {
    target <- .signatureObject(first, fdef$.SigArgs[seq_along(first)])
    found <- .Internal(setRawSlot(found, "target", target))
  }
  if (is.environment(mtable)) assign(paste(first, collapse = "#"), found, envir = mtable)
  found
}

# The tables that a generic function takes its methods from: its own and its groups'.
.tablesOf <- function(table) {
  groups <- lapply(.groupsOf(table$.Generic), function(group) environment(.builtinGeneric(group)))
  for (group in table$.Group) {
    if (!group %in% names(.groupMembers)) groups <- c(groups, .generics[[group]])
  }
  c(list(table), groups)
}

# Each class with what it extends, and its place among them.
.distances <- function(classes) {
  classes <- as.vector(classes)
  if (identical(classes, "missing")) return(c(missing = 0, ANY = 1))
  found <- .classLinearization(classes[1L])
  found <- c(setdiff(found, "ANY"), "ANY")
  structure(seq_along(found) - 1, names = found)
}

.nearestMethod <- function(classes, table, excluded = character()) {
  distances <- lapply(classes, .distances)
  farthest <- max(lengths(distances)) - 1
  distances <- lapply(distances, replace, "ANY", farthest)
  best <- NULL
  for (one in .tablesOf(table)) {
    best <- .nearer(best, .bestOf(one, distances, excluded))
  }
  if (is.null(best)) return(NULL)
  if (length(best$keys) > 1L && !length(excluded)) .noteAmbiguity(best, classes, table)
  best$method
}

.nearer <- function(a, b) {
  if (is.null(a) || !is.null(b) && b$distance < a$distance) b else a
}

# The methods of one table that are nearest to the classes.
.bestOf <- function(table, distances, excluded) {
  methods <- table$.MTable
  keys <- ls(methods, all.names = TRUE)
  if (length(excluded)) {
    keys <- keys[!paste0(table$.Generic, "/", .trimmed(keys)) %in% excluded]
  }
  if (!length(keys)) return(NULL)
  parts <- strsplit(keys, "#", fixed = TRUE)
  ranks <- lapply(parts, .ranks, distances = distances)
  total <- vapply(ranks, sum, 0)
  if (all(is.na(total))) return(NULL)
  usable <- which(!is.na(total))
  names <- keys[usable]
  near <- do.call(rbind, ranks[usable])
  columns <- lapply(seq_len(ncol(near)), function(k) near[, k])
  best <- do.call(order, c(list(total[usable], -rowSums(near == 0)), columns))[1L]
  isRival <- rowSums(near < rep(near[best, ], each = nrow(near))) > 0
  rivals <- which(isRival & .isUndominated(near))
  rivals <- rivals[do.call(order, lapply(columns, function(column) column[rivals]))]
  list(distance = total[usable[best]], keys = names[c(best, rivals)],
    method = get(names[best], envir = methods))
}

# Whether no other row is as near in all columns and nearer in one.
.isUndominated <- function(near) {
  vapply(seq_len(nrow(near)), function(k) {
    own <- rep(near[k, ], each = nrow(near))
    !any(rowSums(near > own) == 0 & rowSums(near < own) > 0)
  }, NA)
}

.trimmed <- function(keys) gsub("(#ANY)+$", "", keys)

# How far each argument is from what a method wants; NA if it cannot be used.
.ranks <- function(classes, distances) {
  ranks <- numeric(length(distances))
  for (k in seq_along(distances)) {
    wanted <- if (k <= length(classes)) classes[k] else "ANY"
    ranks[k] <- distances[[k]][wanted]
  }
  if (length(classes) > length(distances) && any(classes[-seq_along(distances)] != "ANY")) {
    ranks[1L] <- NA
  }
  ranks
}

.noteAmbiguity <- function(best, classes, table) {
  target <- paste(vapply(classes, function(one) one[1L], ""), collapse = "#")
  others <- paste0("\"", best$keys[-1L], "\"", collapse = ", ")
  message(paste0("Note: method with signature \u2018", best$keys[1L],
    "\u2019 chosen for function \u2018", table$.Generic, "\u2019,\n target signature \u2018",
    target, "\u2019.\n ", others, " would also be valid"))
}
