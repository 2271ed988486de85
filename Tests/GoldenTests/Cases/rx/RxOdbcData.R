# differs: rx is not part of GNU R
rxOptions(reportProgress = 0)
con <- "Driver=SQLite3;Database=rx-odbc.db"
table <- function(name, ...) RxOdbcData(table = name, connectionString = con, ...)
query <- function(sql, ...) RxOdbcData(sqlQuery = sql, connectionString = con, ...)
# All types there and back, missing values and long text too.
d <- data.frame(
  int = c(1L, NA, -3L), dbl = c(1.5, NaN, 1e300), txt = c("gr\u00fcn", NA, strrep("long ", 400)),
  lgl = c(TRUE, FALSE, NA), fac = factor(c("u", "v", NA)),
  day = as.Date(c("2020-02-29", NA, "1899-12-31")),
  at = as.POSIXct(c("2020-01-02 03:04:05.25", NA, "1960-01-01 23:59:59"), tz = "UTC"))
rxDataStep(d, table("types"))
back <- rxDataStep(table("types", trimSpace = FALSE, colInfo = list(
  fac = list(type = "factor", levels = c("u", "v")))))
all.equal(back, transform(d, dbl = ifelse(is.nan(dbl), NA, dbl)), check.attributes = FALSE)
sapply(back, function(x) class(x)[1])
nchar(rxDataStep(table("types"), varsToKeep = "txt")$txt)
# Factors as codes; names with dots.
rxDataStep(d, table("codes", writeFactorsAsIndexes = TRUE), varsToKeep = c("int", "fac"))
rxDataStep(table("codes"))
rxDataStep(table("codes", colInfo = list(fac = list(type = "factorIndex", levels = c("U", "V"),
                                                    newName = "letter"))))
rxImport(iris, table("iris"), rowsPerRead = 40)
rxGetInfo(table("iris"), getVarInfo = TRUE, numRows = 2)
# Queries.
groups <- query("SELECT Species, count(*) AS n, avg(Sepal_Length) AS m FROM iris GROUP BY Species",
                colClasses = c(n = "integer", m = "numeric"), stringsAsFactors = TRUE)
rxDataStep(groups)
rxGetVarInfo(groups, computeInfo = TRUE)
rxDataStep(query("SELECT a.int, b.int FROM types a, types b WHERE a.int = b.int ORDER BY a.int"))
# Chunks; what is computed depends on the blocks only.
ds <- table("iris", rowsPerRead = 60, stringsAsFactors = TRUE)
rxOpen(ds)
while (length(chunk <- rxReadNext(ds))) print(dim(chunk))
rxClose(ds)
same <- setNames(iris, gsub(".", "_", names(iris), fixed = TRUE))
rxDataStep(same, "rx-odbc.xdf", rowsPerRead = 60)
fit <- function(data) coef(rxLinMod(Sepal_Length ~ Petal_Length + Species, data))
identical(fit(ds), fit("rx-odbc.xdf"))
rxLinMod(Sepal_Length ~ Species, ds, rowSelection = Sepal_Width > 3)
rxDataStep(ds, rowSelection = Petal_Length > 6.5, varsToKeep = c("Petal_Length", "Species"))
head(ds, 2)
try(tail(ds, 2))
# Writing in one transaction.
try(rxDataStep(d, table("types")))
rxDataStep(d, table("types"), append = "rows")
nrow(rxDataStep(table("types")))
try(rxDataStep(d, table("types"), overwrite = TRUE, rowsPerRead = 1,
               transforms = list(int = if (.rxChunkNum > 1) stop("no") else int)))
nrow(rxDataStep(table("types")))
try(rxDataStep(cars, table("types"), append = "rows"))
rxDataStep(cars, table("types"), overwrite = TRUE)
dim(rxDataStep(table("types")))
out <- table("written")
rxOpen(out, "w")
rxWriteNext(head(cars, 2), out)
rxWriteNext(tail(cars, 2), out)
rxClose(out)
rxDataStep(out)
rxSqlServerTableExists(out)
print(rxSqlServerDropTable("written", con))
rxSqlServerTableExists("written", con)
rxExecuteSQLDDL(table("big"), sSQLString = "CREATE TABLE big (a BIGINT, b INTEGER)")
rxExecuteSQLDDL(table("big"), sSQLString = "INSERT INTO big VALUES (NULL, 3), (1e11, 12345678901)")
try(rxDataStep(table("big")))
rxDataStep(table("big", colClasses = c(b = "numeric")))
# What goes wrong.
try(rxDataStep(table("none")))
try(rxDataStep(query("SELECT nonsense")))
try(rxDataStep(cars, query("SELECT 1")))
try(rxDataStep(table("iris"), varsToKeep = "Sepal.Length"))
try(rxDataStep(RxOdbcData(table = "a", connectionString = "Driver=none;Uid=me;Pwd=secret")))
try(RxOdbcData(table = "a", sqlQuery = "b"))
# Passwords are not shown.
RxOdbcData("claims", connectionString = "DSN=insurance;uid=me;Pwd={a;b};App=x")
RxOdbcData("claims", dbmsName = "SQLite3", databaseName = "a b.db", user = "me", password = "b;c")
is(ds, "RxDataSource")
RxDataSource(dataSource = ds, rowsPerRead = 7)@rowsPerRead
