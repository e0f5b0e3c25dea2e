# 5,000 streams of notifications open in one web host: what they take of its memory, and whether requests suffer.
streams=5000
if [ "$quick" = 1 ]; then streams=500; fi
bench tokens --data "$work/streams" --tokens "$work/streams.tokens" --count "$streams"
start_host "$work/streams"
streams_url="http://127.0.0.1:$port"
await "$streams_url/health/ready" "$host_pid" "$host_log"

resident() { awk '/^VmRSS/ { print $2 }' "/proc/$host_pid/status"; }

# Every session is in memory before, so that only the streams are counted.
load "$streams_url/api/v1/session" "$work/streams.tokens" bearer walk 5 >/dev/null
alone=$(load "$streams_url/api/v1/session" "$work/streams.tokens" bearer random "$seconds")
before=$(resident)
mkfifo "$work/streams.stop"
start "$work/streams.log" bash -c "exec dotnet '$bench_dll' streams --url '$streams_url' --tokens '$work/streams.tokens' --count $streams <'$work/streams.stop'"
reader=$!
exec 8>"$work/streams.stop"
until grep -q '^OPEN' "$work/streams.log"; do
  kill -0 "$reader" 2>/dev/null || { tail -n 20 "$work/streams.log" >&2; return 1; }
  sleep 0.1
done
opened=$(resident)
sleep "$([ "$quick" = 1 ] && echo 20 || echo 60)"
after=$(resident)
meanwhile=$(load "$streams_url/api/v1/session" "$work/streams.tokens" bearer random "$seconds")
echo stop >&8
exec 8>&-
wait "$reader" || true
row "$(count "$streams") open streams of notifications" \
  "$(awk "BEGIN { printf \"%.1f\", ($after - $before) / $streams }") KiB each; $((before / 1024)) MiB before, $((opened / 1024)) MiB when all were open, $((after / 1024)) MiB at the end" \
  "bounded" \
  "resident memory of the web host, one stream for each session; opened in $(awk '/^OPEN/ { print $3 }' "$work/streams.log") s; $(count "$(awk '/^HEARTBEATS/ { print $2 }' "$work/streams.log")") heartbeats came"
row "— \`GET /session\` meanwhile" "p99 $(cut -d ' ' -f 3 <<<"$meanwhile") ms" "2 × without" "p99 $(cut -d ' ' -f 3 <<<"$alone") ms without streams; $(count "$(cut -d ' ' -f 1 <<<"$meanwhile")")/s against $(count "$(cut -d ' ' -f 1 <<<"$alone")")/s"
stop "$host_pid"
rm -rf "$work/streams"
