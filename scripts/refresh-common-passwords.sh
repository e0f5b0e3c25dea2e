#!/usr/bin/env bash
# Replaces the list of common passwords with that of the pinned version of @zxcvbn-ts/language-common:
# its entries of 8 characters or more (shorter ones are refused anyway), most common first.
set -euo pipefail
cd "$(dirname "$0")/.."

package=@zxcvbn-ts/language-common
version=4.1.3
data=src/Kayse.Grains/Passwords/Data

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm pack --silent --pack-destination "$work" "$package@$version" > /dev/null
tar -xzf "$work"/*.tgz -C "$work"

node -e '
  const passwords = require(process.argv[1]);
  const entries = passwords.filter(password => [...password].length >= 8);
  process.stdout.write(entries.join("\n") + "\n");
' "$work/package/src/passwords.json" > "$data/common-passwords.txt"
install -m 644 "$work/package/LICENSE.txt" "$data/LICENSE"
echo "$data now has the $(wc -l < "$data/common-passwords.txt") entries of $package $version"
