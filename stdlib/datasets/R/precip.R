#' Annual Precipitation in US Cities
#' @examples
#' str(precip)
precip <-
  c(Mobile = 67, Juneau = 54.7, Phoenix = 7, "Little Rock" = 48.5, "Los Angeles" = 14,
  Sacramento = 17.2, "San Francisco" = 20.7, Denver = 13, Hartford = 43.4,
  Wilmington = 40.2, Washington = 38.9, Jacksonville = 54.5, Miami = 59.8,
  Atlanta = 48.3, Honolulu = 22.9, Boise = 11.5, Chicago = 34.4, Peoria = 35.1,
  Indianapolis = 38.7, "Des Moines" = 30.8, Wichita = 30.6, Louisville = 43.1,
  "New Orleans" = 56.8, Portland = 40.8, Baltimore = 41.8, Boston = 42.5,
  Detroit = 31, "Sault Ste. Marie" = 31.7, Duluth = 30.2, "Minneapolis/St Paul" = 25.9,
  Jackson = 49.2, "Kansas City" = 37, "St Louis" = 35.9, "Great Falls" = 15,
  Omaha = 30.2, Reno = 7.2, Concord = 36.2, "Atlantic City" = 45.5, Albuquerque = 7.8,
  Albany = 33.4, Buffalo = 36.1, "New York" = 40.2, Charlotte = 42.7, Raleigh = 42.5,
  Bismark = 16.2, Cincinnati = 39, Cleveland = 35, Columbus = 37, "Oklahoma City" = 31.4,
  Portland = 37.6, Philadelphia = 39.9, Pittsburg = 36.2, Providence = 42.8,
  Columbia = 46.4, "Sioux Falls" = 24.7, Memphis = 49.1, Nashville = 46,
  Dallas = 35.9, "El Paso" = 7.8, Houston = 48.2, "Salt Lake City" = 15.2,
  Burlington = 32.5, Norfolk = 44.7, Richmond = 42.6, "Seattle Tacoma" = 38.8,
  Spokane = 17.4, Charleston = 40.8, Milwaukee = 29.1, Cheyenne = 14.6, "San Juan" = 59.2
  )
