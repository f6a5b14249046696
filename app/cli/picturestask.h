// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/picturestore.h"
#include "query/idset.h"

#include <QStringList>

#include <optional>

namespace Microfiche
{

class Console;
class Interrupts;
class Store;
class VerbParser;

/// What the tasks of `pictures` are told.
struct PicturesTask {
    const VerbParser &parser;
    Store &store;
    PictureStore files;
    QStringList query; ///< words behind the task's name
    bool asJson = false;
    Console &console;
};

/// The articles that the query asks for; none for all, mentions too. False if it is no query, which
/// is said.
bool findArticles(const PicturesTask &task, std::optional<IdSet> &articles);

/// `pictures fetch`: its exit code.
int fetchPictures(const PicturesTask &task, Interrupts &interrupts);
/// `pictures verify`: its exit code.
int verifyPictures(const PicturesTask &task);

} // namespace Microfiche
