# What commands cost on PostgreSQL, on the same machine and with its default durability.
find_postgresql || { require initdb postgresql; find_postgresql; }
start_bench_postgresql
on_postgresql() {
  Kayse__Cluster__Provider=PostgreSql \
    Kayse__Cluster__ConnectionString="Host=127.0.0.1;Port=$postgresql_port;Username=bench;Database=postgres;Maximum Pool Size=48" \
    Kayse__Cluster__AdvertisedAddress=127.0.0.1 Kayse__Cluster__SiloPort="$((port + 1))" Kayse__Cluster__GatewayPort=0 \
    bench "$1" --data "$work/postgresql-$1" --seconds "$seconds" | sed 's/^| /| On PostgreSQL: /' >>"$report"
}
on_postgresql sign-ins
on_postgresql invitations
