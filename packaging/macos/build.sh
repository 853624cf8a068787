#!/bin/sh
# Builds dist/recovery-coach-VERSION-ARCH.dmg on a Mac, for the kind of processor it runs on.
# Needs Python 3.11 of python.org and Xcode's command line tools.
#
#   CODESIGN_IDENTITY   "Developer ID Application: NAME (TEAM)"; without it the app is signed for this
#                       computer alone, and others refuse to open it
#   NOTARY_PROFILE      what `xcrun notarytool store-credentials` kept under that name
set -eu
cd "$(dirname "$0")/../.."
python3.11 dev.py package
app="build/bundle/Recovery Coach.app"
"$app/Contents/MacOS/recovery-coach" self-test

version=$(.venv/bin/python -c 'import recovery_coach; print(recovery_coach.__version__)')
image="dist/recovery-coach-$version-$(uname -m).dmg"
folder=build/dmg
rm -rf "$folder" "$image"
mkdir -p "$folder"
ditto "$app" "$folder/Recovery Coach.app"
ln -s /Applications "$folder/Applications"

# PyInstaller has signed every library, the program and the app, each with a time stamp.
codesign --verify --deep --strict --verbose=2 "$folder/Recovery Coach.app"
hdiutil create -volname "Recovery Coach" -srcfolder "$folder" -fs HFS+ -format UDZO "$image"
if [ -n "${CODESIGN_IDENTITY:-}" ]; then
    codesign --sign "$CODESIGN_IDENTITY" --timestamp "$image"
fi
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature --verbose=2 "$image"
fi
