# A change that concerns every member of a large company, to the last of their live sessions.
bench_rows fan-out --data "$work/fan-out"
rm -rf "$work/fan-out"
