// The hash that articles are filed under, from OpenSSL's libcrypto.
//
// Its three older calls: the newer one first sets up all of OpenSSL, and reads its configuration, before it hashes.
// That took longer than everything else a start does.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
