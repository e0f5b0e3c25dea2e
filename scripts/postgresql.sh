# A PostgreSQL server of our own: a private folder, a port on the loopback address, gone when it is stopped.
# Sourced by test.sh and by the benchmarks.

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

# create_postgresql FOLDER USER [OPTION...]: a database folder with an administrator, made by initdb with these options.
create_postgresql() {
  postgresql_data=$1
  mkdir -p "$postgresql_data"
  [ "$(id -u)" != 0 ] || chown postgres "$postgresql_data"
  in_postgresql "$postgresql_bin/initdb" --pgdata="$postgresql_data" --username="$2" --auth=trust --encoding=UTF8 \
    --locale=C "${@:3}" >/dev/null
}

# start_postgresql PORT [OPTION...]: fails when the port is taken.
start_postgresql() {
  postgresql_port=$1
  in_postgresql "$postgresql_bin/pg_ctl" --pgdata="$postgresql_data" --log="$postgresql_data/log" --wait --silent start \
    --options="-p $postgresql_port -k $postgresql_data -c listen_addresses=127.0.0.1 ${*:2}"
}

stop_postgresql() {
  [ -n "${postgresql_data:-}" ] || return 0
  in_postgresql "$postgresql_bin/pg_ctl" --pgdata="$postgresql_data" --mode=immediate --wait --silent stop || true
  rm -rf "$postgresql_data"
}

# The user may not enter the folder that the caller is in.
in_postgresql() {
  (cd "$postgresql_data" && as_postgres "$@")
}
