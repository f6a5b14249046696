// SPDX-License-Identifier: GPL-3.0-or-later
// All pictures of a server of this machine: fetched over as many connections as the program makes,
// kept in files, and made small on as many threads. Each tells "seconds" and "processor".
#pragma once

#include <QSize>
#include <QString>

namespace Microfiche::Bench
{

/// Where the server is, what it serves, and the folder to keep it in.
struct Served {
    int port = 0;
    QString folder;
    QString into;
};

bool fetchPictures(const Served &served, QSize size); ///< as the program does
bool fetchBarePictures(const Served &served,
                       QSize size); ///< with nothing looked at or written down

} // namespace Microfiche::Bench
