# A hand-written session query on PostgreSQL with Npgsql.

peer_postgres() {
  local name="Peer: query on PostgreSQL with Npgsql" program="$here/peers/postgres/bin/Release/net10.0/Kayse.Bench.Postgres.dll" log="$work/peer.log" address
  if ! find_postgresql; then
    row "$name" "skipped" "" "PostgreSQL is not installed (\`apt-get install postgresql\`)"
    return 0
  fi
  build "$here/peers/postgres/Kayse.Bench.Postgres.csproj"
  start_bench_postgresql
  address="Host=$postgresql_data;Port=$postgresql_port;Username=bench;Database=postgres;Maximum Pool Size=16;Max Auto Prepare=10;Auto Prepare Min Usages=2"
  dotnet "$program" seed "$address" "$sessions" "$work/peer.tokens"
  start "$log" dotnet "$program" serve "$address" "http://127.0.0.1:$((port + 1))"
  await "http://127.0.0.1:$((port + 1))/noop" "$!" "$log"
  compare "$name" "http://127.0.0.1:$((port + 1))/session" "http://127.0.0.1:$((port + 1))/noop" "$work/peer.tokens" bearer \
    "" "$(count "$sessions") sessions; ASP.NET Core, the same answer; one prepared query over a Unix socket; pool of 16"
}

peer_postgres
