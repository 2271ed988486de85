#include "counting.h"

// Not inline: the Swift compiler would take a retain and a release in a row away.
int counts_are_as_assumed(void *object) {
  volatile int64_t *counts = (volatile int64_t *)object + 1;
  int64_t before = *counts;
  swift_nonatomic_retain(object);
  int64_t during = *counts;
  swift_nonatomic_release(object);
  return before >= 0 && during - before == one_reference && *counts == before;
}
