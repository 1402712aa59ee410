#!/usr/bin/env bash
# Rebuilds the committed base map. Needs root on Debian for the coastline data, and the npm registry.
set -euo pipefail
cd "$(dirname "$0")"
command -v gmt >/dev/null && [ -d /usr/share/gmt-gshhg ] || { apt-get update -qq; apt-get install -y -qq gmt gmt-gshhg-full; }
npm install --no-save --no-audit --no-fund --no-package-lock
PATH="$PWD/../../node_modules/.bin:$PATH" node build.ts
