# What the parts of the benchmark share; sourced by run.sh.

started=()
on_stop=:

say() { echo "== $*" >&2; }

note() { echo "   $*" >&2; }

row() { echo "| $1 | $2 | $3 | $4 |" >>"$report"; }

# Starts a process of our own in the background; its number is in $! afterwards.
start() {
  local log=$1
  shift
  "$@" >"$log" 2>&1 &
  started+=("$!")
}

# Ends a process that we started: politely, then not.
stop() {
  local pid=$1
  kill "$pid" 2>/dev/null || return 0
  for _ in $(seq 100); do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  kill -9 "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}

stop_all() {
  for pid in "${started[@]}"; do stop "$pid"; done
  started=()
  "$on_stop"
  on_stop=:
}

# shellcheck source=../scripts/postgresql.sh
source "$here/../scripts/postgresql.sh"

# A PostgreSQL server with the durability that it has by default, for as long as the part runs.
start_bench_postgresql() {
  create_postgresql "$work/postgresql" bench
  start_postgresql $((port + 2)) -c shared_buffers=512MB -c max_connections=64
  on_stop=stop_postgresql
}

# Builds a project as it is released; says something only when that fails.
build() {
  local log="$work/build.log"
  dotnet build "$1" --configuration Release --nologo >"$log" 2>&1 || { tail -n 20 "$log" >&2; return 1; }
}

# Waits until a URL answers 200, looking every 10 ms; fails when its process has died.
await() {
  local url=$1 pid=$2 log=$3
  until curl --silent --fail --output /dev/null --max-time 5 "$url"; do
    kill -0 "$pid" 2>/dev/null || { note "it has died:"; tail -n 20 "$log" >&2; return 1; }
    sleep 0.01
  done
}

bench_dll="$here/Kayse.Bench/bin/Release/net10.0/Kayse.Bench.dll"

bench() { dotnet "$bench_dll" "$@"; }

# Appends the rows that a part of Kayse.Bench prints.
bench_rows() { bench "$@" --seconds "$seconds" >>"$report"; }

# The web host on a folder, as in production but for the limits on callers, which would end any load test. Further settings may follow, as Kayse__Section__Name=value.
start_host() {
  local data=$1
  host_log="$work/host.log"
  start "$host_log" env \
    Kayse__DataDirectory="$data" Kayse__Bench__Enabled=true Kayse__RateLimits__Enabled=false Kayse__Invitations__RampUp__FirstDay=0 Kayse__Sessions__IdleTimeout=06:00:00 \
    ASPNETCORE_ENVIRONMENT=Production Logging__LogLevel__Default=Warning "${@:2}" \
    dotnet "$host_dll" --urls "http://127.0.0.1:$port"
  host_pid=$!
}

# One run of wrk: "<requests a second> <p50 ms> <p99 ms>". Fails on any answer that is not a success. With a body after the duration: POSTs.
# load_script: another script than session.lua.
load() {
  local url=$1 tokens=$2 header=$3 order=$4 duration=$5 body=("${@:6}") line
  line=$(wrk --threads 2 --connections 64 --duration "${duration}s" --timeout 30s --latency --script "$here/wrk/${load_script:-session}.lua" "$url" -- "$tokens" "$header" "$order" "${body[@]}" | grep '^RESULT ')
  read -r _ rate p50 p99 failed <<<"$line"
  if [ "$failed" != 0 ]; then
    note "$failed requests to $url failed"
    return 1
  fi
  echo "$rate $p50 $p99"
}

# The median of a column of the lines on standard input.
median() { awk -v column="$1" '{ print $column }' | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

# 1234567 as 1,234,567.
count() { echo "$1" | sed ':a; s/\([0-9]\)\([0-9]\{3\}\)\($\|,\)/\1,\2\3/; ta'; }

# Measures an endpoint against the one that does nothing in the same process, in turns, and writes the rows.
# $1 name  $2 its URL  $3 the other's URL  $4 tokens  $5 header  $6 aim  $7 note
compare() {
  local name=$1 url=$2 noop=$3 tokens=$4 header=$5 aim=$6 text=$7 rate base
  local measured="$work/measured" noops="$work/noops"
  : >"$measured"
  : >"$noops"
  load "$url" "$tokens" "$header" walk "$warm_up" >/dev/null
  load "$noop" "$tokens" "$header" random 3 >/dev/null
  for round in $(seq "$rounds"); do
    load "$noop" "$tokens" "$header" random "$seconds" | tee -a "$noops" | sed "s/^/   no-op   $round: /" >&2
    load "$url" "$tokens" "$header" random "$seconds" | tee -a "$measured" | sed "s/^/   session $round: /" >&2
  done
  rate=$(median 1 <"$measured")
  base=$(median 1 <"$noops")
  row "$name" "**$(awk "BEGIN { printf \"%.3f\", $rate / $base }")** of no-op; $(count "$rate")/s, p50 $(median 2 <"$measured") ms, p99 $(median 3 <"$measured") ms" "$aim" "$text"
  row "— its no-op" "$(count "$base")/s, p50 $(median 2 <"$noops") ms, p99 $(median 3 <"$noops") ms" "" "same process, same requests but for the path"
}

# Fills a folder with many sessions, once; its process ends by SIGKILL. The row about the memory that they took is written with it.
many_sessions() {
  many_data="$work/many" many_tokens="$work/many.tokens"
  [ ! -e "$many_tokens" ] || return 0
  local rows="$work/many.rows"
  mkdir -p "$many_data"
  # Killed, it has no success to report; whether it came to its end the rows tell.
  dotnet "$bench_dll" memory-sessions --data "$many_data" --tokens "$many_tokens" --count "$many" >"$rows" &
  wait "$!" 2>/dev/null || true
  [ -s "$rows" ] || { note "the sessions could not be started"; return 1; }
  if [[ " ${parts[*]} " == *" memory "* ]]; then cat "$rows" >>"$report"; fi
}
