// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a folder through libyaml's events, in one thread, and nothing else.
#include "frontmatters.h"
#include "spent.h"

#include <yaml.h>

namespace
{

// What is no YAML is left where it is found, as yaml-cpp leaves it.
bool parse(const QByteArray &text)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        return false;
    }
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(text.constData()),
                                 size_t(text.size()));
    for (bool isAtEnd = false; !isAtEnd;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            break;
        }
        isAtEnd = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 2) {
        std::fputs("Usage: microfiche_bench_libyaml FOLDER\n", stderr);
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    return Microfiche::Bench::spend(
        [&] { return Microfiche::Bench::parseFrontMatters(folder, parse); });
}
