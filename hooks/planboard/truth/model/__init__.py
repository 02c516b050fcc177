"""Model: frozen records that cannot be built wrong, one file per kind of record."""
