#!/bin/sh
# Makes the one-file Flatpak out of build/linux, which `python3 dev.py package` leaves.
# Needs flatpak-builder, and the runtime and Sdk of the manifest from a remote of yours:
#   flatpak install --user org.freedesktop.Platform//25.08 org.freedesktop.Sdk//25.08
set -eu
cd "$(dirname "$0")/../.."
id=io.github.recovery_coach.RecoveryCoach
version=$(.venv/bin/python -c 'import recovery_coach; print(recovery_coach.__version__)')
arch=$(uname -m)
flatpak-builder --user --force-clean --disable-rofiles-fuse --state-dir=build/flatpak/state \
    --repo=build/flatpak/repo build/flatpak/app "packaging/flatpak/$id.yml"
flatpak build-bundle build/flatpak/repo "dist/recovery-coach-$version-$arch.flatpak" "$id"
