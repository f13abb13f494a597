// The hash that articles are filed under, from OpenSSL's libcrypto.
#include <openssl/sha.h>
