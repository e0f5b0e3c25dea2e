# Everybody comes back at once after a restart: the first check of each session activates its grain.
bench tokens --data "$work/return" --tokens "$work/return.tokens" --count "$sessions"
start_host "$work/return"
await "http://127.0.0.1:$port/health/ready" "$host_pid" "$host_log"
: >"$work/returned"
answered=0 slices=0
# Each slice goes on where the one before ended, as each connection walks through its half of the tokens.
while [ "$answered" -lt "$sessions" ] && [ "$slices" -lt 60 ]; do
  shifted="$work/return.shifted"
  { tail -n +$((answered / 2 + 1)) "$work/return.tokens"; head -n $((answered / 2)) "$work/return.tokens"; } >"$shifted"
  load "http://127.0.0.1:$port/api/v1/session" "$shifted" bearer walk 1 | tee -a "$work/returned" | sed "s/^/   second $((slices + 1)): /" >&2
  answered=$(awk '{ n += $1 } END { print int(n) }' "$work/returned")
  slices=$((slices + 1))
done
row "First checks of $(count "$sessions") sessions after a restart" "all in **$slices s**; p99 of the seconds $(awk '{ print $3 }' "$work/returned" | sort -n | tail -n 1) ms at most" \
  "15 s, p99 200 ms" "wrk: 64 connections, one token after the other, second by second; each check reads the session and its last use from storage"
row "Process with $(count "$sessions") sessions in use" "$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$host_pid/status") MiB resident" "" "then"
stop "$host_pid"
rm -rf "$work/return"
