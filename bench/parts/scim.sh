# An identity provider's first day over HTTP: a company of 10,000 people and 200 groups.
people=10000
if [ "$quick" = 1 ]; then people=1000; fi
bench scim-company --data "$work/scim" --tokens "$work/scim.token"
start_host "$work/scim"
await "http://127.0.0.1:$port/health/ready" "$host_pid" "$host_log"
bench_rows scim --url "http://127.0.0.1:$port" --tokens "$work/scim.token" --count "$people"
stop "$host_pid"
rm -rf "$work/scim"
