#!/usr/bin/env bash
# `beian dossier --all` against `beian validate` of the same working tree, as whole processes, in
# a repository of 1,000 subjects in grouping folders and 100 commits, each of which but the first
# changes ten subjects.
#
# dossier.sh [FOLDER [RUNS [SIZE]]]: the repository is made once, below FOLDER, the same on any
# machine. Runs of both take turns. For each command it prints the least and the middle wall time,
# the start of the process included, and of user and system time together, which a busy machine
# disturbs less; then what a dossier costs in validations. Each run writes into a new folder, and
# none is taken away before the end: some file systems pass over what was just deleted.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$root/target/tmp/dossier}
runs=${2:-20}
size=${3:-1000}
beian=${BEIAN:-$root/target/release/beian}
corpus=${CORPUS:-$root/target/release/examples/corpus}
for program in "$beian" "$corpus"; do
  [ -x "$program" ] || { echo "$program is missing: build it with \`just bench-dossier\`" >&2; exit 2; }
done
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null LC_ALL=C
at=$folder/$size

# The commits after those of the corpus: each gives ten subjects another remark.
more_commits() {
  local commit number path text
  mapfile -t paths < <(git -C "$at" ls-tree -r --name-only main | grep '/subject.yaml$')
  for commit in $(seq 3 100); do
    local when=$((1780100000 + commit * 3600)) who="A <a@records.example>"
    printf 'commit refs/heads/main\nauthor %s %s +0800\ncommitter %s %s +0800\ndata 5\nstate\n' "$who" "$when" "$who" "$when"
    [ "$commit" -gt 3 ] || printf 'from refs/heads/main^0\nM 100644 inline beian.yaml\ndata 17\nrecords: records\n\n'
    for number in $(seq 10); do
      path=${paths[$(((commit * 10 + number) * 37 % ${#paths[@]}))]}
      text="$(git -C "$at" show "main:$path")"$'\n'"remark: checked for the ${commit}th time"$'\n'
      printf 'M 100644 inline %s\ndata %s\n%s\n' "$path" "${#text}" "$text"
    done
  done
}

make_repository() {
  [ -e "$at/.git/complete" ] && return
  rm -rf "$at"
  mkdir -p "$folder"
  git init --quiet --initial-branch=main "$at"
  "$corpus" - "$size" | git -C "$at" fast-import --quiet --depth=10
  more_commits >"$at/.git/more"
  git -C "$at" fast-import --quiet --depth=10 <"$at/.git/more"
  git -C "$at" reset --quiet --hard main
  # A repository that is used has one pack.
  git -C "$at" repack -adq
  touch "$at/.git/complete"
}

# Runs a command once and adds its wall and processor time, in milliseconds, to a list.
run() {
  local list=$1 from to
  shift
  TIMEFORMAT='%3U %3S'
  from=${EPOCHREALTIME/./}
  { time "$@" >/dev/null 2>&1; } 2>"$list.time"
  to=${EPOCHREALTIME/./}
  awk -v wall=$(((to - from))) '{ print wall / 1000, ($1 + $2) * 1000 }' "$list.time" >>"$list"
}

# The least and the middle of a column of a list.
summary() {
  sort -n -k "$2,$2" "$1" | awk -v column="$2" '{ all[NR] = $column } END { print all[1], all[int((NR + 1) / 2)] }'
}

make_repository
cd "$at"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for turn in $(seq "$runs"); do
  run "$out/validate" "$beian" --today 2026-11-21 validate
  run "$out/dossier" "$beian" --today 2026-11-21 dossier --all --out "$out/dossiers-$turn"
done
echo "$size subjects, $(git rev-list --count main) commits, $runs runs"
for column in 1 2; do
  [ "$column" = 1 ] && name="wall" || name="user+sys"
  read -r least middle < <(summary "$out/validate" "$column")
  read -r least_all middle_all < <(summary "$out/dossier" "$column")
  awk -v name="$name" -v a="$least" -v b="$middle" -v c="$least_all" -v d="$middle_all" 'BEGIN {
    printf "  %-9s validate  least %8.2f ms   middle %8.2f ms\n", name, a, b
    printf "  %-9s dossier   least %8.2f ms   middle %8.2f ms   ratio %.2f, %.2f\n", name, c, d, c / a, d / b
  }'
done
