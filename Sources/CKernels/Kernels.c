#include "CKernels.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// A fused multiply-add rounds once where two operations round twice: results would differ by processor.
#pragma STDC FP_CONTRACT OFF
// Vectors are only handed to functions that are always inlined, so that no calling convention is involved.
#pragma GCC diagnostic ignored "-Wpsabi"

#define HK_PASTE2(a, b) a##_##b
#define HK_PASTE(a, b) HK_PASTE2(a, b)

#define HK_SUFFIX narrow
#define HK_TARGET
#include "bodies.h"
#undef HK_SUFFIX
#undef HK_TARGET
#undef HK_FN
#undef HK_INLINE

#if defined(__x86_64__)
#define HK_WIDE 1
#define HK_SUFFIX wide
#define HK_TARGET __attribute__((target("avx2")))
#include "bodies.h"
#undef HK_SUFFIX
#undef HK_TARGET
#endif

hk_processor hk_this_processor(void) {
#ifdef HK_WIDE
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2")) return hk_any;
  const bool vnni = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
      && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni");
  return vnni ? hk_vnni : hk_avx2;
#else
  return hk_any;
#endif
}

// MARK: - 8-bit products

/// What the sum of products stands for.
static inline float finish(int32_t sum, hk_activations x, int32_t t, hk_matrix m, int32_t r) {
  return (float)sum * (x.scale[t] * m.scale[r]) + (x.low[t] * m.sum[r] + m.bias[r]);
}

static void finish_tile(
    const int32_t *sums, int32_t count, hk_activations x, int32_t t, hk_matrix m, int32_t row, float *y) {
  for (int32_t r = 0; r < count; r++) {
    y[(size_t)t * m.rows + row + r] = finish(sums[r], x, t, m, row + r);
  }
}

#if defined(__x86_64__)
// Every x86-64 has SSE2: 8 rows against 1 or 2 tokens, weights widened to 16 bits once for both.
static inline __attribute__((always_inline)) void tile_narrow(
    const int n, hk_activations x, int32_t t, hk_matrix m, int32_t row, float *y) {
  const int8_t *w = m.weights + (size_t)(row / HK_ROWS * HK_ROWS) * m.depth + row % HK_ROWS * HK_RUN;
  const uint8_t *values = x.values + (size_t)t * m.depth;
  const __m128i zero = _mm_setzero_si128();
  __m128i sums[2][4];
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < 4; j++) sums[i][j] = zero;
  }
  for (int32_t k = 0; k < m.depth; k += HK_RUN, w += HK_ROWS * HK_RUN) {
    const __m128i w0 = _mm_loadu_si128((const __m128i *)w);
    const __m128i w1 = _mm_loadu_si128((const __m128i *)(w + 16));
    const __m128i wide[4] = {
        _mm_srai_epi16(_mm_unpacklo_epi8(w0, w0), 8), _mm_srai_epi16(_mm_unpackhi_epi8(w0, w0), 8),
        _mm_srai_epi16(_mm_unpacklo_epi8(w1, w1), 8), _mm_srai_epi16(_mm_unpackhi_epi8(w1, w1), 8)};
    for (int i = 0; i < n; i++) {
      int32_t four;
      memcpy(&four, values + (size_t)i * m.depth + k, 4);
      const __m128i a = _mm_unpacklo_epi8(_mm_set1_epi32(four), zero);
      for (int j = 0; j < 4; j++) {
        sums[i][j] = _mm_add_epi32(sums[i][j], _mm_madd_epi16(a, wide[j]));
      }
    }
  }
  for (int i = 0; i < n; i++) {
    int32_t halves[16], whole[8];
    for (int j = 0; j < 4; j++) _mm_storeu_si128((__m128i *)(halves + 4 * j), sums[i][j]);
    for (int r = 0; r < 8; r++) whole[r] = halves[2 * r] + halves[2 * r + 1];
    finish_tile(whole, 8, x, t + i, m, row, y);
  }
}

