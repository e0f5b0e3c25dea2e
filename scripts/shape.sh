#!/usr/bin/env bash
# Measures the source code of this repository, or of the working copy that is named: scripts/shape.sh [FOLDER]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dotnet build "$here/Shape" --configuration Release --nologo --verbosity quiet -clp:NoSummary >&2
exec dotnet "$here/Shape/bin/Release/net10.0/Shape.dll" "${1:-$here/..}"
