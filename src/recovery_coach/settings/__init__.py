"""What the user chose, kept in one TOML file in the config folder."""
