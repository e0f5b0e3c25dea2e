#!/usr/bin/env bash
# What CI checks: format, build with warnings as errors, every test.
set -euo pipefail
cd "$(dirname "$0")"
dotnet restore Kayse.sln --nologo -v quiet
dotnet format Kayse.sln --no-restore --verify-no-changes
./test.sh
