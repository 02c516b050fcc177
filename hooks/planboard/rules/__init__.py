"""Rules: what must hold between records; names are looked up here and nowhere else."""
