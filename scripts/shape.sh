#!/usr/bin/env bash
# Measures the source code of this repository, or of the working copy that is named: scripts/shape.sh [FOLDER]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
log=$(dotnet build "$here/Shape" --configuration Release --nologo --verbosity quiet) || { echo "$log" >&2; exit 1; }
exec dotnet "$here/Shape/bin/Release/net10.0/Shape.dll" "${1:-$here/..}"
