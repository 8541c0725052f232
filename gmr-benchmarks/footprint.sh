#!/usr/bin/env bash
#
# Compares the demo with reports switched on and off, in turn: time to start, CPU time
# until it has started and until the warm-up is over, memory, loaded classes, threads,
# heap in use after a collection. Needs gmr-demo/target/gmr-demo.jar and a JDK (JAVA_HOME).
# SETTLE is how many seconds the warm-up may take, more on a busy machine.

set -euo pipefail
cd "$(dirname "$0")/.."

RUNS="${RUNS:-5}"
PORT="${PORT:-18099}"
SETTLE="${SETTLE:-15}"
bin="${JAVA_HOME:+$JAVA_HOME/bin/}"
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT

counter() {
	"${bin}jcmd" "$1" PerfCounter.print | sed -n "s/^$2=\"\{0,1\}\([0-9]*\).*/\1/p"
}

cpu() {
	awk -v hz="$(getconf CLK_TCK)" '{ print ($14 + $15) / hz }' "/proc/$1/stat"
}

measure() {
	"${bin}java" -jar gmr-demo/target/gmr-demo.jar --server.port="$PORT" --gmr.enabled="$1" >"$out/log" 2>&1 &
	local pid=$! seconds start cpu rss classes threads heap
	until grep -q 'Started DemoApplication' "$out/log"; do sleep 0.2; done
	start="$(cpu "$pid")"
	sleep "$SETTLE"
	seconds="$(sed -n 's/.*Started DemoApplication in \([0-9.]*\) seconds.*/\1/p' "$out/log")"
	cpu="$(cpu "$pid")"
	rss="$(sed -n 's/VmRSS: *\([0-9]*\).*/\1/p' "/proc/$pid/status")"
	classes=$(($(counter "$pid" java.cls.loadedClasses) + $(counter "$pid" java.cls.sharedLoadedClasses)))
	threads="$(counter "$pid" java.threads.live)"
	"${bin}jcmd" "$pid" GC.run >/dev/null
	heap="$("${bin}jcmd" "$pid" GC.heap_info | sed -n 's/.* used \([0-9]*\)K.*/\1/p' | head -1)"
	kill "$pid"
	wait "$pid" || true
	printf '%-5s start %6.2f s  cpu %6.2f s, later %6.2f s  rss %7d K  classes %6d  threads %3d  heap %6d K\n' \
		"$1" "$seconds" "$start" "$cpu" "$rss" "$classes" "$threads" "$heap"
}

for _ in $(seq "$RUNS"); do
	measure true
	measure false
done
