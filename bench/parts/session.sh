# GET /session over live sessions picked at random, against the endpoint of the same process that does nothing.
bench tokens --data "$work/session" --tokens "$work/session.tokens" --count "$sessions"
start_host "$work/session"
await "http://127.0.0.1:$port/health/ready" "$host_pid" "$host_log"
compare "\`GET /session\`, $(count "$sessions") live sessions" \
  "http://127.0.0.1:$port/api/v1/session" "http://127.0.0.1:$port/bench/noop" "$work/session.tokens" bearer \
  "0.85 of no-op, p99 5 ms" "wrk: 64 connections, 2 threads on the same cores; $rounds runs of $seconds s each in turns, medians"
stop "$host_pid"
rm -rf "$work/session"
