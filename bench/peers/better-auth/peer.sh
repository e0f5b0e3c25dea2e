# better-auth on Node.js, with SQLite and with PostgreSQL.

peer_better_auth() {
  local database=$1 address=$2 log="$work/peer.log" url="http://127.0.0.1:$((port + 1))"
  node "$better_auth/seed.mjs" "$address" "$sessions" "$work/peer.cookies"
  start "$log" env NODE_ENV=production node "$better_auth/server.mjs" "$address" "$((port + 1))"
  await "$url/noop" "$!" "$log"
  compare "Peer: better-auth $better_auth_version with $database" "$url/api/auth/get-session" "$url/noop" "$work/peer.cookies" cookie \
    "" "$(count "$sessions") sessions; Node.js $(node --version), one process; cookie cache off, as by default"
  stop_all
}

better_auth="$here/peers/better-auth"
if ! command -v npm >/dev/null; then
  row "Peer: better-auth" "skipped" "" "Node.js is not installed"
elif [ ! -d "$better_auth/node_modules" ] && ! (cd "$better_auth" && npm ci --no-audit --no-fund >"$work/npm.log" 2>&1); then
  tail -n 5 "$work/npm.log" >&2
  row "Peer: better-auth" "skipped" "" "its packages could not be installed"
else
  better_auth_version=$(node -p "require('$better_auth/node_modules/better-auth/package.json').version")
  peer_better_auth "SQLite" "$work/better-auth.db"
  if find_postgresql; then
    start_bench_postgresql
    peer_better_auth "PostgreSQL" "postgres://bench@127.0.0.1:$postgresql_port/postgres"
  else
    row "Peer: better-auth with PostgreSQL" "skipped" "" "PostgreSQL is not installed (\`apt-get install postgresql\`)"
  fi
fi
