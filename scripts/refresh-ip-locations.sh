#!/usr/bin/env bash
# Makes the table of countries by address anew from the version of @ip-location-db/geo-whois-asn-country which the differential test is pinned to.
# To move to a newer one: npm install --save-exact --omit-lockfile-registry-resolved @ip-location-db/geo-whois-asn-country@<version>
# in the directory below, then this script, then the tests.
set -euo pipefail
cd "$(dirname "$0")/.."

reference=tests/Kayse.Silo.Tests/Locations/reference
data=src/Kayse.Silo/Locations/Data
package=node_modules/@ip-location-db/geo-whois-asn-country

npm ci --prefix "$reference" --no-audit --no-fund --loglevel=error
node "$reference/pack.mjs" "$data/countries.br"
install -m 644 "$reference/$package/NRO_LICENSE" "$data/LICENSE.nro"
echo "$data is now that of $(node -p "require('./$reference/package.json').dependencies['@ip-location-db/geo-whois-asn-country']")"
