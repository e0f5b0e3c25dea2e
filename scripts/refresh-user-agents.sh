#!/usr/bin/env bash
# Replaces the patterns of user agents with those of the uap-core version which the differential test is pinned to.
# To move to a newer one: npm install --save-exact --omit-lockfile-registry-resolved uap-core@<version>
# in the directory below, then this script, then the tests.
set -euo pipefail
cd "$(dirname "$0")/.."

reference=tests/Kayse.WebHost.Tests/Http/Clients/UserAgents/reference
data=src/Kayse.WebHost/Http/Clients/UserAgents

npm ci --prefix "$reference" --no-audit --no-fund --loglevel=error
node "$reference/pack.mjs" > "$data/uap-core.json"
install -m 644 "$reference/node_modules/uap-core/LICENSE" "$data/LICENSE.uap-core"
echo "$data is now that of uap-core $(node -p "require('./$reference/package.json').dependencies['uap-core']")"
