# What reading the reminders costs a silo on PostgreSQL, which does so when it starts and every five minutes: a million in the table, due evenly over two weeks.
find_postgresql || { require initdb postgresql; find_postgresql; }

reminders_host() {
  start_host "$work/reminders" \
    Kayse__Cluster__Provider=PostgreSql \
    Kayse__Cluster__ConnectionString="Host=127.0.0.1;Port=$postgresql_port;Username=bench;Database=postgres" \
    Kayse__Cluster__AdvertisedAddress=127.0.0.1 Kayse__Cluster__SiloPort="$((port + 1))" Kayse__Cluster__GatewayPort=0 \
    Logging__LogLevel__Orleans.Runtime.ReminderService.LocalReminderService=Debug \
    Logging__Console__FormatterName=json Logging__Console__FormatterOptions__TimestampFormat=HH:mm:ss.ffff "$@"
  await "http://127.0.0.1:$port/health/ready" "$host_pid" "$host_log"
}

# The seconds since midnight of the first line of the log that contains a text.
reminders_moment() {
  grep --max-count 1 "$1" "$host_log" | sed 's/.*"Timestamp":"\([0-9]*\):\([0-9]*\):\([0-9.]*\)".*/\1 \2 \3/' | awk '{ printf "%.4f\n", $1 * 3600 + $2 * 60 + $3 }'
}

mkdir -p "$work/reminders"
start_bench_postgresql
reminders_host
stop "$host_pid"
psql=$(command -v psql || echo "$(dirname "$(readlink -f "$postgresql_bin/initdb")")/psql")
as_postgres "$psql" --quiet --host=127.0.0.1 --port="$postgresql_port" --username=bench --dbname=postgres <<SQL
INSERT INTO kayse_reminder (service_id, grain_id, name, grain_hash, start_at, period_ms, version)
SELECT 'kayse', 'session/' || md5(n::text), 'timeout', (random() * 4294967295 - 2147483648)::integer, now() + n * interval '14 days' / $many, 300000, 1
FROM generate_series(1, $many) n;
ANALYZE kayse_reminder;
SQL

: >"$work/refreshes"
for round in 1 2 3; do
  reminders_host
  until grep --quiet 'reminders from table' "$host_log"; do sleep 0.1; done
  read_rows=$(grep --only-matching 'I read in [0-9]* reminders' "$host_log" | awk '{ n += $4 } END { print n }')
  milliseconds=$(awk "BEGIN { printf \"%d\", ($(reminders_moment 'reminders from table') - $(reminders_moment 'Reading rows from')) * 1000 }")
  peak=$(awk '/^VmHWM/ { print int($2 / 1024) }' "/proc/$host_pid/status")
  echo "$milliseconds $peak $read_rows" | tee -a "$work/refreshes" | sed "s/^/   refresh $round (ms, peak MiB, reminders read): /" >&2
  stop "$host_pid"
done
row "Reminder refresh on PostgreSQL, $(count "$many") reminders stored" \
  "$(median 1 <"$work/refreshes") ms for $(median 3 <"$work/refreshes") reminders; the process took at most $(median 2 <"$work/refreshes") MiB" \
  "10,000 ms, 300 MiB" "first read of a silo that starts; due evenly over 14 days; median of 3"
