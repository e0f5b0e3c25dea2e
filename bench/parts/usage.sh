# Events of usage of one company and of many, and a company with a million of them after a restart.
bench_rows usage --data "$work/usage" --count "$([ "$quick" = 1 ] && echo 50000 || echo 1000000)"
rm -rf "$work/usage"
