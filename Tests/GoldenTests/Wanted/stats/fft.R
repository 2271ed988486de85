fft(1:5)
fft(c(1, 4, 2, 8, 5, 7))
Re(fft(fft(1:7), inverse = TRUE)) / 7
mvfft(matrix(1:6, 3))
