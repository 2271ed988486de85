# A tree of nested lists, and its depth
tree <- function(depth) if (depth == 0) list() else list(tree(depth - 1), tree(depth - 1))
height <- function(t) if (length(t) == 0) 0 else 1 + max(height(t[[1]]), height(t[[2]]))
measure(height(tree(14)))
