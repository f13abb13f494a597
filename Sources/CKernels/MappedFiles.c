#include "MappedFiles.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef MAP_ANONYMOUS
#define MAP_ANONYMOUS MAP_ANON
#endif

// A program has one model; tests have several at once.
#define MAPPINGS 64

static struct {
  atomic_uintptr_t start;  // 0 for none
  atomic_size_t size;
  atomic_int isCutShort;
} mappings[MAPPINGS];

static struct sigaction before;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// Reading behind the end of a mapped file raises SIGBUS. Nothing but atomics and system calls in here.
static void fill(int signal, siginfo_t *info, void *context) {
  (void)context;
  uintptr_t place = (uintptr_t)info->si_addr;
  for (int i = 0; i < MAPPINGS; i++) {
    uintptr_t start = atomic_load(&mappings[i].start);
    size_t size = atomic_load(&mappings[i].size);
    if (start == 0 || place < start || place >= start + size) continue;
    uintptr_t page = place & ~((uintptr_t)getpagesize() - 1);
    if (mmap((void *)page, start + size - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) ==
        MAP_FAILED)
      break;
    atomic_store(&mappings[i].isCutShort, 1);
    return;
  }
  // Somebody else's: it is raised again, and handled as it would have been.
  sigaction(signal, &before, NULL);
}

static void install(void) {
  struct sigaction action = {0};
  action.sa_sigaction = fill;
  action.sa_flags = SA_SIGINFO | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &before);
}

int32_t hk_watch(const void *start, size_t size) {
  pthread_once(&once, install);
  for (int i = 0; i < MAPPINGS; i++) {
    uintptr_t none = 0;
    // Of no size until it is all known.
    if (atomic_load(&mappings[i].size) != 0) continue;
    if (!atomic_compare_exchange_strong(&mappings[i].start, &none, (uintptr_t)start)) continue;
    atomic_store(&mappings[i].isCutShort, 0);
    atomic_store(&mappings[i].size, size);
    return i;
  }
  return -1;
}

int32_t hk_was_cut_short(int32_t mapping) {
  return mapping >= 0 && mapping < MAPPINGS && atomic_load(&mappings[mapping].isCutShort);
}

void hk_end_watch(int32_t mapping) {
  if (mapping < 0 || mapping >= MAPPINGS) return;
  atomic_store(&mappings[mapping].size, 0);
  atomic_store(&mappings[mapping].start, 0);
}
