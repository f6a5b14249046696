// SPDX-License-Identifier: GPL-3.0-or-later
// Front matter of any kind, read twice; stops at the first difference.
#include "mutation.h"
#include "readercomparison.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

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
    ~Tally() { std::cerr << m_inputs << " inputs, " << m_taken << " of them taken\n"; }

private:
    unsigned long m_inputs = 0;
    unsigned long m_taken = 0;
};

} // namespace

extern "C" size_t LLVMFuzzerMutate(unsigned char *data, size_t size, size_t maxSize);

/// Every other time mistakes that people make with lines; random bytes seldom leave a map a map.
extern "C" size_t LLVMFuzzerCustomMutator(unsigned char *data, size_t size, size_t maxSize,
                                          unsigned seed)
{
    if (size == 0 || seed % 2 == 0) {
        return LLVMFuzzerMutate(data, size, maxSize);
    }
    Microfiche::Test::Mutator mutator(seed);
    const std::string text = mutator.mutated({reinterpret_cast<const char *>(data), size});
    const size_t newSize = std::min(text.size(), maxSize);
    std::copy_n(text.data(), newSize, data);
    return newSize;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static Tally tally;
    const auto comparison =
        Microfiche::Test::compareReaders({reinterpret_cast<const char *>(data), size});
    tally.add(comparison.isTaken);
    if (!comparison.difference.empty()) {
        std::cerr << "The readers differ: " << comparison.difference << std::endl;
        std::abort();
    }
    return 0;
}
