#ifndef APUS_SAMPLING_H
#define APUS_SAMPLING_H

#include <stdint.h>

/// What a due sample adds to `*pending`.
enum { sample_is_due = 4 };

/// Marks `*pending` each time that so many seconds of processor time have passed; false if the system refuses.
int start_sampling(int32_t *pending, double interval);
void stop_sampling(void);

/// How many samples became due since this was last asked.
int32_t take_due_samples(void);

#endif
