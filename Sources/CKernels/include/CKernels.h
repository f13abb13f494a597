// The arithmetic of the network that Swift cannot choose at run time: it has no target attribute per function.
//
// Every kernel exists for any processor and for those with AVX2, the products of 8 bits once more for those with
// AVX-512 VNNI. All give the same bits: sums of 8-bit products are exact, and floats are added in the same order,
// never fused.

#ifndef HEARSAY_KERNELS_H
#define HEARSAY_KERNELS_H

#include "MappedFiles.h"

#include <stddef.h>
#include <stdint.h>

/// Rows of a packed matrix come in groups of this many.
#define HK_ROWS 16
/// Bytes of a row that lie together in a group.
#define HK_RUN 4

/// What a processor must have for a kernel; each includes those before.
typedef enum : int32_t { hk_any = 0, hk_avx2 = 1, hk_vnni = 2 } hk_processor;

/// The most that this processor has.
hk_processor hk_this_processor(void);

/// A matrix of 8-bit weights, packed: for every 16 rows, for every 4 columns, the 4 weights of each row.
///
/// `rows` is a multiple of 16, `depth` of 4. A weight stands for `scale[row] * w`; `sum[row]` is `scale[row]`
/// times the sum of the row's weights.
typedef struct {
  const int8_t *_Nonnull weights;
  const float *_Nonnull scale;
  const float *_Nonnull sum;
  const float *_Nonnull bias;
  int32_t rows;
  int32_t depth;
} hk_matrix;

/// Activations in 7 bits: x = low[t] + scale[t] * values[t][k], with values from 0 to 127.
typedef struct {
  uint8_t *_Nonnull values;  // (tokens, depth)
  float *_Nonnull scale;     // (tokens)
  float *_Nonnull low;       // (tokens)
} hk_activations;

/// Rounds x (tokens, depth) to 7 bits, with a range of its own for every token; `depth` is a multiple of 8.
void hk_quantise(hk_processor p, const float *_Nonnull x, int32_t tokens, int32_t depth, hk_activations out);

/// y (tokens, rows) = x · matrixᵀ + bias.
void hk_product(
    hk_processor p, hk_activations x, int32_t tokens, hk_matrix matrix, float *_Nonnull y);

/// y (tokens, rows) = x (tokens, depth) · wᵀ (rows, depth) + bias, all in floats; `depth` is a multiple of 8.
void hk_dense(
    hk_processor p, const float *_Nonnull x, int32_t tokens, int32_t depth, const float *_Nonnull w,
    const float *_Nonnull bias, int32_t rows, float *_Nonnull y);

/// Attention of every token to every token.
///
/// `qkv` is (tokens, 3, heads, width), `out` (tokens, heads, width); `width` is a multiple of 8.
/// `scratch` holds at least hk_attention_scratch(tokens, width) floats.
void hk_attention(
    hk_processor p, const float *_Nonnull qkv, int32_t tokens, int32_t heads, int32_t width,
    float *_Nonnull scratch, float *_Nonnull out);
size_t hk_attention_scratch(int32_t tokens, int32_t width);

/// x (tokens, depth) = norm(x + y) * gain + bias; `depth` is a multiple of 8.
void hk_add_norm(
    hk_processor p, float *_Nonnull x, const float *_Nonnull y, int32_t tokens, int32_t depth,
    const float *_Nonnull gain, const float *_Nonnull bias);

/// x = gelu(x), with the error function; `count` is a multiple of 8.
void hk_gelu(hk_processor p, float *_Nonnull x, size_t count);

/// Two sums over 8-byte words, plain and weighted by place: what a model file is checked by.
void hk_checksum(const void *_Nonnull bytes, size_t count, uint64_t *_Nonnull plain,
                 uint64_t *_Nonnull placed);

#endif
