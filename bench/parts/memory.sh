# The memory of live sessions: started in this process, read back in another, and the runtime's own share of it.
many_sessions
bench_rows memory-stored-sessions --data "$many_data" --tokens "$many_tokens"
bench_rows memory-trivial --data "$work/trivial" --count "$many"
rm -rf "$work/trivial"
