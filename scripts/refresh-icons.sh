#!/usr/bin/env bash
# Creates the sprite of icons from the npm package lucide-static (ISC). Add the name of an icon to the list to have it in the sprite.
set -euo pipefail
cd "$(dirname "$0")/../src/Kayse.WebHost/Console/Assets"
version=1.62.0
icons=(activity archive arrow-left badge-check bell bot building-2 camera check chevron-down chevron-left chevron-right chevrons-up-down circle circle-alert circle-check circle-question-mark
  clock copy crown download ellipsis external-link eye globe history house inbox info key-round layers lock log-in log-out mail map-pin menu monitor palette pencil plus printer receipt rotate-ccw
  scroll-text search send settings shield-check sliders-horizontal smartphone tablet trash-2 triangle-alert upload user user-check user-minus user-plus user-x users x)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "lucide-static@$version" > /dev/null && tar -xzf ./*.tgz)
cp "$work/package/LICENSE" icons.LICENSE
{
  echo '<svg xmlns="http://www.w3.org/2000/svg">'
  for icon in "${icons[@]}"; do
    echo "  <symbol id=\"$icon\" viewBox=\"0 0 24 24\">"
    sed -n '/^>$/,/^<\/svg>$/p' "$work/package/icons/$icon.svg" | sed '1d;$d;s/^ */    /'
    echo '  </symbol>'
  done
  echo '</svg>'
} > icons.svg
