# The roster of one company: pages of it, and adding to it.
members=10000
if [ "$quick" = 1 ]; then members=1000; fi
bench_rows members --data "$work/members" --count "$members"
rm -rf "$work/members"
