compareVersion("1.0","1.0.1")
compareVersion("2.1","2.0.9")
packageVersion("base") >= "4.0.0"
package_version("1.2.3")$major
numeric_version("1.10") > "1.9"
as.character(packageVersion("stats"))
