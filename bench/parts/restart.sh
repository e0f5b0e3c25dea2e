# Restart after kill -9 on a folder full of sessions and reminders; the files are in the system's cache, as they are after a crash of the process.
many_sessions
shuf --head-count 10000 "$many_tokens" >"$work/restart.tokens"
token=$(head -n 1 "$work/restart.tokens")
start_host "$many_data"
await "http://127.0.0.1:$port/health/ready" "$host_pid" "$host_log"

: >"$work/restarts"
for round in 1 2 3; do
  load "http://127.0.0.1:$port/api/v1/session" "$work/restart.tokens" bearer random 2 >/dev/null
  kill -9 "$host_pid"
  wait "$host_pid" 2>/dev/null || true
  began=$(date +%s%N)
  start_host "$many_data"
  await "http://127.0.0.1:$port/health/ready" "$host_pid" "$host_log"
  ready=$(date +%s%N)
  curl --silent --fail --output /dev/null --header "Authorization: Bearer $token" "http://127.0.0.1:$port/api/v1/session"
  answered=$(date +%s%N)
  resident=$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$host_pid/status")
  echo "$(((ready - began) / 1000000)) $(((answered - began) / 1000000)) $resident" | tee -a "$work/restarts" | sed "s/^/   restart $round (ready ms, answered ms, MiB): /" >&2
done
# Of all those sessions 10,000 are used now.
load "http://127.0.0.1:$port/api/v1/session" "$work/restart.tokens" bearer walk 5 >/dev/null
row "Process with $(count "$many") live sessions, 10,000 of them in use" "$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$host_pid/status") MiB resident" \
  "400 MiB" "after the last of these restarts"
row "Restart to ready, $(count "$many") sessions and reminders on disk" \
  "$(median 1 <"$work/restarts") ms; first \`GET /session\` answered at $(median 2 <"$work/restarts") ms; then $(median 3 <"$work/restarts") MiB resident" \
  "4,000 ms" "kill -9 and start again under no load, until \`/health/ready\` is 200; median of 3; database $(du --total --block-size=1M "$many_data"/kayse.db* | tail -n 1 | cut -f 1) MiB"
stop "$host_pid"
