#!/usr/bin/env bash
# What CI checks: format, build with warnings as errors, every test.
set -euo pipefail
cd "$(dirname "$0")"
dotnet restore Kayse.sln --nologo -v quiet
# The layout of the code. Style and analyzers are the build's, which takes warnings as errors.
dotnet format whitespace . --folder --verify-no-changes --exclude '**/node_modules/**'
./test.sh
