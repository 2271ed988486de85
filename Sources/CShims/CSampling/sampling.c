#define _GNU_SOURCE
#include "sampling.h"

#include <signal.h>
#include <sys/time.h>

static int32_t *flag;
static int32_t due;

static void note_sample(int number) {
  (void)number;
  __atomic_add_fetch(&due, 1, __ATOMIC_RELAXED);
  if (flag) __atomic_or_fetch(flag, sample_is_due, __ATOMIC_RELAXED);
}

static int set_timer(double interval) {
  struct itimerval timer;
  timer.it_interval.tv_sec = (time_t)interval;
  timer.it_interval.tv_usec = (suseconds_t)((interval - (double)timer.it_interval.tv_sec) * 1e6);
  timer.it_value = timer.it_interval;
  return setitimer(ITIMER_PROF, &timer, 0) == 0;
}

int start_sampling(int32_t *pending, double interval) {
  struct sigaction action = {0};
  action.sa_handler = note_sample;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  flag = pending;
  __atomic_store_n(&due, 0, __ATOMIC_RELAXED);
  return sigaction(SIGPROF, &action, 0) == 0 && set_timer(interval);
}

void stop_sampling(void) {
  set_timer(0);
  signal(SIGPROF, SIG_IGN);
}

int32_t take_due_samples(void) { return __atomic_exchange_n(&due, 0, __ATOMIC_RELAXED); }
