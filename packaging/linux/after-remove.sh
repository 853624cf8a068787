#!/bin/sh
# Run after the files are gone. What people wrote is theirs: it is named, and never touched.
set -e
case "$1" in
    remove | 0) ;;  # dpkg says what it does, rpm how many versions stay
    *) exit 0 ;;
esac
cat <<'SAID'
Recovery Coach is removed. The journals stay: each person's lies in their home folder, in
  ~/.local/share/recovery-coach     the journal, its backups, routines of their own
  ~/.config/recovery-coach          the settings
Install it again to go on with them, or delete the folders to be rid of them.
SAID
