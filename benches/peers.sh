#!/usr/bin/env bash
# Whole-process times of beian and check-jsonschema on one corpus and the same schemas.
# check-jsonschema knows no file kinds, so that it is called once for each kind.
set -euo pipefail
corpus=$1
root=$(cd "$(dirname "$0")/.." && pwd)

schema() { echo "$root/schema/$1.schema.json"; }
files() { find "$corpus" -path "$1" -print0; }

echo "beian validate"
time "$root/target/release/beian" --today 2026-11-21 validate "$corpus" >/dev/null || true

echo "check-jsonschema, a call for each kind of file"
time {
  for kind in subject people domains servers services; do
    files "*/$kind.yaml" | xargs -0 check-jsonschema --schemafile "$(schema "$kind")" >/dev/null || true
  done
  files "*/filings/*.yaml" | xargs -0 check-jsonschema --schemafile "$(schema filing)" >/dev/null || true
  files "*/official/*.yaml" | xargs -0 check-jsonschema --schemafile "$(schema official)" >/dev/null || true
}
