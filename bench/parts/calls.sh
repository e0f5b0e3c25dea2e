# Grain calls within a process.
bench_rows calls --data "$work/calls"
rm -rf "$work/calls"
