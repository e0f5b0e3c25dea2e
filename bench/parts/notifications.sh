# An event for every member of a large company, in batches, while sessions are checked.
bench_rows notifications --data "$work/notifications" --count "$([ "$quick" = 1 ] && echo 1000 || echo 10000)"
rm -rf "$work/notifications"
