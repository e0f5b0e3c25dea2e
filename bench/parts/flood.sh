# GET /session with and without 64 sign-ins at once, in turns: do hashes of passwords take the processors from those who are signed in?
# Nobody is locked out, or the flood would end at once; every failure is counted on disk all the same.
guard=()
for rule in Account Ip Network; do guard+=("Kayse__SignInGuard__${rule}__FreeFailures=900000" "Kayse__SignInGuard__${rule}__LockAfter=1000000"); done
flooded=$((sessions / 10))
bench tokens --data "$work/flood" --tokens "$work/flood.tokens" --count "$flooded"
start_host "$work/flood" "${guard[@]}"
await "http://127.0.0.1:$port/health/ready" "$host_pid" "$host_log"
password='correct horse battery staple'
for person in $(seq 64); do
  echo "person-$person@flood.example"
done >"$work/flood.people"
while read -r email; do
  curl --silent --fail --output /dev/null "http://127.0.0.1:$port/api/v1/companies" \
    --json "{\"companyName\": \"Vale Law\", \"fullName\": \"Ada Vale\", \"email\": \"$email\", \"password\": \"$password\"}"
done <"$work/flood.people"

# Sign-ins for so many seconds.
flood() {
  wrk --threads 1 --connections 64 --duration "${1}s" --timeout 60s --latency --script "$here/wrk/sign-in.lua" \
    "http://127.0.0.1:$port/api/v1/auth/sign-in" -- "$work/flood.people" "$password" | grep '^RESULT ' | cut -d ' ' -f 2-
}

session_url="http://127.0.0.1:$port/api/v1/session"
: >"$work/flood.calm"
: >"$work/flood.rough"
: >"$work/flood.sign-ins"
load "$session_url" "$work/flood.tokens" bearer walk "$warm_up" >/dev/null
flood 3 >/dev/null
load_script=paced-session
for round in $(seq "$rounds"); do
  load "$session_url" "$work/flood.tokens" bearer random "$seconds" | tee -a "$work/flood.calm" | sed "s/^/   without $round: /" >&2
  flood "$((seconds + 2))" >>"$work/flood.sign-ins" &
  flooding=$!
  # Until as many hashes wait as will.
  sleep 1
  load "$session_url" "$work/flood.tokens" bearer random "$seconds" | tee -a "$work/flood.rough" | sed "s/^/   with    $round: /" >&2
  wait "$flooding"
  tail -n 1 "$work/flood.sign-ins" | sed "s/^/   sign-ins $round (right\/s, wrong\/s, p50 ms, p99 ms, others): /" >&2
done
awk '$5 > 0 { exit 1 }' "$work/flood.sign-ins" || { note "some sign-ins were answered neither 200 nor 401"; return 1; }
unset load_script
calm=$(median 3 <"$work/flood.calm") rough=$(median 3 <"$work/flood.rough")
row "\`GET /session\` under 64 sign-ins at once" \
  "p99 **$rough ms**, without them $calm ms; p50 $(median 2 <"$work/flood.rough") ms, without $(median 2 <"$work/flood.calm") ms; $(count "$(median 1 <"$work/flood.rough")")/s, without $(count "$(median 1 <"$work/flood.calm")")/s" \
  "" "wrk: 64 connections that rest for 20 ms after each answer, besides the 64 that sign in, over $(count "$flooded") sessions, in turns with and without, $rounds runs of $seconds s each, medians"
row "— those sign-ins" "$(median 1 <"$work/flood.sign-ins")/s with the right password, $(median 2 <"$work/flood.sign-ins")/s with a wrong one; p50 $(median 3 <"$work/flood.sign-ins") ms" \
  "" "64 people from one address, hashes at their usual cost; at the same time"
stop "$host_pid"
rm -rf "$work/flood"
