// Reference counting of the `apus` program. It runs R on one thread, and starts others for the jobs of the
// executor pool only: between jobs, atomic operations (5 ns each) protect nothing. The C++ library does the same
// for its shared pointers. These definitions take the place of the Swift runtime's own in the program; other
// processors than x86-64 may call them by other conventions.
#define _GNU_SOURCE
#include "plain_counting.h"

#include <dlfcn.h>
#include <stdint.h>

#include "counting.h"
#include "thread_count.h"

#ifdef __x86_64__

typedef void *retain_function(void *);
typedef void release_function(void *);

static retain_function *runtime_retain = swift_nonatomic_retain;
static release_function *runtime_release = swift_nonatomic_release;
static int is_plain = 0;

__attribute__((constructor)) static void find_runtime(void) {
  runtime_retain = (retain_function *)dlsym(RTLD_NEXT, "swift_retain");
  runtime_release = (release_function *)dlsym(RTLD_NEXT, "swift_release");
}

void use_plain_counting(void *object) { is_plain = counts_are_as_assumed(object); }

static inline int may_be_plain(void) {
  return is_plain && __atomic_load_n(&worker_thread_count, __ATOMIC_RELAXED) == 0;
}

void *swift_retain(void *object) {
  if (!may_be_plain()) return runtime_retain(object);
  if ((intptr_t)object > 0) retain_object(object);
  return object;
}

void swift_release(void *object) {
  if (!may_be_plain()) return runtime_release(object);
  if ((intptr_t)object > 0) release_object(object);
}

#else

void use_plain_counting(void *object) {}

#endif
