# A person's export of their own data, from the request to the whole file.
bench_rows data-export --data "$work/data-export"
rm -rf "$work/data-export"
