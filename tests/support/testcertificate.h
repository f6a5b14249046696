// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Certificates that sign themselves, made for these tests and trusted by nobody else, with the key
/// of both. They speak for news.example, other.example and *.pictures.example.
namespace Microfiche::Test
{

inline constexpr char CertificateKey[] = R"(-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIHLu+Yw3Aapr18ieBFysd2+N5qkKQ40rDLDrg+V5aEbCoAoGCCqGSM49
AwEHoUQDQgAEa7WD6Bv2xsq/A4ZbpA1J9sbqLpjyX0QMyGI4IJK7uzd8CTr/OMRG
+7SnH7Y80nhIa8MrcLJZZMikbaID21SQIw==
-----END EC PRIVATE KEY-----
)";

/// From 2020 to 2120.
inline constexpr char GoodCertificate[] = R"(-----BEGIN CERTIFICATE-----
MIIBizCCATGgAwIBAgIBAjAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtUZXN0IHNl
cnZlcjAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFjEUMBIGA1UE
AwwLVGVzdCBzZXJ2ZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARrtYPoG/bG
yr8DhlukDUn2xuoumPJfRAzIYjggkru7N3wJOv84xEb7tKcftjzSeEhrwytwsllk
yKRtogPbVJAjo24wbDA6BgNVHREEMzAxggxuZXdzLmV4YW1wbGWCDW90aGVyLmV4
YW1wbGWCEioucGljdHVyZXMuZXhhbXBsZTAPBgNVHRMBAf8EBTADAQH/MB0GA1Ud
DgQWBBQvyWce2T6SfGjZiH80dgb7GzEHbTAKBggqhkjOPQQDAgNIADBFAiEA8G4k
gXFENUxCDk2sKeQ2FS/uU+ZBWmYp8DlTVo0s6RUCICXgj/UzZ+vTau+e3Oq038/c
uW0mt3xtkg0V/jMFv650
-----END CERTIFICATE-----
)";

/// From 2020 to 2021.
inline constexpr char ExpiredCertificate[] = R"(-----BEGIN CERTIFICATE-----
MIIBmDCCAT+gAwIBAgIBAzAKBggqhkjOPQQDAjAeMRwwGgYDVQQDDBNFeHBpcmVk
IHRlc3Qgc2VydmVyMB4XDTIwMDEwMTAwMDAwMFoXDTIxMDEwMTAwMDAwMFowHjEc
MBoGA1UEAwwTRXhwaXJlZCB0ZXN0IHNlcnZlcjBZMBMGByqGSM49AgEGCCqGSM49
AwEHA0IABGu1g+gb9sbKvwOGW6QNSfbG6i6Y8l9EDMhiOCCSu7s3fAk6/zjERvu0
px+2PNJ4SGvDK3CyWWTIpG2iA9tUkCOjbjBsMDoGA1UdEQQzMDGCDG5ld3MuZXhh
bXBsZYINb3RoZXIuZXhhbXBsZYISKi5waWN0dXJlcy5leGFtcGxlMA8GA1UdEwEB
/wQFMAMBAf8wHQYDVR0OBBYEFC/JZx7ZPpJ8aNmIfzR2BvsbMQdtMAoGCCqGSM49
BAMCA0cAMEQCIExMPs6cgPhcG+109NorkHmP3YdKvooykwuOz3ohJvnXAiB4hS7P
hB5etsEsT6iFTALkgemuQHVjBxLt1MjR72zIwA==
-----END CERTIFICATE-----
)";

} // namespace Microfiche::Test
