#!/usr/bin/env bash
# What drafts bring where the answers are given: copying.sh MODEL_FOLDER RUNS (after a build; JAVA_25 names a JDK 25's java)
set -euo pipefail
cd "$(dirname "$0")/../.."
app=packaging/target/nearside/lib/app
ORT_DISABLE_TELEMETRY=1 exec "${JAVA_25:-java}" "-Donnxruntime.native.path=$app/natives" "-DENGINE_CACHE_DIR=$app/natives" \
    "-Djna.boot.library.path=$app/natives" -Djna.nounpack=true -Dai.djl.offline=true --enable-native-access=ALL-UNNAMED \
    -Xmx512m -XX:+UseSerialGC -cp "inference/worker/target/test-classes:$app/worker/*" nearside.worker.decode.CopyingBench \
    "$1" "$2" app/desktop/src/main/resources/nearside/desktop/bench inference/worker/src/test/resources/nearside/worker/copying
