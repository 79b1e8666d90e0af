#!/usr/bin/env bash
# `beian review` against `git diff --raw` of the same two revisions, as whole processes, in
# repositories of 1,000, 10,000 and 100,000 subjects in grouping folders, of which ten change.
#
# review.sh [FOLDER [RUNS [SIZE…]]]: the repositories are made once, below FOLDER. For each
# command it prints the least and the middle wall time of RUNS, the start of the process
# included, and the mean of user and system time together, which a busy machine disturbs less. `cold` is a review without the
# index of claims, as in a fresh clone; it also writes the index, and is run five times.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$root/target/tmp/review}
runs=${2:-40}
sizes=("${@:3}")
[ ${#sizes[@]} -gt 0 ] || sizes=(1000 10000 100000)
beian=${BEIAN:-$root/target/release/beian}
corpus=${CORPUS:-$root/target/release/examples/corpus}
for program in "$beian" "$corpus"; do
  [ -x "$program" ] || { echo "$program is missing: build it with \`just bench-review\`" >&2; exit 2; }
done
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null LC_ALL=C

make_repository() {
  local at=$folder/$1.git
  [ -e "$at/complete" ] && return
  rm -rf "$at"
  mkdir -p "$folder"
  git init --quiet --bare --initial-branch=main "$at"
  "$corpus" - "$1" | git -C "$at" fast-import --quiet --depth=10
  # A repository that is used has commit graphs and one pack; a fresh clone has one pack.
  git -C "$at" repack -adq
  touch "$at/complete"
}

# Runs a command often; before each run, `prepare` is called.
measure() {
  local name=$1 times=$2 log from to
  shift 2
  log=$(mktemp)
  TIMEFORMAT='%3U %3S'
  for _ in $(seq "$times"); do
    prepare
    from=${EPOCHREALTIME/./}
    { time "$@" >/dev/null 2>&1 || true; } 2>"$log.time"
    to=${EPOCHREALTIME/./}
    echo "$((to - from)) $(cat "$log.time")" >>"$log"
  done
  sort -n "$log" | awk -v name="$name" '
    { wall[NR] = $1 / 1000; cpu += ($2 + $3) * 1000 }
    END {
      printf "  %-20s least %8.2f ms   middle %8.2f ms   user+sys %8.2f ms\n", name, wall[1], wall[int((NR + 1) / 2)], cpu / NR
    }'
  rm -f "$log" "$log.time"
}

for size in "${sizes[@]}"; do
  make_repository "$size"
  cd "$folder/$size.git"
  echo "$size subjects"
  prepare() { :; }
  "$beian" --today 2026-11-21 review main~1 main >/dev/null 2>&1 || true
  measure "git diff --raw" "$runs" git diff --raw main~1 main
  measure "beian review, warm" "$runs" "$beian" --today 2026-11-21 review main~1 main
  measure "beian --version" "$runs" "$beian" --version
  prepare() { rm -rf beian; }
  measure "beian review, cold" 5 "$beian" --today 2026-11-21 review main~1 main
done
