#!/usr/bin/env bash
# Replaces the files of countries by address and of their names with those of the version which the differential test is pinned to.
# To move to a newer one: npm install --save-exact --omit-lockfile-registry-resolved @ip-location-db/geo-whois-asn-country@<version>
# in the directory below, then this script, then the tests.
set -euo pipefail
cd "$(dirname "$0")/.."

reference=tests/Kayse.Silo.Tests/Locations/reference
data=src/Kayse.Silo/Locations/Data
version=$(node -p "require('./$reference/package.json').dependencies['@ip-location-db/geo-whois-asn-country']")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm pack --silent --pack-destination "$work" "@ip-location-db/geo-whois-asn-country-mmdb@$version" > /dev/null
tar -xzf "$work"/*.tgz -C "$work"
install -m 644 "$work/package/geo-whois-asn-country.mmdb" "$data/countries.mmdb"
install -m 644 "$work/package/NRO_LICENSE" "$data/LICENSE.nro"
npm ci --prefix "$reference" --no-audit --no-fund --loglevel=error
node "$reference/names.mjs" > "$data/names.tsv"
echo "$data is now that of $version"
