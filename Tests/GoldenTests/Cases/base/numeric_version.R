v <- numeric_version(c("1.2.3","1.10","2"))
v
v[1] < v[2]
v == "1.10"
sort(v)
max(v)
range(v)
format(v)
as.character(v)
v[[1]]
v[[1]][1,2]
v[[c(1,2)]]
v$major
unclass(v)
length(v)
is.numeric_version(v)
c(v,"3.0")
rev(v)
unique(c(v,v))
v >= "1.5"
order(v)
xtfrm(v)
as.list(v)
package_version("3.4.5")
package_version("3.4.5")$major
package_version("3.4.5")$minor
package_version("3.4.5")$patchlevel
R_system_version("4.2.2")
getRversion()
getRversion() >= "4.0.0"
class(getRversion())
try(numeric_version("a.b"))
numeric_version("a.b",strict=FALSE)
is.na(numeric_version("a",strict=FALSE))
compareVersion("1.2","1.10")
as.numeric_version("1.2-3")
numeric_version("1.2.3")[1,1:2]
data.frame(v=numeric_version("1.2"))
v[2] <- "9.9"
v
paste(v)
try(v+1)
str(v)
print(v,quote=TRUE)
toString(v)
"1.2" < numeric_version("1.10")
numeric_version("1.0") == numeric_version("1")
as.package_version("1.2.3")
numeric_version(character())
version$language
