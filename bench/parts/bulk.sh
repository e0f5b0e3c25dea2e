# 1,000 people from a CSV file over HTTP, each with an invitation, its expiry, its mail and its account on disk when the answer comes; then the same file again.
start_host "$work/bulk"
await "http://127.0.0.1:$port/health/ready" "$host_pid" "$host_log"
api="http://127.0.0.1:$port/api/v1"
token=$(curl --silent --fail "$api/companies" --json '{"companyName": "Vale Law", "fullName": "Ada Vale", "email": "ada@vale-law.example", "password": "correct horse battery staple"}' |
  sed 's/.*"token":"\([^"]*\)".*/\1/')
# Who has not verified their address invites nobody.
until code=$(grep -hoE 'Your code is [0-9]{6}' "$work"/bulk/mail/*.eml 2>/dev/null | grep -oE '[0-9]{6}'); do sleep 0.1; done
curl --silent --fail "$api/auth/verify-email" --header "Authorization: Bearer $token" --json "{\"code\": \"$code\"}"

# Uploads the file; says how long it took, once each of its rows has the outcome.
upload() {
  local file=$1 outcome=$2 took
  took=$(curl --silent --fail --output "$work/bulk.json" --write-out '%{time_total}' --header "Authorization: Bearer $token" \
    --header 'Content-Type: text/csv' --data-binary "@$file" "$api/companies/current/invitations/bulk")
  [ "$(grep -o "\"outcome\":\"$outcome\"" "$work/bulk.json" | wc -l)" = 1000 ] || { note "not every row was $outcome"; head -c 500 "$work/bulk.json" >&2; return 1; }
  echo "$took"
}

times="$work/bulk.times" again="$work/bulk.again"
for round in $(seq "$rounds"); do
  file="$work/bulk-$round.csv"
  awk -v round="$round" 'BEGIN { print "email,full name,role,job title"; for (i = 0; i < 1000; i++) printf "person-%d-%d@vale-law.example,Person %d,user,Paralegal\n", round, i, i }' >"$file"
  upload "$file" invited | tee -a "$times" | sed "s/^/   file $round: /" >&2
  upload "$file" skipped | tee -a "$again" | sed "s/^/   again $round: /" >&2
done
row "1,000 people invited from a CSV file" "$(median 1 <"$times") s" "10 s" "one request over HTTP; durable; mail to the pickup folder on the same disk meanwhile; median of $rounds files"
row "— the same file again" "$(median 1 <"$again") s" "" "every row is skipped"
stop "$host_pid"
rm -rf "$work/bulk"
