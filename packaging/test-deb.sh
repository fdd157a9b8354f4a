#!/usr/bin/env bash
# Installs the Debian package, asks one question as a person without rights, removes it, and looks for what is left.
# Needs root. Argument: the package; by default the one that `mvn -Pinstaller package -DskipTests` built.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
package=$(realpath "${1:-$(ls "$here"/target/deb/nearside_*.deb)}")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
chown nobody "$home"

fail() {
    echo "test-deb: $1" >&2
    exit 1
}

as_person() {
    (cd / && timeout 120 setpriv --reuid nobody --regid nogroup --clear-groups \
        env -i HOME="$home" TMPDIR="$home" LANG=C.UTF-8 PATH=/usr/bin:/bin "$@")
}

for left in /opt/nearside /usr/bin/nearside; do
    [ ! -e "$left" ] || fail "$left is already there"
done

DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -q "$package"
[ -x /usr/bin/nearside ] || fail "no command nearside"
grep -q '^NoDisplay=true' /usr/share/applications/nearside-nearside-engine.desktop ||
    fail "the worker has a menu entry"
as_person nearside --version

question="What is the capital of France?"
answer=$(as_person nearside ask --temperature 0 --max-tokens 32 "$question")
echo "$question $answer"
case "$answer" in
    *Paris*) ;;
    *) fail "the answer does not name Paris" ;;
esac

DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 remove -y -q nearside
DEBIAN_FRONTEND=noninteractive apt-get purge -y -q nearside
if dpkg -s nearside >/dev/null 2>&1; then
    fail "dpkg still knows nearside"
fi
left=$(find /opt/nearside /usr/bin/nearside /usr/share/applications -name '*nearside*' 2>/dev/null || true)
[ -z "$left" ] || fail "left behind: $left"
if pgrep -u nobody -f /opt/nearside >/dev/null; then
    fail "a process still runs"
fi
echo "test-deb: installed, asked, removed, nothing left"
