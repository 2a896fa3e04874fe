# Sourced by the launchers: sets java to the first Java 25 (or newer) of the usual places, or prints
# one line and exits 1; has text be UTF-8; and moves what JAVA_TOOL_OPTIONS and JDK_JAVA_OPTIONS say
# to java_options, for the JVM would tell on standard error that it found them. A home's release file says its version, so no JVM is started to ask.

is_java_25() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${major:-0}" -ge 25 ]
}

on_path() {
  found=$(command -v java) || return 0
  while [ -L "$found" ]; do
    target=$(readlink "$found")
    case $target in
      /*) found=$target ;;
      *) found=$(dirname "$found")/$target ;;
    esac
  done
  dirname "$(dirname "$found")"
}

java=
for candidate in \
  "${JAVA_HOME:-}" \
  "$(on_path)" \
  /usr/lib/jvm/*25* \
  /usr/lib64/jvm/*25* \
  /usr/java/*25* \
  /opt/java/*25* /opt/*jdk*25* \
  /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
  "${HOME:-}"/Library/Java/JavaVirtualMachines/*25*/Contents/Home \
  /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
  /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
  "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/25* \
  "${HOME:-}"/.jdks/*25*; do
  if [ -n "$candidate" ] && is_java_25 "$candidate"; then
    java=$candidate/bin/java
    break
  fi
done

# Without a language there is no character set either, and the JVM would read arguments and file names
# as ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
esac

if [ -z "$java" ]; then
  echo "${0##*/}: no JDK 25 found; install one or set JAVA_HOME to it" >&2
  exit 1
fi

java_options="${JDK_JAVA_OPTIONS:-} ${JAVA_TOOL_OPTIONS:-}"
unset JDK_JAVA_OPTIONS JAVA_TOOL_OPTIONS
