# GET /session of a process that measures, traces and logs to a collector, against one that does none of it, in turns.
require node nodejs
start "$work/collector.log" node -e '
  require("http").createServer((asked, answer) => asked.resume().on("end", () => answer.end())).listen(+process.argv[1], "127.0.0.1");
' "$((port + 2))"
for which in plain measured; do
  bench tokens --data "$work/$which" --tokens "$work/$which.tokens" --count "$((sessions / 10))"
done
start_host "$work/plain"
plain_pid=$host_pid
await "http://127.0.0.1:$port/health/ready" "$plain_pid" "$host_log"
port=$((port + 1)) start_host "$work/measured" \
  Kayse__Telemetry__OtlpEndpoint="http://127.0.0.1:$((port + 2))" Kayse__Telemetry__OtlpProtocol=Http \
  Kayse__Telemetry__MetricsToken=a-token-of-forty-characters-for-metrics!
await "http://127.0.0.1:$((port + 1))/health/ready" "$host_pid" "$host_log"
: >"$work/without"
: >"$work/with"
load "http://127.0.0.1:$port/api/v1/session" "$work/plain.tokens" bearer walk "$warm_up" >/dev/null
load "http://127.0.0.1:$((port + 1))/api/v1/session" "$work/measured.tokens" bearer walk "$warm_up" >/dev/null
for round in $(seq "$rounds"); do
  load "http://127.0.0.1:$port/api/v1/session" "$work/plain.tokens" bearer random "$seconds" | tee -a "$work/without" | sed "s/^/   without $round: /" >&2
  load "http://127.0.0.1:$((port + 1))/api/v1/session" "$work/measured.tokens" bearer random "$seconds" | tee -a "$work/with" | sed "s/^/   with    $round: /" >&2
done
without=$(median 1 <"$work/without") with=$(median 1 <"$work/with")
row "\`GET /session\` with metrics, a tenth of all traces, and logs to a collector" \
  "**$(awk "BEGIN { printf \"%.3f\", $with / $without }")** of without; $(count "$with")/s, p50 $(median 2 <"$work/with") ms, p99 $(median 3 <"$work/with") ms" \
  "0.97 of without" "two processes in turns, $(count "$((sessions / 10))") live sessions each; without $(count "$without")/s, p50 $(median 2 <"$work/without") ms, p99 $(median 3 <"$work/without") ms; the collector runs on the same cores"
stop "$plain_pid"
stop "$host_pid"
rm -rf "$work/plain" "$work/measured"
