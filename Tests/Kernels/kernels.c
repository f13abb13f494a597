// The kernels on buffers that end exactly where they must, for AddressSanitizer and UndefinedBehaviorSanitizer:
// a byte read or written outside ends the program. And all processors' kernels give the same bits.
//
// .ci/sanitizers builds and runs it.

#include "CKernels.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static uint64_t state;

static uint32_t next_number(void) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(state >> 33);
}

static int32_t from_to(int32_t least, int32_t most) {
  return least + (int32_t)(next_number() % (uint32_t)(most - least + 1));
}

/// Memory of exactly this size, so that the next byte is nobody's.
static void *room(size_t size) {
  void *start = malloc(size ? size : 1);
  if (!start) abort();
  return start;
}

static float *floats(size_t count) {
  float *all = room(count * sizeof(float));
  for (size_t i = 0; i < count; i++) all[i] = (float)next_number() / 2147483648.0f * 4 - 2;
  return all;
}

static void *copy(const void *from, size_t size) { return memcpy(room(size), from, size); }

static void same(const char *what, hk_processor p, const void *one, const void *other, size_t size) {
  if (memcmp(one, other, size) == 0) return;
  printf("%s: processor %d gives other bits, seed at %llu\n", what, (int)p, (unsigned long long)state);
  exit(1);
}

static void products(hk_processor most) {
  int32_t tokens = from_to(1, 9), depth = 8 * from_to(1, 20), rows = 16 * from_to(1, 6);
  float *x = floats((size_t)tokens * depth);
  int8_t *weights = room((size_t)rows * depth);
  for (int32_t i = 0; i < rows * depth; i++) weights[i] = (int8_t)from_to(-127, 127);
  float *scale = floats(rows), *sum = floats(rows), *bias = floats(rows);
  hk_matrix matrix = {weights, scale, sum, bias, rows, depth};
  size_t size = (size_t)tokens * rows * sizeof(float);
  float *first = NULL;
  for (hk_processor p = hk_any; p <= most; p++) {
    hk_activations in = {
        room((size_t)tokens * depth), room(tokens * sizeof(float)), room(tokens * sizeof(float))};
    float *y = room(size);
    hk_quantise(p, x, tokens, depth, in);
    for (int32_t i = 0; i < tokens * depth; i++) {
      if (in.values[i] > 127) abort();
    }
    hk_product(p, in, tokens, matrix, y);
    if (first) same("product", p, first, y, size); else first = copy(y, size);
    free(in.values), free(in.scale), free(in.low), free(y);
  }
  free(x), free(weights), free(scale), free(sum), free(bias), free(first);
}

static void dense(hk_processor most) {
  int32_t tokens = from_to(1, 9), depth = 8 * from_to(1, 20), rows = from_to(1, 40);
  float *x = floats((size_t)tokens * depth), *w = floats((size_t)rows * depth), *bias = floats(rows);
  size_t size = (size_t)tokens * rows * sizeof(float);
  float *first = NULL;
  for (hk_processor p = hk_any; p <= most; p++) {
    float *y = room(size);
    hk_dense(p, x, tokens, depth, w, bias, rows, y);
    if (first) same("dense", p, first, y, size); else first = copy(y, size);
    free(y);
  }
  free(x), free(w), free(bias), free(first);
}

static void attention(hk_processor most) {
  int32_t tokens = from_to(1, 40), heads = from_to(1, 4), width = 8 * from_to(1, 8);
  float *qkv = floats((size_t)tokens * 3 * heads * width);
  size_t size = (size_t)tokens * heads * width * sizeof(float);
  float *first = NULL;
  for (hk_processor p = hk_any; p <= most; p++) {
    float *scratch = room(hk_attention_scratch(tokens, width) * sizeof(float)), *out = room(size);
    hk_attention(p, qkv, tokens, heads, width, scratch, out);
    if (first) same("attention", p, first, out, size); else first = copy(out, size);
    free(scratch), free(out);
  }
  free(qkv), free(first);
}

static void norms(hk_processor most) {
  int32_t tokens = from_to(1, 9), depth = 8 * from_to(1, 50);
  size_t count = (size_t)tokens * depth, size = count * sizeof(float);
  float *start = floats(count), *y = floats(count), *gain = floats(depth), *bias = floats(depth);
  float *first = NULL;
  for (hk_processor p = hk_any; p <= most; p++) {
    float *x = copy(start, size);
    hk_add_norm(p, x, y, tokens, depth, gain, bias);
    hk_gelu(p, x, count);
    if (first) same("norm", p, first, x, size); else first = copy(x, size);
    free(x);
  }
  free(start), free(y), free(gain), free(bias), free(first);
}

static void checksums(void) {
  size_t count = 8 * (size_t)from_to(0, 100);
  uint8_t *bytes = room(count);
  for (size_t i = 0; i < count; i++) bytes[i] = (uint8_t)next_number();
  uint64_t plain, placed;
  hk_checksum(bytes, count, &plain, &placed);
  free(bytes);
}

/// A file that is cut short while it is mapped is read as zeros, and that is known of it.
static void mapped(void) {
  char name[] = "/tmp/hearsay-kernels-XXXXXX";
  int file = mkstemp(name);
  size_t size = 5 * (size_t)getpagesize();
  if (file < 0 || ftruncate(file, (off_t)size) != 0) abort();
  unlink(name);
  volatile const uint8_t *start = mmap(NULL, size, PROT_READ, MAP_SHARED, file, 0);
  if ((void *)start == MAP_FAILED) abort();
  int32_t mapping = hk_watch((const void *)start, size);
  if (mapping < 0 || hk_was_cut_short(mapping)) abort();
  if (ftruncate(file, getpagesize()) != 0) abort();
  if (start[size - 1] != 0 || !hk_was_cut_short(mapping)) abort();
  hk_end_watch(mapping);
  munmap((void *)(uintptr_t)start, size);
  close(file);
}

int main(int count, char **arguments) {
  state = count > 1 ? strtoull(arguments[1], NULL, 10) : 1;
  hk_processor most = hk_this_processor();
  for (int round = 0; round < 300; round++) {
    products(most), dense(most), attention(most), norms(most), checksums(), mapped();
  }
  printf("300 rounds of every kernel, for processors 0 to %d\n", (int)most);
}