static void product_narrow(hk_activations x, int32_t tokens, hk_matrix m, float *y) {
  for (int32_t row = 0; row < m.rows; row += 8) {
    int32_t t = 0;
    for (; t + 2 <= tokens; t += 2) tile_narrow(2, x, t, m, row, y);
    if (t < tokens) tile_narrow(1, x, t, m, row, y);
  }
}
#else
static void product_narrow(hk_activations x, int32_t tokens, hk_matrix m, float *y) {
  for (int32_t group = 0; group < m.rows; group += HK_ROWS) {
    const int8_t *weights = m.weights + (size_t)group * m.depth;
    for (int32_t t = 0; t < tokens; t++) {
      const uint8_t *values = x.values + (size_t)t * m.depth;
      int32_t sums[HK_ROWS] = {0};
      for (int32_t k = 0; k < m.depth; k += HK_RUN) {
        const int8_t *w = weights + (size_t)k * HK_ROWS;
        const int16_t a = values[k], b = values[k + 1], c = values[k + 2], d = values[k + 3];
        for (int r = 0; r < HK_ROWS; r++) {
          sums[r] += (a * w[r * 4] + b * w[r * 4 + 1]) + (c * w[r * 4 + 2] + d * w[r * 4 + 3]);
        }
      }
      finish_tile(sums, HK_ROWS, x, t, m, group, y);
    }
  }
}
#endif

#ifdef HK_WIDE
#define HK_AVX2 __attribute__((target("avx2")))

/// `n` tokens (at most 6) against 16 rows. Pairs of 7-bit by 8-bit products fit in 16 bits, so nothing saturates.
static inline __attribute__((always_inline)) HK_AVX2 void tile(
    const int n, hk_activations x, int32_t t, hk_matrix m, int32_t group, float *y) {
  const __m256i ones = _mm256_set1_epi16(1);
  const int8_t *w = m.weights + (size_t)group * m.depth;
  const uint8_t *values = x.values + (size_t)t * m.depth;
  __m256i low[6], high[6];
  for (int i = 0; i < n; i++) low[i] = high[i] = _mm256_setzero_si256();
  for (int32_t k = 0; k < m.depth; k += HK_RUN, w += HK_ROWS * HK_RUN) {
    const __m256i w0 = _mm256_loadu_si256((const __m256i *)w);
    const __m256i w1 = _mm256_loadu_si256((const __m256i *)(w + 32));
    for (int i = 0; i < n; i++) {
      int32_t four;
      memcpy(&four, values + (size_t)i * m.depth + k, 4);
      const __m256i a = _mm256_set1_epi32(four);
      low[i] = _mm256_add_epi32(low[i], _mm256_madd_epi16(_mm256_maddubs_epi16(a, w0), ones));
      high[i] = _mm256_add_epi32(high[i], _mm256_madd_epi16(_mm256_maddubs_epi16(a, w1), ones));
    }
  }
  const __m256 s0 = _mm256_loadu_ps(m.scale + group), s1 = _mm256_loadu_ps(m.scale + group + 8);
  const __m256 z0 = _mm256_loadu_ps(m.sum + group), z1 = _mm256_loadu_ps(m.sum + group + 8);
  const __m256 b0 = _mm256_loadu_ps(m.bias + group), b1 = _mm256_loadu_ps(m.bias + group + 8);
  for (int i = 0; i < n; i++) {
    const __m256 scale = _mm256_set1_ps(x.scale[t + i]), least = _mm256_set1_ps(x.low[t + i]);
    float *o = y + (size_t)(t + i) * m.rows + group;
    __m256 v0 = _mm256_mul_ps(_mm256_cvtepi32_ps(low[i]), _mm256_mul_ps(scale, s0));
    __m256 v1 = _mm256_mul_ps(_mm256_cvtepi32_ps(high[i]), _mm256_mul_ps(scale, s1));
    _mm256_storeu_ps(o, _mm256_add_ps(v0, _mm256_add_ps(_mm256_mul_ps(least, z0), b0)));
    _mm256_storeu_ps(o + 8, _mm256_add_ps(v1, _mm256_add_ps(_mm256_mul_ps(least, z1), b1)));
  }
}

static HK_AVX2 void product_wide(hk_activations x, int32_t tokens, hk_matrix m, float *y) {
  for (int32_t group = 0; group < m.rows; group += HK_ROWS) {
    int32_t t = 0;
    for (; t + 6 <= tokens; t += 6) tile(6, x, t, m, group, y);
    switch (tokens - t) {
      case 5: tile(5, x, t, m, group, y); break;
      case 4: tile(4, x, t, m, group, y); break;
      case 3: tile(3, x, t, m, group, y); break;
      case 2: tile(2, x, t, m, group, y); break;
      case 1: tile(1, x, t, m, group, y); break;
      default: break;
    }
  }
}

#define HK_VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

