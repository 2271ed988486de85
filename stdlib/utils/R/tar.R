#' Archives of files
#'
#' `tar` and `zip` make archives with the programs of these names, `untar` and
#' `unzip` list or extract their files.
#'
#' @param tarfile,zipfile the archive.
#' @param files the files; all in the folder, or in the archive, by default.
#' @param compression `"none"`, `"gzip"`, `"bzip2"` or `"xz"`.
#' @param restore_times keep the times of the files?
#' @param compression_level,compressed,support_old_tars,setTimes not used: the
#'   programs know.
#' @param tar,zip,unzip the program.
#' @param extra_flags,extras,flags further options of the program.
#' @param list only list the files?
#' @param exdir the folder to extract to.
#' @param verbose print the names of files?
#' @param overwrite replace files?
#' @param junkpaths leave the folders out?
#' @examples
#' old <- setwd(tempdir())
#' writeLines("a", "a.txt")
#' tar("a.tar", "a.txt")
#' untar("a.tar", list = TRUE)
#' unlink(c("a.tar", "a.txt"))
#' setwd(old)
tar <- function(tarfile, files = NULL, compression = c("none", "gzip", "bzip2", "xz"),
                compression_level = 6, tar = Sys.getenv("tar"), extra_flags = "") {
  compression <- match.arg(compression)
  if (is.null(files)) files <- "."
  letter <- switch(compression, gzip = "z", bzip2 = "j", xz = "J", "")
  program <- if (tar %in% c("", "internal")) "tar" else tar
  command <- paste(program, extra_flags, paste0("-c", letter, "f"), shQuote(path.expand(tarfile)),
                   paste(shQuote(files), collapse = " "))
  invisible(system(command))
}

#' @rdname tar
untar <- function(tarfile, files = NULL, list = FALSE, exdir = ".", compressed = NA,
                  extras = NULL, verbose = FALSE, restore_times = TRUE,
                  support_old_tars = Sys.getenv("R_SUPPORT_OLD_TARS", FALSE),
                  tar = Sys.getenv("TAR")) {
  program <- if (tar %in% c("", "internal")) "tar" else tar
  wanted <- paste(shQuote(files), collapse = " ")
  if (list) {
    return(system(paste(program, extras, "-tf", shQuote(path.expand(tarfile)), wanted),
                  intern = TRUE))
  }
  if (exdir != "." && !dir.exists(exdir)) dir.create(exdir, recursive = TRUE)
  command <- paste(program, extras, if (!restore_times) "-m", paste0("-x", if (verbose) "v", "f"),
                   shQuote(path.expand(tarfile)), "-C", shQuote(exdir), wanted)
  status <- system(command)
  if (status) {
    warning(gettextf("%s returned error code %d", sQuote(command), status), domain = NA)
  }
  invisible(status)
}

#' @rdname tar
zip <- function(zipfile, files, flags = "-r9X", extras = "",
                zip = Sys.getenv("R_ZIPCMD", "zip")) {
  if (!is.character(zip) || length(zip) != 1L || !nzchar(zip)) {
    stop("argument 'zip' must be a single character string")
  }
  command <- paste(zip, flags, shQuote(path.expand(zipfile)),
                   paste(shQuote(files), collapse = " "), extras)
  invisible(system(command))
}

#' @rdname tar
unzip <- function(zipfile, files = NULL, list = FALSE, overwrite = TRUE, junkpaths = FALSE,
                  exdir = ".", unzip = "internal", setTimes = FALSE) {
  program <- if (unzip == "internal") "unzip" else unzip
  archive <- shQuote(path.expand(zipfile))
  if (list) {
    lines <- system(paste(program, "-l", archive), intern = TRUE)
    lines <- lines[grepl("^ *[0-9]+ +[0-9-]+ +[0-9:]+ +", lines)]
    fields <- strsplit(trimws(lines), " +")
    return(data.frame(
      Name = sub("^ *[0-9]+ +[0-9-]+ +[0-9:]+ +", "", lines),
      Length = as.numeric(vapply(fields, `[`, "", 1L)),
      Date = as.POSIXct(vapply(fields, function(f) paste(f[2L], f[3L]), ""),
                        tryFormats = c("%Y-%m-%d %H:%M", "%m-%d-%Y %H:%M", "%m-%d-%y %H:%M"))
    ))
  }
  if (exdir != "." && !dir.exists(exdir)) dir.create(exdir, recursive = TRUE)
  command <- paste(program, "-q", if (overwrite) "-o" else "-n", if (junkpaths) "-j", archive,
                   paste(shQuote(files), collapse = " "), "-d", shQuote(exdir))
  status <- system(command)
  if (status) warning(gettextf("error %d in extracting from zip file", status), domain = NA)
  names <- system(paste(program, "-Z1", archive), intern = TRUE)
  if (!is.null(files)) names <- intersect(names, files)
  invisible(file.path(exdir, if (junkpaths) basename(names) else names))
}
