# A PostgreSQL server for the tests: a private folder and port, without durability, gone when it is stopped. Sourced by test.sh.

find_postgresql() {
  local folder
  for folder in "$(dirname "$(command -v initdb 2>/dev/null || echo /none/initdb)")" /usr/lib/postgresql/*/bin; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
      postgresql_bin=$folder
      return 0
    fi
  done
  return 1
}

# The server refuses to run as root; Debian's package creates the user "postgres".
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# Exports KAYSE_TEST_POSTGRESQL, the connection string of a user who may create databases.
start_postgresql() {
  local attempt port
  postgresql_data=$(mktemp -d /tmp/kayse-postgresql.XXXXXX)
  [ "$(id -u)" != 0 ] || chown postgres "$postgresql_data"
  cd_postgresql "$postgresql_bin/initdb" --pgdata="$postgresql_data" --username=kayse --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null
  for attempt in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 12000))
    if cd_postgresql "$postgresql_bin/pg_ctl" --pgdata="$postgresql_data" --log="$postgresql_data/log" --wait --silent start \
      --options="-p $port -k $postgresql_data -c listen_addresses=127.0.0.1 -c max_connections=300 -c fsync=off -c full_page_writes=off"; then
      export KAYSE_TEST_POSTGRESQL="Host=127.0.0.1;Port=$port;Username=kayse;Database=postgres"
      return 0
    fi
  done
  cat "$postgresql_data/log" >&2
  return 1
}

stop_postgresql() {
  [ -n "${postgresql_data:-}" ] || return 0
  cd_postgresql "$postgresql_bin/pg_ctl" --pgdata="$postgresql_data" --mode=immediate --wait --silent stop || true
  rm -rf "$postgresql_data"
}

# The user may not enter the folder that we are in.
cd_postgresql() {
  (cd "$postgresql_data" && as_postgres "$@")
}
