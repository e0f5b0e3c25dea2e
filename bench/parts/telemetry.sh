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
measured_pid=$host_pid

# Microseconds of processor time that a process has used.
processor_time() { awk -v tick="$(getconf CLK_TCK)" '{ print ($14 + $15) * 1000000 / tick }' "/proc/$1/stat"; }

# One run against a process: "<requests a second> <p50 ms> <p99 ms> <microseconds of its processor time a request>".
measured_load() {
  local pid=$1 url=$2 tokens=$3 duration=$4 before after line
  before=$(processor_time "$pid")
  line=$(load "$url" "$tokens" bearer random "$duration")
  after=$(processor_time "$pid")
  awk -v before="$before" -v after="$after" -v duration="$duration" '{ print $0, (after - before) / ($1 * duration) }' <<<"$line"
}

# Many short runs: what else the machine does meets both alike.
pairs=$((rounds * 4)) run=3
: >"$work/without"
: >"$work/with"
load "http://127.0.0.1:$port/api/v1/session" "$work/plain.tokens" bearer walk "$warm_up" >/dev/null
load "http://127.0.0.1:$((port + 1))/api/v1/session" "$work/measured.tokens" bearer walk "$warm_up" >/dev/null
for pair in $(seq "$pairs"); do
  measured_load "$plain_pid" "http://127.0.0.1:$port/api/v1/session" "$work/plain.tokens" "$run" | tee -a "$work/without" | sed "s/^/   without $pair: /" >&2
  measured_load "$measured_pid" "http://127.0.0.1:$((port + 1))/api/v1/session" "$work/measured.tokens" "$run" | tee -a "$work/with" | sed "s/^/   with    $pair: /" >&2
done
ratio=$(paste -d ' ' "$work/without" "$work/with" | awk '{ print $5 / $1 }' | median 1)
row "\`GET /session\` with metrics, a tenth of all traces, and logs to a collector" \
  "**$(printf %.3f "$ratio")** of without; $(count "$(median 1 <"$work/with")")/s, p50 $(median 2 <"$work/with") ms, p99 $(median 3 <"$work/with") ms, $(median 4 <"$work/with") µs of processor time" \
  "0.97 of without" "median of $pairs pairs of runs, two processes in turns, $(count "$((sessions / 10))") live sessions each; without $(count "$(median 1 <"$work/without")")/s, p50 $(median 2 <"$work/without") ms, p99 $(median 3 <"$work/without") ms, $(median 4 <"$work/without") µs; the collector runs on the same cores"
stop "$plain_pid"
stop "$measured_pid"
rm -rf "$work/plain" "$work/measured"
