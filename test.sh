#!/usr/bin/env bash
# Sets up what the tests need and runs all of them. Needs the .NET 10 SDK, Node.js (npm), Chromium, oathtool, nginx and
# PostgreSQL; everything else is fetched by their package managers.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq nodejs npm
  else
    echo "Node.js with npm is needed: it runs the SMTP server, and the libraries and data that the tests compare with." >&2
    exit 1
  fi
fi

if [ ! -x "${KAYSE_CHROMIUM:-/usr/bin/chromium}" ]; then
  if [ -z "${KAYSE_CHROMIUM:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq chromium
  else
    echo "${KAYSE_CHROMIUM:-/usr/bin/chromium} is missing: the tests use the console with Chromium. Install it, or name another one in KAYSE_CHROMIUM." >&2
    exit 1
  fi
fi

# Codes of second factors are compared with those of the OATH toolkit.
if ! command -v oathtool >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq oathtool
  else
    echo "oathtool is needed: the tests compare one-time codes with its." >&2
    exit 1
  fi
fi

# Two hosts of a cluster are called through the load balancer that the documents describe.
if [ ! -x /usr/sbin/nginx ] && ! command -v nginx >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends nginx-light
  else
    echo "nginx is needed: the tests call hosts of a cluster through it." >&2
    exit 1
  fi
fi

# The same suites run on SQLite and on PostgreSQL.
. scripts/postgresql.sh
if [ -z "${KAYSE_TEST_POSTGRESQL:-}" ] && ! find_postgresql; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq postgresql
    find_postgresql
  else
    echo "PostgreSQL is needed: install its server (initdb, pg_ctl), or name a running one in KAYSE_TEST_POSTGRESQL." >&2
    exit 1
  fi
fi

# The peers that the tests run against.
for peer in $(find tests -name package-lock.json -not -path '*/node_modules/*' -exec dirname {} \;); do
  if [ ! -d "$peer/node_modules" ] || [ "$peer/package-lock.json" -nt "$peer/node_modules" ]; then
    npm ci --prefix "$peer" --no-audit --no-fund --loglevel=error
    touch "$peer/node_modules"
  fi
done

# Exports KAYSE_TEST_POSTGRESQL, the connection string of a user who may create databases. Nothing has to be durable.
start_test_postgresql() {
  local attempt
  create_postgresql "$(mktemp -d /tmp/kayse-postgresql.XXXXXX)" kayse --no-sync
  for attempt in 1 2 3 4 5; do
    if start_postgresql $((20000 + RANDOM % 12000)) -c max_connections=300 -c fsync=off -c full_page_writes=off; then
      export KAYSE_TEST_POSTGRESQL="Host=127.0.0.1;Port=$postgresql_port;Username=kayse;Database=postgres"
      return 0
    fi
  done
  cat "$postgresql_data/log" >&2
  return 1
}

configuration=${CONFIGURATION:-Release}
# One compiler for all projects; it is not left running.
dotnet build Kayse.sln --configuration "$configuration" -warnaserror --nologo -v quiet -p:UseSharedCompilation=true
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true

results=$(mktemp -d)
# Azure Storage's emulator: says its connection string when it listens, and stops with the tests.
azure=$(mktemp)
node tests/Kayse.Silo.Tests/azurite/start.mjs >"$azure" &
azurite=$!
trap 'rm -rf "$results" "$azure"; kill "$azurite" 2>/dev/null || true; stop_postgresql' EXIT
for _ in $(seq 300); do
  [ -s "$azure" ] && break
  sleep 0.1
done
KAYSE_TEST_AZURE=$(cat "$azure")
export KAYSE_TEST_AZURE
[ -n "${KAYSE_TEST_POSTGRESQL:-}" ] || start_test_postgresql

# Runs a project with its output in a file of its own, and names it if it failed.
run_tests() {
  local project=$1
  shift
  echo "$project started" >&2
  dotnet test "tests/$project" --configuration "$configuration" --no-build --nologo "$@" >"$results/$project" 2>&1 ||
    echo "$project" >>"$results/failed"
  grep -E '(Passed|Failed)! ' "$results/$project" >&2 || echo "$project ended without a result" >&2
}
export -f run_tests
export configuration results
# Profiles for a better compilation cost a fifth of the processor's time, and a test run is too short to earn that back.
export DOTNET_TieredPGO=0

# Two at a time, the longest first: most of these tests wait for hosts, disks and browsers rather than for a processor.
projects=(Kayse.Grains.Tests Kayse.Browser.Tests Kayse.Crash.Tests Kayse.WebHost.Tests Kayse.Silo.Tests)
for project in tests/*/*.Tests.csproj; do
  project=$(basename "$project" .csproj)
  [[ " ${projects[*]} " == *" $project "* ]] || projects+=("$project")
done
printf '%s\n' "${projects[@]}" | xargs -P 2 -I {} bash -c 'run_tests "$@"' run_tests {} "$@"

for project in $(cat "$results/failed" 2>/dev/null); do
  echo "--- $project"
  # What tests write on the way is not wanted here, only those that failed with their messages.
  grep -vE '^(warn|info|fail|crit): |^      |^$' "$results/$project" | tail -n 400 || true
done
passed=$(cat "$results"/*.Tests | sed -nE 's/.*(Passed|Failed)! .*Passed: *([0-9]+),.*/\2/p' | awk '{n += $1} END {print n + 0}')
failed=$(cat "$results"/*.Tests | sed -nE 's/.*(Passed|Failed)! .*Failed: *([0-9]+),.*/\2/p' | awk '{n += $1} END {print n + 0}')
echo "$passed passed, $failed failed"
[ ! -e "$results/failed" ] && [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
