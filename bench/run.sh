#!/usr/bin/env bash
# Measures the product and, where they are installed, its peers; prints one table. See README.md.
set -euo pipefail

usage() {
  cat >&2 <<'TEXT'
Usage: bench/run.sh [--quick] [part ...]
Parts: session return telemetry flood signin company-sessions invite bulk fan-out notifications usage data-export members scim console streams calls audit memory restart reminders postgresql peers; all of them when none is named.
--quick: a tenth of the sessions and short runs, to see that everything works.
BENCH_DIRECTORY: where the databases go (a real disk; default: a temporary folder). BENCH_PORT: the first of three ports (default 18480).
TEXT
  exit 64
}

here=$(cd "$(dirname "$0")" && pwd)
all_parts=(session return telemetry flood signin company-sessions invite bulk fan-out notifications usage data-export members scim console streams calls audit memory restart reminders postgresql peers)
parts=()
quick=0
for argument in "$@"; do
  case $argument in
    --quick) quick=1 ;;
    session | return | telemetry | flood | signin | company-sessions | invite | bulk | fan-out | notifications | usage | data-export | members | scim | console | streams | calls | audit | memory | restart | reminders | postgresql | peers) parts+=("$argument") ;;
    *) usage ;;
  esac
done
[ ${#parts[@]} -gt 0 ] || parts=("${all_parts[@]}")

port=${BENCH_PORT:-18480}
# Whoever listens there would be measured in place of what is started here.
for taken in "$port" "$((port + 1))" "$((port + 2))"; do
  if (: <>"/dev/tcp/127.0.0.1/$taken") 2>/dev/null; then
    echo "Something listens on port $taken already: another benchmark? BENCH_PORT chooses others." >&2
    exit 69
  fi
done
seconds=10 rounds=5 warm_up=20 sessions=100000 many=1000000
if [ "$quick" = 1 ]; then seconds=2 rounds=3 warm_up=5 sessions=10000 many=100000; fi

work=$(mktemp -d "${BENCH_DIRECTORY:-${TMPDIR:-/tmp}}/kayse-bench.XXXXXX")
# The database server of a peer runs as another user.
chmod 755 "$work"
report="$work/report.md"
: >"$report"
host_dll="$here/../src/Kayse.WebHost/bin/Release/net10.0/Kayse.WebHost.dll"

# shellcheck source=lib.sh
source "$here/lib.sh"
trap 'stop_all; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

require() {
  command -v "$1" >/dev/null && return
  say "installing $2"
  local as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get install --yes --quiet "$2" >&2
}

require wrk wrk
require curl curl
say "building"
build "$here/../src/Kayse.WebHost/Kayse.WebHost.csproj"
build "$here/Kayse.Bench/Kayse.Bench.csproj"
facts=$(bench facts --data "$work/facts")

for part in "${parts[@]}"; do
  say "$part"
  # shellcheck source=/dev/null
  source "$here/parts/$part.sh"
  stop_all
done

echo
echo "$(date --utc +%F), $(git -C "$here" rev-parse --short HEAD)$([ "$quick" = 0 ] || echo ", QUICK: figures mean little"). $facts."
echo
echo "| what | figure | aim | how |"
echo "|---|---|---|---|"
cat "$report"
