// The kernels' bodies, written once. Kernels.c includes this twice: for any processor and, with
// HK_TARGET naming AVX2, for those that have it. Eight floats at a time; the compiler splits them where it must.

#ifndef HK_LOCAL_TYPES
#define HK_LOCAL_TYPES
typedef float f8 __attribute__((vector_size(32)));
typedef float f8u __attribute__((vector_size(32), aligned(4)));
typedef int32_t i8v __attribute__((vector_size(32)));
#endif

#define HK_FN(name) HK_PASTE(name, HK_SUFFIX)
#define HK_INLINE static inline __attribute__((always_inline)) HK_TARGET

HK_INLINE f8 HK_FN(load)(const float *p) { return *(const f8u *)p; }
HK_INLINE void HK_FN(store)(float *p, f8 v) { *(f8u *)p = v; }
HK_INLINE f8 HK_FN(all)(float v) { return (f8){v, v, v, v, v, v, v, v}; }
HK_INLINE float HK_FN(total)(f8 v) {
  return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

/// e to the x, to about one part in ten million, for x at most 0.
HK_INLINE f8 HK_FN(exponential)(f8 x) {
  const f8 least = HK_FN(all)(-87.0f);
  i8v small = x < least;
  x = (f8)(((i8v)least & small) | ((i8v)x & ~small));
  // x = n ln 2 + r; adding 1.5 * 2^23 leaves n in the low bits.
  f8 shifted = x * HK_FN(all)(1.44269504f) + HK_FN(all)(12582912.0f);
  f8 n = shifted - HK_FN(all)(12582912.0f);
  f8 r = (x - n * HK_FN(all)(0.693359375f)) - n * HK_FN(all)(-2.12194440e-4f);
  f8 p = HK_FN(all)(1.9875691500e-4f);
  p = p * r + HK_FN(all)(1.3981999507e-3f);
  p = p * r + HK_FN(all)(8.3334519073e-3f);
  p = p * r + HK_FN(all)(4.1665795894e-2f);
  p = p * r + HK_FN(all)(1.6666665459e-1f);
  p = p * r + HK_FN(all)(5.0000001201e-1f);
  p = (p * r) * r + r + HK_FN(all)(1.0f);
  i8v power = ((i8v)shifted - (i8v)HK_FN(all)(12582912.0f) + 127) << 23;
  return p * (f8)power;
}

HK_TARGET static void HK_FN(quantise)(
    const float *x, int32_t tokens, int32_t depth, hk_activations out) {
  for (int32_t t = 0; t < tokens; t++, x += depth) {
    f8 least = HK_FN(load)(x), most = least;
    for (int32_t k = 8; k < depth; k += 8) {
      f8 v = HK_FN(load)(x + k);
      i8v lower = v < least, higher = v > most;
      least = (f8)(((i8v)v & lower) | ((i8v)least & ~lower));
      most = (f8)(((i8v)v & higher) | ((i8v)most & ~higher));
    }
    float low = least[0], high = most[0];
    for (int i = 1; i < 8; i++) {
      low = least[i] < low ? least[i] : low;
      high = most[i] > high ? most[i] : high;
    }
    float scale = (high - low) / 127.0f;
    if (!(scale > 1e-20f)) scale = 1e-20f;
    out.scale[t] = scale;
    out.low[t] = low;
    const float inverse = 1.0f / scale;
    uint8_t *q = out.values + (size_t)t * depth;
    for (int32_t k = 0; k < depth; k += 8) {
      f8 v = (HK_FN(load)(x + k) - HK_FN(all)(low)) * HK_FN(all)(inverse) + HK_FN(all)(0.5f);
      i8v n = __builtin_convertvector(v, i8v);
      i8v over = n > 127;
      n = (n & ~over) | (127 & over);
      for (int i = 0; i < 8; i++) q[k + i] = (uint8_t)n[i];
    }
  }
}

HK_TARGET static void HK_FN(dense)(
    const float *x, int32_t tokens, int32_t depth, const float *w, const float *bias, int32_t rows,
    float *y) {
  for (int32_t t = 0; t < tokens; t++) {
    for (int32_t r = 0; r < rows; r++) {
      const float *a = x + (size_t)t * depth, *b = w + (size_t)r * depth;
      f8 sum = HK_FN(all)(0);
      for (int32_t k = 0; k < depth; k += 8) sum += HK_FN(load)(a + k) * HK_FN(load)(b + k);
      y[(size_t)t * rows + r] = HK_FN(total)(sum) + bias[r];
    }
  }
}

/// out (4, 16 * n) = q (4, width) · keys (width, padded), 16 keys at a time.
HK_INLINE void HK_FN(scores)(
    const float *const q[4], const float *keys, int32_t padded, int32_t width, float *out) {
  for (int32_t s = 0; s < padded; s += 16) {
    f8 a[4][2];
    for (int i = 0; i < 4; i++) a[i][0] = a[i][1] = HK_FN(all)(0);
    for (int32_t d = 0; d < width; d++) {
      f8 k0 = HK_FN(load)(keys + (size_t)d * padded + s);
      f8 k1 = HK_FN(load)(keys + (size_t)d * padded + s + 8);
      for (int i = 0; i < 4; i++) {
        f8 v = HK_FN(all)(q[i][d]);
        a[i][0] += v * k0;
        a[i][1] += v * k1;
      }
    }
    for (int i = 0; i < 4; i++) {
      HK_FN(store)(out + (size_t)i * padded + s, a[i][0]);
      HK_FN(store)(out + (size_t)i * padded + s + 8, a[i][1]);
    }
  }
}

HK_TARGET static void HK_FN(attention)(
    const float *qkv, int32_t tokens, int32_t heads, int32_t width, float *scratch, float *out) {
  const int32_t padded = (tokens + 15) / 16 * 16;
  const size_t row = (size_t)3 * heads * width;
  const float fraction = 1.0f / sqrtf((float)width);
  float *keys = scratch;                             // (width, padded)
  float *score = keys + (size_t)width * padded;      // (4, padded)
  for (int32_t h = 0; h < heads; h++) {
    const float *q = qkv + (size_t)h * width;
    const float *k = q + (size_t)heads * width;
    const float *v = k + (size_t)heads * width;
    for (int32_t d = 0; d < width; d++) {
      for (int32_t s = 0; s < tokens; s++) keys[(size_t)d * padded + s] = k[s * row + d];
      for (int32_t s = tokens; s < padded; s++) keys[(size_t)d * padded + s] = 0;
    }
    for (int32_t t = 0; t < tokens; t += 4) {
      const float *queries[4];
      int32_t last = tokens - t < 4 ? tokens - t : 4;
      for (int32_t i = 0; i < 4; i++) queries[i] = q + (t + (i < last ? i : 0)) * row;
      HK_FN(scores)(queries, keys, padded, width, score);
      float share[4];
      for (int32_t i = 0; i < last; i++) {
        float *p = score + (size_t)i * padded;
        for (int32_t s = tokens; s < padded; s++) p[s] = -1e30f;
        f8 most = HK_FN(load)(p);
        for (int32_t s = 8; s < padded; s += 8) {
          f8 x = HK_FN(load)(p + s);
          i8v higher = x > most;
          most = (f8)(((i8v)x & higher) | ((i8v)most & ~higher));
        }
        float top = most[0];
        for (int j = 1; j < 8; j++) top = most[j] > top ? most[j] : top;
        f8 sum = HK_FN(all)(0);
        for (int32_t s = 0; s < padded; s += 8) {
          f8 e = HK_FN(exponential)((HK_FN(load)(p + s) - HK_FN(all)(top)) * HK_FN(all)(fraction));
          HK_FN(store)(p + s, e);
          sum += e;
        }
        share[i] = 1.0f / HK_FN(total)(sum);
      }
      for (int32_t i = last; i < 4; i++) {
        for (int32_t s = 0; s < padded; s++) score[(size_t)i * padded + s] = 0;
        share[i] = 0;
      }
      for (int32_t d = 0; d < width; d += 16) {
        const bool two = d + 8 < width;
        f8 a[4][2];
        for (int i = 0; i < 4; i++) a[i][0] = a[i][1] = HK_FN(all)(0);
        for (int32_t s = 0; s < tokens; s++) {
          f8 v0 = HK_FN(load)(v + s * row + d);
          f8 v1 = two ? HK_FN(load)(v + s * row + d + 8) : HK_FN(all)(0);
          for (int i = 0; i < 4; i++) {
            f8 p = HK_FN(all)(score[(size_t)i * padded + s]);
            a[i][0] += p * v0;
            a[i][1] += p * v1;
          }
        }
        for (int32_t i = 0; i < last; i++) {
          float *o = out + ((size_t)(t + i) * heads + h) * width + d;
          HK_FN(store)(o, a[i][0] * HK_FN(all)(share[i]));
          if (two) HK_FN(store)(o + 8, a[i][1] * HK_FN(all)(share[i]));
        }
      }
    }
  }
}

HK_TARGET static void HK_FN(add_norm)(
    float *x, const float *y, int32_t tokens, int32_t depth, const float *gain, const float *bias) {
  for (int32_t t = 0; t < tokens; t++, x += depth, y += depth) {
    f8 sum = HK_FN(all)(0);
    for (int32_t k = 0; k < depth; k += 8) {
      f8 v = HK_FN(load)(x + k) + HK_FN(load)(y + k);
      HK_FN(store)(x + k, v);
      sum += v;
    }
    const f8 mean = HK_FN(all)(HK_FN(total)(sum) / (float)depth);
    f8 squares = HK_FN(all)(0);
    for (int32_t k = 0; k < depth; k += 8) {
      f8 v = HK_FN(load)(x + k) - mean;
      squares += v * v;
    }
    const float variance = HK_FN(total)(squares) / (float)depth;
    const f8 inverse = HK_FN(all)(1.0f / sqrtf(variance + 1e-12f));
    for (int32_t k = 0; k < depth; k += 8) {
      f8 v = (HK_FN(load)(x + k) - mean) * inverse;
      HK_FN(store)(x + k, v * HK_FN(load)(gain + k) + HK_FN(load)(bias + k));
    }
  }
}

HK_TARGET static void HK_FN(gelu)(float *x, size_t count) {
  const i8v sign = (i8v)HK_FN(all)(-0.0f);
  for (size_t k = 0; k < count; k += 8) {
    f8 v = HK_FN(load)(x + k);
    // The error function after Abramowitz and Stegun 7.1.26: wrong by at most 1.5e-7.
    f8 z = (f8)((i8v)(v * HK_FN(all)(0.70710678f)) & ~sign);
    f8 t = HK_FN(all)(1.0f) / (HK_FN(all)(1.0f) + HK_FN(all)(0.3275911f) * z);
    f8 p = HK_FN(all)(1.061405429f);
    p = p * t + HK_FN(all)(-1.453152027f);
    p = p * t + HK_FN(all)(1.421413741f);
    p = p * t + HK_FN(all)(-0.284496736f);
    p = p * t + HK_FN(all)(0.254829592f);
    f8 tail = (p * t) * HK_FN(exponential)(-(z * z));
    f8 erf = (f8)((i8v)(HK_FN(all)(1.0f) - tail) | ((i8v)v & sign));
    HK_FN(store)(x + k, v * HK_FN(all)(0.5f) * (HK_FN(all)(1.0f) + erf));
  }
}
