#ifndef APUS_PLAIN_COUNTING_H
#define APUS_PLAIN_COUNTING_H

/// Makes the program count references without atomic operations while no worker thread runs.
///
/// `object` is any object of Swift: its count shows whether the runtime keeps counts as this library assumes.
/// If not, nothing changes. Only for programs all of whose threads `worker_thread_count` knows.
void use_plain_counting(void *object);

#endif
