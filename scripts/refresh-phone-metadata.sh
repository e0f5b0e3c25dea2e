#!/usr/bin/env bash
# Replaces the phone number metadata with that of the libphonenumber-js version which the differential test is pinned to.
# To move to a newer one: npm install --save-exact --omit-lockfile-registry-resolved libphonenumber-js@<version>
# in the directory below, then this script, then the tests.
set -euo pipefail
cd "$(dirname "$0")/.."

reference=tests/Kayse.Silo.Tests/PhoneNumbers/reference
metadata=src/Kayse.Silo/PhoneNumbers/Metadata
version=$(node -p "require('./$reference/package.json').dependencies['libphonenumber-js']")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm pack --silent --pack-destination "$work" "libphonenumber-js@$version" > /dev/null
tar -xzf "$work/libphonenumber-js-$version.tgz" -C "$work"

install -m 644 "$work/package/metadata.max.json" "$metadata/metadata.max.json"
install -m 644 "$work/package/LICENSE" "$metadata/LICENSE.libphonenumber-js"
install -m 644 "$work/package/LICENSE.Apache" "$metadata/LICENSE.libphonenumber"
echo "$metadata is now that of libphonenumber-js $version"
