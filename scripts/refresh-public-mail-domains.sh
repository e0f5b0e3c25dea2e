#!/usr/bin/env bash
# Replaces the list of public mail domains with that of the pinned version of free-email-domains, in order, and with
# those of also.txt, which it lacks.
set -euo pipefail
cd "$(dirname "$0")/.."

package=free-email-domains
version=1.12.6
data=src/Kayse.Grains/Domains/Data

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm pack --silent --pack-destination "$work" "$package@$version" > /dev/null
tar -xzf "$work"/*.tgz -C "$work"

node -e '
  const [listed, also] = process.argv.slice(1);
  const domains = [...require(listed), ...require("fs").readFileSync(also, "utf8").split("\n")]
    .map(domain => domain.trim().toLowerCase())
    .filter(domain => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain));
  process.stdout.write([...new Set(domains)].sort().join("\n") + "\n");
' "$work/package/domains.json" "$data/also.txt" > "$data/public-mail-domains.txt"
install -m 644 "$work/package/LICENSE.md" "$data/LICENSE"
echo "$data now has $(wc -l < "$data/public-mail-domains.txt") domains"