/// `n` tokens (at most 12) against 16 rows: a register holds what 4 columns of all 16 rows add up to.
static inline __attribute__((always_inline)) HK_VNNI void tile_vnni(
    const int n, hk_activations x, int32_t t, hk_matrix m, int32_t group, float *y) {
  const int8_t *w = m.weights + (size_t)group * m.depth;
  const uint8_t *values = x.values + (size_t)t * m.depth;
  __m512i sums[12];
  for (int i = 0; i < n; i++) sums[i] = _mm512_setzero_si512();
  for (int32_t k = 0; k < m.depth; k += HK_RUN, w += HK_ROWS * HK_RUN) {
    const __m512i weights = _mm512_loadu_si512(w);
    for (int i = 0; i < n; i++) {
      int32_t four;
      memcpy(&four, values + (size_t)i * m.depth + k, 4);
      sums[i] = _mm512_dpbusd_epi32(sums[i], _mm512_set1_epi32(four), weights);
    }
  }
  const __m512 scales = _mm512_loadu_ps(m.scale + group);
  const __m512 whole = _mm512_loadu_ps(m.sum + group);
  const __m512 bias = _mm512_loadu_ps(m.bias + group);
  for (int i = 0; i < n; i++) {
    const __m512 scale = _mm512_set1_ps(x.scale[t + i]), least = _mm512_set1_ps(x.low[t + i]);
    const __m512 v = _mm512_mul_ps(_mm512_cvtepi32_ps(sums[i]), _mm512_mul_ps(scale, scales));
    const __m512 rest = _mm512_add_ps(_mm512_mul_ps(least, whole), bias);
    _mm512_storeu_ps(y + (size_t)(t + i) * m.rows + group, _mm512_add_ps(v, rest));
  }
}

static HK_VNNI void product_vnni(hk_activations x, int32_t tokens, hk_matrix m, float *y) {
  for (int32_t group = 0; group < m.rows; group += HK_ROWS) {
    int32_t t = 0;
    for (; t + 12 <= tokens; t += 12) tile_vnni(12, x, t, m, group, y);
    for (; t + 4 <= tokens; t += 4) tile_vnni(4, x, t, m, group, y);
    for (; t < tokens; t++) tile_vnni(1, x, t, m, group, y);
  }
}
#endif

// MARK: - Choosing

#ifdef HK_WIDE
#define HK_CHOOSE(name, ...) \
  do { \
    if (p >= hk_avx2) name##_wide(__VA_ARGS__); \
    else name##_narrow(__VA_ARGS__); \
  } while (0)
#else
#define HK_CHOOSE(name, ...) name##_narrow(__VA_ARGS__)
#endif

void hk_product(hk_processor p, hk_activations x, int32_t tokens, hk_matrix matrix, float *y) {
#ifdef HK_WIDE
  if (p >= hk_vnni) {
    product_vnni(x, tokens, matrix, y);
    return;
  }
#endif
  HK_CHOOSE(product, x, tokens, matrix, y);
}

void hk_quantise(hk_processor p, const float *x, int32_t tokens, int32_t depth, hk_activations out) {
  HK_CHOOSE(quantise, x, tokens, depth, out);
}

void hk_dense(
    hk_processor p, const float *x, int32_t tokens, int32_t depth, const float *w, const float *bias,
    int32_t rows, float *y) {
  HK_CHOOSE(dense, x, tokens, depth, w, bias, rows, y);
}

void hk_attention(
    hk_processor p, const float *qkv, int32_t tokens, int32_t heads, int32_t width, float *scratch,
    float *out) {
  HK_CHOOSE(attention, qkv, tokens, heads, width, scratch, out);
}

size_t hk_attention_scratch(int32_t tokens, int32_t width) {
  const size_t padded = (size_t)(tokens + 15) / 16 * 16;
  return ((size_t)width + 4) * padded;
}

void hk_add_norm(
    hk_processor p, float *x, const float *y, int32_t tokens, int32_t depth, const float *gain,
    const float *bias) {
  HK_CHOOSE(add_norm, x, y, tokens, depth, gain, bias);
}

void hk_gelu(hk_processor p, float *x, size_t count) { HK_CHOOSE(gelu, x, count); }

// MARK: - Checking

void hk_checksum(const void *bytes, size_t count, uint64_t *plain, uint64_t *placed) {
  uint64_t a = 0, b = 0;
  const unsigned char *p = bytes;
  const size_t words = count / 8;
  for (size_t i = 0; i < words; i++) {
    uint64_t w;
    memcpy(&w, p + i * 8, 8);
    a += w;
    b += w * (uint64_t)(i + 1);
  }
  *plain = a;
  *placed = b;
}
