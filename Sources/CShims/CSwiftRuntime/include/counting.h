// Reference counting without atomic operations, as the Swift runtime exports it.
#ifndef APUS_COUNTING_H
#define APUS_COUNTING_H

#include <stddef.h>
#include <stdint.h>

void *swift_nonatomic_retain(void *object);
void swift_nonatomic_release(void *object);
size_t swift_retainCount(void *object);

/// What one reference adds to the count.
static const int64_t one_reference = (int64_t)1 << 33;

// An object's second word holds its count from bit 33 on; it is negative when the count is kept elsewhere.
// Everything but adding and subtracting one is left to the runtime; `counts_are_as_assumed` checks it.

/// The compiler believes that the runtime's own retain and release touch no memory: without this it keeps counts
/// in registers across them.
#define COUNTS_ARE_IN_MEMORY __asm__ volatile("" ::: "memory")

static inline __attribute__((always_inline)) void retain_object(const void *object) {
  int64_t *counts = (int64_t *)object + 1;
  COUNTS_ARE_IN_MEMORY;
  int64_t next = *counts + one_reference;
  if (__builtin_expect(next < 0, 0)) {
    swift_nonatomic_retain((void *)object);
  } else {
    *counts = next;
  }
  COUNTS_ARE_IN_MEMORY;
}

static inline __attribute__((always_inline)) void release_object(const void *object) {
  int64_t *counts = (int64_t *)object + 1;
  COUNTS_ARE_IN_MEMORY;
  int64_t next = *counts - one_reference;
  if (__builtin_expect(next < 0, 0)) {
    swift_nonatomic_release((void *)object);
  } else {
    *counts = next;
  }
  COUNTS_ARE_IN_MEMORY;
}

/// How many references an object has.
static inline int64_t retain_count(const void *object) {
  return (int64_t)swift_retainCount((void *)object);
}

/// Whether nothing else refers to an object; no if its count is kept elsewhere.
static inline __attribute__((always_inline)) int has_one_reference(const void *object) {
  COUNTS_ARE_IN_MEMORY;
  return (uint64_t)((const int64_t *)object)[1] >> 33 == 0;
}

/// Whether the runtime counts the references of an object, which its caller keeps alive, as assumed here.
int counts_are_as_assumed(void *object);

#endif
