// ApusStatistics: algorithms on arrays: covariance, distances, Fourier transforms, roots, minima,
// integrals and smoothers. Functions given by the caller may throw an error of the caller's own.
// Start reading at `Covariance`.
