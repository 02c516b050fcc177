"""Views: exactly what a template may read, as frozen records of display-ready text."""
