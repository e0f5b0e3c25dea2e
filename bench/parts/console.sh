# Pages of the console about one company of 10,000 people, as a browser gets them: whole, compressed, over one connection.
members=10000 page_requests=200
if [ "$quick" = 1 ]; then members=1000 page_requests=50; fi
bench company --data "$work/console" --tokens "$work/console.token" --count "$members"
start_host "$work/console"
await "http://127.0.0.1:$port/health/ready" "$host_pid" "$host_log"

# Opens a page again and again; writes its row.
page() {
  local name=$1 url=$2 times="$work/console.times" bytes
  bytes=$(curl --silent --fail --output /dev/null --header 'Accept-Encoding: br' --cookie "kayse_session=$(cat "$work/console.token")" --write-out '%{size_download}' "http://127.0.0.1:$port$url")
  for _ in warm measured; do
    curl --silent --fail --output /dev/null --header 'Accept-Encoding: br' --cookie "kayse_session=$(cat "$work/console.token")" --write-out '%{time_total}\n' \
      "http://127.0.0.1:$port$url&n=[1-$page_requests]" | awk '{ printf "%.2f\n", $1 * 1000 }' >"$times"
  done
  row "Page of $(count "$members") staff: $name" "$(median 1 <"$times") ms; $bytes bytes" "20 ms" \
    "the whole page over HTTP, as the founder; median of $page_requests, one after the other; slowest $(sort -n "$times" | tail -n 1) ms"
}

page "first by name" "/settings/staff?sort=name"
page "search in two words" "/settings/staff?search=benjamin+fitz"
page "Users, lately active first" "/settings/staff?role=user&sort=-lastActiveAt"
page "who is signed in" "/settings/sessions?search="
stop "$host_pid"
rm -rf "$work/console"
