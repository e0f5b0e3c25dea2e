#!/usr/bin/env bash
# Copies the console's font, Inter in Latin letters, from the npm package @fontsource-variable/inter (OFL).
set -euo pipefail
cd "$(dirname "$0")/../src/Kayse.WebHost/Console/Assets"
version=5.3.0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "@fontsource-variable/inter@$version" > /dev/null && tar -xzf ./*.tgz)
cp "$work/package/LICENSE" inter.LICENSE
cp "$work/package/files/inter-latin-wght-normal.woff2" inter.woff2
