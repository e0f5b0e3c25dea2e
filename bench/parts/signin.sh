# Sign-ins once the password is verified.
bench_rows sign-ins --data "$work/sign-ins"
rm -rf "$work/sign-ins"
