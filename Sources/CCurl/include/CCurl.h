// Fetching, from libcurl: what Swift cannot call, because it takes arguments of any kind.
#pragma once
#include <curl/curl.h>

/// Sets an option that is a number.
CURLcode CCurlSetNumber(CURL *handle, CURLoption option, long value);
/// Sets an option that is a text, a list or anything else that is pointed to.
CURLcode CCurlSetPointer(CURL *handle, CURLoption option, const void *value);
/// Sets whom to hand what comes.
CURLcode CCurlSetWriter(CURL *handle, CURLoption option, curl_write_callback function, void *context);
/// Sets who is asked before a connection is made.
CURLcode CCurlSetOpener(CURL *handle, curl_opensocket_callback function, void *context);
/// What is known after a transfer; 0 where it is unknown.
long CCurlNumber(CURL *handle, CURLINFO info);
curl_off_t CCurlOffset(CURL *handle, CURLINFO info);
