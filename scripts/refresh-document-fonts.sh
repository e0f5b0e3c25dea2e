#!/usr/bin/env bash
# Copies the font of PDF documents, Source Sans 3, from the npm package @expo-google-fonts/source-sans-3 (OFL).
set -euo pipefail
cd "$(dirname "$0")/../src/Kayse.Grains/Documents/Fonts"
version=0.4.1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "@expo-google-fonts/source-sans-3@$version" > /dev/null && tar -xzf ./*.tgz)
cp "$work/package/LICENSE_FONT" source-sans.LICENSE
cp "$work/package/400Regular/SourceSans3_400Regular.ttf" source-sans-regular.ttf
cp "$work/package/600SemiBold/SourceSans3_600SemiBold.ttf" source-sans-semibold.ttf
