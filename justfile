# Every recipe is one plain cargo command, or a few; nothing here is needed to build.

# What CI runs.
ci:
    .ci/run

# The main job on the records shipped.
validate:
    cargo run --quiet -- validate records/

# All tests.
test:
    cargo test --workspace

# The property tests once more and again, each time with cases nobody has seen: `just drawn 50`.
drawn times="20":
    for _ in $(seq {{times}}); do PROPTEST_RNG_SEED=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ') \
        cargo test --workspace --quiet || exit 1; done

# Rewrite what is generated (schemas, pages of rules and commands), then review the diff.
docs:
    BEIAN_UPDATE=1 cargo test --workspace

# Lints, as CI has them.
check:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets -- --deny warnings

# Speed on a generated corpus: reading, parsing and whole validation of the same bytes.
bench:
    cargo bench --package beian-records

# `beian review` against `git diff --raw`, as whole processes; makes 100,000 subjects once.
bench-review folder="target/tmp/review" runs="40":
    cargo build --release --package beian
    cargo build --release --package beian-records --example corpus
    bash benches/review.sh {{folder}} {{runs}}

# `beian dossier --all` against `beian validate`, as whole processes, over 1,000 subjects of 100 commits.
bench-dossier folder="target/tmp/dossier" runs="20":
    cargo build --release --package beian
    cargo build --release --package beian-records --example corpus
    bash benches/dossier.sh {{folder}} {{runs}}

# Write a corpus of clean subjects: `just corpus /tmp/corpus 10000`.
corpus folder size:
    cargo run --release --package beian-records --example corpus -- {{folder}} {{size}}

# Against other validators of YAML by JSON Schema; needs check-jsonschema on the PATH.
bench-peers folder size: (corpus folder size)
    cargo build --release --package beian
    bash benches/peers.sh {{folder}}

# Licences, advisories, sources; needs cargo-deny.
deny:
    cargo deny check

# The law of past days on 300 drawn histories, all their days seen from all their commits.
past-law many="300":
    BEIAN_PAST_LAW={{many}} cargo test --release --package beian-records --test past_law

# Numbers of persons in every form and place of the shipped records: none may come out in full. This and the proofs
# below tell as they go what they find and how far they are.
planted:
    BEIAN_PLANTED=1 cargo test --profile proof --package beian --test e2e planted -- --nocapture

# Every line of the shipped records with each of fifteen bad values, and every command that writes.
one-bad-value:
    BEIAN_BAD_VALUES=1 cargo test --profile proof --package beian --test e2e one_bad_value -- --nocapture

# Mutants of records through every command, and of repositories and other inputs through the doors that are fuzzed.
hostile many="50000" doors="5000":
    BEIAN_HOSTILE={{many}} BEIAN_FUZZED={{doors}} cargo test --profile proof --package beian --test e2e \
        -- mutants fuzzed --nocapture

# Fuzzing by coverage, so many seconds a door; needs cargo-fuzz. What it finds is kept in fuzz/artifacts.
fuzz seconds="3600" doors="reader decode import templates git change dossier":
    for door in {{doors}}; do \
        mkdir -p fuzz/corpus/$door && RUSTC_BOOTSTRAP=1 cargo fuzz run --sanitizer none $door \
        fuzz/corpus/$door fuzz/corpora/$door -- -max_total_time={{seconds}} -timeout=20 || exit 1; \
    done

# Mutation testing of a drawn share of all mutants; needs cargo-mutants. What no test catches is in mutants.out/missed.txt.
mutants share="0/100":
    cargo mutants --workspace --test-workspace true --shard {{share}} --sharding round-robin --timeout 900

# Runs that write, killed: so many at calls of the system (needs strace) and so many at random moments, a third of
# these with one process number (needs unshare, as root).
kills many="500":
    BEIAN_KILLS={{many}} cargo test --profile proof --package beian --test e2e killed -- --nocapture
