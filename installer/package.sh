#!/usr/bin/env bash
# Makes the desk's installers for the system this runs on, from what `mvn package` left in target/dist:
#
#   installer/package.sh [VERSION]
#
#   Linux    target/installer/recado_VERSION_ARCH.deb and recado-VERSION-linux-ARCH.tar.gz
#   macOS    target/installer/Recado-VERSION.dmg
#   Windows  target/installer/Recado-VERSION.msi and recado-VERSION-windows-ARCH.zip (in Git's bash, with WiX)
#
# A JDK 25 is found as the launchers find theirs. The desk gets a runtime with only what it needs of Java and a cache of what a
# rehearsal taught the virtual machine about it, which halves the time to the first window.
set -eu

cd "$(dirname "$0")/.."
here=installer
dist=target/dist
out=target/installer
work=$out/work

[ -d "$dist/lib/desk" ] || { echo "package.sh: no $dist; run mvn package first" >&2; exit 1; }
. src/main/dist/lib/find-java.sh
jdk=$(dirname "$(dirname "$java")")

version=${1:-$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml | head -1)}
version=${version#v}
version=${version%-SNAPSHOT}
arch=$(uname -m)
case $(uname -s) in
  Linux) system=linux icon=recado-512.png separator=: ;;
  Darwin) system=mac icon=recado.icns separator=: ;;
  MINGW* | MSYS* | CYGWIN*) system=windows icon=recado.ico separator=';' ;;
  *) echo "package.sh: there is no installer for $(uname -s)" >&2; exit 1 ;;
esac

# What the Java options of bin/recado say, for the installed program.
options="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  -XX:+UseSerialGC -XX:+UseCompactObjectHeaders
  -Xms32m -Xmx1g -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25 -Dfile.encoding=UTF-8"
[ $system != linux ] || options="$options -Xlog:trimnative=off -XX:TrimNativeHeapInterval=5000"

draw_icons() {
  "$java" --enable-native-access=ALL-UNNAMED -Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true \
    "-Djavafx.cachedir=$work/javafx" -cp "$(jars "$dist/lib/desk")" $here/Icons.java assets/recado.svg "$work/icons" 2> "$work/icons.log" ||
    { cat "$work/icons.log" >&2; exit 1; }
}

jars() { printf '%s' "$(ls "$1"/*.jar | tr '\n' "$separator")"; }

