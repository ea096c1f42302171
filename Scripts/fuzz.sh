#!/bin/sh
# Runs libFuzzer over the lexer, parser, compiler and machine of templates.
#   fuzz.sh [SECONDS]
# What it finds lies in .build/findings; a finding that is mended becomes a file of Tests/Material/templates and a test.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-120}
swift build --package-path Fuzz --scratch-path .build/fuzz -c release \
  -Xswiftc -sanitize=fuzzer -Xswiftc -parse-as-library -Xswiftc -use-ld=lld
mkdir -p .build/corpus .build/findings
.build/fuzz/release/fuzz-templates .build/corpus Tests/Material/templates \
  -artifact_prefix=.build/findings/ -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=2048 \
  -dict=Tests/Material/templates.dict -print_final_stats=1
