#!/bin/sh
# Run by rpm after the files are gone; $1 is how many versions stay. What people wrote is theirs: it
# is named, and never touched.
if [ "$1" = 0 ]; then
    cat <<'SAID'
Recovery Coach is removed. The journals stay: each person's lies in their home folder, in
  ~/.local/share/recovery-coach     the journal, its backups, routines of their own
  ~/.config/recovery-coach          the settings
Install it again to go on with them, or delete the folders to be rid of them.
SAID
fi
