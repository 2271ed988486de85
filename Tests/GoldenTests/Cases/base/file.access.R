# Which files can be read, written or run; the answers have the names of the files.
file.access(c("nothing", "/bin/sh"))
file.access("/bin/sh", 1)
file_test("-x", "/bin/sh")
file_test("-d", c("/bin", "nothing"))
file_test("-f", "/bin/sh")
try(file_test("-q", "/bin/sh"))
