"""The core: flows read from TOML and walked as a lazy decision table. It knows no Django."""
