#ifndef APUS_THREAD_COUNT_H
#define APUS_THREAD_COUNT_H

/// How many threads run beside the interpreter's. `CPlainCounting` counts references atomically only then.
extern int worker_thread_count;

/// To be called before a thread starts.
static inline void worker_thread_begins(void) {
  __atomic_add_fetch(&worker_thread_count, 1, __ATOMIC_SEQ_CST);
}

/// To be called when a thread was joined or could not start.
static inline void worker_thread_ended(void) {
  __atomic_sub_fetch(&worker_thread_count, 1, __ATOMIC_SEQ_CST);
}

#endif
