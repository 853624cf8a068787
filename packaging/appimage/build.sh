#!/bin/sh
# Makes the AppImage out of build/linux, which `python3 dev.py package` leaves.
# Needs appimagetool in the PATH, and beside it the runtime that it puts in front of the program
# (RUNTIME=FILE, when appimagetool is to fetch none).
set -eu
cd "$(dirname "$0")/../.."
python=.venv/bin/python
appdir=$($python -m tools.packages.appdir)
"$appdir/AppRun" self-test
version=$($python -c 'import recovery_coach; print(recovery_coach.__version__)')
ARCH=$(uname -m)
export ARCH
appimagetool ${RUNTIME:+--runtime-file "$RUNTIME"} "$appdir" "dist/recovery-coach-$version-$ARCH.AppImage"
