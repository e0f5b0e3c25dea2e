# Invitations with everything that belongs to one: expiry, mail, index.
bench_rows invitations --data "$work/invitations"
rm -rf "$work/invitations"
