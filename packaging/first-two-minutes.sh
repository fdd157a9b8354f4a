#!/usr/bin/env bash
# Tries the program as a new person would: on a bare profile, under a display server of its own, from the start of the
# process to the end of the first answer, with one click on a starting prompt. Tells the times and keeps pictures.
# Needs Xvfb, xdotool, ImageMagick and sqlite3. Arguments: the program; a folder for the pictures; a display.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:-$here/target/nearside/bin/nearside}")
pictures=$(realpath "${2:-$here/../docs}")
export DISPLAY=${3:-:93}
home=$(mktemp -d)
export XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache \
    XDG_STATE_HOME=$home/state LC_ALL=C.UTF-8
database=$XDG_DATA_HOME/nearside/nearside.db
Xvfb "$DISPLAY" -screen 0 1180x800x24 -ac >/dev/null 2>&1 &
server=$!
trap 'kill "${window:-$server}" "$server" 2>/dev/null || true; rm -rf "$home"' EXIT
sleep 2

fail() {
    echo "first-two-minutes: $1" >&2
    exit 1
}

now() {
    date +%s%3N
}

# Waits at most so many seconds until a command succeeds.
await() {
    local until=$(($(now) + $1 * 1000))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$(now)" -lt "$until" ] || fail "waited in vain for: $*"
        sleep 0.05
    done
}

ask() {
    sqlite3 "file:$database?mode=ro" "$1"
}

# What a query answers is not empty and not zero.
holds() {
    local answer
    answer=$(ask "$1") && [ -n "$answer" ] && [ "$answer" != 0 ]
}

picture() {
    import -window root png:- | convert - +dither -colors 64 "png8:$pictures/first-two-minutes-$1.png"
}

echo "load of the machine before: $(cut -d' ' -f1-3 /proc/loadavg), processors: $(nproc)"
start=$(now)
"$program" >"$home/out" 2>&1 &
window=$!
await 60 xdotool search --onlyvisible --pid "$window"
shown=$(now)
await 60 grep -rqs "window usable" "$XDG_STATE_HOME"
usable=$(now)
sleep 1
picture 1
asked=$(now)
# The second row of starting prompts; a prompt is there whether the speed is being measured or not.
xdotool mousemove 604 540 click 1
await 20 holds "select count(*) from message where speaker = 'USER'"
saved=$(now)
await 60 holds "select count(*) from piece p join message m on m.seq = p.message where m.speaker = 'ASSISTANT'"
word=$(now)
picture 2
await 120 holds "select count(*) from message where speaker = 'ASSISTANT' and state != 'WRITING'"
done=$(now)
sleep 1
picture 3
echo "process to window: $((shown - start)) ms; to usable, by its own log: $((usable - start)) ms"
echo "click to question on disk: $((saved - asked)) ms; to first words on disk: $((word - asked)) ms"
echo "click to the end of the answer: $((done - asked)) ms"
echo "process to first words: $((word - start)) ms, to the end of the first answer: $((done - start)) ms; actions: 1"
ask "select 'by the program itself: first word after ' || round(first_word_seconds, 2) || ' s, ' ||
    reply_tokens || ' tokens at ' || round(tokens_per_second, 1) || ' a second, ' || state
    from message where speaker = 'ASSISTANT'"
echo "load of the machine after: $(cut -d' ' -f1-3 /proc/loadavg)"
