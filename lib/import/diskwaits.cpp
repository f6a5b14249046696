// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/diskwaits_p.h"

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace Microfiche
{

qint64 waitsOfThisThread()
{
#ifdef Q_OS_LINUX
    rusage usage = {};
    ::getrusage(RUSAGE_THREAD, &usage);
    return usage.ru_nvcsw;
#else
    return 0;
#endif
}

} // namespace Microfiche
