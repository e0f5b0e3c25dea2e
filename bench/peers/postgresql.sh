# A PostgreSQL server of our own: private folder and port, not as root, default durability; sourced by the peers that need one.

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

# The package makes the user "postgres"; the server refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgresql() {
  postgresql_data="$work/postgresql"
  postgresql_port=$((port + 2))
  mkdir "$postgresql_data"
  [ "$(id -u)" != 0 ] || chown postgres "$postgresql_data"
  (
    cd "$postgresql_data"
    as_postgres "$postgresql_bin/initdb" --pgdata="$postgresql_data" --username=bench --auth=trust --encoding=UTF8 --locale=C >/dev/null
    as_postgres "$postgresql_bin/pg_ctl" --pgdata="$postgresql_data" --log="$postgresql_data/log" --wait --silent start \
      --options="-p $postgresql_port -k $postgresql_data -c listen_addresses=127.0.0.1 -c shared_buffers=512MB -c max_connections=64"
  )
  on_stop=stop_postgresql
}

stop_postgresql() {
  (cd "$postgresql_data" && as_postgres "$postgresql_bin/pg_ctl" --pgdata="$postgresql_data" --mode=fast --wait --silent stop) || true
  rm -rf "$postgresql_data"
}
