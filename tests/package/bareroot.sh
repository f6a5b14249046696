#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs a Debian package of Microfiche in a bare Debian 12 that is made for it, with what the
# package depends on and nothing it recommends, and uses it there as a user would. Whatever a build
# machine has and the package forgot to ask for is missing here.
#
#   tests/package/bareroot.sh DEB      as root; ./dev package --try calls it
#
# MIRROR names another server of Debian's packages, TMPDIR another place for the root (1 GB).
set -euo pipefail

if [ $# -ne 1 ] || [ ! -f "$1" ]; then
    echo "usage: $0 DEB" >&2
    exit 2
fi
[ "$(id -u)" = 0 ] || { echo "$0 makes a root of its own, which only root can." >&2; exit 2; }

# In a mount namespace of its own nothing that is mounted below outlives this script, or is seen
# by others: so that removing the root can reach nothing else.
if [ -z "${BAREROOT_PLACE:-}" ]; then
    BAREROOT_PLACE=$(mktemp -d "${TMPDIR:-/tmp}/microfiche-bareroot.XXXXXX")
    export BAREROOT_PLACE
    trap 'rm -rf --one-file-system "$BAREROOT_PLACE"' EXIT
    unshare --mount --propagation private "$0" "$1"
    exit
fi

root=$BAREROOT_PLACE/root
user=1000

step() { printf -- '-- %s\n' "$*"; }

as_root() { # COMMAND…
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

as_user() { # COMMAND…
    chroot --userspec=$user:$user "$root" /usr/bin/env -i PATH=/usr/bin:/bin LANG=C.UTF-8 \
        HOME=/home/reader XDG_RUNTIME_DIR=/run/reader QT_QPA_PLATFORM=offscreen "$@"
}

# Sixty articles that lead to each other, every tenth with a picture beside it.
write_articles() { # FOLDER
    local pixel=iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==
    local number picture
    mkdir -p "$1/pictures"
    for number in $(seq 1 60); do
        picture=
        if [ $((number % 10)) = 0 ]; then
            base64 -d <<<"$pixel" >"$1/pictures/$number.png"
            picture="images: [{url: pictures/$number.png, width: 1, height: 1}]"
        fi
        cat >"$1/$number.md" <<EOF
---
title: Ferry number $number
webUrl: https://harbour.example/ferries/$number
publishedDateTime: 2023-$(printf %02d $((number % 12 + 1)))-03T08:00:00Z
quality: $((number + 20))
provider: {name: Harbour Post, domain: harbour.example}
topics: [Sea]
$picture
related:
  - {title: The next one, webUrl: "https://harbour.example/ferries/$((number + 1))"}
---
It leaves at *nine*.
EOF
    done
}

step "a bare Debian 12"
debootstrap --variant=minbase bookworm "$root" "${MIRROR:-http://deb.debian.org/debian}" \
    >"$BAREROOT_PLACE/debootstrap.log" 2>&1 || { tail "$BAREROOT_PLACE/debootstrap.log"; exit 1; }
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/dev/shm"
# A package that is installed starts nothing in here.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod +x "$root/usr/sbin/policy-rc.d"
cp /etc/resolv.conf "$root/etc/resolv.conf"
install -d -o $user -g $user "$root/home/reader"
install -d -o $user -g $user -m 700 "$root/run/reader"

step "install the package, with nothing it only recommends"
cp "$1" "$root/root/"
as_root apt-get update -qq
as_root apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends "/root/$(basename "$1")" \
    >"$BAREROOT_PLACE/apt.log" 2>&1 || { tail -n 30 "$BAREROOT_PLACE/apt.log"; exit 1; }
as_root dpkg --verify microfiche
# shellcheck disable=SC2016 # dpkg-query fills them in
as_root dpkg-query -W -f '${Package} ${Version}: ${Status}, ${Installed-Size} kB\n' microfiche

step "the version"
as_user microfiche --version

step "import a folder, list and check what is in it"
write_articles "$root/home/reader/news"
chown -R $user:$user "$root/home/reader/news"
as_user microfiche import /home/reader/news
[ "$(as_user microfiche list --format urls 'topic:Sea quality:>=21' | wc -l)" = 60 ]
as_user microfiche check

step "the window's self test"
as_user microfiche --self-test

step "the window on that archive, until it is told to end"
said=$BAREROOT_PLACE/window.log
code=0
as_user timeout --preserve-status --signal TERM 10 microfiche >"$said" 2>&1 || code=$?
# 143: it was there to be ended. Anything that it said tells of something missing.
[ "$code" = 143 ] || { cat "$said"; echo "It ended with $code." >&2; exit 1; }
[ ! -s "$said" ] || { cat "$said"; exit 1; }

step "nothing of the package stays when it goes"
as_root dpkg -L microfiche >"$BAREROOT_PLACE/files"
as_root apt-get purge -y -qq -o Dpkg::Use-Pty=0 microfiche >/dev/null
while read -r file; do
    [ -d "$root$file" ] || [ ! -e "$root$file" ] || { echo "$file stays" >&2; exit 1; }
done <"$BAREROOT_PLACE/files"

step "done"
