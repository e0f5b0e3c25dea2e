#!/usr/bin/env bash
# Takes the README's picture anew: the Staff page of the firm that the browser tests look at.
set -euo pipefail
cd "$(dirname "$0")/.."
pictures=$(mktemp -d)
trap 'rm -rf "$pictures"' EXIT
KAYSE_ARTEFACTS=$pictures dotnet test tests/Kayse.Browser.Tests --nologo --filter "FullyQualifiedName=Kayse.Browser.Tests.Pages.StaffPages.Staff_list"
mkdir -p docs/images
cp "$pictures/pages/Staff_list.light.1280.png" docs/images/staff.png
