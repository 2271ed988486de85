"""Records non-central probabilities to 17 digits, where GNU R's own are good for less.

    python3 Tests/ReferenceTests/record-noncentral.py

writes Distributions/noncentral.csv next to this script; needs mpmath.
"""
import os
from mpmath import mp, mpf, exp, log, sqrt, pi, quad, gamma, gammainc, betainc, nsum, inf, erfc, linspace

mp.dps = 40


def poisson_sum(rate, term):
    total, j = mpf(0), 0
    while True:
        step = exp(-rate) * rate**j / gamma(j + 1) * term(j)
        total += step
        if j > rate and step < total * mpf(10) ** -36:
            return total
        j += 1


def dchisq(x, n):
    return x ** (n / 2 - 1) * exp(-x / 2) / (2 ** (n / 2) * gamma(n / 2))


def dbeta(x, a, b):
    return x ** (a - 1) * (1 - x) ** (b - 1) * gamma(a + b) / gamma(a) / gamma(b)


def mean_over_s(n, f):
    def integrand(u):
        return 2 * (n / 2) ** (n / 2) / gamma(n / 2) * exp(n * u - n * exp(2 * u) / 2) * f(exp(u))
    width = 40 / n + 1
    return quad(integrand, linspace(-width, 2, 60))


def phi(z):
    return erfc(-z / sqrt(2)) / 2


def nchisq(kind, x, n, l):
    if kind == "d":
        return poisson_sum(l / 2, lambda j: dchisq(x, n + 2 * j))
    return poisson_sum(l / 2, lambda j: gammainc(n / 2 + j, 0, x / 2, regularized=True))


def nbeta(kind, x, a, b, l):
    if kind == "d":
        return poisson_sum(l / 2, lambda j: dbeta(x, a + j, b))
    return poisson_sum(l / 2, lambda j: betainc(a + j, b, 0, x, regularized=True))


def nt(kind, x, n, d):
    if kind == "d":
        return mean_over_s(n, lambda s: s * exp(-((x * s - d) ** 2) / 2) / sqrt(2 * pi))
    return mean_over_s(n, lambda s: phi(x * s - d))


def nf(kind, x, m, n, l):
    y = m * x / (n + m * x)
    if kind == "d":
        return nbeta("d", y, m / 2, n / 2, l) * m * n / (n + m * x) ** 2
    return nbeta("p", y, m / 2, n / 2, l)


cases = [
    (nchisq, [(3, 2), (0.7, 10), (40, 30)], [1, 5, 20, 60]),
    (nbeta, [(2, 3, 1), (5, 0.5, 4), (5, 5, 54)], [0.1, 0.4, 0.7, 0.95]),
    (nt, [(5, 1), (12, -0.8), (60, 2.5)], [-1, 0.3, 1, 2, 3.5]),
    (nf, [(3, 12, 1.5), (6, 40, 10)], [0.2, 1, 2.5, 6]),
]
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "Distributions", "noncentral.csv"), "w") as out:
    out.write("function,distribution,x,first,second,third,value\n")
    for function, parameters, points in cases:
        for p in parameters:
            for x in points:
                for kind in "dp":
                    value = function(kind, mpf(x), *map(mpf, p))
                    row = [kind, function.__name__, repr(float(x))] + [repr(float(v)) for v in p]
                    row += [""] * (6 - len(row)) + [repr(float(value))]
                    out.write(",".join(row) + "\n")