# What jdeps finds, and what is only asked for by name: languages, code pages, TLS, the accessibility bridge of Windows.
make_runtime() {
  named=jdk.localedata,jdk.charsets,jdk.crypto.cryptoki,jdk.accessibility,java.naming,java.management
  found=$("$jdk/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps \
    --class-path "$(jars "$work/app")" "$work/app/$main_jar")
  "$jdk/bin/jlink" --add-modules "$found,$named" --include-locales=en,pt,es --strip-debug --no-header-files --no-man-pages \
    --compress=zip-6 --output "$work/runtime"
  find "$work/runtime/bin" -type f ! -name 'java' ! -name 'java.exe' ! -name '*.dll' -delete
}

make_image() {
  set -- --type app-image --name "$1" --dest "$work" --input "$work/app" --main-jar "$main_jar" --main-class app.recado.DeskMain \
    --runtime-image "$work/runtime" --app-version "$package_version" --vendor "Recado" --copyright "The Recado authors" \
    --description "Answers customers, with or without a network" --icon "$work/icons/$icon"
  for option in $options '-XX:AOTCache=$APPDIR/recado.aot' '-Xlog:aot=off' '-Xlog:cds=off'; do
    set -- "$@" --java-options "$option"
  done
  "$jdk/bin/jpackage" "$@"
}

# The desk on a sample workspace, without a screen, does what agents do; what was loaded then is kept.
# Its class path is the launcher's own, or the cache would not fit.
rehearse() {
  app=$1
  java_in_image=$2
  path=$(sed -n 's:^app.classpath=\$APPDIR/::p' "$app/$launcher.cfg" | tr -d '\r' | sed "s:^:$(native "$app")/:" | paste -s -d "$separator" -)
  # shellcheck disable=SC2086
  DISPLAY=none "$java_in_image" $options "-XX:AOTCacheOutput=$(native "$app")/recado.aot" \
    -Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true \
    "-Djavafx.cachedir=$work/javafx" "-Drecado.demo.folder=$work/rehearsal" -Duser.language=en -Duser.country=US \
    -classpath "$path" app.recado.demo.tour.RobotMain --demo < $here/rehearsal.jsonl > "$work/rehearsal.log" 2>&1 ||
    { cat "$work/rehearsal.log" >&2; exit 1; }
  if grep -q '"error"' "$work/rehearsal.log" || [ ! -s "$app/recado.aot" ]; then
    cat "$work/rehearsal.log" >&2
    echo "package.sh: the rehearsal failed" >&2
    exit 1
  fi
}

native() { if [ $system = windows ]; then cygpath -m "$1"; else (cd "$1" && pwd -P); fi; }

linux() {
  launcher=recado
  package_version=$version
  make_image recado
  rehearse "$work/recado/lib/app" "$work/recado/lib/runtime/bin/java"
  tar -C "$work" -czf "$out/recado-$version-linux-$arch.tar.gz" --owner=0 --group=0 recado
  # Debian's own compressor takes minutes for a tenth less.
  DPKG_DEB_COMPRESSOR_TYPE=gzip "$jdk/bin/jpackage" --type deb --name recado --app-image "$work/recado" --dest "$out" --app-version "$package_version" \
    --linux-package-name recado --vendor "Recado" --linux-app-category net --linux-shortcut \
    --linux-package-deps "libgtk-3-0t64 | libgtk-3-0, libgl1" --description "Answers customers, with or without a network" \
    --license-file LICENSE --resource-dir $here/linux
}

mac() {
  launcher=Recado
  # A bundle's version begins with a positive number: 0.1.0 is 1.0.1 there.
  package_version=$(echo "$version" | sed 's/^0\.\([0-9]*\).*/1.0.\1/')
  make_image Recado
  app=$work/Recado.app/Contents
  rehearse "$app/app" "$app/runtime/Contents/Home/bin/java"
  plist() { /usr/libexec/PlistBuddy -c "$1" "$app/Info.plist"; }
  plist "Add :CFBundleURLTypes array"
  plist "Add :CFBundleURLTypes:0 dict"
  plist "Add :CFBundleURLTypes:0:CFBundleURLName string app.recado"
  plist "Add :CFBundleURLTypes:0:CFBundleURLSchemes array"
  plist "Add :CFBundleURLTypes:0:CFBundleURLSchemes:0 string recado"
  # What was signed has changed; an unsigned program does not start on Apple's own processors.
  codesign --force --deep --sign - "$work/Recado.app"
  "$jdk/bin/jpackage" --type dmg --name Recado --app-image "$work/Recado.app" --dest "$out" --app-version "$package_version"
}

windows() {
  launcher=Recado
  package_version=$version
  make_image Recado
  rehearse "$work/Recado/app" "$work/Recado/runtime/bin/java.exe"
  (cd "$work" && powershell -Command "Compress-Archive -Path Recado -DestinationPath ../recado-$version-windows-$arch.zip -Force")
  "$jdk/bin/jpackage" --type msi --name Recado --app-image "$work/Recado" --dest "$out" --app-version "$package_version" \
    --vendor "Recado" --license-file LICENSE --win-per-user-install --win-menu --win-shortcut --win-dir-chooser \
    --win-upgrade-uuid 5f0f7a3e-6d0c-4c0c-9f5d-6a1d5f0a7c11
}

rm -rf "$out"
mkdir -p "$work/app"
cp -p "$dist"/lib/common/*.jar "$dist"/lib/desk/*.jar "$dist"/lib/relay/*.jar "$work/app"
cp LICENSE NOTICE "$work/app"
main_jar=$(cd "$work/app" && ls recado-*.jar)
work=$(native "$work")
draw_icons
make_runtime
$system
echo "in $out:"
(cd "$out" && ls -d [Rr]ecado*)
