# Who is signed in to one large company, and its sign-in history.
sign_ins=1000000
if [ "$quick" = 1 ]; then sign_ins=100000; fi
bench_rows company-sessions --data "$work/company-sessions" --count "$sign_ins"
rm -rf "$work/company-sessions"
