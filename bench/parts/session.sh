# GET /session over live sessions picked at random, against the endpoint of the same process that does nothing.
bench tokens --data "$work/session" --tokens "$work/session.tokens" --count "$sessions"
start_host "$work/session"
await "http://127.0.0.1:$port/health/ready" "$host_pid" "$host_log"
compare "\`GET /session\`, $(count "$sessions") live sessions" \
  "http://127.0.0.1:$port/api/v1/session" "http://127.0.0.1:$port/bench/noop" "$work/session.tokens" bearer \
  "0.90 of no-op, p99 5 ms" "wrk: 64 connections, 2 threads on the same cores; $rounds runs of $seconds s each in turns, medians"

# POST /authorize over the same sessions, against GET /session, in turns.
question='{"permission":"crm.access","caseType":"personal injury","agentId":"agent-7"}'
: >"$work/asked"
: >"$work/shown"
for round in $(seq "$rounds"); do
  load "http://127.0.0.1:$port/api/v1/session" "$work/session.tokens" bearer random "$seconds" | tee -a "$work/shown" | sed "s/^/   session   $round: /" >&2
  load "http://127.0.0.1:$port/api/v1/authorize" "$work/session.tokens" bearer random "$seconds" "$question" | tee -a "$work/asked" | sed "s/^/   authorize $round: /" >&2
done
asked=$(median 1 <"$work/asked") shown=$(median 1 <"$work/shown")
row "\`POST /authorize\`, $(count "$sessions") live sessions" \
  "**$(awk "BEGIN { printf \"%.3f\", $asked / $shown }")** of \`GET /session\`; $(count "$asked")/s, p50 $(median 2 <"$work/asked") ms, p99 $(median 3 <"$work/asked") ms" \
  "0.95 of \`GET /session\`" "in turns with it, which made $(count "$shown")/s, p50 $(median 2 <"$work/shown") ms, p99 $(median 3 <"$work/shown") ms; permission, case type and agent asked"
stop "$host_pid"
rm -rf "$work/session"
