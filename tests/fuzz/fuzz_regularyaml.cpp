// SPDX-License-Identifier: GPL-3.0-or-later
// Front matter of any kind, read twice; stops at the first difference.
#include "readercomparison.h"

#include <cstdio>
#include <cstdlib>

namespace
{

/// Says at the end how many inputs there were to compare: too few, and the run has shown little.
class Tally
{
public:
    void add(bool isTaken)
    {
        ++m_inputs;
        m_taken += isTaken ? 1 : 0;
    }
    ~Tally() { std::fprintf(stderr, "%lu inputs, %lu of them taken\n", m_inputs, m_taken); }

private:
    unsigned long m_inputs = 0;
    unsigned long m_taken = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static Tally tally;
    const auto comparison =
        Microfiche::Test::compareReaders({reinterpret_cast<const char *>(data), size});
    tally.add(comparison.isTaken);
    if (!comparison.difference.empty()) {
        std::fprintf(stderr, "The readers differ: %s\n", comparison.difference.c_str());
        std::abort();
    }
    return 0;
}
