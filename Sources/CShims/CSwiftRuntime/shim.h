// Reference counting without atomic operations, as the Swift runtime exports it.
void *swift_nonatomic_retain(void *object);
void swift_nonatomic_release(void *object);

static inline __attribute__((always_inline)) void retain_object(const void *object) {
  swift_nonatomic_retain((void *)object);
}

static inline __attribute__((always_inline)) void release_object(const void *object) {
  swift_nonatomic_release((void *)object);
}
