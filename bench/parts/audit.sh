# The audit log of one company: appending, pages by every kind of filter, the chain.
audit_entries=1000000
if [ "$quick" = 1 ]; then audit_entries=100000; fi
bench_rows audit --data "$work/audit" --count "$audit_entries"
rm -rf "$work/audit"
