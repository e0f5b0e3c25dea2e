#!/usr/bin/env bash
# How long the program takes from its start until it is ready, as published with and without a platform.
# scripts/start-time.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}
work=$(mktemp -d)
host=
trap '[ -z "$host" ] || kill "$host" 2>/dev/null || true; rm -rf "$work"' EXIT

# start_time FOLDER: milliseconds, with an empty data folder
start_time() {
  local begun data
  data=$(mktemp -d "$work/data.XXXXXX")
  begun=$(date +%s%3N)
  Kayse__DataDirectory="$data" dotnet "$1/Kayse.WebHost.dll" --urls http://127.0.0.1:18599 >"$work/log" 2>&1 &
  host=$!
  until curl --silent --fail --output /dev/null http://127.0.0.1:18599/health/ready; do
    kill -0 "$host" || { cat "$work/log" >&2; return 1; }
    sleep 0.01
  done
  echo $(($(date +%s%3N) - begun))
  kill "$host" && wait "$host" || true
  host=
}

for platform in "" linux-x64; do
  folder="$work/published$platform"
  dotnet publish src/Kayse.WebHost --configuration Release ${platform:+--runtime "$platform"} --output "$folder" \
    --artifacts-path "$work/build$platform" --nologo --verbosity quiet
  for _ in $(seq "$rounds"); do start_time "$folder"; done | sort -n >"$work/times"
  echo "${platform:-any platform}: $(sed -n "$(((rounds + 1) / 2))p" "$work/times") ms (median of $rounds), $(du -sm "$folder" | cut -f1) MB"
done
