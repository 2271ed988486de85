#' ODBC data source
#'
#' Describes a table of a database, or the result of a query, that is reached through
#' ODBC: by unixODBC and the driver of the database. Nothing is read until something
#' needs it, and then in chunks. Used as the output of `rxDataStep` or `rxImport`, a
#' table is written in one transaction: if anything fails, it is as it was before, in
#' databases that can undo the making of tables. Dots in names of columns become
#' underscores there. Passwords are not shown.
#'
#' Integers are read as integers, larger ones, decimals and reals as numbers, bits as
#' logical values, dates as `Date`, timestamps as `POSIXct` in UTC, everything else as
#' text. Drivers may read all of a result into memory first, unless the connection
#' string tells them not to: `StepAPI=1` for SQLite, `UseDeclareFetch=1` for PostgreSQL.
#'
#' @param table the name of a table, with or without a schema.
#' @param sqlQuery a query, if no table is given.
#' @param dbmsName the name of the driver, to build a connection string of.
#' @param databaseName the name of the database, likewise.
#' @param useFastRead,verbose not needed here: reading is always direct.
#' @param trimSpace whether white space at the ends of text is left out; NULL means TRUE.
#' @param connectionString how to reach the database: `"DSN=name"`, or
#'   `"Driver=SQLite3;Database=path"`.
#' @param rowBuffering whether several rows are fetched at once.
#' @param returnDataFrame whether `rxReadNext` returns data frames; otherwise lists.
#' @param stringsAsFactors whether text columns are factors.
#' @param colClasses types of columns by name: see `RxTextData`.
#' @param colInfo a named list of lists about columns: `type`, `levels`, `newLevels`,
#'   `newName`, `description`, `low`, `high`. The type `"factorIndex"` stands for codes
#'   from 0 into `levels`.
#' @param rowsPerRead how many rows make a chunk.
#' @param writeFactorsAsIndexes whether factors are written as codes from 0.
#' @param ... parts of a connection string, if there is none: `dsn`, `server`, `user`,
#'   `password`.
#' @examples
#' ds <- RxOdbcData(table = "claims", connectionString = "DSN=insurance;Pwd=secret")
#' ds
RxOdbcData <- function(table = NULL, sqlQuery = NULL, dbmsName = NULL,
                       databaseName = NULL, useFastRead = NULL, trimSpace = NULL,
                       connectionString = NULL, rowBuffering = TRUE,
                       returnDataFrame = TRUE, stringsAsFactors = FALSE,
                       colClasses = NULL, colInfo = NULL, rowsPerRead = 500000,
                       verbose = 0, writeFactorsAsIndexes = FALSE, ...) {
  check_query(table, sqlQuery)
  values <- mget(setdiff(names(formals()), "..."))
  if (is.null(connectionString)) {
    values$connectionString <- connection_string(dbmsName, databaseName, ...)
  }
  new_source("RxOdbcData", values)
}

check_query <- function(table, sqlQuery) {
  if (!is.null(table) && !is.null(sqlQuery)) {
    stop("table and sqlQuery cannot both be given", call. = FALSE)
  }
  for (text in list(table, sqlQuery)) {
    if (!is.null(text) && (!is.character(text) || length(text) != 1L)) {
      stop("table and sqlQuery must be character strings", call. = FALSE)
    }
  }
}

# A connection string of its parts; those with special characters in braces.
connection_string <- function(driver = NULL, database = NULL, dsn = NULL, server = NULL,
                              user = NULL, password = NULL, ...) {
  parts <- c(DSN = dsn, Driver = driver, Server = server, Database = database, Uid = user,
             Pwd = password)
  if (!length(parts)) return(NULL)
  special <- grepl("[][{}(),;?*=!@ ]", parts)
  parts[special] <- paste0("{", gsub("}", "}}", parts[special], fixed = TRUE), "}")
  paste0(names(parts), "=", parts, collapse = ";")
}

# A connection string that may be shown.
shown_connection <- function(text) {
  gsub("((^|;) *(pwd|password) *= *)([{][^}]*[}]|[^;]*)", "\\1***", text, ignore.case = TRUE)
}

show_database <- function(object) {
  cat(class(object), " Source\n", sep = "")
  if (!is.null(object@table)) cat("table:", object@table, "\n")
  if (!is.null(object@sqlQuery)) cat("sqlQuery:", object@sqlQuery, "\n")
  cat("useFastRead:", !isFALSE(object@useFastRead), "\n")
  cat("trimSpace:", !isFALSE(object@trimSpace), "\n")
  cat("connectionString:", shown_connection(object@connectionString), "\n")
}

# A table or query for the native half.
describe_database <- function(data, keep, drop, rowsPerRead) {
  info <- column_wishes(data)
  list(kind = class(data)[1L], connection = database_connection(data), table = data@table,
       query = data@sqlQuery, keep = keep, drop = drop,
       factors = isTRUE(data@stringsAsFactors), trims = !isFALSE(data@trimSpace),
       buffers = !isFALSE(data@rowBuffering), types = info$types, levels = info$levels,
       columns = info$columns,
       rowsPerRead = if (is.null(rowsPerRead)) data@rowsPerRead else rowsPerRead)
}

database_connection <- function(data) {
  if (is.null(data@connectionString)) {
    stop("the data source has no connection string", call. = FALSE)
  }
  data@connectionString
}

# A table to be written, for the native half.
describe_table <- function(target, append) {
  list(connection = database_connection(target), table = target@table,
       appends = append == "rows", writesCodes = isTRUE(target@writeFactorsAsIndexes))
}

#' Run SQL
#'
#' `rxExecuteSQLDDL` runs a statement that returns no rows in the database of a data source,
#' such as `CREATE TABLE` or `DROP TABLE`. `rxSqlServerTableExists` tells whether a
#' table is there, and `rxSqlServerDropTable` drops it; it returns whether it was there.
#'
#' @param src an `RxOdbcData` data source.
#' @param ... the statement as `sSQLString`.
#' @examples
#' try(rxExecuteSQLDDL(RxOdbcData(table = "t"), sSQLString = "DROP TABLE t"))
rxExecuteSQLDDL <- function(src, ...) {
  wishes <- list(...)
  sql <- if (is.null(wishes$sSQLString)) wishes[[1L]] else wishes$sSQLString
  .Internal(rxRunSQL(database_connection(src), sql))
  invisible(NULL)
}

#' @rdname rxExecuteSQLDDL
#' @param table the name of a table, or an `RxOdbcData` data source with one.
#' @param connectionString the connection string, if `table` is a name.
rxSqlServerTableExists <- function(table, connectionString = NULL) {
  if (isS4(table)) {
    connectionString <- database_connection(table)
    table <- table@table
  }
  .Internal(rxTableExists(connectionString, table))
}

#' @rdname rxExecuteSQLDDL
rxSqlServerDropTable <- function(table, connectionString = NULL) {
  if (isS4(table)) {
    connectionString <- database_connection(table)
    table <- table@table
  }
  found <- .Internal(rxTableExists(connectionString, table))
  if (found) .Internal(rxRunSQL(connectionString, paste("DROP TABLE", table)))
  invisible(found)
}
