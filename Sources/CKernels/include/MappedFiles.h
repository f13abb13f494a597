// Mapped files that may be cut short while they are read: Swift cannot handle the signal that comes of it.

#ifndef HEARSAY_MAPPED_FILES_H
#define HEARSAY_MAPPED_FILES_H

#include <stdint.h>
#include <stddef.h>

/// Watches a mapping: where its file does not reach any more zeros are read instead, and the program goes on.
///
/// Returns the number of the mapping, or -1 where it cannot be watched.
int32_t hk_watch(const void *_Nonnull start, size_t size);

/// Whether zeros were read in the mapping of this number.
int32_t hk_was_cut_short(int32_t mapping);

/// Ends the watch; to be called before the mapping is taken away.
void hk_end_watch(int32_t mapping);

#endif
